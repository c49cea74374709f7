import os
from pathlib import Path

import pytest

from geodata.geocoding.distance import distance_m
from geodata.geocoding.geocoder import GazetteerGeocoder
from tests.geocoding import drawn_addresses as table
from tests.geocoding.addresses import Case
from tests.geocoding.conftest import ROOT
from tests.geocoding.drawn import draw

SOURCE = Path(os.environ.get("FINDER_SOURCE") or ROOT.parent / "shared" / "source-data")
KINDS = {
    "clean": table.DRAWN_CLEAN,
    "short": table.DRAWN_SHORT,
    "mistyped": table.DRAWN_MISTYPED,
    "uncertain": table.DRAWN_UNCERTAIN,
}
ALL = [case for kind in KINDS.values() for case in kind]


def test_the_table_is_what_the_rule_draws() -> None:
    found = draw(SOURCE)
    assert {kind: [case.question for case in rows] for kind, rows in KINDS.items()} == {
        kind: [one.question for one in rows] for kind, rows in found.items()
    }
    assert [len(rows) for rows in KINDS.values()] == [15, 15, 15, 15]
    truth = {one.question: (one.label, one.latitude, one.longitude) for rows in found.values() for one in rows}
    assert all(truth[case.question] == case[2:5] for case in ALL if case.quality == "house")


@pytest.mark.parametrize("case", [table.KNOWN.get(case.question, case) for case in ALL], ids=lambda case: case.question)
def test_a_drawn_address_is_answered_right(case: Case, city: GazetteerGeocoder) -> None:
    match = city.ask(case.question)
    assert (match.quality, match.label) == (case.quality, case.label)
    if case.tolerance_m and match.point:
        assert distance_m(match.point, (float(case.latitude), float(case.longitude))) <= float(case.tolerance_m)


def test_a_slip_between_two_streets_suggests_the_right_one_first(city: GazetteerGeocoder) -> None:
    assert city.ask("Bhlstraße 18").suggestions[0] == "Bühlstraße 18"
