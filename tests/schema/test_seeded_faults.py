"""Each fault, put into a copy of the shipped data, is found in its file, row and column, and the command says 1."""

import argparse
import csv
import io
from pathlib import Path
from typing import NamedTuple

import pytest

from geodata.commands.validate import add_to
from geodata.schema import SYNONYMS, TABLES, validate

HIDDEN = "frauenhaus-goettingen"
PLACE = "einwohnermeldeamt"  # Südstadt, 03
OFFER = "einwohnermeldeamt--administration"
HOTLINE = "hilfetelefon-gewalt-gegen-frauen"  # no address, no coordinate
GRONE = "09 migration_background_share 2011-05-09"
DENSITY = "09 population_density 2011-05-09"
PEOPLE = "09 population 2011-05-09"
FOREIGN = "09 foreign_nationals_share 2011-05-09"  # 1461 of 10711 = 0.1364018
HAGENBERG = "04-301 born_abroad_share 2011-05-09"  # a polling district
RUSSIAN = "helpline-ukraine--counselling"  # uk;ru
LANGUAGE_HOURS = (
    "Th 14:00-17:00",
    "ru=",
    "russisch=Th 14:00-17:00",
    "ru=Th 14:00-17:00 & ru=Mo 09:00-12:00",
    "ru=Th 14:00-17:00; uk=Mo 09:00-12:00",
    'ru=Th 14:00-17:00 "a&b=c"',
    "ru=Th 14:00-17:00 &",
    "ar=Th 14:00-17:00",  # nobody speaks it there
)
KEYS = {table.file: table.key for table in (*TABLES, SYNONYMS)}


class Cell(NamedTuple):
    """A cell to be overwritten: file, key of the row, column, new value; `at` is where the fault must be found."""

    file: str
    row: str
    column: str
    value: str
    at: str = ""


