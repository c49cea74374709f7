"""The commands as other programs call them, each in a copy of the city's data."""

import json
from datetime import date
from pathlib import Path

import pytest

from geodata.cli import main
from tests.adapters.geocoder_stub import FOUND, Stub
from tests.geocoding.tables import read, rewrite

ROOT = Path(__file__).parents[2]
Row = dict[str, str]

JSON = {"Content-Type": "application/json"}


def test_the_shipped_facilities_are_settled_and_a_second_run_changes_no_byte(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = data / "facilities.csv"
    before = table.read_bytes()
    assert main(["geocode", str(table)]) == 0
    assert table.read_bytes() == before == (ROOT / "data" / "facilities.csv").read_bytes()
    assert "An address, but no point: 0" in capsys.readouterr().out
    assert main(["validate", "--data", str(data)]) == 0


def test_every_row_has_a_point_or_a_reason_and_says_where_from() -> None:
    for row in read(ROOT / "data" / "facilities.csv"):
        assert row["geocode_reason"]
        assert (row["geocode_quality"] == "none") == (row["latitude"] == "")
        if row["latitude"]:
            assert row["geocode_provider"]
            assert date.fromisoformat(row["geocode_date"])
            assert row["district_key"]
        if row["street_address"]:
            assert row["latitude"]


def test_rows_that_lost_their_points_get_them_back(data: Path) -> None:
    table = data / "facilities.csv"
    point = dict.fromkeys(
        ("latitude", "longitude", "district_key", "geocode_provider", "geocode_date", "geocode_check_m"), ""
    )
    had = {row["facility_id"]: row for row in read(table)}
    rewrite(table, lambda row: row | point | {"geocode_method": "none", "geocode_quality": "none"})
    assert main(["geocode", str(table)]) == 0
    found = {row["facility_id"]: row for row in read(table)}
    addressed = [key for key, row in had.items() if row["street_address"]]
    assert len(addressed) > 200
    assert sum(found[key]["latitude"] != "" for key in addressed) > 0.95 * len(addressed)
    same = [found[key]["district_key"] == had[key]["district_key"] for key in addressed if found[key]["latitude"]]
    assert sum(same) > 0.9 * len(same)
    assert all(found[key]["latitude"] == "" for key, row in had.items() if not row["street_address"])


def test_hidden_rows_are_never_asked_about(data: Path) -> None:
    table, stub = data / "facilities.csv", Stub((200, JSON, FOUND, 0))
    secret = {
        "address_visibility": "hidden",
        "street_address": "Geheimweg 99",
        "latitude": "",
        "longitude": "",
        "district_key": "",
    }
    kept = [row for row in read(table) if row["address_visibility"] == "hidden"]
    rewrite(table, lambda row: row | secret if row["facility_id"] == "bonus-freiwilligenzentrum" else row)
    main(["geocode", str(table), "--provider", "nominatim", "--nominatim", stub.url])
    stub.close()
    after = {row["facility_id"]: row for row in read(table)}
    assert after["bonus-freiwilligenzentrum"]["latitude"] == ""
    assert [after[row["facility_id"]] for row in kept] == kept
    assert len(stub.requests) > 50
    assert not any("Geheimweg" in path for path, _ in stub.requests)


def test_a_hand_decision_is_never_overwritten(data: Path) -> None:
    table, decisions = data / "facilities.csv", data / "geocode_decisions.csv"
    facility = next(row for row in read(table) if row["street_address"] == "Neustadt 18")["facility_id"]
    with decisions.open("a", encoding="utf-8") as file:
        file.write(f"{facility},,51.5295,9.936,place,Seen on the spot.,2026-02-03\n")
        file.write("bonus-freiwilligenzentrum,,,,none,Moved away.,2026-02-03\n")
    content = decisions.read_bytes()
    for _ in range(2):
        assert main(["geocode", str(table)]) == 0
        rows = {row["facility_id"]: row for row in read(table)}
        assert rows[facility]["geocode_reason"] == "Set by hand: Seen on the spot."
        assert (rows[facility]["latitude"], rows[facility]["geocode_date"]) == ("51.529500", "2026-02-03")
        assert rows["bonus-freiwilligenzentrum"]["latitude"] == ""
    assert decisions.read_bytes() == content


def test_faulty_decisions_are_all_named(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "geocode_decisions.csv").write_text(
        "facility_id,query,latitude,longitude,quality,reason,date\n,,1,2,place,x,2026-01-01\na,,x,2,best,,soon\n",
        "utf-8",
    )
    assert main(["geocode", str(data / "facilities.csv")]) == 2
    faults = capsys.readouterr().err
    assert [line.split(":")[1:3] for line in faults.strip().splitlines()] == [
        ["2", "facility_id"], ["3", "latitude"], ["3", "quality"], ["3", "reason"], ["3", "date"],
    ]  # fmt: skip


def test_any_table_keeps_its_rows_and_gets_the_columns(data: Path, tmp_path: Path) -> None:
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text('id,query\n1,Neustadt 18\n2,"Nirgends, 5"\n3,\n4,Weende\n5,Neustadt 18\n', "utf-8")
    assert main(["geocode", str(table), "-o", str(out), "--offline"]) == 0
    rows = read(out)
    assert list(rows[0]) == [
        "id", "query",
        "latitude", "longitude", "quality", "uncertainty_m", "matched", "provider", "district_key", "reason",
    ]  # fmt: skip
    assert [row["id"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row["quality"] for row in rows] == ["house", "none", "none", "quarter", "house"]
    assert [row["district_key"] for row in rows] == ["01", "", "", "06", "01"]
    assert [row["latitude"] == "" for row in rows] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["geocode"], "Which table"),
        (["geocode", "missing.csv"], "missing.csv is not there"),
        (["geocode", "{table}"], "Say with -o"),
        (["geocode", "{table}", "-o", "x.csv", "--query-column", "address"], "no column 'address'"),
        (["locate", "x", "--pack", "nowhere"], "No gazetteer at nowhere"),
        (["locate", "x", "--nominatim", "nonsense"], "no address of a Nominatim"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str | None
) -> None:
    table = tmp_path / "in.csv"
    table.write_text("query\nNeustadt 18\n", "utf-8")
    assert main([argument.format(table=table) for argument in arguments]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"query\nNeustadt 18\nNeustadt 18,more\n", "in.csv:3"),
        ("query\nGöttingen\n".encode("latin-1"), "UTF-8"),
        (b"", "no column 'query'"),
    ],
)
def test_a_table_that_cannot_be_read_is_left_alone(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, message: str
) -> None:
    table, out = tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_bytes(content)
    assert main(["geocode", str(table), "-o", str(out), "--data", str(data)]) == 2
    assert message in capsys.readouterr().err
    assert not out.exists()


