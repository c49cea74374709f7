"""What a visitor types is looked up in this process and forgotten: no log line, no address, no file holds it."""

import logging
import os
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, Final

import pytest

from geodata.adapters.geocode_store import NoStore
from geodata.geocoding import PlaceIndex
from geodata.geocoding.chain import Chain
from geodata.geocoding.geocoder import GazetteerGeocoder
from geodata.geocoding.match import Match

TYPED: Final = (
    "Neustadt 18", "Zwiebelfischweg 7", "Neustdt 18, Zwiebelfisch", "Zwiebelfisch, Neustadt 18", "Neustadt 18, Berlin",
    "Нойштадт 18", "Цвибельфиш 7", "نويشتات 18", "تسفيبلفيش", "<script>zwiebelfisch</script>", "zwiebelfisch\x00\n%s{}",
    "37124 Zwiebelfisch", "Zwiebelfisch " * 500,
)  # fmt: skip
MARKS: Final = ("zwiebelfisch", "цвибельфиш", "تسفيبلفيش", "neustadt", "neustdt", "нойштадт", "نويشتات")
WATCHED: Final = ("socket.", "sqlite3.", "subprocess.", "os.system", "urllib.", "http.client.", "ftplib.", "smtplib.")


class Watch:
    """Python's own audit of what the process does, listened to while `on`."""

    on: ClassVar[bool] = False
    seen: ClassVar[list[str]] = []

    @classmethod
    def hear(cls, event: str, arguments: tuple[Any, ...]) -> None:
        if cls.on and (event.startswith(WATCHED) or (event == "open" and _writes(arguments))):
            cls.seen.append(event)


def _writes(arguments: tuple[Any, ...]) -> bool:
    _, mode, flags = arguments
    wanted = isinstance(mode, str) and not set(mode).isdisjoint("wax+")
    return wanted or bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


sys.addaudithook(Watch.hear)  # cannot be taken away again; it hears nothing while `on` is False


class Undecided:
    """No hand decisions."""

    def find(self, _query: str, *, facility_id: str = "") -> Match | None:
        return None


Said = Callable[[], str]


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> Said:
    """Everything logged, from DEBUG on, and everything printed so far."""
    caplog.set_level(logging.DEBUG)
    return lambda: caplog.text + "".join(capfd.readouterr())


@contextmanager
def watched() -> Iterator[list[str]]:
    """What the process does in here, by the names of Python's audit events."""
    Watch.seen.clear()
    Watch.on = True
    try:
        yield Watch.seen
    finally:
        Watch.on = False


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Home, temporary and working folder are the test's own, and empty."""
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))


@pytest.fixture(scope="module")
def chain(city: GazetteerGeocoder) -> Chain:
    """The chain of a visitor's search: the gazetteer, and nothing that remembers."""
    return Chain([city], NoStore(), Undecided())


def _nothing_remains(seen: list[str], said: Said) -> None:
    assert seen == []
    assert list(Path.cwd().rglob("*")) == []
    assert not any(mark in said().casefold() for mark in MARKS)


def test_suggesting_leaves_nothing_behind(index: PlaceIndex, said: Said) -> None:
    with watched() as seen:
        for typed in TYPED:
            for end in range(1, min(len(typed), 40) + 1):
                index.suggest(typed[:end])
    _nothing_remains(seen, said)


def test_locating_leaves_nothing_behind(chain: Chain, said: Said) -> None:
    with watched() as seen:
        answers = [chain.locate(typed) for typed in TYPED]
    assert answers[0].quality == "house"
    _nothing_remains(seen, said)


def test_the_watch_hears_what_it_is_for(tmp_path: Path) -> None:
    with watched() as seen:
        (tmp_path / "note").write_text("x", "utf-8")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
    assert seen == ["open", "socket.__new__", "socket.bind"]


def test_a_place_in_the_address_bar_is_a_cell_and_no_text(index: PlaceIndex) -> None:
    cell = index.suggest("Neustadt 18")[0].cell
    assert cell.removeprefix("100mN").replace("E", "").isdigit()
