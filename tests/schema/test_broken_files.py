"""Files that are broken as a whole, or beside the tables: found in their file, row and key; never an exception."""

import json
from collections.abc import Callable
from typing import NamedTuple

import pytest

from geodata.schema import validate
from geodata.schema.city_file import parse_city


class Broken(NamedTuple):
    """A file changed as a whole; the fault must be found at `row` and `column`."""

    file: str
    change: Callable[[bytes], bytes]
    row: int
    column: str


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode(), 1)

    return change


def feature(position: int, **properties: object) -> Callable[[bytes], bytes]:
    """Change properties of one feature; `geometry_of` copies the geometry of another."""

    def change(content: bytes) -> bytes:
        collection = json.loads(content)
        source = properties.pop("geometry_of", None)
        if isinstance(source, int):
            collection["features"][position]["geometry"] = collection["features"][source]["geometry"]
        collection["features"][position]["properties"] |= properties
        return json.dumps(collection).encode()

    return change


def bow_tie(content: bytes) -> bytes:
    collection = json.loads(content)
    ring = [[9.9, 51.5], [9.91, 51.51], [9.91, 51.5], [9.9, 51.51], [9.9, 51.5]]
    collection["features"][0]["geometry"] = {"type": "Polygon", "coordinates": [ring]}
    return json.dumps(collection).encode()


def without_denominator(content: bytes) -> bytes:
    """The first indicator, which is a share, does not say of what."""
    begin = content.index(b"\n[indicator.")
    end = content.index(b"\n[indicator.", begin + 1)
    lines = [line for line in content[begin:end].split(b"\n") if not line.startswith(b"denominator.")]
    return content[:begin] + b"\n".join(lines) + content[end:]


FILES = [
    Broken("taxonomy.csv", replaced("parent_code", "parent"), 1, "parent_code"),  # missing column
    Broken("taxonomy.csv", replaced("parent_code", "parent"), 1, "parent"),  # unknown column
    Broken("taxonomy.csv", replaced("name_ru", "name_en"), 1, "name_en"),  # column twice
    Broken("taxonomy.csv", replaced(",machine,1\n", ",machine,1,extra\n"), 2, ""),  # ragged row
    Broken("taxonomy.csv", replaced("Kultur", "Kul\0tur"), 14, ""),  # NUL
    Broken("taxonomy.csv", lambda content: content.decode().replace("ä", "ae").encode("utf-16"), 1, ""),
    Broken("taxonomy.csv", lambda content: content.replace("ä".encode(), "ä".encode("latin-1")), 28, ""),
    Broken("taxonomy.csv", lambda _: b"", 1, ""),
    Broken("taxonomy.csv", lambda content: content[: content.index(b"\n") + 1], 1, ""),
    Broken("taxonomy.csv", lambda content: content + b'"open quote', 33, ""),
    Broken("city.toml", replaced('default_language = "de"', 'default_language = "fr"'), 0, "default_language"),
    Broken("city.toml", replaced("south = 51.47", "south = 52.47"), 0, "bounding_box"),
    Broken("city.toml", replaced('timezone = "Europe/Berlin"', 'timezone = "Göttingen"'), 0, "timezone"),
    Broken("city.toml", replaced('metric_crs = "EPSG:25832"', 'metric_crs = "EPSG:4326"'), 0, "metric_crs"),
    Broken("city.toml", replaced("phone_region", "telephone_region"), 0, "phone_region"),
    Broken("city.toml", replaced("phone_region", "telephone_region"), 0, "telephone_region"),
    Broken("city.toml", replaced('postal_codes = ["37073"', 'postal_codes = ["37075"'), 0, "postal_codes"),  # twice
    Broken("city.toml", replaced('postal_codes = ["37073"', "postal_codes = [37073"), 0, "postal_codes"),
    Broken(
        "city.toml", replaced('report_to = ""', 'report_to = "erika.muster@example.org"'), 0, "report_to"
    ),  # a person
    Broken("city.toml", replaced('report_to = ""', 'report_to = "e_muster@example.org"'), 0, "report_to"),
    Broken("city.toml", replaced('report_to = ""', 'report_to = "https://example.org"'), 0, "report_to"),
    Broken("city.toml", replaced('report_to = ""', "report_to = 7"), 0, "report_to"),
    Broken("city.toml", replaced("ar = ", "# ar = "), 0, "title.ar"),
    Broken("city.toml", replaced("name = ", "name = = "), 0, ""),
    Broken("definitions.toml", replaced("name.de = ", "name.fr = "), 0, "definition.city_first.name.de"),
    Broken(
        "definitions.toml", replaced('unit = "share"', 'unit = "%"'), 0, "indicator.migration_background_share.unit"
    ),
    Broken("definitions.toml", replaced('group = "migration"', "# "), 0, "indicator.migration_background_share.group"),
    Broken(
        "definitions.toml",
        replaced('group = "migration"', 'group = "people"'),
        0,
        "indicator.migration_background_share.group",
    ),
    Broken("definitions.toml", without_denominator, 0, "indicator.migration_background_share.denominator"),
    Broken(
        "definitions.toml",
        replaced("denominator.ar = ", "# "),
        0,
        "indicator.migration_background_share.denominator.ar",
    ),
    Broken("definitions.toml", replaced("[definition.city_first]", "[definition"), 0, ""),
    Broken("about.toml", lambda content: content + b"[", 0, ""),
    Broken("districts.geojson", feature(3, key=""), 4, "key"),
    Broken("districts.geojson", feature(3, key="01"), 4, "key"),
    Broken("districts.geojson", feature(3, name=None), 4, "name"),
    Broken("districts.geojson", feature(3, label_latitude="north"), 4, "label_latitude"),
    Broken("districts.geojson", feature(3, geometry_of=2), 4, "geometry"),  # overlap
    Broken("districts.geojson", bow_tie, 1, "geometry"),  # invalid
    Broken("districts.geojson", lambda _: b'{"features": 3}', 0, ""),
    Broken("polling_districts.geojson", feature(3, key=""), 4, "key"),
    Broken("polling_districts.geojson", feature(3, key="01-510"), 4, "key"),  # twice
    Broken("polling_districts.geojson", feature(3, key="02-513"), 4, "key"),  # another district
    Broken("polling_districts.geojson", feature(3, key="01-"), 4, "key"),
    Broken("polling_districts.geojson", feature(3, key="01513"), 4, "key"),
    Broken("polling_districts.geojson", feature(3, district_key="19"), 4, "district_key"),
    Broken("polling_districts.geojson", feature(3, district_key=None), 4, "district_key"),
    Broken("polling_districts.geojson", feature(3, name=""), 4, "name"),
    Broken("polling_districts.geojson", feature(3, label_longitude=None), 4, "label_longitude"),
    Broken("polling_districts.geojson", feature(3, geometry_of=2), 4, "geometry"),  # overlap
    Broken("polling_districts.geojson", bow_tie, 1, "geometry"),  # invalid
    Broken("polling_districts.geojson", lambda _: b"[]", 0, ""),
]


