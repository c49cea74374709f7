"""Near a place: the list by minutes on foot, a limit in minutes, and what has no known way."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from geodata.facilities import (
    FACETS,
    MINUTES_OFFERED,
    Nearness,
    OfferIndex,
    Query,
    answer,
    list_order,
    option_counts,
    ranks,
    way_out,
)
from geodata.i18n import Translator
from tests.facilities.reference import Asked, Town
from tests.facilities.strategies import questions_near, towns

IndexOf = Callable[..., OfferIndex]

examples = settings(max_examples=80)

# place     minutes
PLACES = """
  Zoo       2.25
  Amt       9.75
  Bad       9.75
  Cafe      10
  Dom       10.25
  Hof       59.75
  Insel     -
"""
# offer   place   section  spoken
OFFERS = """
  z1      Zoo     work     -
  z2      Zoo     steps    ar
  a1      Amt     steps    de
  b1      Bad     steps    -
  b2      Bad     learn    ar
  c1      Cafe    steps    de,ar
  d1      Dom     steps    ar
  h1      Hof     work     ar
  i1      Insel   steps    ar
  i2      Insel   steps    -
"""
# within  asked                    list
LISTS = """
  0       -                        z2 z1 a1 b1 b2 c1 d1 h1 i1 i2
  0       spoken=ar                z2 b2 c1 d1 h1 i1 z1 b1 i2
  0       spoken=ar confirmed=1    z2 b2 c1 d1 h1 i1
  0       section=steps            z2 a1 b1 c1 d1 i1 i2
  5       -                        z2 z1
  10      -                        z2 z1 a1 b1 b2 c1
  10      spoken=ar                z2 b2 c1 z1 b1
  10      section=learn,work       z1 b2
  15      spoken=de                z1 a1 b1 c1
  30      spoken=ar confirmed=1    z2 b2 c1 d1
  5       section=learn            -
"""
# within  asked                    facet     counts
COUNTS = """
  0       -                        section   steps=7 learn=1 work=2
  10      -                        section   steps=4 learn=1 work=1
  10      section=learn            section   steps=4 learn=1 work=1
  10      -                        spoken    ar=3 de=4
  5       spoken=ar                section   steps=1 learn=0 work=1
  5       spoken=ar confirmed=1    section   steps=1 learn=0 work=0
"""
# within  asked                        facet to drop, and what it brings back
WAYS_OUT = """
  5       section=learn                section=2
  5       section=learn spoken=tr      section=1
  10      section=work spoken=ar confirmed=1   section=3
  0       section=work spoken=tr confirmed=1   spoken=2
