"""Two indicators at once: a point for every area that has both, and the same numbers as a table."""

from collections.abc import Callable
from dataclasses import dataclass

from geodata.i18n import Translator
from ui.districts.axes import Axis
from ui.districts.plot_table import Mark, Table, component, mount

_SCATTER = component("scatter")


@dataclass(frozen=True)
class Point:
    """An area where its two values meet."""

    key: str
    name: str
    x: float
    y: float
    mark: Mark = ""


@dataclass(frozen=True)
class Scatter:
    """Words and numbers of the plot.

    Attributes:
        label: one sentence that says what the picture shows, for those who do not see it.
        points: areas with both values; the table may have more rows, with a reason.
    """

    label: str
    x: Axis
    y: Axis
    points: tuple[Point, ...]
    table: Table


def show(data: Scatter, *, t: Translator, key: str = "scatter", on_choice: Callable[[str], None] | None = None) -> None:
    """Show it; a click on a point or name calls `on_choice` with the area's key."""
    mount(_SCATTER, data, t=t, key=key, on_choice=on_choice)
