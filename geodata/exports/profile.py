"""The district profile: one or two A4 pages about one area, as finished words.

Everything here is already in the reader's language and formatted; `geodata.adapters.typesetting` makes the PDF and
`profile.typ` beside this module is its template. No word says when the file was made: same input, same bytes.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal

State = Literal["", "withheld", "no-data"]


@dataclass(frozen=True)
class Bar:
    """A value and its bounds in [0, 1] of the scale that the column's head names; without bounds all are equal.

    Raises:
        ValueError: not 0 <= lower <= value <= upper <= 1.
    """

    lower: float
    value: float
    upper: float

    def __post_init__(self) -> None:
        if not 0 <= self.lower <= self.value <= self.upper <= 1:  # NaN fails too
            raise ValueError(f"A bar needs 0 <= lower <= value <= upper <= 1, not {self}.")


@dataclass(frozen=True)
class Row:
    """One line of a table.

    Args:
        cells: one text a column: what it is, then numbers with unit and bounds.
        basis: definition, date and source of this line's numbers; printed small below the first cell.
        bar: the drawing beside the numbers, which stand in `cells` too: the drawing says nothing new.
        state: why there is no number: known but withheld, or not known.
        chosen: this is the area that the profile is about.
    """

    cells: tuple[str, ...]
    basis: str = ""
    bar: Bar | None = None
    state: State = ""
    chosen: bool = False


@dataclass(frozen=True)
class KeyTable:
    """A table of numbers.

    Args:
        heads: one text a column.
        bar_head: the head of the column of bars, naming its scale such as "0 to 40%"; empty: no such column.
        basis: definition, date and source of all its numbers; where empty, every row says its own.

    Raises:
        ValueError: no title, a row with another number of cells than there are heads, or a number without its basis.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    basis: str = ""
    note: str = ""
    bar_head: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A table without title.")
        for row in self.rows:
            if len(row.cells) != len(self.heads):
                raise ValueError(f"{self.title}: {len(self.heads)} columns, but the row {row.cells} has others.")
            if not (self.basis or row.basis):
                raise ValueError(f"{self.title}: {row.cells} has numbers without definition, date and source.")


@dataclass(frozen=True)
class Picture:
    """The map as SVG, what it shows in words for those who do not see it, and the line below it.

    Raises:
        ValueError: `alternative` is empty.
    """

    svg: bytes
    alternative: str
    caption: str

    def __post_init__(self) -> None:
        if not self.alternative.strip():
            raise ValueError("A picture needs an alternative text.")


@dataclass(frozen=True)
class Profile:
    """All words of one district profile.

    Args:
        language: code of the reader's language, such as "ar".
        direction: "ltr" or "rtl": on which side lines and the page begin.
        title: the area's name.
        subtitle: level, city, what this paper is.
        headline: the answer in one sentence, with its number.
        headline_basis: definition, date and source of that number.
        caution: what the reader must know before quoting, such as that values are estimates; empty: nothing.
        sources_title, sources: heading and one line for each: definition, date, source, licence.
        footer: credits and where the same figures stand.

    Raises:
        ValueError: title, headline or its basis is empty: PDF/UA asks for the first, the planner for the others.
    """

    language: str
    direction: Literal["ltr", "rtl"]
    title: str
    subtitle: str
    headline: str
    headline_basis: str
    tables: tuple[KeyTable, ...]
    sources_title: str
    sources: tuple[str, ...]
    picture: Picture | None = None
    caution: str = ""
    footer: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        needed = ("title", "headline", "headline_basis", *(("sources_title",) if self.sources else ()))
        for name in needed:
            if not getattr(self, name).strip():
                raise ValueError(f"A profile without {name}.")


def to_fields(profile: Profile) -> dict[str, Any]:
    """The profile as plain lists, texts and numbers for the template; the SVG itself is left out."""
    fields = dataclasses.asdict(profile)
    if fields["picture"]:
        del fields["picture"]["svg"]
    return fields
