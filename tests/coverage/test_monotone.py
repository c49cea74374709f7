"""Which changes may move which bound, and in which direction, whatever a city looks like.

Bounds are narrower when the lower one does not fall and the upper one does not rise. Minutes follow: what surely fits
does not get farther away, what possibly fits does not come nearer.
"""

from dataclasses import replace

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from geodata.coverage.catchments import ALL, Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offer, Offers
from geodata.coverage.question import Question
from geodata.hours import Opening
from tests.coverage.generated import ASSUMED, HOURS, LANGUAGES, cases, languages, offers, table_of

Case = tuple[Question, Offers, Catchments]
CHECKED = settings(max_examples=60)


def lowers(table: GapTable) -> np.ndarray:
    return np.array([row.lower for row in table.rows])


def uppers(table: GapTable) -> np.ndarray:
    return np.array([row.upper for row in table.rows])


def assert_narrower(after: GapTable, before: GapTable) -> None:
    assert (lowers(after) >= lowers(before)).all()
    assert (uppers(after) <= uppers(before)).all()
    assert (after.reach.sure <= before.reach.sure).all()
    assert (after.reach.possible >= before.reach.possible).all()


def assert_neither_falls(after: GapTable, before: GapTable) -> None:
    assert (lowers(after) >= lowers(before)).all()
    assert (uppers(after) >= uppers(before)).all()


def changed(offers: Offers, row: int, **says: object) -> Offers:
    records = list(offers.records)
    records[row] = replace(records[row], **says)
    return Offers(tuple(records), offers.assumed)


@CHECKED
@given(cases(), st.data())
def test_more_offers_lower_neither_bound(case: Case, data: st.DataObject) -> None:
    question, made, ground = case
    more = Offers((*made.records, *data.draw(offers(ground, most=3)).records), ASSUMED)
    after, before = (GapTable.from_question(question, some, catchments=ground) for some in (more, made))
    assert_neither_falls(after, before)
    assert (after.reach.sure <= before.reach.sure).all()
    assert (after.reach.possible <= before.reach.possible).all()


@CHECKED
@given(cases(), st.integers(5, 60))
def test_more_minutes_lower_neither_bound(case: Case, minutes: int) -> None:
    question, made, ground = case
    fewer, more = sorted((question.minutes, minutes))
    tables = (
        GapTable.from_question(replace(question, minutes=limit), made, catchments=ground) for limit in (more, fewer)
    )
    assert_neither_falls(*tables)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Case, int, dict[str, object]]:
    """A case, the row of an offer that fits possibly, not surely, and an answer to something that it leaves open."""
    question, made, ground = draw(cases())
    fit = GapTable.from_question(question, made, catchments=ground).fit
    rows = np.flatnonzero(fit.unsure).tolist()
    assume(rows)
    row = draw(st.sampled_from(rows))
    answers = {
        "languages": languages(least=1).map(lambda codes: {"languages": codes}),
        "hours": st.sampled_from(HOURS).map(lambda rule: {"hours": rule}),
        "active": st.sampled_from(("active", "inactive", "defunct")).map(lambda status: {"status": status}),
    }
    return (question, made, ground), row, draw(st.one_of(answers[code] for code in answers if fit.unknown[code][row]))


@CHECKED
@given(answered())
def test_any_answer_to_what_an_offer_leaves_open_only_narrows(drawn: tuple[Case, int, dict[str, object]]) -> None:
    """A yes never lowers the lower bound nor raises the upper one, and a no does neither: more is known."""
    (question, made, ground), row, says = drawn
    before = GapTable.from_question(question, made, catchments=ground)
    after = GapTable.from_question(question, changed(made, row, **says), catchments=ground)
    assert_narrower(after, before)
    assert not (after.fit.sure[row] < before.fit.sure[row])
    assert not (after.fit.possible[row] > before.fit.possible[row])


