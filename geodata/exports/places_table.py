"""The found offers as tables: CSV, and XLSX with a sheet that says what it is. Same offers, same bytes."""

import pandas as pd

from geodata.exports.places_found import Found, clean
from geodata.exports.places_words import about_lines, cells_of, heads
from geodata.exports.tables import to_csv
from geodata.exports.workbook import to_workbook


def csv_of(found: Found) -> bytes:
    """One line an offer, heads and cells in the reader's language, coordinates (WGS 84) with decimal points."""
    return to_csv(_rows(found), heads(found.t))


def workbook_of(found: Found) -> bytes:
    """The same cells as XLSX, and on a second sheet what was asked, in which language, and the credits."""
    t = found.t
    return to_workbook(
        _rows(found),
        heads(t),
        notes=[(found.about.title, line) for line in about_lines(found)],
        sheets=(t("Offers"), t("About this file")),
        right_to_left=t.direction == "rtl",
    )


def _rows(found: Found) -> pd.DataFrame:
    cells = [cells_of(found, offer, place=place) for offer, place in found.pairs]
    cleaned = [{name: clean(cell) if isinstance(cell, str) else cell for name, cell in row.items()} for row in cells]
    return pd.DataFrame(cleaned, columns=list(heads(found.t)), dtype=object)
