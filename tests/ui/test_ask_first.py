"""Ask these first: the calls in order with what they settle, the call sheet, and answers that come back."""

import csv
import io
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from geodata.coverage.scenario import Add, Close, Confirm, Scenario, States
from geodata.coverage.worklist import Worklist, worklist
from geodata.coverage.worklist.answer_fault import AnswerFault
from geodata.exports.call_sheet import to_csv
from geodata.i18n import Translator
from tests.ui.conftest import Shown
from tests.ui.coverage_panel import visit_panel
from ui import loaders
from ui.coverage import filled_sheet
from ui.coverage.ask_first_text import MOST_ROWS, call_sheet
from ui.coverage.asked import Asked
from ui.coverage.filled_sheet import fault_table
from ui.coverage.view import View, view

DAY = "2026-08-20"


def panel() -> None:
    """The panel, and what a scenario does, as a page of their own."""
    from ui import address, loaders  # noqa: PLC0415 - AppTest runs this source on its own
    from ui.coverage import ask_first, effect  # noqa: PLC0415
    from ui.coverage.view import view  # noqa: PLC0415

    t = loaders.translator(address.current().language)
    shown = view(address.current().cover)
    ask_first.show(shown, t)
    effect.show(shown, t)


def visit(scenario: Scenario | None = None, **params: str) -> Shown:
    return visit_panel(panel, {"scenario": scenario} if scenario else {}, **params)


def answered(**params: Any) -> View:
    found = view(Asked(term="counselling", speaks=("ar",), **params))
    assert found
    return found


def calls_of(**params: Any) -> Worklist:
    shown = answered(**params)
    return worklist(shown.table, known=shown.offers.rows)


def plain(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def lists(shown: Shown) -> list[str]:
    return [element.value for element in shown.at.get("html")]


def filled(answers: dict[str, str]) -> bytes:
    """The call sheet of the page, with an answer to each question of the first calls."""
    shown = answered()
    content = to_csv(call_sheet(shown, calls_of())).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";"))
    for row in rows:
        if row["facility_id"] in answers:
            row.update(answer=answers[row["facility_id"]], answered_on=DAY)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0], delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@pytest.fixture
def take(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], dict[str, Any]]:
    """Choose a file: what is in the session afterwards."""

    def choose(content: bytes) -> dict[str, Any]:
        session: dict[str, Any] = {}
        monkeypatch.setattr(filled_sheet, "st", SimpleNamespace(session_state=session))
        filled_sheet.take(content)
        monkeypatch.undo()
        return session

    return choose


def with_session(shown: Shown, session: dict[str, Any]) -> Shown:
    for key, value in session.items():
        shown.at.session_state[key] = value
    shown.at.run()
    assert not shown.at.exception
    return shown


def test_the_first_three_calls_with_what_they_settle() -> None:
    found, names = calls_of(), loaders.facility_names()
    first, *_ = lists(visit())
    items = re.findall(r"<li>.*?</li>", first)
    assert len(items) == 3
    for item, call in zip(items, found.calls, strict=False):
        assert names[call.facility_id] in plain(item)
        assert f"settles up to {call.settles_up_to:,} residents" in plain(item)
        assert "no telephone listed" in plain(item) or 'href="tel:0' in item


def test_it_ends_with_what_the_first_calls_settle_whatever_the_answers_are() -> None:
    found = calls_of(opening="Th 16:00")
    said = next(each.value for each in visit(open="Th 16:00").at.markdown if "calls the unknown share" in each.value)
    least, most = (f"{round(share * 100)}%" for share in found.share_after(20))
    assert said.startswith(f"After these 20 calls the unknown share falls from {round(found.share_unknown * 100)}%")
    assert said.endswith(f"to at most {most}, whatever the answers are. If all say yes, it falls to {least}.")


def test_every_call_is_a_row_of_the_table() -> None:
    found = calls_of()
    _, table, *_ = lists(visit())
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in re.findall(r'<tr role="row">.*?</tr>', table)[1:]]
    assert len(rows) == len(found.calls)
    assert {asked for asked, _, _ in rows} == {"languages"}
    assert [settled.split("–")[-1] for _, settled, _ in rows] == [f"{call.settles_up_to:,}" for call in found.calls]
    assert rows[0][1:] == ["4,824–13,731", "33–41%"]
    assert rows[-1][2] == "0%"


