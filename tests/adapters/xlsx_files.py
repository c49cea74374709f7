"""Files as offices and others send them: made by openpyxl, so that our reader is not tested with our own writer."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

HEAD = ("key", "name", "numerator", "denominator")
ROWS = ((1, "Innenstadt", 1638, 8924), ("02", "Oststadt", "1946", 14270.0))


def xlsx(
    change: Callable[[Worksheet], object] = lambda sheet: None, *, rows: Sequence[object] = (HEAD, *ROWS)
) -> bytes:
    """A workbook with one sheet "Daten", changed before it is saved."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Daten"
    for row in rows:
        sheet.append(row)  # type: ignore[arg-type]
    change(sheet)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_parts(content: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """The same archive with parts replaced or added (bytes) or left out (None)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            if part is not None:
                new.writestr(name, part)
    return buffer.getvalue()


def part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)
