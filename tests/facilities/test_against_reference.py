"""On any tables and any question the masks say what the plain rules of `reference.py` say."""

from collections.abc import Callable

import numpy as np
from hypothesis import given, settings

from geodata.facilities import FACETS, PAGE_SIZE, OfferIndex, Query, answer, list_order, option_counts, ranks, way_out
from geodata.i18n import Translator
from tests.facilities.reference import Asked, Town
from tests.facilities.strategies import questions, towns

IndexOf = Callable[[Town], OfferIndex]

# One seed and no deadline: the same cases on every machine, however busy it is.
examples = settings(max_examples=60)


def query(asked: Asked) -> Query:
    return Query(asked.chosen, asked.confirmed)


def rows(mask: np.ndarray) -> list[int]:
    return np.flatnonzero(mask).tolist()


def ids(index: OfferIndex, mask: np.ndarray) -> set[str]:
    return set(index.facilities["facility_id"][mask])


@examples
@given(town=towns(), asked=questions())
def test_found_states_silent_others(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    selection = query(asked).apply(index_of_town(town))
    assert rows(selection.found) == town.found(asked)
    assert rows(selection.states) == town.rows(asked, "states")
    assert rows(selection.silent) == town.rows(asked, "silent")
    assert rows(selection.others) == town.rows(asked, "others")


@examples
@given(town=towns(), asked=questions())
def test_places(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    index = index_of_town(town)
    selection = query(asked).apply(index)
    assert ids(index, selection.drawn) == town.drawn(town.found(asked))
    assert ids(index, selection.drawn_states) == town.drawn(town.rows(asked, "states"))
    assert selection.places == len(town.places_of(town.found(asked)))
    assert selection.without_place == town.without_place(asked)


@examples
@given(town=towns(), asked=questions())
def test_counts_of_every_option(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    counts = option_counts(query(asked), index_of_town(town))
    assert tuple(counts) == FACETS
    for facet, options in counts.items():
        assert options == {code: town.count(asked, facet, code) for code in options}


@examples
@given(town=towns(), asked=questions())
def test_way_out(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    assert way_out(query(asked), index_of_town(town)) == town.way_out(asked)


@examples
@given(town=towns(), asked=questions())
def test_order(index_of_town: IndexOf, translators: dict[str, Translator], town: Town, asked: Asked) -> None:
    index = index_of_town(town)
    for translator in translators.values():
        names = [(town.place(offer).name,) for offer in town.offers]
        order = list_order(query(asked).apply(index), ranks(names, translator))
        assert order.tolist() == town.order(asked, index.options["section"].codes, translator.sort_key)


@examples
@given(town=towns(most=50), asked=questions())
def test_pages_together_are_the_list(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    index = index_of_town(town)
    by_row = np.arange(len(index))
    first = answer(query(asked), index, name_ranks=by_row, page=1)
    pages = [answer(query(asked), index, name_ranks=by_row, page=page) for page in range(1, first.pages + 1)]
    assert [row for page in pages for row in page.rows] == first.order.tolist()
    assert [page.first for page in pages] == [1 + PAGE_SIZE * number for number in range(len(pages))]
    assert answer(query(asked), index, name_ranks=by_row, page=first.pages + 5).page == first.pages


@examples
@given(town=towns(most=50), asked=questions())
def test_page_of_a_chosen_place_shows_it(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    index = index_of_town(town)
    by_row = np.arange(len(index))
    for place in town.places:
        shown = answer(query(asked), index, name_ranks=by_row, page=place.facility_id)
        on_page = place.facility_id in {town.offers[row].facility_id for row in shown.rows}
        assert on_page == (place.facility_id in town.places_of(town.found(asked)))
        assert 1 <= shown.page <= shown.pages


@examples
@given(town=towns(), asked=questions())
def test_url_round_trip(index_of_town: IndexOf, town: Town, asked: Asked) -> None:
    index = index_of_town(town)
    known = Query.from_params(query(asked).to_params(), index)
    assert Query.from_params(known.to_params(), index) == known
    assert known.confirmed == asked.confirmed
    for facet in FACETS:
        assert set(known.codes(facet)) == set(asked.codes(facet)) & set(index.options[facet].codes)
