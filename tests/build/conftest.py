import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from geodata.commands.build import add_to
from tests.build.town import write_data, write_source


@dataclass
class Built:
    """A town that went through `build` from plain tags."""

    source: Path
    data: Path
    report: dict[str, dict[str, Any]]

    @property
    def pack(self) -> Path:
        return self.data / "pack"

    def finding(self, stage: str, what: str) -> float:
        return next(found["value"] for found in self.report[stage]["findings"] if found["what"] == what)


def run_build(source: Path, out: Path, *more: str) -> int:
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    arguments = parser.parse_args(["build", "--source", str(source), "--out", str(out), *more])
    return int(arguments.run(arguments))


@pytest.fixture(scope="session")
def build() -> Callable[..., int]:
    return run_build


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("town")
    source, data, report = write_source(folder / "source"), write_data(folder / "data"), folder / "report.json"
    assert run_build(source, data, "--exact-house-numbers", "--report", str(report)) == 0
    return Built(source, data, {stage["stage"]: stage for stage in json.loads(report.read_text("utf-8"))})
