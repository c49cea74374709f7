"""Sixty addresses drawn by lot, so that nobody chose those that happen to work.

Drawn with the seed below from the source folder's `addresses.csv.gz`: numbers in the city whose link to the street is
high and whose street is the nearest, sorted by street and number, each street once. Of the shuffled rows

* the first 15 are asked as they are, with ", Göttingen" behind;
* the next 15 of which the rule changes something are asked abbreviated: Straße → Str., straße → str., Platz → Pl.,
  platz → pl., Sankt → St., ä ö ü ß → ae oe ue ss, hyphens → blanks;
* the next 15 with eight small letters or more are asked with one typing error each, in turn a letter left out, two
  letters swapped, a letter replaced by its right neighbour on the keyboard; the place is drawn, the first letter stays;
* 15 are asked that do not exist or are ambiguous: four numbers 500 above the street's highest, four streets of another
  kind than the city has ("Birkenstraße" where only "Birkenweg" is), four addresses with ", Kassel" behind, three names
  that places in three districts or more share.

The truth is the source's own position. What the draw gives is written down in `drawn_addresses.py`.
"""

import csv
import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

SEED: Final = "issue 4, sixty addresses"
_SHORT: Final = (
    ("Straße", "Str."), ("straße", "str."), ("Platz", "Pl."), ("platz", "pl."), ("Sankt", "St."),
    ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("-", " "),
)  # fmt: skip
_ROWS_OF_KEYS: Final = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")
_KINDS: Final = {"straße": "weg", "weg": "straße", "Straße": "Weg", "Weg": "Straße"}


class Drawn(NamedTuple):
    """A question, and the address it stands for: street and number, (lat, lon) of the source."""

    question: str
    label: str
    latitude: str
    longitude: str


Row = dict[str, str]


def draw(source: Path) -> dict[str, list[Drawn]]:
    """The questions by kind: clean, short, mistyped, uncertain."""
    rng = random.Random(SEED)
    with gzip.open(source / "osm" / "addresses.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    order = list(_one_a_street(rows))
    rng.shuffle(order)
    rest = iter(order)
    clean = [_drawn(f"{_label(row)}, Göttingen", row) for row in islice(rest, 15)]
    short = [_drawn(_shortened(row), row) for row in islice((r for r in rest if _shortened(r) != _label(r)), 15)]
    long = islice((row for row in rest if len(re.findall(r"[a-zäöüß]", row["street_inferred"])) > 7), 15)
    mistyped = [_drawn(_mistyped(row, at, rng=rng), row) for at, row in enumerate(long)]
    return {"clean": clean, "short": short, "mistyped": mistyped, "uncertain": _uncertain(rest, rows, source=source)}


def _one_a_street(rows: list[Row]) -> Iterator[Row]:
    """The first number of each street in order of its text; "10" before "2", which is as good as any."""
    sure = {"in_city": "1", "street_link_quality": "high", "street_is_nearest": "1"}
    fit = [row for row in rows if sure.items() <= row.items() and re.fullmatch(r"\d+[a-z]?", row["housenumber"])]
    streets: dict[str, Row] = {}
    for row in sorted(fit, key=lambda row: (row["street_inferred"], row["housenumber"], row["osm_id"])):
        streets.setdefault(row["street_inferred"], row)
    yield from streets.values()


def _label(row: Row) -> str:
    return f"{row['street_inferred']} {row['housenumber']}"


def _drawn(question: str, row: Row) -> Drawn:
    return Drawn(question, _label(row), row["lat"], row["lon"])


def _shortened(row: Row) -> str:
    text = _label(row)
    for long, short in _SHORT:
        text = text.replace(long, short)
    return text


def _mistyped(row: Row, at: int, *, rng: random.Random) -> str:
    street = row["street_inferred"]
    places = [i for i, letter in enumerate(street[:-1]) if i and letter in "".join(_ROWS_OF_KEYS)
              and street[i + 1] in "".join(_ROWS_OF_KEYS) and street[i] != street[i + 1]]  # fmt: skip
    place = rng.choice(places)
    letter, following = street[place], street[place + 1]
    wrong = ("", following + letter, _right_of(letter))[at % 3]
    kept = place + (2 if at % 3 == 1 else 1)
    return f"{street[:place]}{wrong}{street[kept:]} {row['housenumber']}"


def _right_of(letter: str) -> str:
    keys = next(keys for keys in _ROWS_OF_KEYS if letter in keys)
    return keys[(keys.index(letter) + 1) % len(keys)]


def _uncertain(rest: Iterator[Row], rows: list[Row], *, source: Path) -> list[Drawn]:
    streets = {row["street_inferred"] for row in rows}
    beyond = [Drawn(f"{street} {_highest(street, rows) + 500}", street, row["lat"], row["lon"])
              for row in islice(rest, 4) for street in [row["street_inferred"]]]  # fmt: skip
    other = islice((row for row in rest if _of_other_kind(row) not in streets | {""}), 4)
    kinds = [Drawn(f"{_of_other_kind(row)} {row['housenumber']}", "", "", "") for row in other]
    away = [Drawn(f"{_label(row)}, Kassel", "", "", "") for row in islice(rest, 4)]
    return [*beyond, *kinds, *away, *(Drawn(name, "", "", "") for name in _shared_names(source))]


def _highest(street: str, rows: list[Row]) -> int:
    numbers = (re.match(r"\d+", row["housenumber"]) for row in rows if row["street_inferred"] == street)
    return max(int(number[0]) for number in numbers if number)


def _of_other_kind(row: Row) -> str:
    street = row["street_inferred"]
    return next((street.removesuffix(kind) + _KINDS[kind] for kind in _KINDS if street.endswith(kind)), "")


def _shared_names(source: Path) -> list[str]:
    districts: defaultdict[str, set[str]] = defaultdict(set)
    for feature in json.loads((source / "osm" / "pois_named.geojson").read_text("utf-8"))["features"]:
        if feature["properties"].get("district"):
            districts[feature["properties"]["name"]].add(feature["properties"]["district"])
    shared = sorted(name for name, where in districts.items() if len(where) >= 3)
    return random.Random(SEED).sample(shared, 3)
