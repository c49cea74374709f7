"""Words for whom to ask first: what is asked, and what the answers would settle."""

from collections.abc import Mapping
from typing import Final

from geodata.coverage.worklist import Worklist
from geodata.exports.coverage_words import shares
from geodata.i18n import N_, Translator

QUESTIONS: Final[Mapping[str, str]] = {
    "languages": N_("Which languages do you speak with people who come to you?"),
    "hours": N_("When is this offer open?"),
    "active": N_("Does this offer still exist?"),
}
"""What is asked, by code of `UNKNOWNS`."""

SUBJECTS: Final[Mapping[str, str]] = {
    "languages": N_("languages"),
    "hours": N_("opening hours"),
    "active": N_("whether it still exists"),
}
"""What it is about, as it stands in a list."""

FIRST_CALLS: Final = 20
"""So many calls the promise is about: an afternoon of two people."""


def promise(found: Worklist, t: Translator) -> str:
    """What is settled after the first calls, whatever they say; "" where there is nobody to call."""
    calls = min(FIRST_CALLS, len(found.calls))
    if not calls:
        return ""
    least, most = found.share_after(calls)
    if most == found.share_unknown:
        return _no_promise(found, calls, t=t)
    to_most, before = shares(most, found.share_unknown, t=t)
    if not most:
        return t.plural(
            "After this {n} call nothing is unknown any more, whatever the answers are. Now it is {before}.",
            "After these {n} calls nothing is unknown any more, whatever the answers are. Now it is {before}.",
            calls,
            before=before,
        )
    said = t.plural(
        "After this {n} call the unknown share falls from {before} to at most {most}, whatever the answers are.",
        "After these {n} calls the unknown share falls from {before} to at most {most}, whatever the answers are.",
        calls,
        before=before,
        most=to_most,
    )
    return said if least == most else f"{said} {_if_all_say_yes(found, calls, t=t)}"


def _no_promise(found: Worklist, calls: int, *, t: Translator) -> str:
    """Near each of them others are open, too: only a "yes" settles something."""
    before, _ = shares(found.share_unknown, found.share_unknown, t=t)
    said = t.plural(
        "After this {n} call the unknown share may still be {before}. If the answer is no, others nearby are open.",
        "After these {n} calls the unknown share may still be {before}. If all say no, others nearby are open.",
        calls,
        before=before,
    )
    return f"{said} {_if_all_say_yes(found, calls, t=t)}"


def _if_all_say_yes(found: Worklist, calls: int, *, t: Translator) -> str:
    least, _ = found.share_after(calls)
    return t("If all say yes, it falls to {least}.", least=shares(least, found.share_unknown, t=t)[0])
