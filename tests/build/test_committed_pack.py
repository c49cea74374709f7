"""The committed pack is what `build` makes of the source folder, byte for byte, and keeps to its sizes."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.adapters.cells_file import CELLS_FILE
from geodata.adapters.gazetteer_file import CELL_FILE
from geodata.adapters.network_file import NETWORK_FILE
from tests.network.source_graph import ROOT, SOURCE

DATA = ROOT / "data"


@pytest.mark.parametrize(
    ("stage", "file"),
    [
        ("districts", "districts.geojson"),
        ("districts", "polling_districts.geojson"),
        ("indicators", "indicators.csv"),
        ("cells", f"pack/{CELLS_FILE}"),
        ("basemap", "pack/basemap.geojson"),
        ("gazetteer", f"pack/{CELL_FILE}"),
        ("network", f"pack/{NETWORK_FILE}"),
    ],
)
def test_it_is_what_the_source_gives(tmp_path: Path, build: Callable[..., int], stage: str, file: str) -> None:
    for name in ("city.toml", "figures.csv"):
        shutil.copy(DATA / name, tmp_path)
    assert build(SOURCE, tmp_path, "--stage", stage) == 0
    assert (tmp_path / file).read_bytes() == (DATA / file).read_bytes()


def test_a_phone_can_load_the_map() -> None:
    assert len(gzip.compress((DATA / "pack" / "basemap.geojson").read_bytes())) <= 250_000
