"""What can be done with the answer, and what stands below table and map, one panel behind the other."""

from geodata.i18n import Translator
from ui.coverage import best_place, effect, left_behind, more_figures, overview, stability, take_away, what_if
from ui.coverage.view import View


def acts(view: View, t: Translator) -> None:
    """Change the offers, and take the answer away."""
    what_if.show(view, t)
    take_away.show(view, t)


def show(view: View, t: Translator) -> None:
    """Every panel looks at the same question in its own way."""
    for panel in (effect, more_figures, overview, left_behind, stability, best_place):
        panel.show(view, t)
