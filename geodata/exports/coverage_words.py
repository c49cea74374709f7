"""The sentences of coverage, in the reader's language: who reaches an offer, in which bounds, and why they are apart.

Page, report and command say the same. A span is claimed only where the bounds differ.
"""

from typing import Final

from geodata.coverage.gap_table import GapTable, Row
from geodata.coverage.question import Question
from geodata.exports.coverage_names import (
    group_name,
    mode_name,
    of_group,
    offer_phrase,
    opening_phrase,
    spoken,
    state_name,
    within_phrase,
)
from geodata.exports.coverage_reasons import apart, assumption, due_to, reason
from geodata.i18n import Translator

__all__ = [
    "apart", "area_sentence", "assumption", "due_to", "group_name", "headline", "mode_name", "of_group", "offer_phrase",
    "opening_phrase", "reason", "shares", "spoken", "state_name", "within_phrase",
]  # fmt: skip

_MOST_DIGITS: Final = 2  # decimals of a percentage: a hundredth of a percent is a dozen people


def shares(lower: float, upper: float, *, t: Translator) -> tuple[str, str]:
    """Two shares in [0, 1] as percent, with no more decimals than they need.

    They differ as texts where they differ; only nobody is 0%, only everybody is 100%.
    """
    for digits in range(_MOST_DIGITS):
        texts = _percent(lower, digits, t=t), _percent(upper, digits, t=t)
        false_end = any(_is_false_end(share, digits, t=t) for share in (lower, upper))
        if not false_end and (lower == upper or texts[0] != texts[1]):
            return texts
    return _percent(lower, _MOST_DIGITS, t=t), _percent(upper, _MOST_DIGITS, t=t)


def _percent(share: float, digits: int, *, t: Translator) -> str:
    return t.share(share, digits=0 if share in (0, 1) else digits)


def _is_false_end(share: float, digits: int, *, t: Translator) -> bool:
    """Whether somebody, but not everybody, would be written as 0% or 100%."""
    ends = t.share(0, digits=digits), t.share(1, digits=digits)
    return 0 < share < 1 and t.share(share, digits=digits) in ends


def headline(table: GapTable, t: Translator, *, topic_name: str) -> str:
    """The answer for the whole city in one sentence.

    Args:
        topic_name: name of the topic or section asked for, in the reader's language; "" = any.
    """
    row, parts = table.city, _parts(table.question, t, topic_name=topic_name)
    if not row.residents:
        return t("Nobody of this group lives here: {group}.", group=group_name(table.question.group, t))
    lower, upper = shares(row.share_lower, row.share_upper, t=t)
    if row.lower == row.upper:
        return t("{share} {of_group} reach {offer} {within}.", share=lower, **parts)
    return t("Between {lower} and {upper} {of_group} reach {offer} {within}.", lower=lower, upper=upper, **parts)


def area_sentence(row: Row, table: GapTable, *, name: str, t: Translator, topic_name: str = "") -> str:
    """What is known of one area that is not withheld, and what its span is due to.

    Args:
        name: of the area, as on street signs.
        topic_name: as in `headline`.
    """
    area, parts = t.isolated(name), _parts(table.question, t, topic_name=topic_name)
    if not row.residents:
        return t("{area}: nobody of this group lives there.", area=area)
    lower, upper = shares(row.share_lower, row.share_upper, t=t)
    if row.lower == row.upper:
        return t("In {area} {share} {of_group} reach {offer} {within}.", area=area, share=lower, **parts)
    span = t(
        "In {area} {lower} to {upper} {of_group} reach {offer} {within}.", area=area, lower=lower, upper=upper, **parts
    )
    return f"{span} {due_to(row, table, t=t)}"


def _parts(question: Question, t: Translator, *, topic_name: str) -> dict[str, str]:
    within = within_phrase(question, t)
    if question.opening is not None:
        within = t("{within}, {opening}", within=within, opening=opening_phrase(question.opening, t))
    return {
        "of_group": of_group(question.group, t),
        "offer": offer_phrase(question, t, topic_name=topic_name),
        "within": within,
    }
