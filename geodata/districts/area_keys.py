"""What the key of an area says: its level, and which area it lies in.

"00" is the whole city, "04" a district, "04-301" a polling district of the district "04".
"""

from typing import Final, Literal

from geodata.schema import WHOLE_CITY

Level = Literal["city", "district", "polling_district"]

DISTRICT: Final = "district"
POLLING_DISTRICT: Final = "polling_district"
_BETWEEN: Final = "-"


def level_of(key: str) -> Level:
    """The level of geography that an area belongs to."""
    if key == WHOLE_CITY:
        return "city"
    return POLLING_DISTRICT if _BETWEEN in key else DISTRICT


def contains(outer: str, inner: str) -> bool:
    """Whether the area `inner` is a part of the other area `outer`; no area is a part of itself."""
    if outer == inner:
        return False
    return outer == WHOLE_CITY or inner.startswith(outer + _BETWEEN)
