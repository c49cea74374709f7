"""The plots of the districts page: what they hand to the browser, and what the reader's choice does."""

import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from geodata.i18n import Translator
from tests.ui.conftest import Shown
from ui import static_files
from ui.districts import axes
from ui.districts.plot_table import Cell, Row, Table, column, shortened

T = Translator("en")


def table(n: int, *, marked: tuple[int, ...] = ()) -> Table:
    rows = tuple(
        Row(f"{i:03}", f"Bezirk {i}", (Cell(str(i), float(i)),), "chosen" if i in marked else "") for i in range(n)
    )
    return Table("All areas", (column("District", T, number=False), column("Value", T)), rows)


@pytest.mark.parametrize(
    ("rows", "marked", "sent", "more"),
    [
        (18, (), 18, ""),
        (200, (), 200, ""),
        (201, (), 200, "1 more row is in the download."),
        (11_000, (), 200, "10,800 more rows are in the download."),
        (11_000, (3, 10_999), 201, "10,799 more rows are in the download."),
    ],
)
def test_at_most_two_hundred_rows_and_those_compared_are_sent(
    rows: int, marked: tuple[int, ...], sent: int, more: str
) -> None:
    cut = shortened(table(rows, marked=marked), T)
    assert (len(cut.rows), cut.more) == (sent, more)
    assert {row.key for row in cut.rows if row.mark} == {f"{i:03}" for i in marked}


def test_a_head_says_how_its_column_was_sorted() -> None:
    assert column("Value", T).largest_first == "Sorted by Value, largest first"
    assert column("District", T, number=False).smallest_first == "Sorted by District, from A to Z"


numbers = st.integers(-(10**9), 10**9).map(lambda number: number / 1000)


@given(values=st.lists(numbers, max_size=30), line=st.none() | numbers, from_zero=st.booleans())
def test_an_axis_holds_everything_and_has_round_ticks(
    values: list[float],
    line: float | None,
    from_zero: bool,  # noqa: FBT001 drawn by hypothesis
) -> None:
    axis = axes.number_axis("Share", values, text=str, line=line, from_zero=from_zero)
    places = [tick.value for tick in axis.ticks]
    width = axis.upper - axis.lower
    for value in (*values, *([] if line is None else [line])):
        assert axis.lower - 1e-6 * width <= value <= axis.upper + 1e-6 * width
    assert 3 <= len(places) <= 13
    assert (places[0], places[-1]) == (axis.lower, axis.upper)
    assert not from_zero or axis.lower <= 0
    steps = {f"{b - a:.4e}".partition("e")[0] for a, b in itertools.pairwise(places)}
    assert len(steps) == 1
    assert steps <= {"1.0000", "2.0000", "5.0000"}


def test_an_axis_of_shares_is_written_in_the_readers_format() -> None:
    axis = axes.number_axis("Anteil", [0.048, 0.459], text=lambda v: Translator("de").share(v, digits=0), line=0.185)
    assert [tick.text for tick in axis.ticks] == [f"{n}\N{NO-BREAK SPACE}%" for n in (0, 10, 20, 30, 40, 50)]
    assert axis.line == 0.185


def test_an_axis_of_dates_ticks_where_there_are_values() -> None:
    axis = axes.date_axis("Date", ["2011-05-09", "2022-05-15", "2011-05-09"], text=lambda date: date[:4])
    assert [tick.text for tick in axis.ticks] == ["2011", "2022"]
    assert axis.lower < axes.day_of("2011-05-09") < axes.day_of("2022-05-15") < axis.upper


