"""A sortable table of areas, linked with the map, without any drawing."""

from collections.abc import Callable
from dataclasses import dataclass

from geodata.i18n import Translator
from ui.districts.plot_table import Table, component, mount

_TABLE = component("area_table", folder="coverage")


@dataclass(frozen=True)
class AreaTable:
    """Words and numbers; `foot` is the whole city."""

    table: Table


def show(data: AreaTable, *, t: Translator, key: str, on_choice: Callable[[str], None] | None = None) -> None:
    """Show it; a click on a name calls `on_choice` with the district's key."""
    mount(_TABLE, data, t=t, key=key, on_choice=on_choice)
