"""How far it is on foot from one point to another, for many pairs, each at its exact position."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np

from geodata.network.graph import Floats, Network
from geodata.network.reach import Reached, reach
from geodata.network.snapping import SNAP_LIMIT_M, snap
from geodata.network.table import WALKING

NO_START: Final = "the start is not a coordinate"
NO_END: Final = "the end is not a coordinate"
START_OUTSIDE: Final = f"the start is outside the network: no way within {SNAP_LIMIT_M:.0f} m"
END_OUTSIDE: Final = f"the end is outside the network: no way within {SNAP_LIMIT_M:.0f} m"
NO_WAY: Final = "no way leads from the start to the end"
TOO_FAR: Final = f"farther than {WALKING.limit_min:.0f} minutes"


class Walk(NamedTuple):
    """A way: its length in metres (snap distances included), NaN where there is none and `reason` says why."""

    metres: float
    reason: str = ""

    @property
    def minutes(self) -> float:
        """Minutes at 4.8 km/h, NaN where there is no way."""
        return self.metres / WALKING.metres_per_minute


def walks(starts: Floats, ends: Floats, *, network: Network) -> list[Walk]:
    """The way from each start to its end, both (k, 2) of latitude, longitude; a NaN is not a coordinate.

    From a point to itself it is 0 metres; else the way leads over the network, however near the points are.
    """
    origins, start_of = np.unique(starts, axis=0, return_inverse=True)
    targets, end_of = np.unique(ends, axis=0, return_inverse=True)
    here, there = snap(origins, network), snap(targets, network)
    rows = reach(network, here, targets=there, limit_m=WALKING.limit_m)
    metres = _metres(rows, start_of, end_of=end_of)
    metres[(starts == ends).all(axis=1) & np.isfinite(metres)] = 0.0
    reasons = _reasons(starts, ends, first=here.nodes[start_of], last=there.nodes[end_of], network=network)
    pairs = zip(metres.tolist(), reasons, strict=True)
    return [Walk(way) if np.isfinite(way) else Walk(way, why) for way, why in pairs]


def _metres(rows: Iterator[Reached], start_of: np.ndarray, *, end_of: np.ndarray) -> Floats:
    """Length for each pair, picked out of what each origin reaches."""
    metres = np.full(len(start_of), np.nan)
    by_origin = np.split(np.argsort(start_of, kind="stable"), np.cumsum(np.bincount(start_of))[:-1])
    for row in rows:
        pairs = by_origin[row.origin]
        at = np.searchsorted(row.targets, end_of[pairs])
        found = np.append(row.targets, -1)[at] == end_of[pairs]
        metres[pairs[found]] = row.metres[at[found]]
    return metres


def _reasons(starts: Floats, ends: Floats, *, first: np.ndarray, last: np.ndarray, network: Network) -> list[str]:
    """Why there is no way, for pairs that have none."""
    component = np.append(network.component, -1)
    cases = [
        (~np.isfinite(starts).all(axis=1), NO_START),
        (~np.isfinite(ends).all(axis=1), NO_END),
        (first < 0, START_OUTSIDE),
        (last < 0, END_OUTSIDE),
        (component[first] != component[last], NO_WAY),
    ]
    return [str(why) for why in np.select([case for case, _ in cases], [why for _, why in cases], TOO_FAR)]
