"""The shipped city's best places equal those of PySAL's spopt, which builds and solves its own programmes."""

from collections.abc import Callable

import numpy as np
import pulp
import pytest
from spopt.locate import LSCP, MCLP

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in
from geodata.coverage.best_place import Problem, candidates_of, fewest, greedy, problem_of, proved
from geodata.coverage.best_place.reduction import reduced
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


def costs(covers: np.ndarray) -> np.ndarray:
    """(cells, candidates) 0 within reach and 1 beyond."""
    return np.where(covers.T, 0.0, 1.0)


@pytest.fixture(scope="module")
def mclp(shipped_problem: Problem) -> Callable[[int], int]:
    """People newly reached by the best p places; five million ways take spopt long, so its programme is built once."""
    cells = (shipped_problem.weights > 0) & shipped_problem.covers.any(axis=0)
    cost, people = costs(shipped_problem.covers[:, cells]), shipped_problem.weights[cells]
    peer = MCLP.from_cost_matrix(cost, people, service_radius=0.5, p_facilities=1)
    *_, number_of_places = peer.problem.constraints.values()

    def best(p: int) -> int:
        number_of_places.changeRHS(p)
        peer.problem.solve(pulp.PULP_CBC_CMD(msg=False))
        assert sum(place.value() for place in peer.fac_vars) == p
        return round(peer.problem.objective.value())

    return best


@pytest.mark.parametrize("p", [1, 2, 3])
def test_the_best_places_reach_as_many_people_as_those_of_mclp(
    p: int, shipped_problem: Problem, mclp: Callable[[int], int]
) -> None:
    found = proved(shipped_problem, p, seconds=SECONDS)
    assert found.is_optimal
    assert found.reached == mclp(p)
    assert shipped_problem.reached_by(shipped_problem.rows_of(found.places)) == found.reached
    assert greedy(shipped_problem, p).reached <= found.reached <= greedy(shipped_problem, p).bound


def test_everybody_who_can_be_reached_needs_as_many_places_as_lscp_says(shipped_problem: Problem) -> None:
    found = fewest(shipped_problem, shipped_problem.share_after(shipped_problem.most), seconds=SECONDS)
    peer = LSCP.from_cost_matrix(costs(reduced(shipped_problem).covers), 0.5).solve(pulp.PULP_CBC_CMD(msg=False))
    assert found is not None
    assert found.is_optimal
    assert len(found.places) == round(peer.problem.objective.value())
    assert found.reached == shipped_problem.most


def test_the_city_has_enough_candidates_for_this_to_say_something(shipped_problem: Problem) -> None:
    assert shipped_problem.covers.shape[0] > 2500
    assert shipped_problem.covers.shape[1] > 2000