def test_locate_answers_one(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["locate", "Neustadt 18", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["quality"], answer["matched"], answer["district_key"]) == ("house", "Neustadt 18", "01")
    assert isinstance(answer["latitude"], float)
    assert main(["locate", "Königstraße 3"]) == 1
    assert "which one is meant?" in capsys.readouterr().out


def test_public_servers_are_wired_only_with_network_and_a_name(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FINDER_NETWORK", "1")
    assert main(["locate", "Neustadt 18"]) == 2
    assert "does not say who asks" in capsys.readouterr().err
    assert main(["locate", "Neustadt 18", "--offline"]) == 0


def test_the_report_lists_what_to_check(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geocode", "--report"]) == 0
    report = capsys.readouterr().out
    assert "weststadtzentrum: 301 m" in report
    assert "foerderer-wohnungslosenhilfe" in report


def test_a_failing_server_leaves_a_list_of_what_is_open(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stub, table, out = Stub((403, {}, "", 0)), tmp_path / "in.csv", tmp_path / "out.csv"
    table.write_text("query\nNeustadt 18\nNirgends 5\nNirgends 7\n", "utf-8")
    assert main(["geocode", str(table), "-o", str(out), "--nominatim", stub.url]) == 1
    stub.close()
    assert capsys.readouterr().err.splitlines()[0] == "Open, ask again later (2):"
    assert [row["quality"] for row in read(out)] == ["house", "none", "none"]
    assert len(stub.requests) == 1
