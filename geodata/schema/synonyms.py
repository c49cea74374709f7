"""Columns of `synonyms.csv`: everyday words of each language, and what they mean in this directory.

What `means` holds depends on `kind`: words that are searched too (no kind; `similar`: the nearest to something that is
not in the directory), codes of topics (`topic`) or sections (`section`), the name of a place (`place`), a language
(`language`), numbers to call, in order (`distress`), or offers that help with anything (`way_out`).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from geodata.schema import cells
from geodata.schema.city import City
from geodata.schema.columns import Column, Kind, Table
from geodata.schema.fault import Fault
from geodata.schema.languages import language_codes
from geodata.schema.raw import RawTable
from geodata.schema.rows import LIST_SEPARATOR

KINDS: Final = frozenset({"topic", "section", "place", "language", "similar", "distress", "way_out"})

_NUMBER: Final = re.compile("[0-9]{3,15}")
_LETTER: Final = re.compile(r"[^\W_]|\*")


def _language(cell: str, city: City) -> str | None:
    return None if cell in city.languages else f"one of the city's languages: {', '.join(city.languages)}"


def _letters(cell: str, _city: City) -> str | None:
    return None if _LETTER.search(cell) else "a text with at least one letter"


def _means(row: Mapping[str, str], _city: City) -> Iterator[tuple[str, str]]:
    """Numbers and languages can be checked without another file."""
    for meant in row["means"].split(LIST_SEPARATOR) if row["means"] else ():
        if row["kind"] == "distress" and not _NUMBER.fullmatch(meant):
            yield "means", "numbers to call, digits only, such as 110;116016"
        if row["kind"] == "language" and meant not in language_codes():
            yield "means", "a language code of ISO 639, such as de, ar or prs"


SYNONYMS: Final = Table(
    file="synonyms.csv",
    key=("language", "word", "kind"),
    rules=(_means,),
    columns=(
        Column("language", required=True, check=_language),
        Column("word", required=True, check=_letters),
        Column("means", Kind.LIST, required=True, check=_letters),
        Column("kind", check=cells.one_of(KINDS)),
    ),
)


def check_synonyms(raw: RawTable, tables: Mapping[str, RawTable]) -> Iterator[Fault]:
    """Rows that name a topic, a section or an offer that is in no other table."""
    terms = tables["taxonomy.csv"].rows
    allowed = {
        "topic": frozenset(row.cells["code"] for row in terms if row.cells["parent_code"]),
        "section": frozenset(row.cells["code"] for row in terms if not row.cells["parent_code"]),
        "way_out": frozenset(row.cells["service_id"] for row in tables["services.csv"].rows),
    }
    words = {"topic": "a topic of taxonomy.csv", "section": "a section of taxonomy.csv",
             "way_out": "a service_id of services.csv"}  # fmt: skip
    for row in raw.rows:
        kind, means = row.cells["kind"], row.cells["means"]
        there = allowed.get(kind)  # nothing is there when the other table cannot be read: that is one fault, not many
        if there and means and not there.issuperset(means.split(LIST_SEPARATOR)):
            yield Fault(raw.table.file, row.line, "means", means, words[kind])
