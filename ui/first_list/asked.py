"""What a request asks for: read from its address and its head, without any session."""

import re
from urllib.parse import parse_qsl

from ui import loaders
from ui.address import Choices


def choices_of(query: bytes, accept_language: str) -> Choices:
    """The choices that the finder itself would read from this address.

    Args:
        query: the part of the address behind the question mark.
        accept_language: the head of that name: the first language counts, as for the finder.
    """
    params = dict(parse_qsl(query.decode("latin-1"), keep_blank_values=True))
    city, figures = loaders.city_data().city, loaders.figures()
    first = re.split(r"[-,;]", accept_language.lower(), maxsplit=1)[0].strip()
    if params.get("lang") not in city.languages:
        params["lang"] = first if first in city.languages else city.default_language
    return Choices.from_params(params, loaders.offer_index(), languages=tuple(city.languages), figures=figures)
