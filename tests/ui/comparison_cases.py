"""Every case that the districts page puts into words, as the domain hands it over."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from geodata.adapters.city_data import CityData
from geodata.districts.comparison.ranks import ranks
from geodata.districts.comparison.refusal import Refusal
from geodata.districts.comparison.relation import Relation, relation
from geodata.districts.comparison.series import Break, Point, Segment, Series
from geodata.districts.comparison.sides import Comparison, compare
from geodata.i18n import Translator
from tests.districts.areas import bounded, rows_of
from ui.districts.comparison_text import level_note, rank_sentence, say_comparison
from ui.districts.relation_text import say_relation
from ui.districts.said import Said
from ui.districts.series_text import say_series

NAMES = {
    "01": "Innenstadt",
    "05": "Nordstadt",
    "09": "Grone",
    "11": "Groß Ellershausen",
    "17": "Deppoldshausen",
    "09-301": "Grone-Süd (1)",
}
ESTIMATES = [
    bounded("00", 0.1850, lower=0.1689, upper=0.2584),
    bounded("05", 0.300511, lower=0.265796, upper=0.459113),
    bounded("09", 0.291137, lower=0.266642, upper=0.403043),
    bounded("11", 0.0899, lower=0.0834, upper=0.1198),
    {"district_key": "17", "suppressed": "yes", "denominator": 20.0},
    {"district_key": "01", "suppressed": "yes"},
]


def estimates(*keys: str) -> Comparison | Refusal:
    return compare(rows_of(*(row | {"status": "estimated"} for row in ESTIMATES)), keys)


def counts(values: Mapping[str, float], *, keys: tuple[str, ...] = (), **row: Any) -> Comparison | Refusal:
    return compare(rows_of(*({"district_key": key, "value": n} | row for key, n in values.items())), keys or [*values])


def said(found: Comparison | Refusal, t: Translator, *, definitions: Mapping[str, Any] | None = None) -> Said:
    return say_comparison(found, names=NAMES, definitions=definitions or {}, suppress_below=100, t=t)


def refusals() -> Iterator[Refusal]:
    yield Refusal("same_area", ("09", "09"))
    yield Refusal("different_definition", ("05", "09"), ("city_first", "census_2022"))
    yield Refusal("different_unit", ("05", "09"), ("people", "share"))
    yield Refusal("different_date", ("05", "09"), ("2011-05-09", "2022-05-15"))
    yield Refusal("different_indicator", ("05", "09"), ("a", "b"))


def comparisons() -> Iterator[Comparison | Refusal]:
    yield from refusals()
    for keys in [(), ("09",), ("05", "09"), ("09", "11"), ("11", "17", "01"), ("05", "09", "11", "17", "99"), ("17",)]:
        yield estimates(*keys)
    values = {"00": 40.0, "05": 3.0, "09": 2.0, "09-301": 1.0}
    for unit in ("people", "people_per_km2", "places", "offers", "offers_per_1000"):
        for pick in [(), ("09",), ("05", "09"), ("09", "09-301"), ("05", "09", "09-301")]:
            yield counts(values, unit=unit, keys=pick)
    for share in (0.2, 0.25, 0.2001):
        yield counts({"05": share, "09": 0.2, "00": 0.2, "09-301": 0.2}, keys=("05", "09"))
        yield counts({"05": share, "09": 0.2, "00": 0.2}, keys=("05",))


def relations() -> Iterator[Relation]:
    rising, noise = list(range(18)), [3, 14, 1, 9, 16, 5, 12, 7, 18, 2, 11, 6, 15, 8, 13, 4, 17, 10]
    faint = [position * 0.2 + (position * 181) % 401 for position in range(400)]
    pairs: list[tuple[str, list[Any], list[Any]]] = [
        ("population", rising, rising),
        ("population", rising, rising[::-1]),
        ("population", rising, noise),
        ("population", list(range(400)), faint),
        ("population", rising[:4], rising[:4]),
        ("population", rising, [5] * 18),
        ("born_abroad_share", rising, rising),
        ("migration_background_share", rising, rising),
    ]
    for code, x, y in pairs:
        for between, level in (("", "district"), ("-", "polling_district")):
            keys = [f"01{between}{n:03}" for n in range(len(x))]
            first = rows_of(*(bounded(key, n, lower=0, upper=n + 1) for key, n in zip(keys, x, strict=True)))
            second = [{"district_key": key, "value": n} for key, n in zip(keys, y, strict=True)]
            hidden = {"district_key": f"01{between}999", "suppressed": "yes"}
            other = rows_of(*second, hidden).assign(indicator=code, reference_date="2022-05-15")
            yield relation(first, other, level=level)


def series() -> Iterator[Series | Refusal]:
    city = ("city_first", "extended_2018", "census_2022")
    for reason in ("no_data", "withheld"):
        yield Refusal(reason, ("09",))  # type: ignore[arg-type]
    yield Refusal("one_date", ("00",), ("2022-05-15",), city_definitions=city[:1])
    yield Refusal("one_estimate", ("09",), ("2011-05-09",), city_definitions=city)
    points = (Point("2008-12-31", 0.185, 0.185, 0.185), Point("2018", 0.2, 0.2, 0.2, approximate=True))
    line, dot = (
        Segment("city_first", "official", "share", points),
        Segment("census_2022", "official", "share", points[:1]),
    )
    yield Series("09", "x", (line,), ())
    yield Series("09", "x", (line, dot), (Break("definition", forbidden=True),))
    yield Series("09", "x", (dot, dot), (Break("definition", forbidden=True),))


def everything(shipped_city: CityData, t: Translator) -> Iterator[str]:
    """All that is said in one language, a list item a sentence or headline."""
    definitions = shipped_city.definitions
    texts = [said(found, t, definitions=definitions) for found in comparisons()]
    texts += [say_relation(found, indicators=definitions["indicator"], t=t) for found in relations()]
    texts += [say_series(found, names=NAMES, definitions=definitions, t=t) for found in series()]
    for text in texts:
        yield text.headline
        yield from text.sentences
    for level in ("district", "polling_district"):
        yield from re.split(r"(?<=\.) ", level_note(level, counts={"district": 18, "polling_district": 111}, t=t))
    for row in ranks(rows_of(*ESTIMATES)).to_dict("records"):
        yield rank_sentence(row, t=t)
