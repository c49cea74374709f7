"""The gap table as it is drawn: every district with a range bar, sortable, a row leads to its district."""

from collections.abc import Callable
from dataclasses import dataclass

from geodata.i18n import Translator
from ui.districts.plot_table import Table, component, mount

_GAPS = component("gaps", folder="coverage")


@dataclass(frozen=True)
class Gaps:
    """Words and numbers of a table with range bars.

    Attributes:
        table: rows with `lower` and `upper` in [0, 1], or with `reason`; `foot` is the whole city.
        bar_title: head of the bars.
        bar_at: behind how many cells the bars stand.
    """

    table: Table
    bar_title: str
    bar_at: int


def show(data: Gaps, *, t: Translator, key: str = "gaps", on_choice: Callable[[str], None] | None = None) -> None:
    """Show it; a click on a name calls `on_choice` with the district's key."""
    mount(_GAPS, data, t=t, key=key, on_choice=on_choice)
