"""`python -m geodata search`, as other programs call it."""

import csv
from pathlib import Path

import pytest

from geodata.cli import main
from geodata.search import SearchIndex, search


def table(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_question_gets_the_ids_of_its_offers_in_order_and_a_suggestion(tmp_path: Path, index: SearchIndex) -> None:
    questions = [
        {"no": "1", "query": "Integratonskurs", "language": "de"},
        {"no": "2", "query": "джобцентр", "language": "ru"},
        {"no": "3", "query": "", "language": "ar"},
    ]
    out = tmp_path / "out.csv"
    assert main(["search", str(table(tmp_path / "in.csv", questions)), "-o", str(out), "--limit", "2"]) == 0
    rows = read(out)
    assert [{name: row[name] for name in ("no", "query", "language")} for row in rows] == questions
    for row in rows:
        found = search(row["query"], index, limit=2)
        assert row["service_ids"] == ";".join(index.offers.ids[at] for at in found.rows) != ""
        assert row["suggestion"] == found.suggestion
    assert [row["suggestion"] for row in rows] == ["Integrationskurs", "Jobcenter", ""]


@pytest.mark.parametrize(
    ("columns", "options", "said"),
    [
        ({"query": "x"}, [], "lacks language"),
        ({"question": "x"}, [], "lacks query, language"),
        ({"query": "x", "language": "de"}, ["--limit", "0"], "--limit is 0; it must be 1 or more"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], columns: dict[str, str], options: list[str], said: str
) -> None:
    source, out = table(tmp_path / "in.csv", [columns]), tmp_path / "out.csv"
    assert main(["search", str(source), "-o", str(out), *options]) == 2
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_a_table_or_a_directory_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = table(tmp_path / "in.csv", [{"query": "x", "language": "de"}])
    assert main(["search", str(tmp_path / "no.csv"), "-o", str(tmp_path / "out.csv")]) == 2
    assert "no.csv is not there" in capsys.readouterr().err
    assert main(["search", str(source), "-o", str(tmp_path / "out.csv"), "--data", str(tmp_path / "none")]) == 2
    assert "none is no folder" in capsys.readouterr().err
