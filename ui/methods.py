"""The methods page's texts."""

from geodata.i18n import Translator


def show(t: Translator) -> None:
    """Chapter by chapter."""
