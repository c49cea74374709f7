"""Small problems of best places from a seed, and their best answers by trying every choice."""

from itertools import combinations

import numpy as np

from geodata.coverage.best_place import Problem


def problem(seed: int, *, candidates: int = 9, cells: int = 14) -> Problem:
    """Candidates with equal and smaller cousins, cells without people or candidates, and people reached already."""
    chance = np.random.default_rng(seed)
    covers = chance.random((candidates, cells)) < chance.choice([0.1, 0.25, 0.5])
    covers[-1] = covers[0]
    covers[-2] &= covers[1]
    weights = np.where(chance.random(cells) < 0.2, 0, chance.integers(1, chance.choice([3, 90]), cells))
    before = int(chance.integers(0, 40))
    left_over = int(chance.integers(0, 10))
    places = np.sort(chance.choice(100, candidates, replace=False)).astype(np.intp)
    return Problem(places, covers, weights.astype(np.int64), before, int(weights.sum()) + before + left_over)


def best(given: Problem, p: int) -> int:
    """People whom the best p candidates newly reach: every choice is tried."""
    rows = range(len(given.places))
    return max(given.reached_by(choice) for choice in combinations(rows, min(p, len(rows))))


def least(given: Problem, wanted: int) -> int | None:
    """The fewest candidates that newly reach so many people, None where all of them do not."""
    return next((p for p in range(len(given.places) + 1) if best(given, p) >= wanted), None)
