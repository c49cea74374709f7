"""A copy of the commands in an empty folder, and a PATH that holds only what a test puts there."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
ALWAYS_THERE = ("make", "sed", "sh")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a fresh clone has of the commands: no environment, no application."""
    folder = tmp_path / "checkout"
    shutil.copytree(REPOSITORY / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(REPOSITORY / name, folder / name)
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The only folder on PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for command in ALWAYS_THERE:
        (folder / command).symlink_to(str(shutil.which(command)))
    return folder


@pytest.fixture
def make(checkout: Path, path: Path) -> Run:
    """Run make in the checkout, as somebody would who has only what is on PATH; nothing can be downloaded."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(path), "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": "/dev/null", "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            ["make", *words],
            cwd=checkout,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
