"""The best places equal those found by trying every choice; a bound is never passed; equal places have one order."""

from itertools import combinations

import numpy as np
import pytest

from geodata.coverage.best_place import Problem, candidates_of, fewest, greedy, problem_of, proved
from geodata.coverage.best_place.reduction import reduced
from geodata.coverage.best_place.relaxation import relaxed
from geodata.coverage.gap_table import GapTable
from geodata.coverage.question import Question
from tests.coverage.generated import large_case
from tests.coverage.small_problems import best, least, problem

SEEDS = range(50)
SECONDS = 60  # more than a small problem ever needs
SHARES = (0.0, 0.3, 0.5, 0.8, 0.95, 1.0)


@pytest.mark.parametrize("seed", SEEDS)
def test_proved_places_are_the_best_of_all_choices(seed: int) -> None:
    given = problem(seed)
    for p in (1, 2, 3):
        found = proved(given, p, seconds=SECONDS)
        assert found.is_optimal
        assert found.reached == found.bound == best(given, p)
        assert given.reached_by(given.rows_of(found.places)) == found.reached
        assert len(found.places) <= p


@pytest.mark.parametrize("seed", SEEDS)
def test_greedy_never_passes_the_best_nor_the_best_its_bound(seed: int) -> None:
    given = problem(seed)
    for p in range(6):
        found = greedy(given, p)
        assert found.reached <= best(given, p) <= found.bound <= given.most
        assert given.reached_by(given.rows_of(found.places)) == found.reached
        assert found.is_optimal == (found.reached == found.bound)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_fewest_places_reach_the_share_and_one_fewer_cannot(seed: int) -> None:
    given = problem(seed)
    for share in SHARES:
        wanted = given.wanted(share)
        found, at_once = fewest(given, share, seconds=SECONDS), fewest(given, share)
        truth = least(given, wanted)
        if truth is None:
            assert found is None
            assert at_once is None
            continue
        assert found is not None
        assert at_once is not None
        assert found.is_optimal
        assert len(found.places) == found.at_least == truth
        assert at_once.at_least <= truth <= len(at_once.places)
        for cover in (found, at_once):
            assert given.reached_by(given.rows_of(cover.places)) == cover.reached >= wanted


@pytest.mark.parametrize("seed", SEEDS)
def test_a_smaller_problem_has_the_same_best_answer(seed: int) -> None:
    given = problem(seed)
    small = reduced(given)
    same = Problem(given.places[small.rows], small.covers, small.weights, given.reached_before, given.total)
    assert len(small.rows) < len(given.places)  # the last one equals the first
    for p in (1, 2, 3):
        assert not same.most or best(same, p) == best(given, p)
    assert same.most == given.most


@pytest.mark.parametrize("seed", SEEDS)
def test_prices_bound_every_choice_and_every_choice_with_a_candidate(seed: int) -> None:
    given = problem(seed)
    small = reduced(given)
    for p in range(1, min(4, len(small.rows) + 1)):
        prices = relaxed(small, p, reached=0)
        choices = {choice: given.reached_by(choice) for choice in combinations(small.rows.tolist(), p)}
        assert max(choices.values()) <= prices.bound + 1e-6
        for row, bound in zip(small.rows.tolist(), prices.bound_with, strict=True):
            assert max(reached for choice, reached in choices.items() if row in choice) <= bound + 1e-6
        assert len(prices.rows) == p or not max(choices.values())


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_without_time_for_the_solver_the_bound_still_holds(seed: int) -> None:
    given = problem(seed, candidates=12, cells=30)
    found = proved(given, 3, seconds=1e-9)
    assert greedy(given, 3).reached <= found.reached <= best(given, 3) <= found.bound


@pytest.mark.parametrize("seed", range(10))
def test_each_place_gains_what_it_adds_to_those_before_it_and_never_more_than_they(seed: int) -> None:
    given = problem(seed)
    found = proved(given, 3, seconds=SECONDS)
    before = [given.reached_by(given.rows_of(found.places[:n])) for n in range(len(found.places) + 1)]
    assert list(found.gains) == np.diff(before).tolist()
    assert list(found.gains) == sorted(found.gains, reverse=True)


