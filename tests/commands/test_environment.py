"""The environment is made once, and again only when a lock changes."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from tests.commands.conftest import REPOSITORY, Run
from tools import environment

PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
RUNTIME, DEVELOPMENT = (REPOSITORY / name for name in ("requirements.lock", "requirements-dev.lock"))


def pins(lock: Path) -> dict[str, str]:
    return dict(PIN.findall(lock.read_text()))


def test_a_whole_environment_is_left_alone_until_a_lock_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(environment, "_VERSION", "3.12")
    folder, lock = tmp_path / ".venv", tmp_path / "requirements.lock"
    lock.write_text("# one\n")

    def create(made: Path) -> None:
        calls.append("create")
        (made / "lib" / "python3.12").mkdir(parents=True)
        (made / "bin").mkdir()
        (made / "bin" / "pip").touch()
        (made / "bin" / "python").symlink_to("/bin/true")

    monkeypatch.setattr(environment, "create", create)
    steps = []
    for text in ("# one\n", "# one\n", "# two\n"):
        lock.write_text(text)
        assert environment.bring_up_to_date(folder, locks=[lock]) is None
        steps.append((list(calls), environment.is_current(folder, locks=[lock])))
    assert steps == [(["create"], True)] * 3


def test_a_lock_that_cannot_be_installed_leaves_no_stamp(make: Run, checkout: Path) -> None:
    answer = make("start", "PORT=8598", f"PYTHON={sys.executable}")
    assert answer.returncode != 0
    assert "requirements.lock could not be installed: pip says why above. It needs the network this once." in (
        answer.stderr
    )
    assert (checkout / ".venv" / "bin" / "pip").exists()
    assert not list((checkout / ".venv").glob("*.sha256"))


def test_tests_run_on_what_is_served() -> None:
    assert pins(RUNTIME).items() <= pins(DEVELOPMENT).items()


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT], ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_pins_all_by_hash(lock: Path) -> None:
    text = lock.read_text()
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links", text)
    entries = re.split(r"\n(?=[a-z])", text.strip())
    assert [entry for entry in entries if not re.search(r"^[a-z0-9-]+==.*--hash=sha256:", entry, re.DOTALL)] == []


def test_everything_declared_is_locked() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    for lock, declared in (
        (RUNTIME, project["project"]["dependencies"]),
        (DEVELOPMENT, project["dependency-groups"]["dev"]),
    ):
        assert {re.split(r"[<>=\[ ;]", text)[0] for text in declared} <= pins(lock).keys()
