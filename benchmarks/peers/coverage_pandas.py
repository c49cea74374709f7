"""The same table by pandas alone, as tersely as it goes: the nearest facility by group, once for all radii."""

from typing import Any

import numpy as np

from benchmarks.peers.coverage_frames import BOUNDS, Frames, by_district, columns_of, supply


def table(frames: Frames) -> Any:
    """(asked, 2, districts, radii) people within reach, at least and at most."""
    offered = supply(frames)
    found = []
    for column in columns_of(frames.asked):
        near = frames.costs[frames.costs["dest"].isin(offered.index[offered[column] > 0])]
        minutes = near.groupby("origin")["cost"].min().reindex(frames.cells.index)
        found.append(np.stack([by_district(minutes <= radius, frames) for radius in frames.radii], axis=-1))
    return np.stack(found).reshape(len(frames.asked), len(BOUNDS), len(frames.districts), len(frames.radii))
