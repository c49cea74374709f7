"""Best place: words and table say what the domain says; proof and scenario do what they promise."""

from dataclasses import replace

import numpy as np
import pytest

from geodata.coverage.best_place import Fewest, Solution, candidates_of, greedy, problem_of, proved
from geodata.coverage.gap_table import GapTable
from geodata.coverage.scenario import Scenario, applied
from geodata.coverage.scenario.parsing import MOST_CHANGES
from geodata.hours import Opening
from tests.ui.conftest import Shown
from tests.ui.coverage_panel import visit_panel
from ui import loaders
from ui.coverage import best_place_text
from ui.coverage.asked import Asked
from ui.coverage.best_place_answer import Answer, Wish, answer_of, code_of, scenario_with
from ui.coverage.best_place_text import people_text, sentences, street_near, table_of
from ui.coverage.view import View, view

LANGUAGES = ("en", "de", "ru", "ar")


def panel() -> None:
    """The panel as a page of its own."""
    from ui import address, loaders  # noqa: PLC0415 - AppTest runs this source on its own
    from ui.coverage import best_place  # noqa: PLC0415
    from ui.coverage.view import view  # noqa: PLC0415

    best_place.show(view(address.current().cover), loaders.translator(address.current().language))


def visit(scenario: Scenario | None = None, wish: Wish | None = None, **params: str) -> Shown:
    state = {"scenario": scenario or Scenario()} | ({"best_place_wish": wish} if wish else {})
    return visit_panel(panel, state, **params)


def asked(**parts: object) -> View:
    found = view(Asked(**({"term": "counselling", "speaks": ("ar",)} | parts)))
    assert found
    return found


def said(answer: Answer, wish: Wish, *, shown: View, is_proof: bool = False, language: str = "en") -> str:
    t = loaders.translator(language)
    return " ".join(sentences(answer, wish, view=shown, t=t, is_proof=is_proof))


def test_the_page_says_the_greedy_answer_at_once() -> None:
    shown = visit(wish=Wish(count=3, share=50))
    question = asked()
    candidates = candidates_of(question.catchments, question.offers, kind="anywhere")
    found = greedy(problem_of(question.question, question.table.reach, candidates=candidates), 3)
    rows = shown.component("area_table")["table"]["rows"]
    assert [row["cells"][2]["order"] for row in rows] == list(found.gains)
    assert [row["key"] for row in rows if row["key"].startswith("100m")] == [
        code for place in found.places if (code := code_of(place, question)).startswith("100m")
    ]
    t = loaders.translator("en")
    assert any(t.number(found.reached) in text for text in shown.texts)
    assert any(f"At most {t.number(found.bound - found.reached)} more people are possible." in x for x in shown.texts)


def test_the_proof_says_the_proved_answer_and_then_there_is_nothing_more_to_prove() -> None:
    shown = visit(wish=Wish(count=3, share=50))
    assert not any("best there is" in text for text in shown.texts)
    shown.at.button(key="best-place-prove").click().run()
    question = asked()
    candidates = candidates_of(question.catchments, question.offers, kind="anywhere")
    found = proved(problem_of(question.question, question.table.reach, candidates=candidates), 3, seconds=100)
    rows = shown.component("area_table")["table"]["rows"]
    assert [row["cells"][2]["order"] for row in rows] == list(found.gains)
    assert any("This is the best there is." in text for text in shown.texts)
    assert "best-place-prove" not in [button.key for button in shown.at.button]


@pytest.mark.parametrize("parts", [{}, {"opening": "Th 16:00", "people": "born_abroad"}, {"term": "any", "sure": True}])
@pytest.mark.parametrize("even_possible", [False, True])
def test_taken_into_the_scenario_the_places_reach_what_was_promised(
    parts: dict[str, object], *, even_possible: bool
) -> None:
    shown = asked(**parts)
    answer = answer_of(shown, Wish(count=2, even_possible=even_possible))
    scenario = scenario_with(shown, answer.places)
    offers = applied(scenario, shown.offers, catchments=shown.catchments, areas=loaders.facility_areas())
    after = GapTable.from_question(shown.question, offers, catchments=shown.catchments)
    assert answer.surely[0] == shown.table.city.lower
    assert answer.surely[-1] == after.city.lower
    gained = after.city.upper - shown.table.city.upper if even_possible else after.city.lower - shown.table.city.lower
    assert gained == sum(answer.gains)


def test_the_button_adds_an_offer_at_each_place() -> None:
    shown = visit(wish=Wish(count=2, share=50))
    shown.at.button(key="best-place-take").click().run()
    assert not shown.at.exception
    question = asked()
    expected = scenario_with(question, answer_of(question, Wish(count=2)).places)
    assert shown.at.session_state["scenario"] == expected
    assert len(expected.changes) == 2
    assert {change.topic for change in expected.changes} == {"counselling"}
    assert {change.languages for change in expected.changes} == {("ar",)}


def test_a_full_scenario_takes_no_more_places() -> None:
    shown = asked()
    places = answer_of(shown, Wish(count=2)).places
    full = scenario_with(shown, places[:1] * (MOST_CHANGES - 1))
    page = visit(scenario=full, wish=Wish(count=2, share=50), cover="health")
    assert "best-place-take" not in [button.key for button in page.at.button]


