"""Build step: `pack/network.xz`, the ways that may be walked in the city and around it."""

from pathlib import Path

from geodata.adapters.network_file import NETWORK_FILE, has_ready_network, read_ready_network, write_network
from geodata.adapters.osm_extract import find_extract, read_extract
from geodata.adapters.source_folder import frame_around, read_official_outlines
from geodata.network.graph import Network, from_ways


def build_network(source: Path, out: Path) -> Path:
    """Write the ready network of the source folder, or else the one its extract's highway tags make.

    Raises:
        MissingFileError, DataError: neither is there, or it cannot be read.
    """
    return write_network(out / "pack" / NETWORK_FILE, _network(source))


def _network(source: Path) -> Network:
    if has_ready_network(source):
        return read_ready_network(source)
    extract = read_extract(find_extract(source), frame_around(read_official_outlines(source)))
    return from_ways(extract.walkable, extract.positions)