CELLS = [
    # unknown and missing codes
    Cell("facilities.csv", PLACE, "status", "open"),
    Cell("facilities.csv", PLACE, "status", ""),
    Cell("facilities.csv", PLACE, "address_visibility", "secret"),
    Cell("facilities.csv", PLACE, "wheelchair", "partly"),
    Cell("facilities.csv", PLACE, "geocode_quality", "good"),
    Cell("facilities.csv", PLACE, "confidence", "very high"),
    Cell("services.csv", OFFER, "target_groups", "everyone;martians"),
    Cell("services.csv", OFFER, "target_groups", "everyone;everyone"),
    Cell("services.csv", OFFER, "languages_spoken", "de;arabisch"),
    Cell("services.csv", OFFER, "languages_spoken", "und"),
    Cell("services.csv", OFFER, "cost", "cheap"),
    Cell("services.csv", OFFER, "translation_status_ru", ""),
    Cell("facilities.csv", PLACE, "gloss_translation_status", ""),
    Cell("taxonomy.csv", "health", "translation_status", "done"),
    # required texts
    Cell("facilities.csv", PLACE, "name", ""),
    Cell("facilities.csv", PLACE, "name", " Einwohnermeldehalle"),
    Cell("services.csv", OFFER, "summary_de", ""),
    Cell("facilities.csv", PLACE, "source_url", ""),
    # identifiers and references
    Cell("facilities.csv", PLACE, "facility_id", "stadt-goettingen-neues-rathaus"),
    Cell("facilities.csv", PLACE, "facility_id", "Einwohner Meldeamt"),
    Cell("services.csv", OFFER, "facility_id", "no-such-place"),
    Cell("services.csv", OFFER, "section", "health"),
    Cell("services.csv", OFFER, "topic", "astrology"),
    Cell("services.csv", OFFER, "topic", "schools"),
    Cell("taxonomy.csv", "health", "parent_code", "no_section"),
    Cell("taxonomy.csv", "health", "parent_code", "housing"),
    Cell("facilities.csv", PLACE, "district_key", "99"),
    Cell("indicators.csv", GRONE, "district_key", "19"),
    Cell("indicators.csv", GRONE, "indicator", "happiness_share"),
    Cell("figures.csv", "migration_background_share 2018-12-31", "definition", "gut_feeling"),
    Cell("figures.csv", "migration_background_share 2018-12-31", "code", "something_else"),
    # coordinates
    Cell("facilities.csv", PLACE, "latitude", "51,528380"),
    Cell("facilities.csv", PLACE, "latitude", "nan"),
    Cell("facilities.csv", PLACE, "latitude", "52.520000"),
    Cell("facilities.csv", PLACE, "longitude", ""),
    Cell("facilities.csv", PLACE, "longitude", "10.030000", at="district_key"),
    Cell("facilities.csv", PLACE, "district_key", "09"),
    Cell("facilities.csv", PLACE, "district_key", ""),
    Cell("facilities.csv", PLACE, "geocode_method", "none"),
    Cell("facilities.csv", PLACE, "geocode_provider", ""),
    Cell("facilities.csv", PLACE, "geocode_date", ""),
    Cell("facilities.csv", PLACE, "geocode_check_m", "-4"),
    Cell("facilities.csv", PLACE, "osm_ref", "building/12"),
    Cell("facilities.csv", HOTLINE, "geocode_method", "osm_place"),
    Cell("facilities.csv", HOTLINE, "geocode_reason", ""),
    # contact and hours
    Cell("facilities.csv", PLACE, "phone", "+49551"),
    Cell("facilities.csv", PLACE, "phone", "0551 4004044"),
    Cell("facilities.csv", PLACE, "phone", "999999"),
    Cell("facilities.csv", PLACE, "email", "info(at)goettingen.de"),
    Cell("facilities.csv", PLACE, "website", "www.goettingen.de"),
    Cell("facilities.csv", PLACE, "website", "javascript:alert(1)"),
    Cell("facilities.csv", PLACE, "postal_code", "3708"),
    Cell("facilities.csv", PLACE, "opening_hours", "Mo-Fr 9 bis 12 Uhr"),
    Cell("facilities.csv", PLACE, "opening_hours", '"nach Vereinbarung"'),
    Cell("services.csv", OFFER, "opening_hours", 'Mo-Fr 09:00-12:00; "und öfter"'),
    # dates
    Cell("facilities.csv", PLACE, "source_date", "ca. 2018"),
    Cell("facilities.csv", PLACE, "source_date", "2018-13"),
    Cell("facilities.csv", PLACE, "assured_date", "30.06.2026"),
    Cell("services.csv", OFFER, "assured_date", "2026-02-30"),
    *(Cell("services.csv", RUSSIAN, "hours_by_language", value) for value in LANGUAGE_HOURS),
    # places that must not be found
    Cell("facilities.csv", HIDDEN, "street_address", "Musterweg 1"),
    Cell("facilities.csv", HIDDEN, "postal_code", "37073"),
    Cell("facilities.csv", HIDDEN, "district_key", "01"),
    Cell("facilities.csv", HIDDEN, "latitude", "51.530000"),
    Cell("facilities.csv", HIDDEN, "osm_ref", "node/1"),
    Cell("facilities.csv", HIDDEN, "notes", "Eingang Musterstraße 12"),
    Cell("services.csv", f"{HIDDEN}--women", "summary_de", "Das Haus steht bei 51.53001."),
    # figures
    Cell("indicators.csv", GRONE, "definition", ""),
    Cell("indicators.csv", GRONE, "definition", "extended_2018"),
    Cell("indicators.csv", GRONE, "reference_date", ""),
    Cell("indicators.csv", GRONE, "source", ""),
    Cell("indicators.csv", GRONE, "unit", ""),
    Cell("indicators.csv", GRONE, "value", "29.1"),
    Cell("indicators.csv", GRONE, "value", ""),
    Cell("indicators.csv", GRONE, "value", "0.3500"),
    Cell("indicators.csv", GRONE, "value", "0.291190"),  # 3118.9 people: 3118 is not 3118.9 rounded
    Cell("indicators.csv", GRONE, "lower", "0.3000"),
    Cell("indicators.csv", GRONE, "lower", "0.291140"),  # the value is 0.291137
    Cell("indicators.csv", GRONE, "upper", "0.291134"),
    Cell("indicators.csv", GRONE, "upper", "0.2900"),
    Cell("indicators.csv", GRONE, "upper", ""),
    Cell("indicators.csv", GRONE, "denominator", "0"),
    Cell("indicators.csv", GRONE, "suppressed", "yes", at="value"),
    Cell("indicators.csv", "17 born_abroad_share 2011-05-09", "suppressed", "", at="value"),
    Cell("indicators.csv", "13 foreign_nationals_share 2011-05-09", "numerator", "3"),
    # units: what stands below the line, and what follows from it
    Cell("indicators.csv", GRONE, "numerator", ""),
    Cell("indicators.csv", GRONE, "denominator", ""),
    Cell("indicators.csv", GRONE, "denominator", "10711.5"),
    Cell("indicators.csv", GRONE, "unit", "percent"),
    Cell("indicators.csv", DENSITY, "numerator", ""),
    Cell("indicators.csv", DENSITY, "denominator", ""),
    Cell("indicators.csv", DENSITY, "denominator", "0.0000"),
    Cell("indicators.csv", DENSITY, "denominator", "-5.6722"),
    Cell("indicators.csv", DENSITY, "numerator", "10711.5"),
    Cell("indicators.csv", DENSITY, "value", "1888.3"),  # people / km² = 1888.37
    Cell("indicators.csv", FOREIGN, "value", "0.136403"),
    Cell("indicators.csv", FOREIGN, "value", "0.1365"),
    Cell("indicators.csv", FOREIGN, "value", "0.136"),  # fewer than four decimals
    Cell("indicators.csv", DENSITY, "unit", "offers_per_1000", at="value"),
    Cell("indicators.csv", DENSITY, "unit", "offers_per_1000", at="denominator"),
    Cell("indicators.csv", PEOPLE, "numerator", "10711"),
    Cell("indicators.csv", PEOPLE, "denominator", "1"),
    Cell("indicators.csv", PEOPLE, "unit", "people_per_km2", at="denominator"),
    Cell("indicators.csv", PEOPLE, "indicator", "offers_first_steps"),  # worked out from the directory
    # areas of the second level
    Cell("indicators.csv", HAGENBERG, "district_key", "04-999"),
    Cell("indicators.csv", HAGENBERG, "district_key", "04"),  # twice
    Cell("facilities.csv", PLACE, "district_key", "03-201"),
    Cell("figures.csv", "migration_background_share 2018-12-31", "definition", ""),
    Cell("figures.csv", "migration_background_share 2018-12-31", "source", ""),
    Cell("figures.csv", "migration_background_share 2018-12-31", "unit", "%"),
    Cell("figures.csv", "migration_background_share 2018-12-31", "reference_date", "2018"),
    Cell("figures.csv", "migration_background_share 2018-12-31", "value", "27.3"),
    # everyday words
    Cell("synonyms.csv", "de Kita topic", "language", "fr"),
    Cell("synonyms.csv", "de Kita topic", "language", ""),
    Cell("synonyms.csv", "de Kita topic", "word", ""),
    Cell("synonyms.csv", "de Kita topic", "word", "?!"),
    Cell("synonyms.csv", "de Krippe topic", "word", "Kita", at="language"),  # twice
    Cell("synonyms.csv", "de Kita topic", "means", ""),
    Cell("synonyms.csv", "de Kita topic", "means", "kindergarten"),  # no topic
    Cell("synonyms.csv", "de Kita topic", "means", "language_education"),  # a section
    Cell("synonyms.csv", "de Kita topic", "means", "kindergartens;kindergartens"),
    Cell("synonyms.csv", "de Kita topic", "kind", "theme"),
    Cell("synonyms.csv", "de Kita topic", "kind", "section", at="means"),
    Cell("synonyms.csv", "de Farsi language", "means", "farsi"),
    Cell("synonyms.csv", "de Unfall distress", "means", "eins eins zwei"),
    Cell("synonyms.csv", "de * way_out", "means", "no-such-offer"),
]


