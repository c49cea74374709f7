"""The coverage page: headline, table, map and legend say the same, and what the domain says."""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from geodata.coverage.disclosure import state_of
from geodata.coverage.gap_table import GapTable
from geodata.coverage.scenario import Change, Close, Scenario
from geodata.schema import WHOLE_CITY
from tests.ui.conftest import Shown
from ui import loaders
from ui.coverage.asked import MAPS, Asked
from ui.coverage.cells_map import map_order

Visit = Callable[..., Shown]
KINDS = {"covered": "0", "unknown": "-", "gap": "g", "withheld": "w", "empty": "n"}
ASKED: dict[str, dict[str, str]] = {
    "the first question": {},
    "any language": {"speaks": "any"},
    "German is assumed": {"cover": "language_courses", "speaks": "de"},
    "children by bicycle": {"cover": "kindergartens", "speaks": "any", "people": "age_under_10", "by": "cycling"},
    "confirmed, on Thursday": {"cover": "first_steps", "sure": "1", "open": "Th 16:00", "reach": "30"},
    "two languages": {"cover": "any", "speaks": "ru,uk", "people": "born_abroad", "wished": "33"},
    "nothing fits": {"cover": "university", "speaks": "tt"},
}


def table_of(params: dict[str, str]) -> GapTable:
    return loaders.gap_table(Asked.from_params(params).question(loaders.taxonomy()))


@pytest.mark.parametrize("name", ASKED)
def test_the_table_says_what_the_domain_says(visit: Visit, name: str) -> None:
    shown = visit("coverage", lang="en", **ASKED[name])
    assert not shown.at.exception
    expected, city, t = table_of(ASKED[name]), loaders.city_data().city, loaders.translator("en")
    table = shown.component("gaps")["table"]
    rows = {row["key"]: row for row in (*table["rows"], table["foot"])}
    assert set(rows) == {*loaders.area_names("district"), WHOLE_CITY}
    for row in expected.rows:
        state = state_of(row, expected.question.wished_share, city=city)
        line = rows[row.area_key]
        if state in ("withheld", "empty"):
            assert not line["cells"]
            assert line["reason"]
            continue
        assert line["cells"][0]["text"] == t.number(row.residents)
        assert (line["lower"], line["upper"]) == (row.share_lower, row.share_upper)
        assert line["cells"][-1]["sign"] == state


@pytest.mark.parametrize("drawn", MAPS[:3])
@pytest.mark.parametrize("name", ASKED)
def test_the_map_says_what_the_table_says(visit: Visit, name: str, drawn: str) -> None:
    shown = visit("coverage", lang="en", draw=drawn, **ASKED[name])
    areas, expected = shown.map_state["areas"], table_of(ASKED[name])
    city = loaders.city_data().city
    states = {row.area_key: state_of(row, expected.question.wished_share, city=city) for row in expected.rows}
    withheld = [key for key, state in states.items() if state == "withheld"]
    assert sorted(areas["withheld"]) == sorted(withheld)
    if drawn == "districts":
        assert areas["classes"] == "".join(KINDS[states[key]] for key in loaders.area_names("district"))
        return
    assert len(areas["classes"]) == len(loaders.populated())
    if drawn == "reach":
        people = expected.catchments.people[expected.question.group][map_order()]
        counted: Counter[str] = Counter()
        for kind, n in zip(areas["classes"], people.tolist(), strict=True):
            counted[kind] += n
        hidden = [row for row in expected.rows if row.area_key in withheld]
        assert counted["0"] == expected.city.lower - sum(row.lower for row in hidden)
        assert counted["0"] + counted["-"] == expected.city.upper - sum(row.upper for row in hidden)
        assert counted["n"] == 0


@pytest.mark.parametrize("drawn", MAPS)
def test_every_kind_on_the_map_is_in_the_legend(visit: Visit, drawn: str) -> None:
    shown = visit("coverage", lang="en", draw=drawn)
    kinds = set(shown.map_state["areas"]["classes"])
    legend = next(html for html in bodies(shown) if "c-key" in html)
    swatches = {"-": "f-no-data", "g": "c-gap", "w": "f-withheld", "n": "c-nobody"}
    for kind in kinds:
        if kind.isdigit():
            assert f"background:{shown.map_state['areas']['palette'][int(kind)]}" in legend
        else:
            assert swatches[kind] in legend


