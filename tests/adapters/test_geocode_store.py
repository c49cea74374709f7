import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from geodata.adapters.geocode_store import NONE_DAYS, GeocodeStore, NoStore
from geodata.errors import ConfigurationError
from geodata.geocoding.match import Match, Quality, no_match
from geodata.geocoding.reasons import reason

HOUSE = Match(
    50.0, 10.0, "نويشتات 18", Quality.HOUSE, 85, "near", "way/1", "2026-01-02", reason("street", street="ß"), ("a", "b")
)
NONE = no_match(reason("not_found"), provider="near", date="2026-01-02")
WRITER = """
import sys
from pathlib import Path
from geodata.adapters.geocode_store import GeocodeStore
from geodata.errors import ConfigurationError
from geodata.geocoding.match import no_match
from geodata.geocoding.reasons import reason
store = GeocodeStore(Path(sys.argv[1]))
for number in range(40):
    store.keep("near", f"{sys.argv[2]} {number}", match=no_match(reason("empty"), provider="near", date="2026-01-02"))
    store.keep("near", "shared", match=no_match(reason("empty"), provider=sys.argv[2], date="2026-01-02"))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "store.sqlite"


def test_an_answer_comes_back_whole(path: Path) -> None:
    GeocodeStore(path).keep("near", "latin:x", match=HOUSE)
    assert GeocodeStore(path).find("near", "latin:x") == HOUSE


def test_answers_are_kept_apart_by_provider_and_question(path: Path) -> None:
    store = GeocodeStore(path)
    store.keep("near", "x", match=HOUSE)
    store.keep("far", "x", match=NONE)
    assert store.find("near", "y") is None
    assert store.find("elsewhere", "x") is None
    assert store.find("far", "x") == NONE
    store.keep("far", "x", match=replace(HOUSE, provider="far"))
    assert store.find("far", "x").quality == "house"


@pytest.mark.parametrize(
    ("days", "match", "known"),
    [(0, NONE, NONE), (NONE_DAYS, NONE, NONE), (NONE_DAYS + 1, NONE, None), (9999, HOUSE, HOUSE)],
)
def test_only_none_grows_old(path: Path, days: int, match: Match, known: Match | None) -> None:
    asked = date(2026, 1, 2)
    GeocodeStore(path, today=lambda: asked).keep("near", "x", match=match)
    later = GeocodeStore(path, today=lambda: asked + timedelta(days=days))
    assert later.find("near", "x") == known


def test_several_runs_write_at_once(path: Path) -> None:
    root = Path(__file__).parents[2]
    runs = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), f"run{at}"], cwd=root) for at in range(4)]
    assert [run.wait(60) for run in runs] == [0] * 4
    store = GeocodeStore(path)
    assert all(store.find("near", f"run{at} {number}") for at in range(4) for number in range(40))
    assert store.find("near", "shared").provider.startswith("run")


def test_a_file_that_is_no_store_is_said_in_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_text("no database " * 100, "utf-8")
    for path in (broken, tmp_path, broken / "deeper.sqlite"):
        with pytest.raises(ConfigurationError, match="The store of earlier answers"):
            GeocodeStore(path)


def test_what_visitors_type_is_kept_nowhere() -> None:
    store = NoStore()
    store.keep("near", "x", match=HOUSE)
    assert store.find("near", "x") is None