@pytest.mark.parametrize("broken", FILES, ids=lambda broken: f"{broken.file}-{broken.row}-{broken.column or 'whole'}")
def test_a_broken_file_is_found_where_it_breaks(shipped: dict[str, bytes], broken: Broken) -> None:
    files = shipped | {broken.file: broken.change(shipped[broken.file])}
    assert (broken.file, broken.row, broken.column) in {
        (fault.file, fault.row, fault.column) for fault in validate(files)
    }


def test_an_unreadable_table_is_one_fault_not_one_for_each_row_that_refers_to_it(shipped: dict[str, bytes]) -> None:
    assert [str(fault) for fault in validate(shipped | {"taxonomy.csv": b"\xff"})] == [
        """taxonomy.csv:1:: "b'\\\\xff'"; allowed: text in UTF-8"""
    ]


def test_letters_on_mistakes_may_go_to_an_office(shipped: dict[str, bytes]) -> None:
    city, faults = parse_city(replaced('report_to = ""', 'report_to = "integration@example.org"')(shipped["city.toml"]))
    assert (city.report_to, faults) == ("integration@example.org", [])
    city, faults = parse_city(replaced('report_to = ""', "")(shipped["city.toml"]))
    assert (city.report_to, faults) == ("", [])


def test_a_city_may_leave_its_postal_codes_to_its_facilities(shipped: dict[str, bytes]) -> None:
    without = replaced("postal_codes = ", "# postal_codes = ")(shipped["city.toml"])
    assert validate(shipped | {"city.toml": without}) == []


def test_unreadable_polling_districts_are_one_fault_not_one_for_each_figure(shipped: dict[str, bytes]) -> None:
    faults = validate(shipped | {"polling_districts.geojson": b"{}"})
    assert [(fault.file, fault.row) for fault in faults] == [("polling_districts.geojson", 0)]


def test_a_city_may_have_districts_only(shipped: dict[str, bytes]) -> None:
    """Then figures of a second level are figures of nowhere, and nothing else is wrong."""
    one_level = {name: content for name, content in shipped.items() if name != "polling_districts.geojson"}
    faults = validate(one_level)
    assert {(fault.file, fault.column) for fault in faults} == {("indicators.csv", "district_key")}
    lines = shipped["indicators.csv"].splitlines(keepends=True)
    of_districts = b"".join(line for line in lines if b"-" not in line.split(b",")[0])
    assert validate(one_level | {"indicators.csv": of_districts}) == []