def bodies(shown: Shown) -> list[str]:
    return [element.proto.body for element in shown.at.get("html")]


def test_the_marks_are_the_offers_that_fit(visit: Visit) -> None:
    shown, expected = visit("coverage", lang="en"), table_of({})
    marks = loaders.offer_index().facilities["facility_id"].to_numpy()[loaders.offer_index().located_rows]
    for name, fitting in (("mask", expected.fit.possible), ("filled", expected.fit.sure)):
        bits = "".join(f"{byte:08b}" for byte in b64decode(shown.map_state[name]))
        drawn = {marks[i] for i, bit in enumerate(bits) if bit == "1"}
        offers = [offer for offer, fits in zip(expected.offers.records, fitting, strict=True) if fits]
        assert drawn == {offer.facility_id for offer in offers if offer.place >= 0}


def test_a_row_leads_to_the_district_its_offers_and_the_finder(visit: Visit) -> None:
    shown = visit("coverage", lang="en", area="09")
    said = " ".join(bodies(shown))
    assert re.search(r"In Grone 0% to 64% of residents", " ".join(shown.texts))
    link = re.search(r'href="\./(\?[^"]+)"', said)
    assert link
    assert "topic=counselling" in link[1]
    assert "spoken=ar" in link[1]
    assert "district=09" in link[1]
    (marked,) = [row for row in shown.component("gaps")["table"]["rows"] if row["mark"]]
    assert marked["key"] == "09"


def test_a_cell_leads_to_the_finder_near_it(visit: Visit) -> None:
    code = loaders.populated()["cell"].iloc[1000]
    shown = visit("coverage", lang="de", area=code)
    assert not shown.at.exception
    link = re.search(r'href="\./(\?[^"]+)"', " ".join(bodies(shown)))
    assert link
    assert f"near={code}" in link[1]
    assert shown.map_state["areas"]["chosen"] == [code]


def test_a_withheld_district_says_no_number(visit: Visit) -> None:
    shown = visit("coverage", lang="en", area="17")
    row = next(row for row in shown.component("gaps")["table"]["rows"] if row["key"] == "17")
    assert not row["cells"]
    assert "Not shown: too few people live here." in shown.texts
    assert not any("In Deppoldshausen" in text for text in shown.texts)


def test_german_is_said_to_be_assumed(visit: Visit) -> None:
    question = replace(table_of({}).question, languages=("de",))
    said = " ".join(visit("coverage", lang="en", speaks="de").texts)
    assert "we assume" in said.lower()
    assert loaders.gap_table(question).fit.sure.sum() > 20


def with_scenario(visit: Visit, *changes: Change, **params: str) -> Shown:
    """The page after changes were made in its session."""
    shown = visit("coverage", lang="en", **params)
    shown.at.session_state["scenario"] = Scenario("", changes)
    shown.at.run()
    assert not shown.at.exception
    return shown


def test_the_map_shows_what_a_scenario_changes(visit: Visit) -> None:
    before = table_of({})
    row = int(before.fit.sure.argmax())
    shown = with_scenario(visit, Close(before.offers.records[row].id), draw="change")
    people = before.catchments.people["all"][map_order()]
    counted: Counter[str] = Counter()
    for kind, n in zip(shown.map_state["areas"]["classes"], people.tolist(), strict=True):
        counted[kind] += n
    assert counted["0"] == 0
    assert counted["1"] == before.city.lower  # the only offer that says Arabic is gone
    assert visit("coverage", lang="en", draw="change").map_state["areas"]["palette"] == ["#7FA3B5"]


def test_offers_without_an_address_stand_beside(visit: Visit) -> None:
    shown, expected = visit("coverage", lang="en"), table_of({})
    (listed,) = [html for html in bodies(shown) if 'class="c-offers"' in html]
    assert listed.count("<li>") == expected.without_address[1] > 0
