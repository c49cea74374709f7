"""One thing that is wrong in the data, and how it is printed."""

from dataclasses import dataclass

_SHOWN_CHARACTERS = 80
"""Longer values are cut when printed, so that one fault stays one readable line."""


@dataclass(frozen=True)
class Fault:
    """A value that cannot stay, where it stands, and what would be allowed there.

    Attributes:
        file: name of the file inside the data directory.
        row: line number in the file (the header is 1); number of the feature in a GeoJSON; 0 = the whole file.
        column: column, or dotted key in a TOML file; empty when the whole row is meant.
        value: what stands there now.
        allowed: what may stand there, in words.
    """

    file: str
    row: int
    column: str
    value: str
    allowed: str

    def __str__(self) -> str:
        shown = self.value if len(self.value) <= _SHOWN_CHARACTERS else self.value[:_SHOWN_CHARACTERS] + "…"
        return f"{self.file}:{self.row}:{self.column}: {shown!r}; allowed: {self.allowed}"
