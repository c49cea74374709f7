"""The gazetteer out of a small source folder with known answers."""

import gzip
import json
import math
import shutil
from pathlib import Path
from typing import Any

import pytest

from geodata.adapters.build_gazetteer import build_gazetteer, cell_centres
from geodata.adapters.gazetteer_file import CELL_FILE, EXACT_FILE, find_gazetteer, read_gazetteer
from geodata.errors import MissingFileError
from geodata.geocoding.distance import distance_m
from geodata.geocoding.geocoder import GazetteerGeocoder

RING = [[9.9, 51.5], [9.96, 51.5], [9.96, 51.56], [9.9, 51.56], [9.9, 51.5]]


def _feature(properties: dict[str, Any], geometry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _points(path: Path, *features: Any) -> None:
    points = [_feature(props, {"type": "Point", "coordinates": [lon, lat]}) for props, lat, lon in features]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": points}), "utf-8")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Two numbers on one street, one of them outside the city; a place, a stop, a gate, a quarter; one district."""
    osm, districts = tmp_path / "source" / "osm", tmp_path / "source" / "districts"
    osm.mkdir(parents=True)
    districts.mkdir()
    header = "street_inferred,housenumber,lat,lon,street_link_quality,in_city,osm_type,osm_id\n"
    rows = "Birkenweg,12 A,51.53,9.93,high,1,way,7\nBirkenweg,(?),51.53,9.93,high,1,way,8\n"
    rows += "Fernweg,1,51.7,9.93,high,0,way,9\n"
    (osm / "addresses.csv.gz").write_bytes(gzip.compress((header + rows).encode()))
    (osm / "streets.csv").write_text(
        "name,class,length_m,mid_lat,mid_lon,clusters_400m\nBirkenweg,minor,120,51.53,9.931,1\n", "utf-8"
    )
    place = {"class": "library", "osm_type": "node", "osm_id": 1}
    _points(
        osm / "pois_named.geojson",
        (place | {"name": "Bücherei"}, 51.53, 9.93),
        (place | {"name": "Tor", "class": "gate"}, 51.53, 9.93),
    )
    _points(osm / "bus_stops.geojson", (place | {"name": "Birken", "class": "bus"}, 51.53, 9.93))
    _points(osm / "places.geojson", ({"name": "Alt", "class": "quarter", "in_city": True}, 51.53, 9.93))
    outline = _feature({"key": "01", "name": "Innen"}, {"type": "Polygon", "coordinates": [RING]})
    (districts / "stadtbezirke.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": [outline]}), "utf-8"
    )
    return tmp_path / "source"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A data directory that holds nothing but the city's settings."""
    folder = tmp_path / "out"
    folder.mkdir()
    shutil.copy(Path(__file__).parents[2] / "data" / "city.toml", folder)
    return folder


def test_it_holds_what_lies_in_the_city(source: Path, out: Path) -> None:
    gazetteer = read_gazetteer(build_gazetteer(source, out, exact_house_numbers=True))
    found = {(entry.kind, entry.name, entry.number, entry.district_key, entry.reference) for entry in gazetteer.entries}
    assert found == {
        ("house", "Birkenweg", "12a", "01", "way/7"),
        ("street", "Birkenweg", "", "01", ""),
        ("place", "Bücherei", "", "01", "node/1"),
        ("stop", "Birken", "", "01", "node/1"),
        ("quarter", "Alt", "", "01", ""),
        ("quarter", "Innen", "", "01", "district/01"),
    }
    assert (gazetteer.exact, gazetteer.city) == (True, "Göttingen")


def test_the_committed_one_knows_cells_only(source: Path, out: Path) -> None:
    gazetteer = read_gazetteer(build_gazetteer(source, out))
    house = next(entry for entry in gazetteer.entries if entry.kind == "house")
    assert not gazetteer.exact
    assert house.reference == ""
    assert house.point != (51.53, 9.93)
    assert distance_m(house.point, (51.53, 9.93)) <= 50 * math.sqrt(2) + 1
    assert cell_centres([house.point]) == [house.point]


def test_the_same_source_gives_the_same_bytes(source: Path, out: Path) -> None:
    first, second = (build_gazetteer(source, out).read_bytes() for _ in range(2))
    assert first == second


def test_the_exact_one_is_used_where_it_was_built(source: Path, out: Path) -> None:
    pack = build_gazetteer(source, out).parent
    assert find_gazetteer(pack).name == CELL_FILE
    build_gazetteer(source, out, exact_house_numbers=True)
    assert find_gazetteer(pack).name == EXACT_FILE


def test_a_missing_file_is_named(source: Path, out: Path) -> None:
    (source / "osm" / "places.geojson").unlink()
    with pytest.raises(MissingFileError, match=r"places\.geojson"):
        build_gazetteer(source, out)
    with pytest.raises(MissingFileError, match="python -m geodata build"):
        read_gazetteer(out / "none.csv.gz")


def test_no_committed_house_number_stands_at_its_own_position(city: GazetteerGeocoder) -> None:
    houses = {entry.point for entry in city.gazetteer.entries if entry.kind == "house"}
    assert len(houses) > 2_000
    assert cell_centres(sorted(houses)) == sorted(houses)
