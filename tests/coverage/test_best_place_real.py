"""The shipped city's best places equal those of PySAL's spopt, which builds and solves its own programmes."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pulp
import pytest
from spopt.locate import LSCP, MCLP

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in
from geodata.coverage.best_place import Problem, candidates_of, fewest, greedy, problem_of, proved
from geodata.coverage.catchments import Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.question import Question

Shipped = Callable[[str, str], Catchments]

SECONDS = 300  # never waited for: the proof takes a few
QUESTION = Question("first_steps", "counselling", languages=("ar",))

pytestmark = pytest.mark.filterwarnings("ignore:.*PuLP 4.0:DeprecationWarning")


@pytest.fixture(scope="session")
def shipped_problem(shipped_city: CityData, shipped_catchments: Shipped) -> Problem:
    ground = shipped_catchments("walking", "district")
    offers = offers_in(shipped_city, ground)
    reach = GapTable.from_question(QUESTION, offers, catchments=ground).reach
    return problem_of(QUESTION, reach, candidates=candidates_of(ground, offers, kind="anywhere"))


@cache
def solver() -> pulp.LpSolver:
    return pulp.PULP_CBC_CMD(msg=False)


def costs(problem: Problem) -> tuple[np.ndarray, np.ndarray]:
    """(cells, candidates) 0 within reach and 1 beyond, and people, for cells that can be reached newly."""
    cells = (problem.weights > 0) & problem.covers.any(axis=0)
    return np.where(problem.covers[:, cells].T, 0.0, 1.0), problem.weights[cells]


@pytest.mark.parametrize("p", [1, 2, 3])
def test_the_best_places_reach_as_many_people_as_those_of_mclp(p: int, shipped_problem: Problem) -> None:
    found = proved(shipped_problem, p, seconds=SECONDS)
    cost, people = costs(shipped_problem)
    peer = MCLP.from_cost_matrix(cost, people, service_radius=0.5, p_facilities=p).solve(solver())
    assert found.is_optimal
    assert found.reached == round(peer.problem.objective.value())
    assert shipped_problem.reached_by(shipped_problem.rows_of(found.places)) == found.reached
    assert greedy(shipped_problem, p).reached <= found.reached <= greedy(shipped_problem, p).bound


def test_everybody_who_can_be_reached_needs_as_many_places_as_lscp_says(shipped_problem: Problem) -> None:
    everybody = shipped_problem.share_after(shipped_problem.most)
    found = fewest(shipped_problem, everybody, seconds=SECONDS)
    cost, _ = costs(shipped_problem)
    peer = LSCP.from_cost_matrix(cost, 0.5).solve(solver())
    assert found is not None
    assert found.is_optimal
    assert len(found.places) == round(peer.problem.objective.value())
    assert found.reached == shipped_problem.most


def test_the_city_has_enough_candidates_for_this_to_say_something(shipped_problem: Problem) -> None:
    assert shipped_problem.covers.shape[0] > 2500
    assert shipped_problem.covers.shape[1] > 2000
