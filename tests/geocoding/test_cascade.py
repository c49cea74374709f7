from dataclasses import replace

import pytest

from geodata.geocoding.cascade import UNCERTAINTY_M, find
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.match import Match, Quality

# question | quality | metres north of (50, 10) | sentence
HOUSES = """
Birkenweg 4            | house        | 20  | Number 4 on Birkenweg is in the map data.
Birkenwg 4             | house        | 20  | Read as Birkenweg 4, which is in the map data.
Birkenweg 14-18        | house        | 140 | Number 14-18 on Birkenweg is in the map data.
Birkenweg 16           | interpolated | 140 | Number 16 on Birkenweg is part of 14-18.
Birkenweg 2-4          | interpolated | 10  | Middle of the numbers 2, 4 on Birkenweg.
Birkenweg 4b           | interpolated | 20  | No 4b on Birkenweg; placed at 4, the same number.
Birkenweg 20           | interpolated | 200 | No 20 on Birkenweg; placed at 20a, the same number.
Birkenweg 6            | interpolated | 40  | No such number on Birkenweg; placed between 4 and 10.
Birkenweg 38           | interpolated | 900 | No such number on Birkenweg; nearest 40.
Birkenweg 7            | street       | 30  | Number 7 may belong to Birkenweg or to another street nearby.
Birkenweg 50           | street       | 600 | Number 50 is on Birkenweg more than once, up to 400 m apart.
Birkenweg 9            | street       | 111 | No such number on Birkenweg; the middle of the street is shown.
Birkenweg              | street       | 111 | The middle of Birkenweg; no house number was given.
Markthalle             | place        | 222 | A place of the name Markthalle Altstadt is in the map data.
Kirche                 | place        | 28  | Several places are called Kirche, up to 56 m apart; their middle is shown.
Markthalle 3           | street       | 222 | No house numbers are known at Markthalle Altstadt; its middle is shown.
Oberdorf               | quarter      | 0   | The middle of Oberdorf.
Nirgends 3, Oberdorf   | quarter      | 0   | The rest of the address is not known; the middle of Oberdorf is shown.
Birkenweg 4 Oberdorf   | house        | 20  | Number 4 on Birkenweg is in the map data.
Oberdorf, Birkenweg 4  | house        | 20  | Number 4 on Birkenweg is in the map data.
"""

NONE = """
Altstadt               | Only the city is named, no street and no place.
Laden                  | Several places fit; which one is meant?
Zzyzx 9                | Nothing of this name is known in the city.
?!                     | Nothing was asked.
Birkenweg 4, Neuburg   | “Neuburg” is not in this city; the address lies elsewhere.
Birkenweg 4 Neuburg    | “Neuburg” is not in this city; the address lies elsewhere.
Birkenweg, Neu Burg    | “Neu Burg” is not in this city; the address lies elsewhere.
Markthalle, Neuburg    | “Neuburg” is not in this city; the address lies elsewhere.
99999 Neuburg          | “99999” is not in this city; the address lies elsewhere.
Birkenweg 4, D-99999   | “99999” is not in this city; the address lies elsewhere.
Birkenweg 4, 99999 Altstadt | “99999” is not in this city; the address lies elsewhere.
"""

HERE = (
    "Birkenweg 4, Altstadt", "Birkenweg 4, 11111 Altstadt", "11111 Birkenweg 4", "Birkenweg 4, 11111",
    "Birkenweg 4, Oberdorf", "Birkenweg 4, Altstadt-Oberdorf", "Birkenweg 4, 2. OG", "Birkenweg 4 Hinterhaus",
    "Birkenweg 4, Deutschland", "Birkenweg 4, Altstadt, bei Nachbarn", "Birkenweg 4, Markthalle",
)  # fmt: skip


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("question", "quality", "north", "sentence"), _rows(HOUSES))
def test_each_step_says_what_it_found_and_why(
    question: str, quality: str, north: str, sentence: str, town: Gazetteer
) -> None:
    match = find(question, gazetteer=town, date="2026-01-02")
    assert (match.quality, str(match.reason)) == (quality, sentence)
    assert (match.latitude - 50) * 111_195 == pytest.approx(float(north), abs=1)
    assert match.uncertainty_m >= UNCERTAINTY_M[match.quality]
    assert (match.provider, match.date) == ("gazetteer", "2026-01-02")


@pytest.mark.parametrize(("question", "sentence"), _rows(NONE))
def test_no_answer_has_a_reason_too(question: str, sentence: str, town: Gazetteer) -> None:
    match = find(question, gazetteer=replace(town, postal_codes=frozenset({"11111"})), date="2026-01-02")
    assert (match.quality, match.point, str(match.reason)) == (Quality.NONE, None, sentence)


@pytest.mark.parametrize("question", HERE)
def test_words_that_say_no_other_city_do_not_hide_the_address(question: str, town: Gazetteer) -> None:
    match = find(question, gazetteer=replace(town, postal_codes=frozenset({"11111"})), date="2026-01-02")
    assert (match.quality, match.label, match.reason.code) == ("house", "Birkenweg 4", "exact")


def test_words_before_an_address_are_said_not_to_be_understood(town: Gazetteer) -> None:
    match = find("Verein Hilfe, Birkenweg 4", gazetteer=town, date="")
    assert str(match.reason) == "Read as Birkenweg 4; “Verein Hilfe” was not understood."
    assert match.quality == "house"


def test_where_no_postal_code_is_known_none_is_foreign(town: Gazetteer) -> None:
    assert find("Birkenweg 4, 99999", gazetteer=town, date="").quality == "house"


def test_an_address_elsewhere_suggests_what_it_would_be_here(town: Gazetteer) -> None:
    assert find("Birkenweg 4, Neuburg", gazetteer=town, date="").suggestions == ("Birkenweg 4",)


def test_a_name_in_two_districts_is_answered_when_the_district_is_named(town: Gazetteer) -> None:
    asked = find("Laden", gazetteer=town, date="")
    assert asked.suggestions == ("Laden, Oberdorf", "Laden, Unterdorf")
    assert [find(text, gazetteer=town, date="").latitude for text in asked.suggestions] == [50.0, 50.1]


def test_a_match_survives_its_record(town: Gazetteer) -> None:
    match = find("Birkenweg 6", gazetteer=town, date="2026-01-02")
    assert Match.from_record(match.to_record()) == match
