"""Checks inside one table: cells, rules across a row, keys."""

from collections.abc import Iterator

from geodata.schema.city import City
from geodata.schema.columns import Column, Kind
from geodata.schema.fault import Fault
from geodata.schema.raw import RawTable, Row

LIST_SEPARATOR = ";"


def check_rows(raw: RawTable, city: City) -> Iterator[Fault]:
    """Every fault that can be seen without looking at another file."""
    for row in raw.rows:
        for column in raw.table.columns:
            if column.name not in raw.missing:
                yield from _cell(row, column, file=raw.table.file, city=city)
        if not raw.missing:
            yield from _rules(row, raw=raw, city=city)
    yield from _repeated_keys(raw)


def parts(cell: str, column: Column) -> list[str]:
    """The single values of a filled cell: several in a list column, else one."""
    return cell.split(LIST_SEPARATOR) if column.kind is Kind.LIST else [cell]


def _cell(row: Row, column: Column, *, file: str, city: City) -> Iterator[Fault]:
    cell = row.cells[column.name]
    allowed: list[str] = []
    if not cell:
        allowed = ["something, this cell must be filled"] if column.required else []
    elif cell != cell.strip():
        allowed = ["no spaces at the beginning or end"]
    else:
        allowed = list(_not_allowed(cell, column, city=city))
    yield from (Fault(file, row.line, column.name, cell, words) for words in allowed)


def _not_allowed(cell: str, column: Column, *, city: City) -> Iterator[str]:
    values = parts(cell, column)
    if len(set(values)) != len(values):
        yield "each value once"
    if column.check is not None:
        found = (column.check(value, city) for value in values)
        yield from dict.fromkeys(words for words in found if words is not None)


def _rules(row: Row, *, raw: RawTable, city: City) -> Iterator[Fault]:
    for rule in raw.table.rules:
        for name, allowed in rule(row.cells, city):
            yield Fault(raw.table.file, row.line, name, row.cells[name], allowed)


def _repeated_keys(raw: RawTable) -> Iterator[Fault]:
    key = raw.table.key
    if raw.missing.intersection(key):
        return
    first_line: dict[tuple[str, ...], int] = {}
    for row in raw.rows:
        values = tuple(row.cells[name] for name in key)
        if values in first_line:
            allowed = f"each once; also on line {first_line[values]}"
            yield Fault(raw.table.file, row.line, key[0], " / ".join(values), allowed)
        first_line.setdefault(values, row.line)
