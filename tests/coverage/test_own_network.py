"""From the network to the table: the rows are those of a plain Dijkstra and plain loops over what it finds."""

import math
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.coverage.gap_table import GapTable
from geodata.coverage.question import Question
from tests.coverage.brute_force import BruteForce, Ground
from tests.coverage.generated import ASSUMED, offers, questions
from tests.coverage.generated_network import Town, towns
from tests.coverage.made_up_hours import is_open
from tests.coverage.plain import STEP_MIN, answers_of, ground_of
from tests.coverage.shortest import metres_from, neighbours_of

METRES_PER_MINUTE = 80
LIMIT_M = 60 * METRES_PER_MINUTE


def minutes_from(place: int, town: Town) -> Sequence[float]:
    """Minutes from a place to every cell, in steps; at least one step unless it is the cell itself."""
    facilities = len(town.catchments.facility_ids)
    (node, off), found = town.places[place], []
    reached = metres_from({node: off}, neighbours_of(town.edges), limit_m=LIMIT_M) if node >= 0 else {}
    for cell, (target, on) in enumerate(town.places[facilities:]):
        metres = reached.get(target, math.inf) + on if target >= 0 else math.inf
        steps = max(round(metres / METRES_PER_MINUTE / STEP_MIN), 1) if metres <= LIMIT_M else math.inf
        found.append(0.0 if place == facilities + cell else steps * STEP_MIN)
    return found


@settings(max_examples=30)
@given(st.data(), towns(), questions())
def test_the_table_of_a_town_with_a_network(data: st.DataObject, town: Town, question: Question) -> None:
    made = data.draw(offers(town.catchments))
    plain = ground_of(town.catchments)
    own = Ground(plain.areas, plain.cells, {place: minutes_from(place, town) for place in range(len(town.places))})
    assert own.minutes == plain.minutes
    expected = BruteForce(question, made.records, own, assumed=ASSUMED, is_open=is_open).rows()
    assert answers_of(GapTable.from_question(question, made, catchments=town.catchments)) == expected