"""


def asked(words: list[str]) -> dict[str, str]:
    return {} if words == ["-"] else dict(word.split("=") for word in words)


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def offer(line: str) -> dict[str, object]:
    name, place, section, spoken = line.split()
    languages = () if spoken == "-" else tuple(spoken.split(","))
    return {"service_id": name, "facility_id": place, "section": section, "languages_spoken": languages}


@pytest.fixture(scope="module")
def index(index_of: IndexOf) -> OfferIndex:
    names = [line.split()[0] for line in lines(PLACES)]
    return index_of([{"facility_id": name, "name": name} for name in names], [offer(line) for line in lines(OFFERS)])


def from_here(within: int) -> Nearness:
    minutes = [line.split()[1].replace("-", "nan") for line in lines(PLACES)]
    return Nearness(np.array(minutes, dtype=np.float32), within)


def split(line: str) -> tuple[Nearness, dict[str, str], list[str]]:
    """A line of a table: the limit, the question, and what is expected; two spaces or more stand between them."""
    limit, question, *expected = [part for part in line.split("  ") if part.strip()]
    return from_here(int(limit)), asked(question.split()), [word for part in expected for word in part.split()]


@pytest.mark.parametrize("line", lines(LISTS))
def test_the_nearer_ones_come_first(index: OfferIndex, translators: dict[str, Translator], line: str) -> None:
    near, params, expected = split(line)
    by_name = ranks([(name,) for name in index.services["facility_id"]], translators["de"])
    shown = answer(Query.from_params(params, index), index, name_ranks=by_name, page=1, near=near)
    assert [index.services["service_id"][row] for row in shown.order] == [word for word in expected if word != "-"]
    assert shown.near is near


@pytest.mark.parametrize("line", lines(COUNTS))
def test_counts_keep_to_the_limit(index: OfferIndex, line: str) -> None:
    near, params, (facet, *numbers) = split(line)
    expected = {code: int(n) for code, n in (pair.split("=") for pair in numbers)}
    assert option_counts(Query.from_params(params, index), index, near=near)[facet] == expected  # type: ignore[index]


@pytest.mark.parametrize("line", lines(WAYS_OUT))
def test_the_way_out_keeps_to_the_limit(index: OfferIndex, line: str) -> None:
    near, params, (expected,) = split(line)
    chosen = {name: tuple(code.split(",")) for name, code in params.items() if name != "confirmed"}
    way = way_out(Query(chosen, "confirmed" in params), index, near=near)
    assert way is not None
    assert f"{way[0]}={way[1]}" == expected


def test_where_nothing_lies_within_the_limit_no_filter_is_the_way_out(index: OfferIndex) -> None:
    nowhere = Nearness(np.full(len(index.facilities), np.nan, dtype=np.float32), 30)
    query = Query({"section": ("steps",)})
    assert not query.apply(index, near=nowhere).found.any()
    assert way_out(query, index, near=nowhere) is None


def test_the_limits_offered() -> None:
    assert MINUTES_OFFERED == (5, 10, 15, 30)


def nearness(town: Town, asked: Asked) -> Nearness:
    assert asked.near
    minutes = [asked.near.minutes.get(place.facility_id, np.nan) for place in town.places]
    return Nearness(np.array(minutes, dtype=np.float32), asked.near.within)


def query(asked: Asked) -> Query:
    return Query(asked.chosen, asked.confirmed)


@examples
@given(town=towns(), asked=questions_near())
def test_found_states_silent_others(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    selection = query(asked).apply(index_of_town(town), near=nearness(town, asked))
    assert np.flatnonzero(selection.found).tolist() == town.found(asked)
    for answered in ("states", "silent", "others"):
        assert np.flatnonzero(getattr(selection, answered)).tolist() == town.rows(asked, answered)
    assert selection.places == len(town.places_of(town.found(asked)))
    assert selection.without_place == town.without_place(asked)


@examples
@given(town=towns(), asked=questions_near())
def test_order(index_of_town: IndexOf, translators: dict[str, Translator], town: Town, asked: Asked) -> None:
    index, near = index_of_town(town), nearness(town, asked)
    for translator in translators.values():
        names = [(town.place(offer).name,) for offer in town.offers]
        order = list_order(query(asked).apply(index, near=near), ranks(names, translator), near=near)
        assert order.tolist() == town.order(asked, index.options["section"].codes, translator.sort_key)


@examples
@given(town=towns(), asked=questions_near())
def test_counts_and_way_out(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    index, near = index_of_town(town), nearness(town, asked)
    counts = option_counts(query(asked), index, near=near)
    for facet in FACETS:
        assert counts[facet] == {code: town.count(asked, facet, code) for code in counts[facet]}
    assert way_out(query(asked), index, near=near) == town.way_out(asked)


@examples
@given(town=towns(), asked=questions_near())
def test_a_place_alone_leaves_nothing_out_and_a_wider_limit_nothing_more(
    index_of_town: IndexOf, town: Town, asked: Asked
) -> None:
    index, near = index_of_town(town), nearness(town, asked)
    found = [query(asked).apply(index, near=replace(near, within=limit)).found for limit in (*MINUTES_OFFERED, 0)]
    for narrow, wide in pairwise(found):
        assert not (narrow & ~wide).any()
    assert (found[-1] == query(asked).apply(index).found).all()


@examples
@given(town=towns(most=50), asked=questions_near())
def test_the_pages_are_the_list(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    index, near, by_row = index_of_town(town), nearness(town, asked), np.arange(len(town.offers))
    first = answer(query(asked), index, name_ranks=by_row, page=1, near=near)
    pages = [answer(query(asked), index, name_ranks=by_row, page=n + 1, near=near) for n in range(first.pages)]
    assert [row for page in pages for row in page.rows] == first.order.tolist()
    for place in town.places_of(town.found(asked)):
        shown = answer(query(asked), index, name_ranks=by_row, page=place, near=near)
        assert place in {town.offers[row].facility_id for row in shown.rows}
