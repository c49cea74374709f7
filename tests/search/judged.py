"""Questions with the offers that a person judged to answer them, written before there was a search."""

import csv
from dataclasses import dataclass
from pathlib import Path

from geodata.adapters.city_data import CityData

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Judged:
    """One question.

    Attributes:
        acceptable: ids of offers; `first`: id of the facility that must come first, "" where it is no name.
    """

    query: str
    language: str
    kind: str
    acceptable: frozenset[str]
    first: str


def read_judged(name: str, city: CityData) -> list[Judged]:
    """The table; "facility:x" stands for all offers of a facility, "topic:x@09" for those of a topic in a district."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            Judged(
                row["query"],
                row["language"],
                row["kind"],
                frozenset(one for cell in row["acceptable"].split(";") for one in _ids(cell, city)),
                row["first"],
            )
            for row in csv.DictReader(file)
        ]


def _ids(cell: str, city: CityData) -> list[str]:
    services = city.services
    kind, _, code = cell.rpartition(":")
    if kind == "facility":
        return list(services.loc[services["facility_id"] == code, "service_id"])
    if kind == "topic":
        topic, _, district = code.partition("@")
        inside = services[services["topic"] == topic]
        houses = city.facilities.set_index("facility_id").loc[inside["facility_id"], "district_key"].to_numpy()
        return list(inside.loc[(houses == district) | (district == ""), "service_id"])
    return [cell]
