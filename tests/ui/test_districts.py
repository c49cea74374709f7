"""The districts page: map, legend, table and address say the same, in every method and on both levels."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from geodata.districts.editions import editions
from geodata.districts.shading.classification import METHODS
from tests.ui.conftest import Shown
from ui import loaders
from ui.districts.plot_table import MOST_ROWS

Visit = Callable[..., Shown]
LEVELS = ("district", "polling_district")
QUESTIONS = [
    {"method": method, "classes": str(k), "level": level}
    for method in METHODS
    for k, level in ((3, "district"), (6, "polling_district"))
]


def indicators() -> tuple[str, ...]:
    return loaders.figures().codes


def legend_counts(shown: Shown) -> list[int]:
    """The number of areas that the legend gives for every class."""
    ramp = next(html for html in bodies(shown) if "f-ramp" in html)
    return [int(n) for n in re.findall(r"<span>(\d+) [^<]+</span>", ramp)]


def bodies(shown: Shown) -> list[str]:
    return [element.proto.body for element in shown.at.get("html")]


def check(shown: Shown) -> None:
    """Map, legend and ranking agree."""
    assert not shown.at.exception
    areas, table = shown.map_state["areas"], shown.component("ranking")["table"]
    drawn = Counter(areas["classes"])
    assert [drawn[str(i)] for i in range(len(areas["palette"]))] == legend_counts(shown)
    keys = list(loaders.area_names(areas["level"]))
    assert {row["key"]: row["fill"] for row in table["rows"]} == dict(zip(keys, areas["classes"], strict=True))
    assert len(table["rows"]) <= MOST_ROWS
    for row in table["rows"]:
        assert bool(row["reason"]) == (row["fill"] in "w-")
        assert bool(row["cells"]) == (not row["reason"])


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: "-".join(asked.values()))
def test_map_legend_and_table_agree_in_every_method(visit: Visit, asked: dict[str, str]) -> None:
    shown = visit("districts", lang="de", breaks="0.1,0.2", **asked)
    check(shown)
    assert shown.map_state["areas"]["level"] == asked["level"]


def test_map_legend_and_table_agree_for_every_figure(visit: Visit) -> None:
    for code in indicators():
        for level in LEVELS:
            check(visit("districts", lang="de", indicator=code, level=level))


def test_every_figure_says_definition_date_and_source(visit: Visit) -> None:
    definitions, t = loaders.city_data().definitions, loaders.translator("en")
    for code in indicators():
        edition = loaders.figures().editions(code)[0]
        said = " ".join(bodies(visit("districts", lang="en", indicator=code)))
        assert definitions["definition"][edition.definition]["name"]["en"] in said
        assert t.date(edition.reference_date) in said
        for source in edition.rows["source"].iloc[0]:
            assert definitions["data_source"][source]["name"]["en"] in said
        assert ('f-chip-care">' in said) == (edition.status == "estimated")


def test_values_are_those_of_the_table(visit: Visit) -> None:
    shown = visit("districts", lang="en", indicator="born_abroad_share").component("ranking")["table"]
    rows = loaders.figures().editions("born_abroad_share")[0].rows.set_index("district_key")
    for row in shown["rows"]:
        if row["cells"]:
            assert row["cells"][0]["text"] == loaders.translator("en").share(rows.loc[row["key"], "value"])
    assert shown["foot"]["cells"][0]["text"] == loaders.translator("en").share(rows.loc["00", "value"])


def test_a_date_of_the_register_can_be_chosen(visit: Visit) -> None:
    for edition in editions(loaders.indicators(), "register_population"):
        shown = visit("districts", lang="de", indicator="register_population", date=edition.reference_date)
        check(shown)
        known = [row for row in shown.component("ranking")["table"]["rows"] if row["cells"]]
        assert len(known) == len(edition.rows[~edition.rows["district_key"].isin(["00"])])


def test_what_is_withheld_says_why(visit: Visit) -> None:
    rows = visit("districts", lang="en").component("ranking")["table"]["rows"]
    reasons = {row["key"]: row["reason"] for row in rows if row["fill"] == "w"}
    assert reasons["17"] == "not shown: fewer than 100 people"
    assert reasons["13"].startswith("not shown: too few people counted")


@pytest.mark.parametrize(
    "hostile",
    [
        {"indicator": "none", "date": "yesterday", "level": "galaxy", "method": "magic", "classes": "7"},
        {"against": "nothing", "classes": "-3"},
        {"breaks": "nan,inf,1e999", "method": "own"},
        {"breaks": "0.3,0.1", "method": "own"},
        {"compare": ",".join(f"{n:02}" for n in range(1000)), "level": "<script>"},
        {"compare": "04-301", "level": "district"},
        {"classes": "٣", "compare": "__proto__"},
    ],
)
def test_what_is_malformed_shows_the_default(visit: Visit, hostile: dict[str, str]) -> None:
    shown = visit("districts", lang="de", **hostile)
    check(shown)
    assert shown.map_state["areas"]["level"] == "district"
    assert len(shown.map_state["areas"]["chosen"] + shown.map_state["areas"]["compared"]) <= 6


def test_the_comparison_stands_in_sentence_map_legend_and_table(visit: Visit) -> None:
    shown = visit("districts", lang="de", compare="09,05")
    areas = shown.map_state["areas"]
    assert (areas["chosen"], areas["compared"]) == (["09"], ["05"])
    assert any("Der Unterschied zwischen Grone und Nordstadt ist **nicht gesichert**." in text for text in shown.texts)
    marks = {row["key"]: row["mark"] for row in shown.component("ranking")["table"]["rows"] if row["mark"]}
    assert marks == {"09": "chosen", "05": "compared"}
    legend = next(html for html in bodies(shown) if "f-ramp" in html)
    assert "▲ Grone 29,1" in legend
    assert "△ Nordstadt 30,1" in legend


def test_offers_of_the_district_are_one_click_away(visit: Visit) -> None:
    shown = visit("districts", lang="de", compare="09,05", spoken="ar")
    links = [element.proto for element in shown.at.get("page_link")]
    assert len(links) == 1 + len(loaders.taxonomy().sections)
    assert all("district=09%2C05" in link.query_string for link in links)
    assert "spoken" not in links[0].query_string


def test_two_definitions_share_no_line(visit: Visit) -> None:
    shown = visit("districts", lang="de", compare="04")
    assert any("Für Weststadt gibt es **keine Zeitreihe**" in text or "keine Zeitreihe" in text for text in shown.texts)
    series = shown.component("series")
    assert all(len(line["points"]) == 1 for line in series["lines"])
    assert len(series["breaks"]) == 2
