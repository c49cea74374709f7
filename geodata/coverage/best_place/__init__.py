"""Where new offers would reach most of the people who have none within reach, and how few places reach a share of them.

The maximal covering location problem. Its answer is an answer to a calculation: rooms, rents and buses are not in it.

candidates, problem   where an offer could be opened; whom it would newly reach
greedy                one place after the other, at once, with a bound that no choice of places can pass
reduction, relaxation the same problem, smaller; a near bound from prices
solver, proof         integer programmes for HiGHS; the best places, proved by both
fewest                as few places as possible for a share of the people
"""

from geodata.coverage.best_place.candidates import KINDS, Kind, candidates_of
from geodata.coverage.best_place.fewest import Fewest, fewest
from geodata.coverage.best_place.greedy import greedy
from geodata.coverage.best_place.problem import Problem, Solution, problem_of
from geodata.coverage.best_place.proof import proved

__all__ = [
    "KINDS", "Fewest", "Kind", "Problem", "Solution", "candidates_of", "fewest", "greedy", "problem_of", "proved",
]  # fmt: skip
