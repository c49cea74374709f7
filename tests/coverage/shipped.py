"""The shipped tables read a second time, with the standard library alone."""

import csv
import gzip
import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from geodata.coverage.offers import Offer
from tests.coverage.brute_force import Cell
from tests.network.source_graph import ROOT

DATA = ROOT / "data"
WEAKER = ("active", "unverified", "inactive", "defunct")
GROUPS = {
    "all": "population",
    **{name: name for name in ("born_abroad", "foreign_nationals", "age_under_10", "age_80_plus")},
}
Row = Mapping[str, str]


@cache
def rows(name: str) -> list[Row]:
    text = (DATA / name).read_bytes()
    lines = (gzip.decompress(text) if name.endswith(".gz") else text).decode("utf-8-sig").splitlines()
    return list(csv.DictReader(lines))


def located() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of every facility that may be shown."""
    return {
        row["facility_id"]: (float(row["latitude"]), float(row["longitude"]))
        for row in rows("facilities.csv")
        if row["latitude"] and row["address_visibility"] != "hidden"
    }


def cells_of(level: str) -> list[tuple[str, Cell]]:
    """Code and people of every cell that lies in an area, ordered by area."""
    found = [
        (row["cell"], Cell(row[f"{level}_key"], {group: int(row[name]) for group, name in GROUPS.items()}))
        for row in rows("pack/cells.csv.gz")
        if row[f"{level}_key"]
    ]
    return sorted(found, key=lambda pair: (pair[1].area, pair[0]))


def areas_of(level: str) -> list[str]:
    """Keys of the areas, ascending."""
    return sorted(feature["properties"]["key"] for feature in _outlines(f"{level}s.geojson"))


def offers_of(level: str) -> list[Offer]:
    """Every offer; facilities that may be shown are the places, in the order of the table."""
    place_of = {facility_id: place for place, facility_id in enumerate(located())}
    at = {row["facility_id"]: row for row in rows("facilities.csv")}
    return [_offer(row, at[row["facility_id"]], place_of=place_of, level=level) for row in rows("services.csv")]


def _offer(row: Row, at: Row, *, place_of: Mapping[str, int], level: str) -> Offer:
    return Offer(
        id=row["service_id"],
        facility_id=row["facility_id"],
        place=place_of.get(row["facility_id"], -1),
        area_key=_area_of(at, level),
        section=row["section"],
        topic=row["topic"],
        languages=tuple(row["languages_spoken"].split(";")) if row["languages_spoken"] else (),
        hours=row["opening_hours"] or ("" if row["opening_hours_text"] else at["opening_hours"]),
        status=WEAKER[max(WEAKER.index(row["status"]), WEAKER.index(at["status"]))],
    )


def _area_of(facility: Row, level: str) -> str:
    """The district that the table says; of its polling districts the one around the point, "" between them."""
    if level == "district" or facility["facility_id"] not in located():
        return facility["district_key"] if level == "district" else ""
    latitude, longitude = located()[facility["facility_id"]]
    for feature in _outlines("polling_districts.geojson"):
        about = feature["properties"]
        if about["district_key"] == facility["district_key"] and _is_inside(longitude, latitude, feature["geometry"]):
            return str(about["key"])
    return ""


@cache
def _outlines(name: str) -> list[dict[str, Any]]:
    return json.loads((DATA / name).read_text("utf-8"))["features"]


def _rings(geometry: Mapping[str, Any]) -> Iterator[list[list[float]]]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    for polygon in polygons:
        yield from polygon


def _is_inside(x: float, y: float, geometry: Mapping[str, Any]) -> bool:
    """Whether a ray to the east crosses the outline, holes included, an odd number of times."""
    inside = False
    for ring in _rings(geometry):
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside
