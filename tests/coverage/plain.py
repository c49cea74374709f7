"""What stands in arrays as plain numbers: the ground that the brute force walks over, and rows as it writes them."""

import math

from geodata.coverage.catchments import FAR, Catchments
from geodata.coverage.gap_table import GapTable, Row
from tests.coverage.brute_force import Answer, Cell, Ground

STEP_MIN = 0.25


def minutes_of(step: int) -> float:
    return math.inf if step == FAR else step * STEP_MIN


def ground_of(catchments: Catchments) -> Ground:
    """The same areas, people and ways as plain numbers."""
    people = {group: counts.tolist() for group, counts in catchments.people.items()}
    cells = [
        Cell(catchments.area_keys[area], {group: counts[at] for group, counts in people.items()})
        for at, area in enumerate(catchments.area_of)
    ]
    rows = [*catchments.steps.tolist(), *catchments.between.tolist()]
    minutes = {place: [minutes_of(step) for step in row] for place, row in enumerate(rows)}
    return Ground(catchments.area_keys, cells, minutes)


def _number(minutes: float) -> float | None:
    return None if math.isnan(minutes) else minutes


def answer_of(row: Row, wished_share: float) -> Answer:
    return Answer(
        row.area_key,
        row.residents,
        row.lower,
        row.upper,
        (_number(row.median_min[0]), _number(row.median_min[1])),
        (_number(row.worst_tenth_min[0]), _number(row.worst_tenth_min[1])),
        row.offers,
        row.unknown_offers,
        row.without,
        row.state(wished_share),
    )


def answers_of(table: GapTable) -> list[Answer]:
    return [answer_of(row, table.question.wished_share) for row in table.rows]
