"""What is wrong in a scenario's file, in the reader's words: where, what was found, and what to do."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from geodata.coverage.scenario.fault import ScenarioFault
from geodata.i18n import N_, Translator

MESSAGES: Final[Mapping[str, str]] = {
    # the file
    "too_large": N_("The file is larger than a scenario can be. {allowed} bytes is the most."),
    "not_utf8": N_("The letters are not stored in UTF-8. Choose a file that was downloaded here."),
    "not_json": N_("This is no scenario. Choose a file that was downloaded here."),
    "not_an_object": N_("Fields with names must stand here, in curly brackets."),
    "wrong_version": N_("The file is of another version. This page reads version {allowed}."),
    "too_many_changes": N_("A scenario has {allowed} changes at most."),
    # its fields
    "missing_field": N_("This field is missing."),
    "unknown_field": N_("There is no such field. Fields are: {allowed}"),
    "repeated_field": N_("This field stands twice. Keep one."),
    "not_text": N_("A text in quotation marks must stand here."),
    "empty": N_("Something must stand here."),
    "too_long": N_("This is too long. {allowed} is the most."),
    "control_character": N_("This holds signs that cannot be shown. Write it again."),
    "not_a_list": N_("A list in square brackets must stand here."),
    "unknown_change": N_("There is no such change. Changes are: {allowed}"),
    "unknown_language": N_("No language has this code. Write a code of ISO 639, such as de, ar or prs."),
    "wrong_hours": N_("These are no opening hours. Write them like this: Mo-Fr 09:00-12:00"),
    "not_a_hash": N_("The checksum of a table is damaged. Download the scenario once more."),
    # beside our tables
    "unknown_offer": N_("Our tables do not have this offer. Perhaps it was taken out."),
    "known_offer": N_("This id is taken. A new offer needs one of its own, such as new-1."),
    "unknown_place": N_("Our tables do not have this facility. Perhaps it was taken out."),
    "empty_cell": N_("Nobody lives in this 100 m cell. Choose one in which somebody lives."),
    "unknown_section": N_("There is no such section. Sections are: {allowed}"),
    "unknown_topic": N_("This topic is not in the section. Topics are: {allowed}"),
}
"""Code → sentence; `{allowed}` is filled from the fault."""

_MOST: Final = 60
"""A longer list is not read; the number above it tells how many there are."""


def message(fault: ScenarioFault, t: Translator) -> str:
    """The sentence: what is wrong, and what to do."""
    allowed = (t.number(int(each)) if each.isdigit() else each for each in fault.allowed)
    return t(MESSAGES[fault.code], allowed=t.listed(allowed))


def fault_table(faults: Sequence[ScenarioFault], t: Translator) -> str:
    """HTML of the faults: number of the change, field, what was found, what to do."""
    names = [escape(head) for head in (t("Change"), t("Field"), t("Found"), t("What to do"))]
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in names)
    body = "".join(_row(fault, names, t=t) for fault in faults[:_MOST])
    return (
        f'<table class="f-table f-stacked" role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(fault: ScenarioFault, names: Sequence[str], *, t: Translator) -> str:
    number, field = fault.where
    cells = (t.number(number) if number else "", field, fault.value, message(fault, t))
    return (
        '<tr role="row">'
        + "".join(
            f'<td role="cell" data-label="{name}">{f"<bdi>{escape(cell)}</bdi>" if cell else ""}</td>'
            for name, cell in zip(names, cells, strict=True)
        )
        + "</tr>"
    )
