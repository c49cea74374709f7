"""All areas with their value and bounds: a table with a bar in every row."""

from collections.abc import Callable
from dataclasses import dataclass

from geodata.i18n import Translator
from ui.districts.axes import Axis
from ui.districts.plot_table import Table, component, mount

_RANKING = component("ranking")


@dataclass(frozen=True)
class Ranking:
    """Words and numbers of the ranking.

    Attributes:
        table: rows with `fill`, `value`, `lower`, `upper`, or with `reason`; `foot` is the whole city.
        axis: of the bars; its line is the whole city's value, dotted through all rows, unless that is a sum of them.
        bar_title: head of the bars for those who do not see them.
        palette: colour of every class, as on the map.
    """

    table: Table
    axis: Axis
    bar_title: str
    palette: tuple[str, ...]


def show(data: Ranking, *, t: Translator, key: str = "ranking", on_choice: Callable[[str], None] | None = None) -> None:
    """Show it; a click on a name calls `on_choice` with the area's key."""
    mount(_RANKING, data, t=t, key=key, on_choice=on_choice)
