"""The data that are shipped: complete, valid, and true to their sources."""

import re
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.city_files import read_files
from geodata.adapters.tables import read_table, write_table
from geodata.crs import METRIC
from geodata.schema import TABLES, WHOLE_CITY, Table, validate
from geodata.taxonomy import Taxonomy

DATA = Path(__file__).parents[2] / "data"
HIDDEN = "frauenhaus-goettingen"


@pytest.fixture(scope="module")
def city() -> CityData:
    return read_city(DATA)


def indicator(city: CityData, code: str) -> pd.DataFrame:
    return city.indicators[city.indicators["indicator"] == code].set_index("district_key")


def test_there_is_no_fault() -> None:
    assert validate(read_files(DATA)) == []


def test_every_place_and_offer_is_there(city: CityData) -> None:
    assert len(city.facilities) == 451
    assert len(city.services) == 536
    assert set(city.services["facility_id"]) == set(city.facilities["facility_id"])


def test_offers_per_section(city: CityData) -> None:
    assert city.services["section"].value_counts().to_dict() == {
        "first_steps": 242,
        "language_education": 223,
        "work_career": 71,
    }


def test_sections_and_topics(city: CityData) -> None:
    taxonomy = Taxonomy.from_table(city.taxonomy)
    assert taxonomy.sections == ("first_steps", "language_education", "work_career")
    assert len(taxonomy.topics()) == 28
    assert taxonomy.section_of("schools") == "language_education"
    assert taxonomy.section_of("schools") in taxonomy.sections
    assert taxonomy.section_of("no_such_topic") == ""
    assert taxonomy.names("en")["schools"] == "Schools"


def test_every_text_is_there_in_every_language(city: CityData) -> None:
    for language in city.city.languages:
        assert (city.services[f"name_{language}"] != "").all()
        assert (city.services[f"summary_{language}"] != "").all()
    for language in ("en", "ru", "ar"):
        assert (city.facilities[f"gloss_{language}"] != "").all()


def test_the_shelter_cannot_be_found(city: CityData) -> None:
    place = city.facilities.set_index("facility_id").loc[HIDDEN]
    assert place["address_visibility"] == "hidden"
    assert [place[name] for name in ("street_address", "postal_code", "district_key", "osm_ref")] == [""] * 4
    assert np.isnan([place["latitude"], place["longitude"], place["geocode_check_m"]]).all()
    lines = [line for name in ("facilities.csv", "services.csv") for line in (DATA / name).read_text().splitlines()]
    own = [line for line in lines if line.startswith(HIDDEN)]
    assert len(own) == 2
    assert not any(re.search(r"\b37\d{3}\b|\b51\.\d{3}|\b9\.\d{4}|(node|way)/\d", line) for line in own)


def test_empty_means_not_stated(city: CityData) -> None:
    """No "no" where nobody was asked: the emptiness of the sources is kept."""
    assert (city.services["languages_spoken"].map(len) > 0).sum() == 15
    assert (city.services["cost"] == "").sum() == 470
    assert (city.facilities["wheelchair"] == "").sum() == 439
    assert (city.facilities["assured_date"] == "").all()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.file)
def test_reading_and_writing_changes_no_byte(table: Table, tmp_path: Path) -> None:
    written = write_table(tmp_path, table, rows=read_table(DATA, table))
    assert written.read_bytes() == (DATA / table.file).read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == [table.file]


def test_the_estimate_comes_to_the_city_s_own_share(city: CityData) -> None:
    estimate = indicator(city, "migration_background_share")
    assert estimate.loc[WHOLE_CITY, "value"] == 0.185
    assert set(estimate["source"]) == {("census_2011", "city_2008")}
    assert set(estimate["status"]) == {"estimated"}
    assert set(estimate["definition"]) == {"city_first"}


@pytest.mark.parametrize(
    ("key", "value", "lower", "upper"),
    [
        ("01", 0.183583, 0.164948, 0.268714),  # Innenstadt: (1472 + c 926) / 8924
        ("05", 0.300512, 0.265796, 0.459113),  # Nordstadt: (2116 + c 1539) / 7961
        ("09", 0.291137, 0.266642, 0.403044),  # Grone: (2856 + c 1461) / 10711
    ],
)
def test_worked_estimates(city: CityData, key: str, value: float, lower: float, upper: float) -> None:
    row = indicator(city, "migration_background_share").loc[key]
    assert (row["value"], row["lower"], row["upper"]) == (value, lower, upper)


@pytest.mark.parametrize(
    ("code", "few"),
    [
        ("migration_background_share", {"13", "17"}),
        ("born_abroad_share", {"17"}),
        ("foreign_nationals_share", {"13", "17"}),
        ("children_under_10_share", {"17"}),
        ("population", set()),
        ("population_density", set()),
    ],
)
def test_small_numbers_are_withheld_and_never_the_city_s(city: CityData, code: str, few: set[str]) -> None:
    """Districts with few people, or few counted; what goes with them is for the tests of disclosure to say."""
    rows = indicator(city, code)
    withheld = set(rows.index[rows["suppressed"] == "yes"])
    assert few <= withheld
    assert bool(withheld) == bool(few)
    assert WHOLE_CITY not in withheld
    assert rows.loc[sorted(withheld), ["value", "lower", "upper", "numerator"]].isna().all(axis=None)
    assert rows["denominator"].notna().all() or code == "population"


def test_figures_of_the_city_keep_their_definitions_apart(city: CityData) -> None:
    shares = city.figures[city.figures["code"] == "migration_background_share"]
    assert list(zip(shares["reference_date"].str[:4], shares["value"], shares["definition"], strict=True)) == [
        ("2008", 0.185, "city_first"),
        ("2018", 0.273, "extended_2018"),
        ("2022", 0.26, "census_2022"),
    ]


def test_districts_meet_edge_to_edge(city: CityData) -> None:
    metric = city.districts.to_crs(METRIC)
    assert list(city.districts["key"]) == [f"{number:02}" for number in range(1, 19)]
    assert shapely.coverage_is_valid(city.districts.geometry.to_numpy())
    union = metric.union_all()
    assert (union.geom_type, len(union.interiors)) == ("Polygon", 0)
    assert metric.area.sum() == pytest.approx(union.area, abs=1.0)
    assert union.area / 1e6 == pytest.approx(116.98, abs=0.05)


def test_labels_lie_in_their_district(city: CityData) -> None:
    labels = gpd.points_from_xy(city.districts["label_longitude"], city.districts["label_latitude"], crs=4326)
    assert city.districts.contains(gpd.GeoSeries(labels)).all()


def test_every_located_place_lies_in_the_district_it_names(city: CityData) -> None:
    located = city.facilities[city.facilities["latitude"].notna()]
    points = gpd.GeoDataFrame(
        located, geometry=gpd.points_from_xy(located["longitude"], located["latitude"]), crs=city.districts.crs
    )
    joined = points.sjoin(city.districts, predicate="within")
    assert len(joined) == len(located)
    assert (joined["district_key"] == joined["key"]).all()


def test_the_basemap_holds_one_feature_of_each_kind_and_names() -> None:
    basemap = gpd.read_file(DATA / "pack" / "basemap.geojson")
    named = basemap["layer"].isin(["street_name", "bus_stop", "quarter"])
    assert set(basemap.loc[~named, "layer"]) == {"water", "green", "rail", "road"}
    assert not basemap[~named].duplicated(["layer", "kind"]).any()
    assert basemap.loc[named, "name"].str.strip().str.len().gt(0).all()
