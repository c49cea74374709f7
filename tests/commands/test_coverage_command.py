"""`coverage` prints the gap table and nothing else, refuses what cannot be in a line each, and repeats an analysis."""

import csv
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in, read_catchments
from geodata.cli import main
from geodata.coverage.disclosure import is_withheld
from geodata.coverage.gap_table import GapTable, Row
from geodata.coverage.question import Question
from geodata.hours import Opening
from tests.conftest import DATA

COLUMNS = "district_key,residents,covered_lower,covered_upper,share_lower,share_upper,nearest_median_min,unknown_offers"
COUNSELLING = ("--section", "first_steps", "--topic", "counselling")
ASKED = {
    "language": (Question("first_steps", "counselling", ("ar",)), "district", (*COUNSELLING, "--language", "ar")),
    "several": (
        Question("first_steps", "counselling", ("ar", "fa", "ru"), group="born_abroad", minutes=20),
        "polling_district",
        (*COUNSELLING, "--language", "ar;fa", "--language", "ru", "--group", "born_abroad", "--minutes", "20",
         "--by", "polling_district"),
    ),
    "open": (
        Question("language_education", group="age_80_plus", mode="cycling", minutes=10, verified=True,
                 opening=Opening(3, 16 * 60)),
        "district",
        ("--section", "language_education", "--group", "age_80_plus", "--mode", "cycling", "--minutes", "10",
         "--verified", "--open", "Th 16:00"),
    ),
}  # fmt: skip
"""What is asked, by which areas, and in which words."""

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Exit code, what was printed, and what was said on stderr."""

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["coverage", "--data", str(DATA), *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def expected(row: Row, city: CityData) -> list[str]:
    """The cells of a row, worked out without the code that writes them."""
    if is_withheld(row, city.city):
        return [row.area_key, *[""] * 7]
    share = [f"{people / row.residents:.6f}" if row.residents else "" for people in (row.lower, row.upper)]
    median = row.median_min[1]
    minutes = f"{median:g}" if median < 60.25 else ""  # NaN too
    return [row.area_key, *map(str, (row.residents, row.lower, row.upper)), *share, minutes, str(row.unknown_offers)]


@pytest.mark.parametrize(("question", "level", "words"), ASKED.values(), ids=ASKED)
def test_the_table_is_printed_as_it_is(
    question: Question, level: str, words: tuple[str, ...], ask: Ask, shipped_city: CityData
) -> None:
    catchments = read_catchments(DATA, shipped_city, mode=question.mode, level=level)
    table = GapTable.from_question(question, offers_in(shipped_city, catchments), catchments=catchments)
    code, printed, said = ask(*words)
    assert (code, said) == (0, "")
    head, *rows = csv.reader(io.StringIO(printed))
    assert ",".join(head) == COLUMNS
    assert rows == [expected(row, shipped_city) for row in table.rows]
    assert rows[-1][0] == "00"
    assert sum(int(row[2] or 0) for row in rows[:-1]) <= int(rows[-1][2])


def test_json_says_the_same(ask: Ask) -> None:
    words = ASKED["language"][2]
    table = list(csv.DictReader(io.StringIO(ask(*words)[1])))
    objects: list[dict[str, Any]] = json.loads(ask(*words, "--format", "json")[1])
    assert [",".join(each) for each in objects] == [COLUMNS] * len(table)
    for row, found in zip(table, objects, strict=True):
        assert found.pop("district_key") == row.pop("district_key")
        assert list(found.values()) == [float(cell) if cell else None for cell in row.values()]


WRONG = {
    "section": (("--section", "kindness"), ("section", "kindness", "first_steps")),
    "topic": (("--topic", "kindness"), ("topic", "kindness", "counselling")),
    "topic elsewhere": (("--section", "work_career", "--topic", "counselling"), ("topic", "counselling", "training")),
    "language": (("--language", "klingon"), ("klingon", "ISO 639")),
    "group": (("--group", "tourists"), ("group", "tourists", "born_abroad")),
    "too near": (("--minutes", "4"), ("4", "5–60")),
    "too far": (("--minutes", "61"), ("61", "5–60")),
    "too far by bicycle": (("--minutes", "31", "--mode", "cycling"), ("31", "5–30")),
    "no minutes": (("--minutes", "a quarter"), ("a quarter", "5–60")),
    "half minutes": (("--minutes", "15.5"), ("15.5", "5–60")),
    "mode": (("--mode", "bus"), ("bus", "walking, cycling")),
    "opening": (("--open", "Donnerstag"), ("Donnerstag", "Th 16:00")),
    "share": (("--share", "50%"), ("50%", "0.5")),
    "no share": (("--share", "0"), ("0.0", "0.5")),
    "level": (("--by", "street"), ("street", "polling_district")),
    "report": (("--language-of-report", "fr"), ("fr", "de, en, ru, ar")),
}


@pytest.mark.parametrize(("words", "named"), WRONG.values(), ids=WRONG)
def test_what_cannot_be_is_one_line(words: tuple[str, ...], named: tuple[str, ...], ask: Ask) -> None:
    code, printed, said = ask(*words)
    assert (code, printed) == (2, "")
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert all(part in said for part in named), said


def test_everything_that_is_wrong_is_said_at_once(ask: Ask) -> None:
    code, _, said = ask("--minutes", "x", "--group", "y", "--language", "ar;zzzz;qqqq", "--by", "z")
    assert code == 2
    assert said.count("\n") == 5


def written(tmp_path: Path, **changes: Any) -> Path:
    """The file of an analysis, with some fields changed."""
    content = {"kind": "coverage-analysis 1", "inputs": {}, "level": "district", "question": {"languages": ["ar"]}}
    path = tmp_path / "analysis.json"
    path.write_text(json.dumps(content | changes))
    return path


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"kind": "recipe"}, ("no analysis", "coverage-analysis 1")),
        ({"question": {"minutes": "15"}}, ("question.minutes", "whole number", "15")),
        ({"question": {"languages": ["klingon"]}}, ("klingon", "ISO 639")),
        ({"question": {"minutes": 61}}, ("61", "5–60")),
        ({"level": "street"}, ("street", "polling_district")),
        ({"inputs": {"services.csv": "1"}}, ("inputs.services.csv", "SHA-256")),
        ({"scenario": {"version": 7}}, ("scenario", "version")),
        (
            {"scenario": {"version": 1, "name": "", "tables": {}, "changes": [{"change": "close", "offer_id": "?"}]}},
            ("scenario", "unknown_offer", "?"),
        ),
    ],
)
def test_a_broken_analysis_is_one_line(
    changes: dict[str, Any], named: tuple[str, ...], ask: Ask, tmp_path: Path
) -> None:
    code, printed, said = ask("--config", str(written(tmp_path, **changes)))
    assert (code, printed, said.count("\n")) == (2, "", 1)
    assert all(part in said for part in named), said


def test_an_analysis_that_is_not_there_and_one_that_is_asked_twice(ask: Ask, tmp_path: Path) -> None:
    code, _, said = ask("--config", str(tmp_path / "none.json"))
    assert (code, said.count("\n")) == (2, 1)
    assert "none.json cannot be read" in said
    code, _, said = ask("--config", str(written(tmp_path)), "--minutes", "20", "--verified")
    assert code == 2
    assert "--minutes, --verified" in said


def test_tables_that_have_changed_since_are_named_and_answered(ask: Ask, tmp_path: Path) -> None:
    path = str(written(tmp_path, inputs={"services.csv": "0" * 64, "taxonomy.csv": "1" * 64}))
    code, printed, said = ask("--config", path)
    assert code == 0
    assert printed == ask("--language", "ar")[1]
    assert [line.split()[0] for line in said.splitlines()] == ["services.csv", "taxonomy.csv"]
    assert ask("--config", path, "--strict") == (1, printed, said)
    assert ask("--config", str(written(tmp_path)), "--strict")[0] == 0


def checksums(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_same_files_again_elsewhere(ask: Ask, tmp_path: Path) -> None:
    """From options, then from the analysis that this wrote: in another process, folder, zone and locale."""
    first, second, elsewhere = (tmp_path / name for name in ("first", "second", "elsewhere"))
    elsewhere.mkdir()
    assert ask(*ASKED["language"][2], "--out", str(first)) == (0, "", "")
    words = ["--config", str(first / "analysis.json"), "--out", "../second", "--strict", "--data", str(DATA)]
    root = str(Path(__file__).parents[2])
    other = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1", "PYTHONHASHSEED": "7", "PYTHONPATH": root}
    subprocess.run(
        [sys.executable, "-m", "geodata", "coverage", *words], env=os.environ | other, cwd=elsewhere, check=True
    )
    assert checksums(first) == checksums(second)
    reports = {f"report-{language}.pdf" for language in ("de", "en", "ru", "ar")}
    assert set(checksums(first)) == {"analysis.json", "coverage.csv", "coverage.geojson", "coverage.png", *reports}
    assert (first / "coverage.csv").read_text() == ask(*ASKED["language"][2])[1]
    assert all(str(tmp_path).encode() not in path.read_bytes() for path in first.iterdir())


def test_only_the_reports_asked_for_are_written(ask: Ask, tmp_path: Path) -> None:
    assert ask("--language-of-report", "ar", "--out", str(tmp_path / "out"))[0] == 0
    assert [path.name for path in sorted((tmp_path / "out").glob("*.pdf"))] == ["report-ar.pdf"]
