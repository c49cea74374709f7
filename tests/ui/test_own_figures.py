"""The office's own table on the page: read, shown first, kept for one session, taken away, or refused with reasons."""

import base64
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from geodata.adapters.city_data import read_city
from geodata.adapters.own_table import MOST_BYTES
from geodata.cli import main
from geodata.districts.figures import Figures
from tests.ui.conftest import MAIN, Shown
from ui import loaders
from ui.districts import own_figures, own_table
from ui.districts.own_table_text import kept_sentences
from ui.file_field import decoded

Visit = Callable[..., Shown]
DATA = Path(__file__).parents[2] / "data"


def table(*, share: float = 0.3, skip: str = "") -> bytes:
    """A made-up table: the same share everywhere, a little more for a higher key."""
    rows = loaders.figures().editions("population")[0].rows
    people = {key: int(n) for key, n in zip(rows["district_key"], rows["value"], strict=True) if len(key) == 2}
    lines = [
        f"{key};{round(people[key] * (share + int(key) / 1000))};{people[key]}"
        for key in sorted(people)
        if key not in ("00", skip)
    ]
    return "\n".join(["key;numerator;denominator", *lines]).encode()


def take(content: bytes, *, name: str = "own.csv", **answers: str) -> dict[str, Any]:
    """Choose a file as the browser would, in a session of its own; gives what the session holds afterwards."""
    given = {"definition": "extended_2018", "date": "2024-12-31", "source": "Made up"} | answers
    sent = SimpleNamespace(file={"name": name, "content": base64.b64encode(content).decode()})
    state: dict[str, Any] = {f"own-{what}": text for what, text in given.items()} | {"own-table-file": sent}

    def remember(**changes: str) -> None:
        state["asked"] = changes

    with pytest.MonkeyPatch.context() as patch:
        session = SimpleNamespace(session_state=state)
        patch.setattr(own_table, "st", session)
        patch.setattr(own_figures, "st", session)
        patch.setattr(own_table.address, "ask", remember)
        own_table._take()
    return state


def shown_with(own: dict[str, Any], page: str, **params: str) -> Shown:
    at = AppTest.from_file(MAIN, default_timeout=120)
    for name, value in params.items():
        at.query_params[name] = value
    at.session_state["own_table"] = own["own_table"]
    if page:
        at.switch_page(f"../pages/{page}.py")
    return Shown(at.run())


@pytest.mark.parametrize(
    ("definition", "indicator"),
    [
        ("city_first", "migration_background_share"),
        ("extended_2018", "migration_background_extended_share"),
        ("census_2022", "migration_background_census_share"),
    ],
)
def test_the_new_figure_comes_first_on_both_pages(definition: str, indicator: str) -> None:
    own = take(table(), definition=definition)
    assert own["asked"] == {"indicator": indicator, "date": "2024-12-31", "level": "district"}
    page = shown_with(own, "districts", lang="en")
    assert not page.at.exception
    said = " ".join(page.texts)
    assert "31 December 2024" in said.replace("December 31, 2024", "31 December 2024")
    assert "Made up" in said
    assert not any('f-chip-care">' in element.proto.body for element in page.at.get("html"))
    finder = shown_with(own, "", lang="en")
    assert finder.map_state["areas"]["classes"] == page.map_state["areas"]["classes"]
    figures = loaders.figures(own["own_table"].token, own["own_table"].rows)
    assert figures.default == indicator
    assert "estimated" in {edition.status for edition in figures.editions("migration_background_share")}


def test_what_the_reader_wrote_is_no_markdown() -> None:
    own = take(table(), source="![x](http://example.org/a.png) **b**")["own_table"]
    said = " ".join(kept_sentences(own, loaders.translator("en")))
    assert "![x]" not in said
    assert "\\!\\[x\\]" in said


def test_another_session_sees_nothing_of_it(visit: Visit) -> None:
    before = visit("districts", lang="de").map_state["areas"]
    take(table(share=0.7))
    assert visit("districts", lang="de").map_state["areas"] == before


def test_without_the_table_the_estimate_is_back() -> None:
    state = take(table())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(own_figures, "st", SimpleNamespace(session_state=state))
        assert own_figures.table().default == "migration_background_extended_share"
        own_figures.forget()
        assert own_figures.table() is loaders.figures()
    assert loaders.figures().default == "migration_background_share"


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_faults_are_listed_and_nothing_changes(visit: Visit, language: str) -> None:
    state = take(b"key;numerator;denominator\n99;10;1000\n01;many;8924\n", date="tomorrow")
    assert "own_table" not in state
    assert "asked" not in state
    faults = state["own_table_faults"]
    assert {fault.code for fault in faults} == {"unknown_key", "not_a_number", "no_date"}
    at = AppTest.from_file(MAIN, default_timeout=120)
    at.query_params["lang"] = language
    at.session_state["own_table_faults"] = faults
    page = Shown(at.switch_page("../pages/districts.py").run())
    t = loaders.translator(language)
    said = " ".join(page.texts)
    assert all(fault.message(t)[:60] in said for fault in faults)
    assert page.map_state["areas"] == visit("districts", lang=language).map_state["areas"]


@pytest.mark.parametrize("missing", ["definition", "date", "source"])
def test_every_answer_is_required(missing: str) -> None:
    state = take(table(), **{missing: ""})
    assert "own_table" not in state
    assert [fault.column for fault in state["own_table_faults"]] == [missing]


def test_a_file_of_fifty_megabytes_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    state = take(b"x" * 50_000_000)
    assert [fault.code for fault in state["own_table_faults"]] == ["too_large"]
    assert len(decoded({"content": "A" * 80_000_000}, limit=MOST_BYTES) or b"") <= MOST_BYTES * 2


def test_what_the_browser_sends_may_be_anything() -> None:
    for chosen in (None, {}, {"content": 3}, "text", {"content": "%%%", "name": "x"}):
        assert decoded(chosen, limit=MOST_BYTES) in (None, b"")


def test_the_part_to_download_is_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = take(table())["own_table"]
    part = own_table.to_indicators_part(own.rows).decode()
    shutil.copytree(DATA, tmp_path / "data")
    target = tmp_path / "data" / "indicators.csv"
    target.write_text(target.read_text("utf-8") + part.split("\n", 1)[1], "utf-8")
    assert main(["validate", "--data", str(tmp_path / "data")]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("definition", ["city_first", "extended_2018", "census_2022"])
def test_the_command_makes_it_the_default_for_good(tmp_path: Path, definition: str) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    file = tmp_path / "made-up.csv"
    file.write_bytes(table())
    words = ["--definition", definition, "--date", "2024-12-31", "--source", "office_table"]
    assert main(["import-indicator", str(file), *words, "--data", str(tmp_path / "data")]) == 0
    data = read_city(tmp_path / "data")
    figures = Figures(data.indicators, data.definitions, data.city.default_indicator)
    edition = figures.editions(figures.default)[0]
    assert (edition.definition, edition.status, edition.reference_date) == (definition, "official", "2024-12-31")
    assert isinstance(edition.rows, pd.DataFrame)
    assert json.dumps(sorted(edition.rows["district_key"])) == json.dumps([f"{n:02}" for n in range(19)])
