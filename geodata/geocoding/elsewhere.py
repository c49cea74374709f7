"""Whether an address lies in another city: a postal code that is not ours, or a place name nobody here bears.

There is no list of the world's cities. What stands behind an address and is nothing in this city is taken for another
city's name, unless our city or one of our postal codes is named too, or it says where in a building.
"""

import re
from typing import Final

from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.normalise import loose_key, normalise
from geodata.geocoding.query import COUNTRY, POSTCODE, Reading, is_city
from geodata.geocoding.sounds import skeletons, sound_key

_LONGEST_SHOWN: Final = 300  # letters; no address is longer, and a reason is one line
_MOST_TOKENS: Final = 16  # so that at most 136 spans are compared
_IN_BUILDING: Final = frozenset("""
    og ug eg dg stock stockwerk etage erdgeschoss obergeschoss untergeschoss dachgeschoss keller souterrain
    haus hinterhaus vorderhaus seitenfluegel anbau hof hinterhof innenhof gebaeude eingang aufgang treppe tuer
    raum zimmer zi buero wohnung whg apartment app links rechts mitte nr
    floor room flat building entrance etasch kwartira kw podezd ofis tabk schkh
""".split())  # fmt: skip
"""Where in a building, in normal form: German, English, Russian and Arabic words by their Latin letters."""


def foreign_postal_code(text: str, gazetteer: Gazetteer) -> str:
    """The first postal code in `text` that is none of the city's, or ""; "" too where the city's are not known."""
    codes = POSTCODE.findall(normalise(text)) if gazetteer.postal_codes else []
    return next((code for found in codes if (code := found.removeprefix("d-")) not in gazetteer.postal_codes), "")


def names_city(text: str, gazetteer: Gazetteer) -> bool:
    """Whether the city, or one of its postal codes, is named in `text`."""
    words = normalise(text).replace(",", " ").split()
    return any(word.removeprefix("d-") in gazetteer.postal_codes for word in words) or any(
        is_city(word, city=gazetteer.city, typed=text) for word in words
    )


def unknown_behind(reading: Reading, gazetteer: Gazetteer) -> str:
    """The words behind the address that are nothing in this city, or ""."""
    return next((part for part in reading.behind if not is_known(part, gazetteer)), "")


def unknown_before(reading: Reading, gazetteer: Gazetteer) -> str:
    """The words before the address that are nothing in this city (often who lives there), or ""."""
    before = (part for part in reading.around if part not in reading.behind)
    return next((part for part in before if not is_known(part, gazetteer)), "")


def may_become_city(part: str, gazetteer: Gazetteer) -> bool:
    """Whether a half-typed part may become the city's name, in any script, or a quarter's."""
    city = {loose_key(gazetteer.city), sound_key(gazetteer.city), *skeletons(gazetteer.city)}
    begun = {loose_key(part), sound_key(part), *skeletons(part)} - {""}
    return any(whole.startswith(key) for whole in city for key in begun) or bool(gazetteer.quarters.starting_with(part))


def as_typed(words: str, text: str) -> str:
    """The words of `text` whose normal form is `words`; `words` itself where they cannot be told."""
    tokens = text[:_LONGEST_SHOWN].split()[:_MOST_TOKENS]
    spans = (tokens[start:end] for start in range(len(tokens)) for end in range(start + 1, len(tokens) + 1))
    pieces = (" ".join(span).strip(" ,،;") for span in spans)
    return next((piece for piece in pieces if normalise(piece) == words), words)


def is_known(part: str, gazetteer: Gazetteer) -> bool:
    """Whether the words name something in this city, the city itself, or where in a building."""
    words = [word for word in re.findall("[a-z]+", part) if len(word) > 1 and word not in COUNTRY]
    name = " ".join(word for word in words if not is_city(word, city=gazetteer.city, typed=word))
    if not name or not _IN_BUILDING.isdisjoint(words):
        return True
    indexes = (gazetteer.quarters, gazetteer.streets, gazetteer.places)
    return any(index.exact(spelling).entries for index in indexes for spelling in (part, name))
