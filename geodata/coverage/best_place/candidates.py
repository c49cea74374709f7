"""Places where an offer could be opened."""

from collections.abc import Sequence
from typing import Final, Literal, get_args

import numpy as np

from geodata.coverage.catchments import Catchments, Places
from geodata.coverage.offers import Offers, distinct_places

Kind = Literal["anywhere", "existing", "houses"]
"""anywhere: every populated cell and every existing place; existing: facilities that hold an offer now;
houses: those of them that hold an offer of some topics, such as libraries and schools."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


def candidates_of(catchments: Catchments, offers: Offers, *, kind: Kind, topics: Sequence[str] = ()) -> Places:
    """Places of a kind, ascending: facilities come before cells.

    Args:
        offers: those that exist; a facility all of whose offers are gone is no existing place.
        topics: codes, for `houses`; any of them will do.
    """
    here = ~offers.gone
    if kind == "houses":
        here = here & np.isin(offers.topics, list(topics))
    facilities = len(catchments.facility_ids)
    places = distinct_places(offers, here)
    existing = places[places < facilities]
    if kind != "anywhere":
        return existing
    return np.concatenate([existing, np.arange(facilities, facilities + len(catchments.cells), dtype=np.intp)])
