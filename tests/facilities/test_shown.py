"""What may be shown of a place, on made-up rows: one rule for tables, maps and files."""

import math
from typing import Any

import pandas as pd
import pytest

from geodata.facilities import OfferIndex
from geodata.facilities.shown import shown_offer, shown_place, with_rough_points
from geodata.maps import place_table
from tests.exports.places_sample import pair
from tests.exports.test_places_hidden import SECRET, TRACES


def rows(*visibilities: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Offers, and a place for each at the same secret point."""
    made = [
        pair(
            {"service_id": f"s{at}", "facility_id": f"p{at}"},
            SECRET | {"facility_id": f"p{at}", "address_visibility": v},
        )
        for at, v in enumerate(visibilities)
    ]
    return pd.DataFrame([offer for offer, _ in made]), pd.DataFrame([place for _, place in made])


def test_of_an_approximate_place_the_point_is_rough_and_no_text_says_where_it_is() -> None:
    _, place = pair(place=SECRET | {"address_visibility": "approximate"})
    shown = shown_place(place)
    assert (shown["latitude"], shown["longitude"]) == (51.765, 9.765)
    assert not [
        name for name in ("street_address", "postal_code", "osm_ref", "operator", "opening_hours_text") if shown[name]
    ]
    assert math.isnan(shown["geocode_check_m"])
    assert (shown["district_key"], shown["city"]) == ("01", "Verbergen")


def test_an_offer_of_such_a_place_says_not_where_it_is_either() -> None:
    offer, place = pair({"summary_de": "Im Geheimweg 77."}, SECRET | {"address_visibility": "approximate"})
    assert shown_offer(offer, place)["summary_de"] == ""
    assert shown_offer(offer, {**place, "address_visibility": "public"}) is offer


@pytest.mark.parametrize("visibility", ["approximate", "hidden"])
def test_what_was_taken_away_once_is_not_taken_away_twice(visibility: str) -> None:
    _, place = pair(place=SECRET | {"address_visibility": visibility})
    once = shown_place(place)
    assert repr(shown_place(once)) == repr(once)


def test_a_table_keeps_every_other_row_and_its_kinds_of_columns() -> None:
    _, facilities = rows("public", "approximate", "hidden")
    shown = with_rough_points(facilities)
    pd.testing.assert_frame_equal(shown.iloc[[0, 2]], facilities.iloc[[0, 2]])
    assert (shown.dtypes == facilities.dtypes).all()
    assert shown.index.equals(facilities.index)
    assert with_rough_points(facilities.iloc[[0, 2]]) is not None


def test_a_browser_gets_the_rough_point_and_is_told_that_it_is_rough() -> None:
    services, facilities = rows("public", "approximate", "hidden")
    index = OfferIndex.from_tables(services, with_rough_points(facilities), codes={}, assumed_spoken="")
    table: dict[str, list[Any]] = place_table(index)
    assert table["id"] == ["p0", "p1"]
    assert table["lat"] == [51.765432, 51.765]
    assert table["lon"] == [9.765432, 9.765]
    assert table["rough"] == [0, 1]


def test_town_district_and_the_rough_point_are_all_that_is_left() -> None:
    _, place = pair(place=SECRET | {"address_visibility": "approximate", "gloss_ar": ""})
    said = repr(shown_place(place))
    kept = {"Verbergen", "51.76", "9.76", "undercover", "1977"}  # with by whom the point was found, and when
    assert {trace for trace in TRACES if trace in said} == kept
