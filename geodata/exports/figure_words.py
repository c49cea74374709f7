"""The words of a map figure, finished in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class FigureWords:
    """Plain texts of any length; isolates (FSI … PDI) may stand around names in a language from right to left.

    Attributes:
        language: the reader's, as in `lang`.
        direction: where its lines begin.
        title: name of what is shown.
        estimate: word of the chip; "" for none.
        classes: limits and number of areas of every class of the shading, from the lowest.
        withheld, no_data: what hatching and dots mean, with the number of areas; "" leaves the key out.
        empty: what land is that belongs to no area of the level; "" leaves the key out.
        values: name and value of the areas chosen and compared, by key, or why there is none; one without a text is
            not named in the legend.
        notes: sentences on definition, date, source, bounds; they flow in one paragraph.
        credits: whose data is drawn, under the map.
    """

    language: str
    direction: Literal["ltr", "rtl"]
    title: str
    estimate: str
    classes: tuple[tuple[str, str], ...]
    withheld: str = ""
    no_data: str = ""
    empty: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    credits: str = ""
