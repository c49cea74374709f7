"""The rules of the finder as tables one can read: what is there, what is asked, who is found.

+  found, states a language that was asked for (or none was asked for)
?  found, says nothing about languages: kept in sight
o  left out only because it names other languages
-  left out
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from geodata.facilities import OfferIndex, Query, option_counts, way_out

IndexOf = Callable[..., OfferIndex]

# place     district  lat    lon   visibility
PLACES = """
  townhall  01        51.53  9.93  public
  school    02        51.54  9.94  public
  office    02        51.54  9.94  public
  online    -         -      -     public
  shelter   -         -      -     hidden
"""
# offer     place     section  topic   spoken   for
OFFERS = """
  register  townhall  steps    office  -        -
  advice    townhall  steps    office  ar,ru    women
  lessons   school    learn    course  de,ar    youth
  reading   school    learn    course  de       youth,women
  search    office    work     job     tr       -
  letters   online    work     job     -        youth
  refuge    shelter   steps    office  -        women
"""
# asked                             register  advice  lessons  reading  search  letters  refuge
ANSWERS = """
  -                                 +         +       +        +        +       +        +
  section=steps                     +         +       -        -        -       -        +
  section=steps,work                +         +       -        -        +       +        +
  section=learn topic=course        -         -       +        +        -       -        -
  section=steps topic=course        -         -       -        -        -       -        -
  spoken=ar                         ?         +       +        o        o       ?        ?
  spoken=ar confirmed=1             -         +       +        o        o       -        -
  spoken=ar,tr                      ?         +       +        o        +       ?        ?
  spoken=de                         +         o       +        +        o       +        +
  spoken=de confirmed=1             +         o       +        +        o       +        +
  spoken=ar section=learn           -         -       +        o        -       -        -
  spoken=ru section=work            -         -       -        -        o       ?        -
  confirmed=1                       +         +       +        +        +       +        +
  district=01                       +         +       -        -        -       -        -
  district=01,02                    +         +       +        +        +       -        -
  district=03                       -         -       -        -        -       -        -
  group=youth                       -         -       +        +        -       +        -
  group=youth,women                 -         +       +        +        -       +        +
  group=women spoken=ar             -         +       -        o        -       -        ?
  group=women district=02           -         -       -        +        -       -        -
"""

# place_count and without_place: how many places are found, and how many offers of them are not on the map.
# asked                   place_count  without_place  drawn
PLACES_FOUND = """
  -                       5            2              townhall,school,office
  section=learn           1            0              school
  section=work            2            1              office
  group=women             3            1              townhall,school
  spoken=tr confirmed=1   1            0              office
  topic=job group=youth   1            1              -
"""

# asked                      facet     counts
COUNTS = """
  -                          section   steps=3 learn=2 work=2
  section=learn              section   steps=3 learn=2 work=2
  section=learn              topic     office=0 course=2 job=0
  section=learn              spoken    ar=1 de=2 ru=0 tr=0
  -                          spoken    ar=2 de=5 ru=1 tr=1
  spoken=ar                  section   steps=3 learn=1 work=1
  spoken=ar confirmed=1      section   steps=1 learn=1 work=0
  spoken=ar                  spoken    ar=2 de=5 ru=1 tr=1
  -                          district  01=2 02=3 03=0
  group=women                district  01=1 02=1 03=0
"""

# asked                                   facet to drop, and what it brings back
WAYS_OUT = """
  section=steps topic=job                 topic=3
  section=learn topic=course district=01  district=2
  section=work topic=course district=03   -
  spoken=ru confirmed=1 topic=job         spoken=2
  spoken=ru,tr confirmed=1 topic=course   topic=2
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def cells(line: str, *, columns: int) -> list[str]:
    """The last `columns` words of a line are cells of their own; what is before is the first cell."""
    words = line.split()
    return [" ".join(words[:-columns]), *words[-columns:]]


def asked(text: str) -> dict[str, str]:
    return {} if text == "-" else dict(word.split("=") for word in text.split())


def codes(cell: str) -> tuple[str, ...]:
    return () if cell == "-" else tuple(cell.split(","))