def test_of_equal_places_the_lowest_number_is_taken() -> None:
    covers = np.array([[0, 1, 0], [1, 1, 0], [1, 1, 0], [0, 0, 1]], dtype=np.bool_)
    given = Problem(np.array([3, 5, 8, 9], dtype=np.intp), covers, np.array([4, 4, 4]), 0, 12)
    assert greedy(given, 2).places == proved(given, 2, seconds=SECONDS).places == (5, 9)


def test_the_best_may_be_places_that_the_greedy_choice_passes_by() -> None:
    covers = np.array([[0, 1, 1, 0], [1, 1, 0, 0], [0, 0, 1, 1]], dtype=np.bool_)
    given = Problem(np.arange(3, dtype=np.intp), covers, np.array([4, 5, 5, 3]), 0, 17)
    assert greedy(given, 2).reached == 14
    assert proved(given, 2, seconds=SECONDS).reached == 17
    assert proved(given, 2, seconds=SECONDS).places == (1, 2)


@pytest.mark.parametrize("candidates", [0, 3])
def test_where_nobody_can_be_reached_there_is_no_place(candidates: int) -> None:
    covers = np.ones((candidates, 2), dtype=np.bool_)
    given = Problem(np.arange(candidates, dtype=np.intp), covers, np.array([0, 0]), 5, 10)
    assert greedy(given, 3).places == proved(given, 3, seconds=SECONDS).places == ()
    assert greedy(given, 3).is_optimal
    assert fewest(given, 0.6, seconds=SECONDS) is None
    reached = fewest(given, 0.5)
    assert reached is not None
    assert (reached.places, reached.is_optimal) == ((), True)


@pytest.mark.parametrize("even_possible", [False, True])
def test_the_share_after_is_what_the_table_says_when_offers_stand_there(*, even_possible: bool) -> None:
    ground, offers = large_case(7)
    question = Question(section="learn", languages=("ar",), minutes=20)
    table = GapTable.from_question(question, offers, catchments=ground)
    candidates = candidates_of(ground, offers, kind="anywhere")
    given = problem_of(question, table.reach, candidates=candidates, even_possible=even_possible)
    row = table.city
    assert given.share_after(0) == (row.share_upper if even_possible else row.share_lower)
    found = greedy(given, 3)
    steps = np.minimum(table.reach.possible if even_possible else table.reach.sure, ground.nearest(found.places))
    assert given.share_after(found.reached) == ground.people["all"][steps <= 80].sum() / row.residents


def test_candidates_are_places_that_hold_an_offer_and_cells() -> None:
    ground, offers = large_case(3)
    kept = {offer.place for offer in offers.records if offer.status in ("active", "unverified") and offer.place >= 0}
    learning = {offer.place for offer in offers.records if offer.topic == "course"} & kept
    existing = candidates_of(ground, offers, kind="existing")
    assert existing.tolist() == sorted(kept)
    houses = candidates_of(ground, offers, kind="houses", topics=("course", "nothing"))
    assert set(houses.tolist()) <= learning
    assert candidates_of(ground, offers, kind="houses").tolist() == []
    anywhere = candidates_of(ground, offers, kind="anywhere").tolist()
    assert anywhere == [*existing.tolist(), *range(60, 60 + len(ground.cells))]


def test_every_choice_of_two_in_a_larger_city_is_no_better_than_the_proved_one() -> None:
    ground, offers = large_case(11, cells=120)
    question = Question(minutes=30, languages=("ru",), group="all")
    table = GapTable.from_question(question, offers, catchments=ground)
    given = problem_of(question, table.reach, candidates=candidates_of(ground, offers, kind="anywhere"))
    truth = max(given.reached_by(pair) for pair in combinations(range(len(given.places)), 2))
    assert proved(given, 2, seconds=SECONDS).reached == truth
