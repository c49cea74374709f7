"""Hours in one language only: a column that a city may have, read back as it was written."""

import pytest

from geodata.schema import language_hours, validate
from tests.schema.test_seeded_faults import RUSSIAN, Cell, overwritten


@pytest.mark.parametrize(
    ("cell", "rules"),
    [
        ("", {}),
        ("ru=Th 14:00-17:00", {"ru": "Th 14:00-17:00"}),
        ("ru=Th 14:00-17:00&uk=Mo 09:00-12:00", {"ru": "Th 14:00-17:00", "uk": "Mo 09:00-12:00"}),
        (
            'uk=Mo,We 09:00-12:00; PH off || unknown "nach Absprache" & ru=week 1-53/2 Th 14:00+',
            {"uk": 'Mo,We 09:00-12:00; PH off || unknown "nach Absprache"', "ru": "week 1-53/2 Th 14:00+"},
        ),
    ],
)
def test_each_language_has_a_whole_rule(shipped: dict[str, bytes], cell: str, rules: dict[str, str]) -> None:
    content, _ = overwritten(shipped["services.csv"], Cell("services.csv", RUSSIAN, "hours_by_language", cell))
    assert validate(shipped | {"services.csv": content}) == []
    assert language_hours(cell) == rules


def test_a_fault_names_row_column_what_stands_there_and_what_may(shipped: dict[str, bytes]) -> None:
    cell = Cell("services.csv", RUSSIAN, "hours_by_language", "ru=Do 14 bis 17")
    content, line = overwritten(shipped["services.csv"], cell)
    (fault,) = validate(shipped | {"services.csv": content})
    assert str(fault) == (
        f"services.csv:{line}:hours_by_language: 'ru=Do 14 bis 17'; allowed: a language code of ISO 639, = and hours"
        " in OSM notation, with & between languages, such as ru=Th 14:00-17:00 & ar=Mo 09:00-12:00"
    )


def test_a_file_may_do_without_the_column(shipped: dict[str, bytes]) -> None:
    old = shipped["services.csv"].decode().splitlines(keepends=True)
    at = old[0].split(",").index("hours_by_language")
    names = old[0].split(",")
    without = ",".join(names[:at] + names[at + 1 :])
    row = dict.fromkeys(without.strip().split(","), "") | {
        "service_id": "course", "facility_id": "einwohnermeldeamt", "section": "first_steps", "topic": "administration",
        "name_de": "Kurs", "summary_de": "Ein Kurs.", "target_groups": "everyone", "source_url": "https://example.org",
        "status": "active",
    }  # fmt: skip
    content = f"{without}{','.join(row.values())}\n".encode()
    faults = [fault for fault in validate(shipped | {"services.csv": content}) if fault.file == "services.csv"]
    assert faults == []