def test_a_long_list_is_cut_on_the_page_and_whole_in_the_files() -> None:
    shown = visit(cover="any", sure="1")
    page = view(Asked(term="any", speaks=("ar",), sure=True))
    assert page
    found = worklist(page.table)
    _, table, *_ = lists(shown)
    assert table.count('<tr role="row">') == MOST_ROWS + 1
    assert f"{len(found.calls) - MOST_ROWS} more calls are in the files." in {each.value for each in shown.at.caption}
    assert len(call_sheet(page, found).places) == len(found.calls)


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_the_sheet_is_in_the_language_of_those_who_are_called(language: str) -> None:
    visit(lang=language)
    sheet = call_sheet(answered(), calls_of())
    assert sheet.language == "de"
    assert sheet.places[0].items[0].boxes[:2] == ("Arabisch", "Deutsch")


def test_nothing_to_ask_is_said_so() -> None:
    shown = visit(speaks="any")
    assert "There is nothing to ask. No answer would change these figures." in {
        each.value for each in shown.at.markdown
    }
    assert "Read a filled call sheet" in {each.label for each in shown.at.expander}


def test_made_up_offers_are_not_called() -> None:
    facility = calls_of().calls[-1].facility_id
    scenario = Scenario("", (Add("new-1", facility, "first_steps", "counselling"),))
    first, table, *_ = lists(visit(scenario))
    assert "new-1" not in first + table
    assert table.count('<tr role="row">') == len(calls_of().calls) + 1


def test_answers_are_shown_before_they_change_anything(take: Callable[[bytes], dict[str, Any]]) -> None:
    first, second, *_ = calls_of().calls
    session = take(filled({first.facility_id: "ar, de", second.facility_id: "Deutsch"}))
    assert session["answers_read"].changes == (
        States(first.asks[0].offer_id, ("ar", "de")),
        States(second.asks[0].offer_id, ("de",)),
    )
    shown = with_session(visit(), session)
    assert "scenario" not in shown.at.session_state
    said = " ".join(each.value for each in shown.at.markdown)
    assert "**2 answers.** 18 lines have no answer yet." in said
    assert "with these answers" in said
    before = answered().table.city
    assert f"before {round(before.share_lower * 100)}–{round(before.share_upper * 100)}%" in said


def test_answers_are_tried_in_the_scenario_once(take: Callable[[bytes], dict[str, Any]]) -> None:
    found = calls_of()
    first = found.calls[0]
    shown = with_session(visit(), take(filled({first.facility_id: "ar, de"})))
    shown.at.button(key="answers-try").click().run()
    assert not shown.at.exception
    scenario: Scenario = shown.at.session_state["scenario"]
    assert scenario.changes == (States(first.asks[0].offer_id, ("ar", "de")),)
    said = " ".join(each.value for each in shown.at.markdown)
    assert "All of these answers are among your changes." in said
    assert f"{first.settles_up_to:,} people newly reach an offer that surely fits." in said
    assert loaders.facility_names()[found.calls[1].facility_id] in plain(lists(shown)[0])


def test_a_file_with_faults_changes_nothing_and_names_them(take: Callable[[bytes], dict[str, Any]]) -> None:
    first, second, *_ = calls_of().calls
    session = take(filled({first.facility_id: "elvish", second.facility_id: "de"}))
    assert [(fault.code, fault.value) for fault in session["answers_faults"]] == [("unknown_language", "elvish")]
    assert "answers_read" not in session
    shown = with_session(visit(), session)
    said = " ".join(each.value for each in shown.at.markdown)
    assert "**1 fault.** Nothing was changed." in said
    assert "This is no language." in plain(lists(shown)[-1])


def test_a_fault_is_shown_as_text(translators: dict[str, Translator]) -> None:
    table = fault_table([AnswerFault("unknown_service", 2, "service_id", "<b>x</b>")], translators["en"])
    assert "&lt;b&gt;x&lt;/b&gt;" in table


def test_more_changes_than_a_scenario_holds_are_not_added(take: Callable[[bytes], dict[str, Any]]) -> None:
    first = calls_of().calls[0]
    offer = first.asks[0].offer_id
    full = Scenario("", (Confirm(offer), Close("einwohnermeldeamt--administration")) * 250)
    shown = with_session(visit(full), take(filled({first.facility_id: "ar"})))
    assert "A scenario has 500 changes at most." in {each.value for each in shown.at.markdown}
