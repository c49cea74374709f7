"""Words of the search: what was understood, lines for people in danger, what the answer is worth."""

from collections.abc import Mapping
from html import escape
from typing import Final

from geodata.hours import WEEKDAYS
from geodata.i18n import N_, Translator
from geodata.search import Chip, openings

_TITLES: Final = {
    "topic": N_("Topic"),
    "section": N_("Section of the guide"),
    "time": N_("Time"),
    "place": N_("District"),
    "language": N_("Language spoken"),
    "near": N_("Place"),
}
_LINES: Final = {
    "110": ("110", N_("Police, in danger")),
    "112": ("112", N_("Ambulance and fire brigade, when a life is at risk")),
    "116016": ("116 016", N_("Help for women against violence: free, anonymous, day and night, in many languages")),
    "116123": ("116 123", N_("Someone who listens when you cannot go on: free, anonymous, day and night")),
}
"""Code → how the number is written, and what it is for; all of them are free of charge everywhere in Germany."""
_DAY_MIN: Final = 24 * 60
_SIGNS: Final = frozenset("\\`*_{}[]()#+-.!|~:$<>")


def chip_words(chip: Chip, names: Mapping[str, str], *, t: Translator) -> str:
    """What a chip says in the reader's language; a place that was typed, as it was typed."""
    return t("{title}: {choice}", title=t(_TITLES[chip.kind]), choice=_choice(chip, names, t=t))


def _choice(chip: Chip, names: Mapping[str, str], *, t: Translator) -> str:
    if chip.kind == "language":
        return t.language_name(chip.code)
    if chip.kind == "time":
        return time_words(chip.code, t) or typed(chip.words, t)
    return t.isolated(names[chip.code]) if chip.code in names else typed(chip.words, t)


def typed(words: str, t: Translator) -> str:
    """Typed words as they are: no sign in them makes Streamlit's texts bold, a link or a symbol."""
    return t.isolated("".join(f"\\{letter}" if letter in _SIGNS else letter for letter in words))


def time_words(code: str, t: Translator) -> str:
    """A time as `geodata.search.openings` reads it: "Thursday, from 17:00"; "" for what is no time."""
    spans = openings(code)
    if not spans:
        return ""
    days = sorted({span.weekday for span in spans})
    first, last = spans[0].from_min, spans[0].until_min
    parts = [] if len(days) == len(WEEKDAYS) else [t.join(map(t.weekday, days))]
    if last < _DAY_MIN:
        parts.append(t("{first} to {last}", first=t.clock(first), last=t.clock(last)))
    elif first:
        parts.append(t("from {time}", time=t.clock(first)))
    return t.listed(parts)


def lead_html(lines: tuple[str, ...], t: Translator) -> str:
    """Lines to call, the first one first: numbers as links that a phone dials."""
    items = "".join(_line(code, t) for code in lines)
    title = t("Are you in danger? Call now.")
    return f'<div class="f-lead" role="alert"><h2>{escape(title)}</h2><ul role="list">{items}</ul></div>'


def _line(code: str, t: Translator) -> str:
    number, meaning = _LINES.get(code, (code, ""))
    link = f'<a class="f-button" href="tel:{escape(code)}"><bdi dir="ltr">{escape(number)}</bdi></a>'
    return f"<li>{link} <span>{escape(t(meaning)) if meaning else ''}</span></li>"
