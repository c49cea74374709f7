"""Names of a figure's sources, as they stand beside its numbers."""

from geodata.i18n import Translator
from ui import loaders
from ui.districts.own_figures import own_table
from ui.districts.view import View


def source_names(view: View, t: Translator) -> list[str]:
    """The sources of the figure shown; an office's own table by the words of whoever brought it."""
    codes, own = view.edition.rows["source"].iloc[0], own_table()
    if own is not None and codes == own.rows["source"].iloc[0]:
        return [own.source]
    sources = loaders.city_data().definitions["data_source"]
    return [sources[code]["name"][t.language] for code in codes]
