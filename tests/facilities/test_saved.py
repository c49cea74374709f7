"""My list in an address: short codes that keep their order, survive a changing table, and no text breaks them."""

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.facilities import PAGE_SIZE, OfferIndex
from geodata.facilities.saved import MOST_SAVED, codes_of, ids_of, saved_answer, text_of
from tests.facilities.test_url import HOSTILE

examples = settings(max_examples=200)

id_lists = st.lists(st.text(st.characters(exclude_categories=[]), max_size=8), unique=True, max_size=90)
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"


@cache
def whole(service: str) -> str:
    """The hash by itself: what a code is the beginning of."""
    digest = hashlib.sha256(service.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest).decode().strip("=").lower()


def brute_code(service: str, all_ids: list[str]) -> str:
    """The code found by trying every length against every other offer."""
    others = [whole(each) for each in all_ids if each != service]
    lengths = range(5, 53)
    return next(whole(service)[:n] for n in lengths if not any(each.startswith(whole(service)[:n]) for each in others))


def colliding() -> list[str]:
    """Made-up ids of which some share five, six and seven characters of their hash."""
    ids = [f"offer-{n}" for n in range(40_000)]
    by_start: dict[str, list[str]] = {}
    for each in ids:
        by_start.setdefault(whole(each)[:5], []).append(each)
    return [each for group in by_start.values() if len(group) > 1 for each in group]


@examples
@given(id_lists)
def test_what_was_saved_comes_back_in_order(ids: list[str]) -> None:
    table = sorted(ids)
    codes = codes_of(ids, table)
    assert ids_of(text_of(codes), table) == tuple(ids[:MOST_SAVED])
    assert codes == tuple(brute_code(each, table) for each in ids[:MOST_SAVED])
    assert all(set(code) <= set(ALPHABET) and len(code) >= 5 for code in codes)


def test_the_whole_shipped_table(shipped_index: OfferIndex) -> None:
    table = shipped_index.services["service_id"].to_list()
    for start in range(0, len(table), MOST_SAVED):
        part = tuple(table[start : start + MOST_SAVED])
        text = text_of(codes_of(part, table))
        assert ids_of(parse_qs(urlencode({"mine": text}))["mine"][0], table) == part
        assert len(text) <= MOST_SAVED * 7


def test_offers_that_begin_alike_have_longer_codes_and_are_told_apart() -> None:
    table = colliding()
    assert len(table) > 20
    for each in table:
        (code,) = codes_of([each], table)
        assert code == brute_code(each, table)
        assert len(code) > 5
        assert ids_of(code, table) == (each,)
        assert ids_of(code[:5], table) == ()  # which of the two is meant nobody knows
        assert codes_of([each], [each]) == (code[:5],)


def test_a_code_outlives_a_table_that_changes() -> None:
    table = colliding()
    each, other = table[:2]
    (long,), (short,) = codes_of([each], table), codes_of([each], [each])
    assert ids_of(long, [each]) == ids_of(short, [each]) == (each,)
    assert ids_of(long, [each, other, "new"]) == (each,)
    assert ids_of(long, [other]) == ()


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_the_table_changes_no_code(order: int) -> None:
    table = [f"offer-{n}" for n in range(500)]
    assert codes_of(table[:60], table[::order]) == codes_of(table[:60], table)


def test_at_most_sixty_each_once_and_unknown_ones_are_ignored() -> None:
    table = [f"offer-{n}" for n in range(100)]
    codes = [codes_of([each], table)[0] for each in table]
    assert ids_of(text_of(["zzzzz", codes[0], "", codes[0], "abcd", *codes]), table) == tuple(table[:MOST_SAVED])
    assert codes_of(["nobody", *table, "nobody"], table) == tuple(codes[:MOST_SAVED])
    assert codes_of(["offer-1", "offer-1"], table) == (codes[1],)


@pytest.mark.parametrize(
    "text", [*HOSTILE, "a" * 100_000, "a,a,a" * 9_999, "AAAAA", "%61", "offer", "{}", "\ud800" * 9]
)
def test_what_is_hostile_is_ignored(text: str) -> None:
    table = [f"offer-{n}" for n in range(100)]
    assert ids_of(text, table) == ()
    assert ids_of(f"{text},{codes_of(table[:1], table)[0]}", table) == (table[0],)


@examples
@given(st.text(st.characters(exclude_categories=[]), max_size=80), id_lists)
def test_no_text_breaks_it(text: str, table: list[str]) -> None:
    read = ids_of(text, table)
    assert set(read) <= set(table)
    assert ids_of(text_of(codes_of(read, table)), table) == read


@examples
@given(st.lists(st.integers(-3, 70), max_size=80), st.integers(-2, 9))
def test_my_list_as_an_answer(index_of: Callable[..., OfferIndex], rows: list[int], page: int) -> None:
    index = index_of([{}], [{"service_id": f"s{n}"} for n in range(65)])
    answer = saved_answer([f"s{row}" for row in rows], index, page=page)
    kept = [row for row in dict.fromkeys(rows) if 0 <= row < 65]
    assert answer.order.tolist() == kept
    assert sorted(kept) == answer.selection.found.nonzero()[0].tolist()
    assert 1 <= answer.page <= answer.pages
    assert len(answer.rows) == min(PAGE_SIZE, len(kept) - (answer.page - 1) * PAGE_SIZE)
    assert not answer.query.asked