def test_hours_asked_for_are_those_of_the_new_offers() -> None:
    shown = asked(opening=Opening(3, 16 * 60, 18 * 60).to_text())
    (added,) = scenario_with(shown, (0,)).changes
    assert added.hours == "Th 16:00-18:00"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", range(6))
@pytest.mark.parametrize("kind", ["anywhere", "existing", "houses"])
def test_every_wish_has_words_in_every_language(language: str, count: int, kind: str) -> None:
    shown, wish = asked(), Wish(kind, count, even_possible=count % 2 == 1)
    answer = answer_of(shown, wish)
    words = said(answer, wish, shown=shown, language=language)
    assert words
    assert "{" not in words
    t = loaders.translator(language)
    table = table_of(answer, shown, t=t)
    assert len(table.rows) == len(answer.places)
    assert sum(row.cells[2].order for row in table.rows) == sum(answer.gains)
    assert all(row.name and all(cell.text for cell in row.cells) for row in table.rows)


CASES = {
    "best": (Wish(count=2), Solution((3, 5), (10, 8), 18), "This is the best there is.** No other places reach more"),
    "one more": (Wish(count=2), Solution((3, 5), (10, 8), 19), "one after the other. At most 1 more person is"),
    "fewer gained": (Wish(count=3), Solution((3,), (10,), 10), "More places would reach nobody else."),
    "nobody gained": (Wish(count=3), Solution((), (), 0), "No new place there would reach anybody"),
    "fewest": (Wish(count=0), Fewest((3, 5), (10, 8), 2), "With 2 new places, at least 50% of the group"),
    "proved fewest": (Wish(count=0), Fewest((3, 5), (10, 8), 2), "Fewer places are not enough."),
    "open": (Wish(count=0), Fewest((3, 5, 6), (10, 8, 6), 2), "Fewer may be enough, but not fewer than 2 places."),
    "reached already": (Wish(count=0), Fewest((), (), 0), "At least 50% of the group reach an offer already."),
    "not enough": (Wish(count=0), None, "not enough for 50% of the group. With all of them, 30% of the group"),
    "silent ones": (Wish(count=0, even_possible=True), Fewest((3,), (10,), 1), "leave something open count as fitting"),
    "a handful": (Wish(count=1), Solution((3,), (4,), 4), "reach fewer than 5 people"),
    "not even possible": (Wish(count=1, even_possible=True), Solution((3,), (9,), 9), "not even a possible offer"),
}


@pytest.mark.parametrize("name", CASES)
def test_each_outcome_has_its_sentence(name: str) -> None:
    wish, found, words = CASES[name]
    n = len(found.places) if found else 0
    answer = Answer(found, tuple(range(20, 21 + n)), 100, 0.3, 7)
    assert words in said(answer, wish, shown=asked())


def test_a_solver_that_stopped_early_is_said() -> None:
    answer = Answer(Solution((3,), (10,), 30), (5, 15), 100, 0.3, 7)
    words = said(answer, Wish(count=1), shown=asked(), is_proof=True)
    assert "The solver stopped after 20 seconds. At most 20 more people are possible." in words


def test_without_people_or_places_that_is_said() -> None:
    nobody = Answer(Solution((), (), 0), (0,), 0, np.nan, 7)
    assert said(nobody, Wish(), shown=asked()) == "Nobody of this group lives here: all residents."
    nowhere = replace(nobody, total=5, candidates=0)
    assert said(nowhere, Wish(), shown=asked()) == "There is no such place in the list."


def test_a_handful_of_people_is_not_counted() -> None:
    t = loaders.translator("en")
    assert [people_text(n, t) for n in (0, 1, 4, 5)] == ["0", "fewer than 5", "fewer than 5", "5"]


def test_a_cell_is_called_after_the_street_of_its_houses(monkeypatch: pytest.MonkeyPatch) -> None:
    code = asked().catchments.cells[100]
    latitude, longitude = loaders.cell_centre(code)
    near, far = (latitude, longitude), (latitude + 0.001, longitude)
    names, points = ("Far Street", "One Street", "My Street", "My Street"), np.array([far, near, near, near])
    monkeypatch.setattr(best_place_text.loaders, "kept", lambda *_: (names, points))
    assert street_near(code) == "My Street"
    monkeypatch.setattr(best_place_text.loaders, "kept", lambda *_: (names, points + 0.1))
    assert street_near(code) == ""
    monkeypatch.setattr(best_place_text.loaders, "kept", lambda *_: ((), np.empty((0, 2))))
    assert street_near(code) == ""


def test_a_place_is_marked_when_its_cell_is_chosen_on_the_map() -> None:
    shown = asked()
    candidates = answer_of(shown, Wish(count=5)).places
    place = next(place for place in candidates if place >= len(shown.catchments.facility_ids))
    chosen = visit(wish=Wish(count=5, share=50), area=code_of(place, shown))
    marks = {row["key"]: row["mark"] for row in chosen.component("area_table")["table"]["rows"]}
    assert marks[code_of(place, shown)] == "chosen"
    assert list(marks.values()).count("chosen") == 1
