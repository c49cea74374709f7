"""What is wrong with a call sheet that came back: one sentence each, in the reader's language."""

from collections.abc import Mapping
from typing import Final

from geodata.coverage.worklist.answer_fault import AnswerFault
from geodata.i18n import N_, Translator

MESSAGES: Final[Mapping[str, str]] = {
    "empty_file": N_("The file is empty. Save the call sheet again and choose it once more."),
    "too_large": N_("The file is larger than {allowed} bytes. A call sheet needs less."),
    "not_a_table": N_("This is no CSV file. Save the call sheet as “CSV UTF-8”."),
    "wrong_encoding": N_("The letters are not stored in UTF-8. Save the file as “CSV UTF-8”."),
    "broken_quotes": N_("A quotation mark has no partner in this row or below."),
    "too_many_rows": N_("The file has more than {allowed} lines. Read it in parts."),
    "missing_column": N_("A column is missing. The first row must name: {allowed}"),
    "repeated_column": N_("Two columns have this name. Keep one."),
    "more_cells": N_("This row has more cells than the head. Put the answer in quotation marks."),
    "no_answers": N_("No line has an answer yet. Fill the column “answer” and choose the file once more."),
    "no_service": N_("Here is an answer but no service_id. Copy the line from the call sheet again."),
    "unknown_service": N_("No offer has this service_id. Copy it from the call sheet."),
    "other_facility": N_("This offer belongs to another facility: {allowed}. Were the columns sorted apart?"),
    "unknown_question": N_("This question is not known. Possible are: {allowed}"),
    "answered_twice": N_("An earlier line gives another answer to this question. Keep one of them."),
    "unknown_language": N_("This is no language. Write codes such as ar, de, ru, or German names of languages."),
    "wrong_hours": N_("These are no opening hours as OpenStreetMap writes them. An example: Mo-Fr 09:00-12:00; Th 14:00-18:00"),  # noqa: E501 - one message, one line
    "not_yes_or_no": N_("Write yes or no."),
    "no_date": N_("Write the day of the call, as year-month-day: 2026-12-31"),
    "wrong_date": N_("This is no day. Write it as year-month-day: 2026-12-31"),
    "future_date": N_("This day has not come yet. Write the day of the call."),
}  # fmt: skip
"""By the code of an `AnswerFault`."""


def answer_fault_sentence(fault: AnswerFault, t: Translator) -> str:
    """What is wrong, and what to write instead."""
    allowed = (t.number(int(each)) if each.isdecimal() else each for each in fault.allowed)
    return t(MESSAGES[fault.code], allowed=t.isolated(t.listed(allowed)))
