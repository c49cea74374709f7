"""What the finder must show for a question, worked out from the tables alone: no code of the finder takes part."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "en", "ru", "ar")
ASSUMED = "de"  # assumed_spoken in city.toml


def rows_of(name: str) -> list[dict[str, str]]:
    with (ROOT / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FACILITIES = {row["facility_id"]: row for row in rows_of("facilities.csv")}
SERVICES = rows_of("services.csv")
HIDDEN = tuple(key for key, row in FACILITIES.items() if row["address_visibility"] == "hidden")


def located(facility: str) -> bool:
    return bool(FACILITIES[facility]["latitude"]) and facility not in HIDDEN


@dataclass(frozen=True)
class Expected:
    """Offers that must be listed, places that must be drawn, and how many listed offers have no place."""

    offers: frozenset[str]
    places: frozenset[str]
    without_place: int


def expected(**asked: str) -> Expected:
    """The answer to URL parameters as in `spoken="ar,ru", confirmed="1"`."""
    found = [row for row in SERVICES if _fits(row, asked)]
    homes = [row["facility_id"] for row in found]
    drawn = [facility for facility in homes if located(facility)]
    return Expected(frozenset(row["service_id"] for row in found), frozenset(drawn), len(homes) - len(drawn))


def _fits(offer: dict[str, str], asked: dict[str, str]) -> bool:
    has = {
        "section": {offer["section"]},
        "topic": {offer["topic"]},
        "district": {FACILITIES[offer["facility_id"]]["district_key"]},
        "group": set(offer["target_groups"].split(";")),
    }
    if any(not values & set(asked[facet].split(",")) for facet, values in has.items() if facet in asked):
        return False
    if "spoken" not in asked:
        return True
    silent = not offer["languages_spoken"]
    spoken = {ASSUMED} if silent else set(offer["languages_spoken"].split(";"))
    return bool(spoken & set(asked["spoken"].split(","))) or (silent and asked.get("confirmed") != "1")


def houses() -> dict[tuple[str, str], tuple[str, ...]]:
    """Located places by their (latitude, longitude), as the table writes them."""
    at = defaultdict(list)
    for key, row in FACILITIES.items():
        if located(key):
            at[row["latitude"], row["longitude"]].append(key)
    return {point: tuple(keys) for point, keys in at.items()}