def overwritten(content: bytes, cell: Cell) -> tuple[bytes, int]:
    """The file with one cell changed, and the line of that cell."""
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    position = next(n for n, row in enumerate(rows) if " ".join(row[name] for name in KEYS[cell.file]) == cell.row)
    rows[position][cell.column] = cell.value
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode(), position + 2


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell.file}-{cell.column}-{cell.value or 'empty'}")
def test_a_faulty_cell_is_found_where_it_stands(shipped: dict[str, bytes], cell: Cell) -> None:
    content, line = overwritten(shipped[cell.file], cell)
    found = validate(shipped | {cell.file: content})
    assert (cell.file, line, cell.at or cell.column) in {(fault.file, fault.row, fault.column) for fault in found}


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (FOREIGN, "value", "0.1364"),
        (FOREIGN, "value", "0.136402"),
        (GRONE, "value", "0.2911"),
        (GRONE, "lower", "0.29114"),  # with five decimals no more than the value
    ],
)
def test_a_share_may_be_written_with_four_to_six_decimals(
    shipped: dict[str, bytes], row: str, column: str, value: str
) -> None:
    content, _ = overwritten(shipped["indicators.csv"], Cell("indicators.csv", row, column, value))
    assert validate(shipped | {"indicators.csv": content}) == []


def test_all_faults_are_listed_at_once_with_value_and_allowed_values(
    shipped: dict[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One wrong cell after the other in one copy: the command lists each, sums up, and ends with 1."""
    seeds = [
        Cell("facilities.csv", PLACE, "status", "open"),
        Cell("facilities.csv", HIDDEN, "street_address", "Musterweg 1"),
        Cell("services.csv", OFFER, "cost", "cheap"),
    ]
    files = dict(shipped)
    for seed in seeds:
        files[seed.file], _ = overwritten(files[seed.file], seed)
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    arguments = parser.parse_args(["validate", "--data", str(tmp_path)])
    assert arguments.run(arguments) == 1
    assert capsys.readouterr().out.splitlines() == [
        "facilities.csv:3:status: 'open'; allowed: active, defunct, inactive, unverified",
        "facilities.csv:97:street_address: 'Musterweg 1'; allowed: nothing, because address_visibility is hidden",
        "services.csv:3:cost: 'cheap'; allowed: free, paid, varies",
        "11 files checked: 3 faults in 2 files",
    ]


def test_a_city_may_do_without_a_table_of_everyday_words(shipped: dict[str, bytes]) -> None:
    assert validate({name: content for name, content in shipped.items() if name != SYNONYMS.file}) == []
