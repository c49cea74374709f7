"""The cheapest way in which a table could be another one."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import linprog

from geodata.districts.disclosure.knowledge import Knowledge, Numbers
from geodata.errors import GeodataError

Cells = npt.NDArray[np.bool_]

_ROUNDING: Final = 1e-6
"""Far below one person, and above what the solver leaves open."""


def cheapest_shift(known: Knowledge, cell: int, *, to: float, cost: Numbers, fixed: Cells) -> Numbers:
    """People to be added to each cell so that `cell` counts `to` and all that is known still holds.

    Args:
        known: relations between m cells.
        cell: position of one of them.
        to: what it shall count; must be possible.
        cost: (m,) of moving a cell by one person.
        fixed: (m,) cells that cannot move.

    Raises:
        GeodataError: the solver found none, which says that it is at fault.
    """
    most = np.where(np.tile(fixed, 2), 0.0, np.concatenate([known.most - known.counts, known.counts]))
    bounds = np.column_stack([np.zeros(most.size), most])  # people who come, then people who go
    change = to - known.counts[cell]
    bounds[[cell, cost.size + cell]] = [[max(change, 0.0)], [max(-change, 0.0)]]
    solved = linprog(np.concatenate([cost, cost]), **_relations(known, signs=(1, -1)), bounds=bounds, method="highs-ds")
    if solved.x is None:
        raise GeodataError(f"no table of counts was found in which cell {cell} is {to}: {solved.message}")
    exact: Numbers = solved.x[: cost.size] - solved.x[cost.size :]
    shift = np.where(np.abs(exact) > _ROUNDING, np.round(exact, 6), 0.0)
    if not known.holds(known.counts + shift):  # whoever guards a secret does not take a solver's word for it
        raise GeodataError(f"the table of counts that was found for cell {cell} as {to} does not add up")
    return shift


def extremes(known: Knowledge, cell: int, *, fixed: Cells) -> tuple[float, float]:
    """The least and the greatest whole count that `cell` may have where no count but the `fixed` ones is known."""
    more = np.where(fixed, 0.0, known.most - known.counts)
    less = np.where(fixed, 0.0, -known.counts)
    aim = np.zeros(known.counts.size)
    aim[cell] = 1.0
    relations = _relations(known, signs=(1,))
    low, high = (
        linprog(sign * aim, **relations, bounds=np.column_stack([less, more]), method="highs-ds").x[cell]
        for sign in (1, -1)
    )
    count = known.counts[cell]
    return float(np.ceil(count + low - _ROUNDING)), float(np.floor(count + high + _ROUNDING))


def _relations(known: Knowledge, *, signs: tuple[int, ...]) -> dict[str, Any]:
    """The relations for changes of the counts, once for each sign side by side; empty ones left out."""
    result: dict[str, Any] = {}
    if known.equal.shape[0]:
        result |= {"A_eq": sparse.hstack([s * known.equal for s in signs]), "b_eq": np.zeros(known.equal.shape[0])}
    if known.at_most.shape[0]:
        room = known.limit - known.at_most @ known.counts
        result |= {"A_ub": sparse.hstack([s * known.at_most for s in signs]), "b_ub": np.maximum(room, 0.0)}
    return result
