"""The report on coverage: two pages with the answer, the districts, the map, what it means, and how to repeat it.

It is set as a profile is (`profile.typ`); no word says when it was made: same answer, same bytes.
"""

import math
from collections.abc import Iterator
from typing import Final

from geodata.coverage.gap_table import Row
from geodata.exports import profile
from geodata.exports.coverage_answer import Answer
from geodata.exports.coverage_figure import picture_of
from geodata.exports.coverage_meaning import meaning
from geodata.exports.coverage_parameters import parameters
from geodata.exports.coverage_words import apart, assumption, group_name, headline, reason, shares, state_name
from geodata.exports.profile import Bar, KeyTable, Picture, Profile
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY

_MOST_ROWS: Final = 25
"""More areas than that do not fit on the pages: those whose bounds are apart for most people are shown."""

_STATES: Final[dict[str, profile.State]] = {"withheld": "withheld", "empty": "no-data"}


def report_of(answer: Answer, t: Translator) -> Profile:
    """All words of the report, in one language."""
    topic = answer.topic_name(t.language)
    table = answer.table
    said = (reason(table, t), apart(table, t), assumption(table, t))
    return Profile(
        language=t.language,
        direction="rtl" if t.direction == "rtl" else "ltr",
        title=t.isolated(topic) if topic else t("All offers"),
        subtitle=t("Who reaches an offer? {city}", city=t.isolated(answer.city.name)),
        headline=headline(table, t, topic_name=topic),
        headline_basis=" ".join(filter(None, said)),
        caution=_caution(answer, t),
        tables=(_areas(answer, t), *_how_to_repeat(answer, t)),
        sources_title=t("What these numbers mean, and what they do not"),
        sources=tuple(meaning(answer, t)),
        picture=_picture(answer, t),
        footer=(" · ".join(map(t.isolated, answer.city.attribution)), answer.city.title[t.language]),
    )


def _caution(answer: Answer, t: Translator) -> str:
    """That the answer is one of a scenario, and what it is without; "" where it is not."""
    scenario = answer.analysis.scenario
    if scenario is None or not scenario.changes:
        return ""
    said = t.plural(
        "This is not so yet: a scenario with {n} change, “{name}”.",
        "This is not so yet: a scenario with {n} changes, “{name}”.",
        len(scenario.changes),
        name=t.isolated(scenario.name),
    )
    before, after = answer.before.city, answer.table.city
    instead = t(
        "{lower} to {upper} people reach an offer then, instead of {before_lower} to {before_upper}.",
        lower=t.number(after.lower),
        upper=t.number(after.upper),
        before_lower=t.number(before.lower),
        before_upper=t.number(before.upper),
    )
    return f"{said} {instead}"


def _picture(answer: Answer, t: Translator) -> Picture:
    areas = [state for key, state in answer.states.items() if key != WHOLE_CITY]
    counts = [f"{state_name(state, t)}: {t.number(areas.count(state))}" for state in dict.fromkeys(areas)]
    return Picture(picture_of(answer, t), t("Map of the areas. {counts}.", counts=t.listed(sorted(counts))), caption="")


def _areas(answer: Answer, t: Translator) -> KeyTable:
    """The whole city, then the areas whose bounds are apart for most people."""
    *areas, (_, city) = answer.rows
    order = sorted(areas, key=lambda entry: (-_span(entry[1]), entry[0]))
    share = t.share(answer.analysis.question.wished_share, digits=0)
    rows = ((WHOLE_CITY, city), *order[:_MOST_ROWS])
    left_out = len(order) - len(rows) + 1
    return KeyTable(
        t("By area"),
        (
            t("Area"),
            _at_the_beginning(group_name(answer.analysis.question.group, t)),
            t("Share who reach it"),
            t("Nearest, min (median)"),
            t("Do {share} reach it?", share=share),
        ),
        tuple(_row(answer, key, row=row, t=t) for key, row in rows),
        basis=t("At least and at most. People: census. Minutes: along streets and paths. Offers: our list."),
        note=" ".join(_notes(answer, left_out, t=t)),
        bar_head=f"{t.share(0, digits=0)}–{t.share(1, digits=0)}",
    )


def _at_the_beginning(text: str) -> str:
    return text[:1].upper() + text[1:]


def _span(row: Row | None) -> int:
    """People for whom the bounds are apart; those that are withheld come last."""
    return -1 if row is None else row.upper - row.lower


def _row(answer: Answer, key: str, *, row: Row | None, t: Translator) -> profile.Row:
    state = answer.states[key]
    name, said = t.isolated(answer.names[key]), state_name(state, t)
    if row is None or not row.residents:
        people = "–" if row is None else t.number(0)
        return profile.Row((name, people, "–", "–", said), state=_STATES.get(state, ""), chosen=key == WHOLE_CITY)
    return profile.Row(
        (name, t.number(row.residents), _range(row, t), _minutes(row, answer, t=t), said),
        bar=Bar(row.share_lower, row.share_lower, row.share_upper),
        chosen=key == WHOLE_CITY,
    )


def _range(row: Row, t: Translator) -> str:
    lower, upper = shares(row.share_lower, row.share_upper, t=t)
    return lower if lower == upper else f"{lower} – {upper}"


def _minutes(row: Row, answer: Answer, *, t: Translator) -> str:
    """Minutes to the nearest offer that possibly, and that surely fits; "60+" where it is too far to be known."""
    far = f"{t.number(answer.table.catchments.limit_min)}+"
    texts = (far if math.isinf(minutes) else t.number(minutes) for minutes in row.median_min)
    return "–".join(dict.fromkeys(texts))


def _notes(answer: Answer, left_out: int, *, t: Translator) -> Iterator[str]:
    if "withheld" in answer.states.values():
        yield t(
            "Not shown: fewer than {n} people, or a number so small that it could point to somebody.",
            n=t.number(answer.city.suppress_below),
        )
    if left_out > 0:
        yield t.plural("{n} more area is in coverage.csv.", "{n} more areas are in coverage.csv.", left_out)


def _how_to_repeat(answer: Answer, t: Translator) -> Iterator[KeyTable]:
    """What was asked, and from which files it was answered."""
    yield KeyTable(
        t("What was asked"),
        (t("Choice"), t("Value")),
        tuple(profile.Row(pair) for pair in parameters(answer, t)),
        basis=t("The file analysis.json holds the same. With it and these files anybody gets the same report."),
    )
    if answer.analysis.inputs:
        yield KeyTable(
            t("Answered from these files"),
            (t("File"), "SHA-256"),
            tuple(profile.Row(pair) for pair in sorted(answer.analysis.inputs.items())),
            basis=t("A checksum is another one as soon as a single letter of the file is."),
        )
