"""Words and hours narrow what the facets find, in lists, counts and order."""

import numpy as np

from geodata.facilities import Narrowing, OfferIndex, Query, all_of, answer, option_counts, way_out


def some(index: OfferIndex, step: int, *, order: bool = False) -> Narrowing:
    allows = np.arange(len(index)) % step == 0
    return Narrowing(allows, np.arange(len(index))[::-1].astype(np.intp) if order else None)


def test_only_what_is_allowed_is_found_and_counted(shipped_index: OfferIndex) -> None:
    among = some(shipped_index, 3)
    query = Query({"section": ("first_steps",)})
    found = query.apply(shipped_index, among=among).found
    assert found.any()
    assert not (found & ~among.allows).any()
    assert (found == (query.apply(shipped_index).found & among.allows)).all()
    counts = option_counts(Query(), shipped_index, among=among)["section"]
    for code in shipped_index.options["section"].codes:
        assert counts[code] == Query({"section": (code,)}).apply(shipped_index, among=among).found.sum()


def test_the_way_out_stays_among_them(shipped_index: OfferIndex) -> None:
    nobody = Narrowing(np.zeros(len(shipped_index), dtype=np.bool_))
    assert way_out(Query({"section": ("first_steps",)}), shipped_index, among=nobody) is None


def test_the_order_of_a_search_is_the_order_of_the_list(shipped_index: OfferIndex) -> None:
    ranks = np.arange(len(shipped_index), dtype=np.intp)
    rows = answer(Query(), shipped_index, name_ranks=ranks, page=1, among=some(shipped_index, 2, order=True)).order
    assert list(rows) == sorted(rows, reverse=True)


def test_several_narrowings_are_one(shipped_index: OfferIndex) -> None:
    assert all_of([None, None]) is None
    both = all_of([some(shipped_index, 2), None, some(shipped_index, 3, order=True)])
    assert both is not None
    assert (both.allows == some(shipped_index, 6).allows).all()
    assert both.order is not None