def a_page_of_plots() -> None:
    """Runs inside AppTest: nothing from around it is known here."""
    import streamlit as st  # noqa: PLC0415

    from geodata.i18n import Translator  # noqa: PLC0415
    from ui.districts import axes, ranking, scatter, series  # noqa: PLC0415
    from ui.districts.plot_table import Cell, Row, Table, column  # noqa: PLC0415

    t = Translator("ar")
    heads = column("District", t, number=False), column("Value", t)
    rows = (
        Row("04", "Weststadt", (Cell("25.9%", 0.259),), "chosen", "", "4", 0.259, 0.239, 0.35),
        Row("17", "Deppoldshausen", (), reason="not shown: fewer than 100 people", fill="w"),
    )
    table = Table("All districts", heads, rows, column=1, descending=True)
    axis = axes.number_axis("Value", [0.35], text=t.share, line=0.185)
    point = scatter.Point("04", "Weststadt", 0.259, 0.1, "chosen")
    line = series.Line("04", "Weststadt", (series.Moment(axes.day_of("2011-05-09"), 0.259, estimated=True),), "chosen")
    dates = axes.date_axis("Date", ["2011-05-09"], text=t.date)

    def pick(key: str) -> None:
        st.session_state["picked"] = key

    ranking.show(ranking.Ranking(table, axis, "Range", ("#f2f0f7",)), t=t, on_choice=pick)
    scatter.show(scatter.Scatter("Two figures", axis, axis, (point,), table), t=t)
    change = series.Break(axes.day_of("2018-01-01"), "Other definition")
    series.show(series.Series("Over time", dates, axis, (line,), (change,), table), t=t)


@pytest.fixture
def plots() -> Callable[[str], dict[str, Any]]:
    at = AppTest.from_function(a_page_of_plots, default_timeout=120).run()
    assert not at.exception

    def data(name: str) -> dict[str, Any]:
        (found,) = [each for each in at.get("bidi_component") if each.proto.component_name == f"finder.{name}"]
        sent: dict[str, Any] = json.loads(found.proto.json)
        return sent

    return data


@pytest.mark.parametrize(
    ("indicator", "adds_up"), [("population", True), ("places_first_steps", True), ("born_abroad_share", False)]
)
def test_the_axis_is_that_of_the_areas_and_a_sum_has_no_bar(
    visit: Callable[..., Shown],
    indicator: str,
    adds_up: bool,  # noqa: FBT001 a case of the test
) -> None:
    sent = visit("districts", lang="de", indicator=indicator).component("ranking")
    axis, city = sent["axis"], sent["table"]["foot"]
    largest = max(row["value"] for row in sent["table"]["rows"] if row["value"] is not None)
    assert city["cells"][0]["text"]
    assert (axis["line"] is None, city["value"] is None) == (adds_up, adds_up)
    assert adds_up or axis["lower"] <= city["value"] <= axis["upper"]
    assert not adds_up or axis["upper"] <= 1.5 * largest


@pytest.mark.parametrize("name", ["ranking", "scatter", "series"])
def test_every_plot_sends_its_table_with_language_and_direction(
    plots: Callable[[str], dict[str, Any]], name: str
) -> None:
    sent = plots(name)
    assert (sent["language"], sent["direction"], sent["key"]) == ("ar", "rtl", name)
    assert [row["name"] for row in sent["table"]["rows"]] == ["Weststadt", "Deppoldshausen"]
    assert sent["table"]["columns"][1]["largest_first"]


def test_what_is_withheld_is_sent_as_words_only(plots: Callable[[str], dict[str, Any]]) -> None:
    hidden = plots("ranking")["table"]["rows"][1]
    assert hidden["reason"]
    assert [hidden[name] for name in ("cells", "value", "lower", "upper")] == [[], None, None, None]


def test_names_can_be_chosen_only_where_the_page_listens(plots: Callable[[str], dict[str, Any]]) -> None:
    assert [plots(name)["selectable"] for name in ("ranking", "scatter", "series")] == [True, False, False]


@pytest.mark.parametrize("script", ["sortable", "ranking", "scatter", "series"])
def test_no_script_writes_html(script: str) -> None:
    text = static_files.text(f"districts/{script}.js")
    assert not [word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write") if word in text]
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_the_table_and_the_map_speak_of_the_same_event() -> None:
    sides = static_files.text("map/map.js"), static_files.text("districts/sortable.js")
    assert all('CustomEvent("finder:hover"' in side and 'addEventListener("finder:hover"' in side for side in sides)
