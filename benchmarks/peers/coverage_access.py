"""The same by PySAL `access`: catchments of each radius, and the two-step floating catchment area.

Each supply is given alone and without the facilities that have none: so `access` joins the least it can. All in one
call, as its manual has it, it joins every column each time, which took it several times longer.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from access import Access

from benchmarks.peers.coverage_frames import BOUNDS, Frames, by_district, columns_of, supply


def table(frames: Frames) -> Any:
    """(asked, 2, districts, radii) people within reach, at least and at most."""
    found = []
    for access in _opened(frames):
        reached = [access.weighted_catchment(name=f"{radius}", max_cost=radius) for radius in frames.radii]
        found.append(np.stack([by_district(offers.iloc[:, 0] > 0, frames) for offers in reached], axis=-1))
    return np.stack(found).reshape(len(frames.asked), len(BOUNDS), len(frames.districts), len(frames.radii))


def two_step(frames: Frames) -> Any:
    """(asked, 2, cells, radii) offers per person by the two-step floating catchment area."""
    found = []
    for access in _opened(frames):
        measured = [access.two_stage_fca(name=f"{radius}", cost="cost", max_cost=radius) for radius in frames.radii]
        found.append(np.stack([offers.iloc[:, 0].fillna(0.0).to_numpy() for offers in measured], axis=-1))
    return np.stack(found).reshape(len(frames.asked), len(BOUNDS), len(frames.cells), len(frames.radii))


def _opened(frames: Frames) -> Iterator[Access]:
    offered = supply(frames)
    for column in columns_of(frames.asked):
        yield Access(
            demand_df=frames.cells,
            demand_index=True,
            demand_value="people",
            supply_df=offered.loc[offered[column] > 0, [column]],
            supply_index=True,
            supply_value=column,
            cost_df=frames.costs,
            cost_origin="origin",
            cost_dest="dest",
            cost_name="cost",
        )
