"""The minutes worked out anew, for ours and for networkx: the same network, places and limit."""

from dataclasses import dataclass, replace
from pathlib import Path

import networkx as nx
import numpy as np

from benchmarks.peers.coverage_frames import Frames
from benchmarks.peers.coverage_networkx import Places, costs, graph_of
from benchmarks.stage.ground import RADII, Ground
from benchmarks.stage.tables import read_places
from geodata.adapters.network_file import NETWORK_FILE, read_network
from geodata.coverage.catchments import FAR, Steps
from geodata.network.cells import cells_from_codes, centres_of
from geodata.network.graph import Network
from geodata.network.reach import reach
from geodata.network.snapping import Snapped, snap
from geodata.network.table import STEP_MIN, WALKING, from_reached

STEP_M = STEP_MIN * WALKING.metres_per_minute
LIMIT_M = max(RADII) * WALKING.metres_per_minute + STEP_M / 2  # what is rounded down to the largest radius


@dataclass(frozen=True, eq=False)
class Ways:
    """A network, and where the city's facilities and populated cells stand on it."""

    network: Network
    graph: nx.Graph
    facilities: Snapped
    cells: Snapped

    @classmethod
    def from_ground(cls, ground: Ground, directory: Path) -> "Ways":
        """Read the pack's network and put the places on it."""
        network = read_network(directory / "pack" / NETWORK_FILE)
        table = read_places(directory).set_index("facility_id").loc[list(ground.catchments.facility_ids)]
        points = table[["latitude", "longitude"]].to_numpy(dtype=float)
        cells = centres_of(cells_from_codes(list(ground.catchments.cells)))
        graph = graph_of(network.ends, network.lengths_m)
        return cls(network, graph, snap(points, network), snap(cells, network))

    def steps(self) -> Steps:
        """(f, n) from facilities to cells, by ours."""
        found = reach(self.network, self.facilities, targets=self.cells, limit_m=LIMIT_M)
        ways = from_reached(found, origins=len(self.facilities.nodes), mode=WALKING)
        dense = ways.matrix(len(self.cells.nodes)).toarray()
        return np.where(dense == 0, FAR, dense).astype(np.uint8)

    def frames(self, frames: Frames) -> Frames:
        """The peers' tables with minutes by networkx."""
        facilities, cells = (Places(place.nodes, place.distance_m) for place in (self.facilities, self.cells))
        found = costs(self.graph, facilities=facilities, cells=cells, limit_m=LIMIT_M, step_m=STEP_M)
        return replace(frames, costs=found.assign(cost=found["cost"] * STEP_MIN))