@CHECKED
@given(answered())
def test_a_yes_to_all_that_is_open_lets_the_upper_bound_stand_and_a_no_the_lower_one(
    drawn: tuple[Case, int, dict[str, object]],
) -> None:
    (question, made, ground), row, _ = drawn
    before, open_in = GapTable.from_question(question, made, catchments=ground), table_of(drawn[0]).fit.unknown
    yes: dict[str, object] = {"languages": LANGUAGES} if open_in["languages"][row] else {}
    yes |= {"hours": "24/7"} if open_in["hours"][row] else {}
    yes |= {"status": "active"} if open_in["active"][row] else {}
    confirmed = GapTable.from_question(question, changed(made, row, **yes), catchments=ground)
    assert (uppers(confirmed) == uppers(before)).all()
    assert (lowers(confirmed) >= lowers(before)).all()
    refused = GapTable.from_question(question, changed(made, row, status="defunct"), catchments=ground)
    assert (lowers(refused) == lowers(before)).all()
    assert (uppers(refused) <= uppers(before)).all()


@CHECKED
@given(cases(), st.data())
def test_languages_stated_beside_german_only_narrow_even_where_german_was_assumed(
    case: Case, data: st.DataObject
) -> None:
    """Only "and no German" contradicts the assumption, and may lower what was counted as sure."""
    question, made, ground = case
    silent = [row for row, offer in enumerate(made.records) if not offer.languages]
    assume(silent)
    codes = tuple(sorted({ASSUMED, *data.draw(languages())}))
    after = GapTable.from_question(
        question, changed(made, data.draw(st.sampled_from(silent)), languages=codes), catchments=ground
    )
    assert_narrower(after, table_of(case))


def _one_offer(**says: object) -> tuple[Offers, Catchments]:
    ground = Catchments(
        ("100mN31000E43000",),
        ("01",),
        np.zeros(1, np.intp),
        {ALL: np.array([100])},
        ("f",),
        np.array([[8]], np.uint8),
        np.zeros((1, 1), np.uint8),
        60.0,
    )
    return Offers((Offer("o", "f", 0, "01", "steps", "office", **says),), ASSUMED), ground


def test_an_assumption_can_be_contradicted() -> None:
    """What German is assumed of, and what nobody asked to be verified, counts as sure: an answer may still be no."""
    for question, says in ((Question(languages=("de",)), {"languages": ("ar",)}), (Question(), {"status": "defunct"})):
        made, ground = _one_offer(status="unverified")
        before = GapTable.from_question(question, made, catchments=ground)
        after = GapTable.from_question(question, changed(made, 0, **says), catchments=ground)
        assert (before.city.lower, after.city.lower, after.city.upper) == (100, 0, 0)


@CHECKED
@given(cases(), st.sampled_from(LANGUAGES))
def test_one_more_language_to_choose_from_lowers_neither_bound(case: Case, code: str) -> None:
    """Any one of the languages is enough; only the first one asked for takes something away."""
    question, made, ground = case
    more = replace(question, languages=tuple(sorted({*question.languages, code})))
    wider, narrower = (more, question) if question.languages else (question, more)
    tables = (GapTable.from_question(asked, made, catchments=ground) for asked in (wider, narrower))
    assert_neither_falls(*tables)


@CHECKED
@given(cases())
def test_asking_for_less_lowers_neither_bound(case: Case) -> None:
    question, made, ground = case
    before = table_of(case)
    for less in ({"topic": ""}, {"section": ""}, {"languages": ()}, {"opening": None}):
        assert_neither_falls(GapTable.from_question(replace(question, **less), made, catchments=ground), before)


@CHECKED
@given(cases())
def test_not_asking_whether_it_is_confirmed_only_raises_the_lower_bound(case: Case) -> None:
    question, made, ground = case
    asked, not_asked = (
        GapTable.from_question(replace(question, verified=verified), made, catchments=ground)
        for verified in (True, False)
    )
    assert (lowers(not_asked) >= lowers(asked)).all()
    assert (uppers(not_asked) == uppers(asked)).all()


@CHECKED
@given(cases(), st.integers(0, 6), st.integers(0, 22), st.integers(1, 24))
def test_a_longer_time_to_come_lowers_neither_bound(case: Case, weekday: int, begin: int, hours: int) -> None:
    question, made, ground = case
    short = Opening(weekday, begin * 60, min(begin + hours, 24) * 60)
    tables = (
        GapTable.from_question(replace(question, opening=opening), made, catchments=ground)
        for opening in (Opening(weekday, 0), short)
    )
    assert_neither_falls(*tables)
