"""What a visit could leave behind: on its way, in the browser, and at a server of which every folder is known."""

import shutil
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.finder import PATIENCE_S, Finder
from tests.e2e.guard import Guard
from tests.e2e.near_field import NearField
from tests.e2e.oracle import ROOT
from tests.e2e.running_app import RunningApp, free_port, running, streamlit_words

HERE = {"latitude": 51.5334173, "longitude": 9.9357218}
COUNT_QUESTIONS = """
  window.asked = [];
  for (const name of ["getCurrentPosition", "watchPosition"]) {
    const ask = Geolocation.prototype[name];
    Geolocation.prototype[name] = function (...words) { window.asked.push(name); return ask.apply(this, words); };
  }
"""
STORED = "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"


class Watched:
    """A page of which everything that it sends is remembered."""

    def __init__(self, page: Page, address: str) -> None:
        self.sent: list[bytes] = []
        self.asked: list[bytes] = []
        self._session = page.context.new_cdp_session(page)
        page.on("websocket", lambda socket: socket.on("framesent", self._remember))
        page.on("request", lambda request: self.asked.append(request.url.encode() + (request.post_data_buffer or b"")))
        self.finder = Finder(page, address)
        self.near = NearField(self.finder)

    def _remember(self, payload: Any) -> None:
        self.sent.append(payload if isinstance(payload, bytes) else payload.encode())

    @property
    def history(self) -> list[bytes]:
        """Every address that the way back leads to."""
        entries = self._session.send("Page.getNavigationHistory")["entries"]
        return [entry[name].encode() for entry in entries for name in ("url", "userTypedURL", "title")]

    @property
    def questions(self) -> list[str]:
        """How often a page or frame has asked for the position."""
        return [name for frame in self.finder.page.frames for name in frame.evaluate("window.asked")]

    @property
    def stored(self) -> bytes:
        """What the browser keeps of the page: both storages and the cookies."""
        return str(self.finder.evaluate(STORED)).encode()


class Watching:
    """Contexts whose pages are watched; a guard refuses every other address."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[tuple[BrowserContext, Guard]] = []

    def open(self, address: str, place: dict[str, float] | None = None, *, width: int = 1280) -> Watched:
        """A page in a context of its own, whose browser knows where it is, if a place is given."""
        context = self._browser.new_context(
            geolocation=place,
            permissions=["geolocation"] if place else [],
            viewport={"width": width, "height": 860 if width > 640 else 780},
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_S * 1000)
        context.add_init_script(COUNT_QUESTIONS)
        self._contexts.append((context, Guard(context, address)))
        return Watched(context.new_page(), address)

    def end(self) -> list[str]:
        """Close everything; gives back what the guards saw."""
        for context, _ in self._contexts:
            context.close()
        return [fault for _, guard in self._contexts for fault in guard.take()]


@dataclass(frozen=True)
class Secluded:
    """A server of its own, and every folder that it could write to; its data must stay as they were."""

    server: RunningApp
    data: Path
    others: tuple[Path, ...]
    before: dict[Path, int]

    def holding(self, words: Iterable[bytes]) -> list[tuple[str, list[bytes]]]:
        """Names of files, its log among them, that hold one of the words. To be asked when the server has ended."""
        wanted = list(words)
        assert self.server.log.read_bytes(), "the log of the server is what is looked at"
        assert _times_of(self.data) == self.before, "nothing is written among the data"
        written = [self.server.log, *files_of(*self.others)]
        return [(path.name, found) for path in written if (found := found_in(path.read_bytes(), wanted))]


@contextmanager
def secluded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Secluded]:
    """Start the application with folders of its own for data, temporary files and home."""
    data, temporary, home = (folder / name for name in ("data", "temporary", "home"))
    shutil.copytree(ROOT / "data", data)
    for each in (temporary, home):
        each.mkdir()
    for name, each in {"FINDER_DATA": data, "TMPDIR": temporary, "HOME": home}.items():
        monkeypatch.setenv(name, str(each))
    before = _times_of(data)
    port = free_port()
    with running(streamlit_words(port), port, log=folder / "log.txt") as server:
        yield Secluded(server, data, (temporary, home), before)
    assert server.new_tracebacks() == ""


def files_of(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def _times_of(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in files_of(folder)}


def found_in(text: bytes, wanted: Iterable[bytes]) -> list[bytes]:
    """Which of the words a text holds, whether it is written plainly or as addresses are; capitals are no matter."""
    plain = b"\n".join((text, unquote_to_bytes(text.replace(b"+", b" ")))).decode(errors="replace").lower().encode()
    return [word for word in wanted if word in plain or word in text]


def traces(*numbers: float) -> list[bytes]:
    """How a coordinate could be written: four digits after the point, or as eight bytes or four."""
    written = [f"{int(number * 1e5) / 1e5:.5f}"[:-1].encode() for number in numbers]
    return written + [struct.pack(form, number) for number in numbers for form in ("<d", ">d", "<f", ">f")]
