"""Names of what is asked in coverage, in the reader's language: groups, states, ways, languages, opening times."""

from collections.abc import Mapping, Sequence
from typing import Final

from babel.dates import get_day_names
from babel.lists import format_list

from geodata.coverage.gap_table import State
from geodata.coverage.question import Question
from geodata.hours import Opening
from geodata.i18n import N_, Translator

CENSUS_YEAR: Final = "2011"
"""Of the people in the cells."""

GROUP_NAMES: Final[Mapping[str, str]] = {
    "all": N_("all residents"),
    "born_abroad": N_("people born abroad"),
    "foreign_nationals": N_("people of foreign nationality"),
    "age_under_10": N_("children under 10"),
    "age_80_plus": N_("people aged 80 and over"),
}
_OF_GROUP: Final[Mapping[str, str]] = {
    "all": N_("of residents"),
    "born_abroad": N_("of people born abroad"),
    "foreign_nationals": N_("of people of foreign nationality"),
    "age_under_10": N_("of children under 10"),
    "age_80_plus": N_("of people aged 80 and over"),
}
MODE_NAMES: Final[Mapping[str, str]] = {"walking": N_("on foot"), "cycling": N_("by bicycle")}
STATE_NAMES: Final[Mapping[State, str]] = {
    "covered": N_("Covered"),
    "gap": N_("Gap"),
    "unknown": N_("Unknown"),
    "empty": N_("Nobody of the group"),
    "withheld": N_("Not shown"),
}
_DAY_MIN: Final = 24 * 60


def group_name(code: str, t: Translator) -> str:
    """A group as it stands in a list."""
    return t(GROUP_NAMES[code])


def of_group(code: str, t: Translator) -> str:
    """A group behind a share: "of residents"."""
    return t(_OF_GROUP[code])


def mode_name(code: str, t: Translator) -> str:
    """How people get there: "on foot"."""
    return t(MODE_NAMES[code])


def state_name(state: State, t: Translator) -> str:
    """A state of an area, as it stands in a table."""
    return t(STATE_NAMES[state])


def spoken(languages: Sequence[str], t: Translator) -> str:
    """Names of languages of which one is enough: "Arabic or Persian"."""
    return str(format_list([t.language_name(code) for code in languages], style="or", locale=t.language))


def opening_phrase(opening: Opening, t: Translator) -> str:
    """When an offer must be open: "open on Thursday after 16:00"."""
    day = get_day_names("wide", locale=t.language)[opening.weekday]
    if opening.until_min == _DAY_MIN:
        return t("open on {day} after {from_time}", day=day, from_time=_clock(opening.from_min))
    return t(
        "open on {day} between {from_time} and {until_time}",
        day=day,
        from_time=_clock(opening.from_min),
        until_time=_clock(opening.until_min),
    )


def offer_phrase(question: Question, t: Translator, *, topic_name: str) -> str:
    """What is to be reached, as the object of a sentence: "an offer of “Health” in Arabic"."""
    topic, language = t.isolated(topic_name), spoken(question.languages, t) if question.languages else ""
    if topic_name and language:
        return t("an offer of “{topic}” in {language}", topic=topic, language=language)
    if topic_name:
        return t("an offer of “{topic}”", topic=topic)
    return t("an offer in {language}", language=language) if language else t("an offer")


def within_phrase(question: Question, t: Translator) -> str:
    """How far an offer may be, and when it must be open: "within 15 minutes on foot"."""
    if question.mode == "cycling":
        way = t.plural("within {n} minute by bicycle", "within {n} minutes by bicycle", question.minutes)
    else:
        way = t.plural("within {n} minute on foot", "within {n} minutes on foot", question.minutes)
    return way


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"
