"""Nobody's practice is suggested: what bears the name of one person stays out of the gazetteer."""

from pathlib import Path

import pytest

from geodata.adapters.gazetteer_file import CELL_FILE, read_gazetteer
from geodata.geocoding.public_places import is_public_place

PACK = Path(__file__).parents[2] / "data" / "pack"

CASES = """
school      kindergarten  Kita Muster            yes
library     library       Stadtbibliothek        yes
office      ngo           Verein Beispiel e. V.  yes
office      government    Amt für Beispiele      yes
office      lawyer        Kanzlei am Markt       no
doctors     doctors       Praxis am Wall         no
dentist     dentist       Zahnärzte Mitte        no
shop        beauty        X. Beispiel            no
clinic      clinic        Klinik Dr. Beispiel    no
sports      club          SC von 1900 e. V.      yes
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_what_may_be_suggested(case: str) -> None:
    category, kind, *name, answer = case.split()
    assert is_public_place(category, kind, name=" ".join(name)) is (answer == "yes")


def test_the_committed_gazetteer_names_no_person() -> None:
    places = [entry.name for entry in read_gazetteer(PACK / CELL_FILE).entries if entry.kind == "place"]
    assert len(places) > 3_000
    assert [name for name in places if not is_public_place("", "", name=name)] == []
