"""Found places for map programs: valid by the formats' schemas, and read by two other programs as the tables are."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import fastkml
import geopandas as gpd
import gpx
import pytest
from fastkml.containers import Document
from fastkml.features import Placemark
from geojson_pydantic import FeatureCollection
from hypothesis import given, settings
from lxml import etree

from geodata.adapters.city_data import CityData
from geodata.exports.places_found import clean
from geodata.exports.places_geojson import geojson_of
from geodata.exports.places_gpx import gpx_of
from geodata.exports.places_kml import kml_of
from geodata.i18n import Translator
from tests.conftest import LANGUAGES
from tests.exports.places_sample import ABOUT, Rows, found, pair, rows_of_any_text, shipped

examples = settings(max_examples=60)


@pytest.fixture(scope="module")
def kml_schema() -> Any:
    """KML 2.2 of the Open Geospatial Consortium."""
    return etree.XMLSchema(etree.parse(str(files("fastkml") / "schema" / "ogckml22.xsd")))


@pytest.fixture(scope="module")
def gpx_schema() -> Any:
    """GPX 1.1 of Topografix."""
    return etree.XMLSchema(etree.parse(str(files("gpx") / "gpx.xsd")))


def expected(city: CityData) -> dict[str, tuple[str, float, float]]:
    """Facility → name, lat, lon of those that have a point."""
    located = city.facilities.dropna(subset=["latitude", "longitude"])
    columns = (located[name] for name in ("facility_id", "name", "latitude", "longitude"))
    return {key: rest for key, *rest in zip(*columns, strict=True)}  # type: ignore[misc]


def placemarks(content: bytes) -> list[Any]:
    document = fastkml.KML.from_string(content, strict=True).features[0]
    assert isinstance(document, Document)
    return [each for each in document.features if isinstance(each, Placemark)]


def data(mark: Any) -> dict[str, str]:
    return {each.name: each.value for each in mark.extended_data.elements}


@pytest.mark.parametrize("language", LANGUAGES)
def test_geojson_holds_every_offer(language: str, shipped_city: CityData, translators: dict[str, Translator]) -> None:
    content = geojson_of(shipped(shipped_city, translators[language]))
    document = json.loads(content)
    read = FeatureCollection.model_validate_json(content)
    assert "crs" not in document
    assert (document["language"], document["credits"]) == (language, ABOUT.credits)
    located = expected(shipped_city)
    services = shipped_city.services.to_dict("records")
    assert [feature.id for feature in read.features] == [service["service_id"] for service in services]
    for feature, service in zip(read.features, services, strict=True):
        properties = feature.properties or {}
        assert properties["name"] == service[f"name_{language}"]
        assert tuple(properties["languages_spoken"] or ()) == service["languages_spoken"]
        assert (properties["cost"] or "") == service["cost"]
        if service["facility_id"] in located:
            name, lat, lon = located[service["facility_id"]]
            assert (properties["place"], tuple(feature.geometry.coordinates)) == (name, (lon, lat))
        else:
            assert feature.geometry is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_kml_holds_every_place(
    language: str, shipped_city: CityData, translators: dict[str, Translator], kml_schema: Any
) -> None:
    content = kml_of(shipped(shipped_city, translators[language]))
    kml_schema.assertValid(etree.fromstring(content))
    marks = {data(mark)["facility_id"]: mark for mark in placemarks(content)}
    assert set(marks) == set(shipped_city.services["facility_id"])
    located = expected(shipped_city)
    points = {key: mark.geometry for key, mark in marks.items() if mark.geometry is not None}
    assert {key: (marks[key].name, point.y, point.x) for key, point in points.items()} == {
        key: tuple(each) for key, each in located.items()
    }
    named = [service for mark in marks.values() for service in data(mark)["service_id"].split(";")]
    assert sorted(named) == sorted(shipped_city.services["service_id"])
    assert ABOUT.credits.encode() in content
    assert f"<value>{language}</value>".encode() in content


@pytest.mark.parametrize("language", LANGUAGES)
def test_gpx_holds_every_place_with_a_point(
    language: str, shipped_city: CityData, translators: dict[str, Translator], gpx_schema: Any
) -> None:
    t = translators[language]
    content = gpx_of(shipped(shipped_city, t))
    gpx_schema.assertValid(etree.fromstring(content))
    read = gpx.GPX.from_string(content.decode())
    located = expected(shipped_city)
    marks = [(mark.name, float(mark.lat), float(mark.lon)) for mark in read.waypoints]
    assert sorted(marks) == sorted(map(tuple, located.values()))
    assert read.metadata.copyright.author == ABOUT.credits
    assert f"<dc:language>{language}</dc:language>".encode() in content
    missing = len(shipped_city.facilities) - len(located)
    one, many = (
        "{n} place without a position is not in this file.",
        "{n} places without a position are not in this file.",
    )
    assert t.plural(one, many, missing) in read.metadata.desc


@pytest.mark.parametrize(("end", "write"), [("kml", kml_of), ("gpx", gpx_of), ("geojson", geojson_of)])
def test_gdal_sees_the_same_points(
    end: str, write: Callable[..., bytes], shipped_city: CityData, translators: dict[str, Translator], tmp_path: Path
) -> None:
    path = tmp_path / f"offers.{end}"
    path.write_bytes(write(shipped(shipped_city, translators["ru"])))
    layer = gpd.read_file(path, layer="waypoints" if end == "gpx" else 0)
    assert layer.crs.to_epsg() == 4326
    shown = layer[layer.geometry.notna() & ~layer.geometry.is_empty]
    column = {"kml": "Name", "gpx": "name", "geojson": "place"}[end]
    read = {(name, round(p.y, 7), round(p.x, 7)) for name, p in zip(shown[column], shown.geometry, strict=True)}
    assert read == {(name, lat, lon) for name, lat, lon in expected(shipped_city).values()}


def test_at_most_seven_decimals_and_no_powers_of_ten(translators: dict[str, Translator]) -> None:
    row = pair(place={"latitude": 51.123456789, "longitude": 1e-7})
    made = found([row], translators["de"])
    assert json.loads(geojson_of(made))["features"][0]["geometry"]["coordinates"] == [1e-07, 51.1234568]
    assert b"<coordinates>0.0000001,51.1234568</coordinates>" in kml_of(made)
    assert b'lat="51.1234568" lon="0.0000001"' in gpx_of(made)


@examples
@given(rows_of_any_text())
def test_any_text_is_a_text_in_every_format(
    translators: dict[str, Translator], kml_schema: Any, gpx_schema: Any, rows: Rows
) -> None:
    made = found(rows, translators["ar"])
    kml, waypoints = etree.fromstring(kml_of(made)), etree.fromstring(gpx_of(made))
    kml_schema.assertValid(kml)
    gpx_schema.assertValid(waypoints)
    names = [clean(place["name"]) for _, place in rows]
    assert [each.text for each in kml.iterfind(".//{*}Placemark/{*}name")] == names
    located = [clean(place["name"]) for _, place in rows if place["latitude"] == place["latitude"]]
    assert [each.text for each in waypoints.iterfind("{*}wpt/{*}name")] == located
    features = FeatureCollection.model_validate_json(geojson_of(made)).features
    assert [(each.properties or {})["place"] for each in features] == names
