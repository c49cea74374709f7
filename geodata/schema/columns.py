"""Columns and tables as they are declared once, for reading, writing and checking."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from geodata.schema.city import City

Check = Callable[[str, City], str | None]
"""Looks at one filled cell; says what would be allowed if the cell cannot stay, else None."""

RowRule = Callable[[Mapping[str, str], City], Iterator[tuple[str, str]]]
"""Looks at one row; yields (column, what would be allowed) for each thing that cannot stay."""


class Kind(Enum):
    """How a cell is read: TEXT → str, LIST → tuple of str (separated by `;`), NUMBER → float."""

    TEXT = "text"
    LIST = "list"
    NUMBER = "number"


@dataclass(frozen=True)
class Reference:
    """Where the codes of a column must exist: in one of the files; `also` are codes allowed besides."""

    file: str
    column: str
    also: frozenset[str] = frozenset()
    or_file: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """All files that may hold a code."""
        return (self.file, self.or_file) if self.or_file else (self.file,)


@dataclass(frozen=True)
class Column:
    """One column; an empty cell means "unknown" and is allowed unless `required`.

    Attributes:
        check: applied to each filled cell, in a list column to each of its parts.
        reference: where the codes must exist, if the column points to another table.
        optional: the file may do without the column; then nothing is known of it in any row.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    check: Check | None = None
    reference: Reference | None = None
    optional: bool = False


@dataclass(frozen=True)
class Table:
    """One CSV file: its columns in order, the columns that name a row, and rules across columns."""

    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rules: tuple[RowRule, ...] = field(default=())

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Column names in the order in which they are written."""
        return tuple(column.name for column in self.columns)
