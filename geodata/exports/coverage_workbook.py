"""The gap table as a workbook: numbers on one sheet; question, meaning and inputs on a second."""

from geodata.exports.coverage_answer import Answer
from geodata.exports.coverage_meaning import meaning
from geodata.exports.coverage_names import group_name, state_name
from geodata.exports.coverage_parameters import parameters
from geodata.exports.coverage_table import frame_of
from geodata.exports.coverage_words import headline, reason
from geodata.exports.workbook import to_workbook
from geodata.i18n import Translator


def workbook_of(answer: Answer, t: Translator) -> bytes:
    """The table as XLSX; a row that is withheld has its key, its name and its state."""
    rows = frame_of(answer).rename(columns={"share_lower": "lower", "share_upper": "upper"})
    return to_workbook(
        rows.assign(
            name=[answer.names[key] for key in rows["district_key"]],
            state=[state_name(state, t) for state in rows["state"]],
            unit="share",
        ),
        _columns(answer, t),
        notes=_notes(answer, t),
        sheets=(t("Values"), t("Definitions")),
        right_to_left=t.direction == "rtl",
    )


def _columns(answer: Answer, t: Translator) -> dict[str, str]:
    """Column → head, in order."""
    return {
        "district_key": t("Key"),
        "name": t("Area"),
        "residents": group_name(answer.analysis.question.group, t),
        "covered_lower": t("Reach it, at least"),
        "covered_upper": t("Reach it, at most"),
        "lower": t("Share, at least"),
        "upper": t("Share, at most"),
        "nearest_median_min": t("Minutes to the nearest that surely fits (median)"),
        "unknown_offers": t("Offers that make the bounds differ"),
        "state": t("State"),
    }


def _notes(answer: Answer, t: Translator) -> list[tuple[str, str]]:
    """Head and text, a line each."""
    topic = answer.topic_name(t.language)
    said = f"{headline(answer.table, t, topic_name=topic)} {reason(answer.table, t)}"
    meant = [(t("Meaning"), sentence) for sentence in meaning(answer, t)]
    hashes = [(f"SHA-256 {name}", digest) for name, digest in sorted(answer.analysis.inputs.items())]
    credits_ = (t("Credits"), " · ".join(answer.city.attribution))
    return [(t("Answer"), said), *parameters(answer, t), *meant, *hashes, credits_]
