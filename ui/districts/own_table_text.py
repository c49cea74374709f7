"""Words about the office's own table: its faults with their places, and what is shown of it."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from geodata.districts.own_table.fault import TableFault
from geodata.i18n import N_, Translator
from ui import loaders
from ui.districts.own_figures import OwnTable

ANSWERS: Final = {
    "definition": N_("Who is counted (definition)"),
    "date": N_("As of which day"),
    "source": N_("Where the table comes from"),
}
"""What is asked for with a table; also what a fault of an answer calls its column."""

_MOST_FAULTS: Final = 60
"""A longer list is not read; the number above it tells how many there are."""


def fault_table(faults: Sequence[TableFault], t: Translator) -> str:
    """HTML of the faults: sheet, row, column, what was found, what to do."""
    heads = [t("Sheet"), t("Row"), t("Column"), t("Found"), t("What to do")]
    names = [escape(head) for head in heads]
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    body = "".join(_row(fault, names, t=t) for fault in faults[:_MOST_FAULTS])
    return (
        f'<table class="f-table f-stacked" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(fault: TableFault, names: Sequence[str], *, t: Translator) -> str:
    answer = ANSWERS.get(fault.column)
    column = t(answer) if answer else fault.column
    cells = (fault.sheet, t.number(fault.row) if fault.row else "", column, fault.found[:80], fault.message(t))
    return (
        '<tr role="row">'
        + "".join(
            f'<td role="cell" data-label="{name}"><bdi>{escape(cell)}</bdi></td>'
            for name, cell in zip(names, cells, strict=True)
        )
        + "</tr>"
    )


def _as_it_is(text: str) -> str:
    """What a reader wrote, with nothing in it that Markdown would take for a picture or a link."""
    return re.sub(r"([^\w\s])", r"\\\1", text)


def kept_sentences(own: OwnTable, t: Translator) -> Iterator[str]:
    """What is shown of a table, what is not, and where it comes from."""
    rows = own.rows
    shown = int(rows["value"].notna().sum())
    withheld = list(rows.loc[rows["suppressed"] == "yes", "district_key"])
    names = loaders.area_names("district")
    missing = [name for key, name in names.items() if key not in set(rows["district_key"])]
    definition = loaders.city_data().definitions["definition"][rows["definition"].iloc[0]]["name"][t.language]
    yield t(
        "**{file}** is shown in this session: {n} districts, as of {date}.",
        file=_as_it_is(own.file),
        n=t.number(shown),
        date=t.date(rows["reference_date"].iloc[0]),
    )
    yield t("Definition: {name}.", name=definition) + " " + t("Source: {name}.", name=_as_it_is(own.source))
    if withheld:
        yield t(
            "Not shown, because too few people stand behind it: {names}.", names=t.join(names[key] for key in withheld)
        )
    if missing:
        yield t("The table says nothing about: {names}.", names=t.join(missing))
    yield t("Our estimate steps back as long as this table is here.")