def number(cell: str) -> float:
    return float("nan") if cell == "-" else float(cell)


def place(line: str) -> dict[str, Any]:
    name, district, latitude, longitude, visibility = line.split()
    return {
        "facility_id": name,
        "name": name,
        "district_key": district.strip("-"),
        "latitude": number(latitude),
        "longitude": number(longitude),
        "address_visibility": visibility,
    }


def offer(line: str) -> dict[str, Any]:
    name, house, section, topic, spoken, groups = line.split()
    return {
        "service_id": name,
        "facility_id": house,
        "section": section,
        "topic": topic,
        "languages_spoken": codes(spoken),
        "target_groups": codes(groups),
    }


@pytest.fixture(scope="module")
def index(index_of: IndexOf) -> OfferIndex:
    return index_of([place(line) for line in lines(PLACES)], [offer(line) for line in lines(OFFERS)])


def signs(index: OfferIndex, params: Mapping[str, str]) -> list[str]:
    selection = Query.from_params(params, index).apply(index)
    assert (selection.found == (selection.states | selection.silent)).all()
    marks = zip(selection.states, selection.silent, selection.others, strict=True)
    return ["+" if states else "?" if silent else "o" if others else "-" for states, silent, others in marks]


@pytest.mark.parametrize("line", lines(ANSWERS))
def test_who_is_found(index: OfferIndex, line: str) -> None:
    question, *expected = cells(line, columns=7)
    assert signs(index, asked(question)) == expected


@pytest.mark.parametrize("line", lines(PLACES_FOUND))
def test_places_found(index: OfferIndex, line: str) -> None:
    question, place_count, without_place, drawn = cells(line, columns=3)
    selection = Query.from_params(asked(question), index).apply(index)
    assert selection.places == int(place_count)
    assert selection.without_place == int(without_place)
    assert tuple(index.facilities["facility_id"][selection.drawn]) == codes(drawn)


@pytest.mark.parametrize("line", lines(COUNTS))
def test_counts(index: OfferIndex, line: str) -> None:
    question, facet, numbers = line.split("  ", 1)[0], *line.split("  ", 1)[1].split(maxsplit=1)
    expected = {code: int(n) for code, n in (pair.split("=") for pair in numbers.split())}
    assert option_counts(Query.from_params(asked(question), index), index)[facet] == expected  # type: ignore[index]


@pytest.mark.parametrize("line", lines(WAYS_OUT))
def test_way_out(index: OfferIndex, line: str) -> None:
    question, expected = cells(line, columns=1)
    way = way_out(Query.from_params(asked(question), index), index)
    assert ("-" if way is None else f"{way[0]}={way[1]}") == expected


# German and Arabic asked of three offers: one that says nothing, one in German, one in Arabic.
@pytest.mark.parametrize(
    ("assumed", "german", "arabic"),
    [
        ("de", "+ + o", "? o +"),
        ("ar", "? + o", "+ o +"),
        ("", "? + o", "? o +"),
    ],
)
def test_the_city_s_own_language_is_a_setting(index_of: IndexOf, assumed: str, german: str, arabic: str) -> None:
    spoken: Sequence[tuple[str, ...]] = ((), ("de",), ("ar",))
    index = index_of([{}], [{"languages_spoken": languages} for languages in spoken], assumed_spoken=assumed)
    assert signs(index, {"spoken": "de"}) == german.split()
    assert signs(index, {"spoken": "ar"}) == arabic.split()


def test_a_hidden_place_is_listed_but_never_on_the_map(index_of: IndexOf) -> None:
    leaked = {"address_visibility": "hidden", "latitude": 51.5, "longitude": 9.9}
    index = index_of([leaked], [{}])
    selection = Query().apply(index)
    assert selection.found.all()
    assert selection.without_place == 1
    assert not selection.drawn.any()
    assert not index.located.any()


def test_a_place_without_offers_is_never_found(index_of: IndexOf) -> None:
    index = index_of([{"latitude": 51.5, "longitude": 9.9}], [])
    assert Query().apply(index).places == 0
    assert not Query().apply(index).drawn.any()
