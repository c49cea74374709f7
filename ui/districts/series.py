"""Values over time: lines within one definition only, breaks between definitions, and the same numbers as a table."""

from collections.abc import Callable
from dataclasses import dataclass

from geodata.i18n import Translator
from ui.districts.axes import Axis
from ui.districts.plot_table import Mark, Table, component, mount

_SERIES = component("series")


@dataclass(frozen=True)
class Moment:
    """A value at a date (`axes.day_of`); an estimate is drawn hollow, with its bounds where it has them."""

    x: float
    value: float
    lower: float | None = None
    upper: float | None = None
    estimated: bool = False


@dataclass(frozen=True)
class Line:
    """One area within one definition, by date; a single point stands alone. An area may have several lines."""

    key: str
    name: str
    points: tuple[Moment, ...]
    mark: Mark = ""


@dataclass(frozen=True)
class Break:
    """Where the definition changes, between two dates, and the words that say so, in a numbered list under the plot."""

    x: float
    text: str


@dataclass(frozen=True)
class Series:
    """Words and numbers of the plot; `label` says what the picture shows, for those who do not see it."""

    label: str
    x: Axis
    y: Axis
    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]
    table: Table


def show(data: Series, *, t: Translator, key: str = "series", on_choice: Callable[[str], None] | None = None) -> None:
    """Show it; a click on a name calls `on_choice` with the area's key."""
    mount(_SERIES, data, t=t, key=key, on_choice=on_choice)
