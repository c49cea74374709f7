"""What is wrong with a question or with the file of an analysis: one sentence each, in the reader's language."""

from collections.abc import Mapping
from typing import Final

from geodata.coverage.analysis_parts import AnalysisFault
from geodata.coverage.question import Wrong
from geodata.i18n import N_, Translator

WRONG: Final[Mapping[str, str]] = {
    "section": N_("There is no section “{value}”. Possible are: {allowed}."),
    "topic": N_("This section has no topic “{value}”. Possible are: {allowed}."),
    "group": N_("There is no group “{value}”. Possible are: {allowed}."),
    "mode": N_("“{value}” is no way to get there. Possible are: {allowed}."),
    "minutes": N_("“{value}” minutes cannot be. Write a whole number: {allowed}."),
    "wished_share": N_("“{value}” is no share of people. Write a number above 0 and up to 1, such as 0.5."),
    "language": N_("“{value}” is no language code of ISO 639. Codes are, for example: ar, de, prs."),
    "level": N_("There is no level “{value}”. Possible are: {allowed}."),
    "opening": N_("“{value}” is no opening time. Write it like this: Th 16:00, or Th 16:00-18:00."),
    "report": N_("There is no report in the language “{value}”. Possible are: {allowed}."),
}
"""By the parameter of a `Wrong`."""

FAULTS: Final[Mapping[str, str]] = {
    "too_large": N_("The file is too large for an analysis: {value} bytes, at most {allowed}."),
    "not_json": N_("The file is no JSON. Choose the file analysis.json that was downloaded with a report."),
    "not_an_object": N_("There must be an object in braces here: {where}."),
    "not_this_kind": N_("This is no analysis of this version. The field “kind” must be: {allowed}."),
    "missing_field": N_("A field is missing: {where}."),
    "unknown_field": N_("This field is not known: {where}. Possible are: {allowed}."),
    "repeated_field": N_("This field is there twice: {where}."),
    "not_text": N_("{where} must be a text in quotation marks, not “{value}”."),
    "not_whole": N_("{where} must be a whole number, not “{value}”."),
    "not_a_number": N_("{where} must be a number, not “{value}”."),
    "not_yes_or_no": N_("{where} must be true or false, not “{value}”."),
    "not_texts": N_("{where} must be a list of texts, not “{value}”."),
    "not_a_hash": N_("{where} must be a SHA-256: 64 digits from 0 to f."),
}
"""By the code of an `AnalysisFault`."""


def fault_sentence(fault: object, t: Translator) -> str:
    """One sentence on what is wrong, what was found and what is allowed.

    Args:
        fault: one of `Wrong`, `AnalysisFault`, or a fault of the scenario inside an analysis.
    """
    if not isinstance(fault, Wrong | AnalysisFault):
        return t("The scenario in the analysis cannot be used: {fault}.", fault=t.isolated(str(fault)))
    value, allowed = t.isolated(fault.value), t.isolated(", ".join(fault.allowed))
    if isinstance(fault, Wrong):
        return t(WRONG[fault.parameter], value=value, allowed=allowed)
    where = t.isolated(fault.where or "{ … }")
    return t(FAULTS[fault.code], where=where, value=value, allowed=allowed)


def changed_sentence(name: str, t: Translator) -> str:
    """That a file is another one now than when an analysis was made."""
    return t("{file} has changed since this analysis was made. The numbers may be others now.", file=t.isolated(name))
