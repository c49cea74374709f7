import pytest
import shapely

from geodata.geocoding import facility_points
from geodata.geocoding.district_lookup import district_of, from_wgs84
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.match import Match, Quality
from geodata.geocoding.reasons import reason

ROW = {
    "facility_id": "a", "name": "Laden", "street_address": "Birkenweg 4", "postal_code": "", "city": "Altstadt",
    "district_key": "01", "latitude": "50.000000", "longitude": "10.000000", "address_visibility": "public",
    "geocode_method": "osm_place", "geocode_provider": "osm", "geocode_quality": "place", "geocode_date": "2026-01-01",
    "geocode_check_m": "", "geocode_reason": "", "notes": "",
}  # fmt: skip
EMPTY = ROW | {"latitude": "", "longitude": "", "district_key": "", "geocode_quality": "none", "geocode_method": "none"}


def _match(quality: str, *, provider: str = "gazetteer", latitude: float | None = 50.001) -> Match:
    why = reason("exact", number=4, street="Birkenweg")
    longitude = None if latitude is None else 10.0
    return Match(latitude, longitude, "Birkenweg 4", Quality(quality), 85, provider, "", "2026-01-02", why)


# quality in the table | quality of the answer | replaced
RULE = """
house        | house        | no
house        | place        | no
interpolated | house        | no
place        | house        | no
street       | street       | no
street       | quarter      | no
street       | interpolated | yes
street       | house        | yes
street       | place        | yes
quarter      | house        | yes
"""


@pytest.mark.parametrize(("old", "new", "replaced"), [line.split(" | ") for line in RULE.strip().splitlines()])
def test_only_a_strictly_better_class_replaces_a_point(old: str, new: str, replaced: str) -> None:
    row = ROW | {"geocode_quality": old.strip()}
    assert facility_points.is_better(_match(new.strip()), row) == (replaced.strip() == "yes")


def test_a_hand_decision_always_and_nothing_never_replaces() -> None:
    assert facility_points.is_better(_match("place", provider="hand"), ROW)
    assert not facility_points.is_better(_match("none", latitude=None), ROW)
    assert facility_points.is_better(_match("street"), EMPTY)


def test_a_point_that_did_not_move_keeps_its_date() -> None:
    first = facility_points.with_match(EMPTY, _match("house"), district_key="01")
    later = facility_points.with_match(first | {"geocode_date": "2025-05-05"}, _match("house"), district_key="01")
    assert first["geocode_date"] == "2026-01-02"
    assert later["geocode_date"] == "2025-05-05"
    assert (first["latitude"], first["longitude"], first["geocode_quality"]) == ("50.001000", "10.000000", "house")


@pytest.mark.parametrize(
    ("method", "quality", "provider", "sentence"),
    [
        ("osm_place", "place", "osm", "The map data show a place of this name here."),
        ("osm_address", "house", "osm", "The map data show this address here."),
        ("street", "street", "osm", "Only the street, or a number that may belong to another street."),
        ("hand", "quarter", "hand", "The point given in the table was kept."),
    ],
)
def test_a_point_that_stays_gets_what_was_missing(method: str, quality: str, provider: str, sentence: str) -> None:
    bare = {"geocode_method": method, "geocode_quality": quality, "geocode_provider": "", "geocode_date": ""}
    row = facility_points.with_origin(ROW | bare, today="2026-01-02")
    assert (row["geocode_provider"], row["geocode_date"], row["geocode_reason"]) == (provider, "2026-01-02", sentence)
    assert facility_points.with_origin(row, today="2027-01-02") == row


def test_the_check_distance_needs_a_house_and_a_place_that_are_independent() -> None:
    check = facility_points.with_check
    assert check(ROW, address=_match("house"), named=None)["geocode_check_m"] == "111"
    assert check(ROW, address=_match("street"), named=None)["geocode_check_m"] == ""
    assert check(ROW | {"geocode_quality": "house"}, address=_match("house"), named=None)["geocode_check_m"] == ""
    assert (
        check(ROW | {"geocode_quality": "house"}, address=_match("house"), named=(50.0, 10.0))["geocode_check_m"]
        == "111"
    )
    assert (
        check(ROW | {"notes": "Adresspunkt abgeleitet."}, address=_match("house"), named=None)["geocode_check_m"] == ""
    )


def test_the_place_of_the_same_name_is_the_nearest_within_reach(town: Gazetteer) -> None:
    assert facility_points.same_named("Laden", town, near=(50.001, 10.0)) == (50.0, 10.0)
    assert facility_points.same_named("Laden", town, near=(50.05, 10.0)) is None
    assert facility_points.same_named("Nirgends", town, near=(50.0, 10.0)) is None


SQUARES = [from_wgs84(key, name, outline=shapely.box(west, 50.0, west + 0.1, 50.1)) for key, name, west in
           (("01", "Westen", 10.0), ("02", "Osten", 10.1))]  # fmt: skip


@pytest.mark.parametrize(
    ("point", "key", "note"),
    [
        ((50.05, 10.05), "01", None),
        ((50.05, 10.15), "02", None),
        ((50.05, 10.0999), "01", "Within 25 m of the border of Westen."),
        ((50.05, 10.3), "", "The point lies outside the city."),
    ],
)
def test_a_point_has_a_district_and_a_word_where_that_is_close(
    point: tuple[float, float], key: str, note: str | None
) -> None:
    found, why = district_of(point, SQUARES)
    assert (found, str(why) if why else None) == (key, note)
