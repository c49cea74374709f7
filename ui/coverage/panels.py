"""What stands below table and map, one panel behind the other."""

from geodata.i18n import Translator
from ui.coverage import left_behind, more_figures, overview, stability
from ui.coverage.view import View


def show(view: View, t: Translator) -> None:
    """Every panel answers the same question in its own way."""
    for panel in (more_figures, overview, left_behind, stability):
        panel.show(view, t)
