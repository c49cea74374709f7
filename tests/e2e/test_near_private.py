"""Where somebody is and what somebody types is nobody else's: what leaves the browser, what the server keeps."""

import shutil
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.finder import Finder
from tests.e2e.guard import Guard
from tests.e2e.near_field import NearField, pack
from tests.e2e.oracle import ROOT
from tests.e2e.running_app import RunningApp, free_port, running, streamlit_words

pytestmark = pytest.mark.browser

HERE = {"latitude": 51.5334173, "longitude": 9.9357218}
BERLIN = {"latitude": 52.5163, "longitude": 13.3777}
REFUSED = "Der Browser nennt Ihren Standort nicht. Bitte tippen Sie einen Ort ein."
OUTSIDE = "Ihr Standort liegt außerhalb der Stadt."
NONSENSE = "Quitschfidelxyz Straße 77"
TRACE = b"quitschfidel"
COUNT_QUESTIONS = """
  window.asked = [];
  for (const name of ["getCurrentPosition", "watchPosition"]) {
    const ask = Geolocation.prototype[name];
    Geolocation.prototype[name] = function (...words) { window.asked.push(name); return ask.apply(this, words); };
  }
"""


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


@pytest.fixture
def watch(browser: Browser, app: RunningApp) -> Iterator[Callable[..., Watched]]:
    """Opens a page whose browser knows where it is: `watch(HERE)`, or does not tell: `watch()`."""
    contexts: list[tuple[BrowserContext, Guard]] = []

    def open_page(place: dict[str, float] | None = None, *, address: str = app.address) -> Watched:
        granted = ["geolocation"] if place else []
        context = browser.new_context(geolocation=place, permissions=granted, viewport={"width": 1280, "height": 860})
        context.set_default_timeout(20_000)
        context.add_init_script(COUNT_QUESTIONS)
        contexts.append((context, Guard(context, address)))
        return Watched(context.new_page(), address)

    yield open_page
    faults = [fault for _, guard in contexts for fault in guard.take()]
    for context, _ in contexts:
        context.close()
    assert faults == []
    assert app.new_tracebacks() == ""


def traces(*numbers: float) -> list[bytes]:
    """How a coordinate could be written: four digits after the point, or as eight bytes or four."""
    written = [f"{int(number * 1e5) / 1e5:.5f}"[:-1].encode() for number in numbers]
    return written + [struct.pack(form, number) for number in numbers for form in ("<d", ">d", "<f", ">f")]


def test_the_position_never_leaves_the_browser(watch: Callable[..., Watched], app: RunningApp) -> None:
    watched = watch(HERE)
    finder, near = watched.finder.open(lang="de"), watched.near
    near.open()
    finder.page.wait_for_timeout(300)
    assert watched.questions == []
    near.position.click()
    cell = pack().cell_at(HERE["latitude"], HERE["longitude"])
    assert cell is not None
    code = pack().code(cell)
    assert finder.until(lambda: finder.param("near"), code) == code
    finder.rest()
    assert watched.questions == ["getCurrentPosition"]
    assert finder.params == {"lang": "de", "near": code}
    assert near.button.inner_text().strip().startswith("In der Nähe: gewählter Ort")
    assert finder.page.locator(".f-card .f-walk").count() == 20

    sent = b"\n".join(watched.sent)
    assert code.encode() in sent, "the cell is what is sent"
    everything = [sent, *watched.asked, *watched.history, app.log.read_bytes()]
    found = [trace for trace in traces(*HERE.values()) for text in everything if trace in text]
    assert found == []


def test_without_permission_a_sentence_says_so_and_typing_goes_on(watch: Callable[..., Watched]) -> None:
    watched = watch()
    finder, near = watched.finder.open(lang="de"), watched.near.open()
    assert watched.questions == []
    near.position.click()
    assert finder.until(near.said.inner_text, REFUSED) == REFUSED
    assert finder.param("near") == ""
    assert near.type("neustadt 18").choose("Neustadt 18")


def test_outside_the_city_a_sentence_says_so_and_nothing_is_sent(watch: Callable[..., Watched]) -> None:
    watched = watch(BERLIN)
    finder, near = watched.finder.open(lang="de"), watched.near.open()
    finder.rest()
    before = len(watched.sent)
    near.position.click()
    assert finder.until(near.said.inner_text, OUTSIDE) == OUTSIDE
    finder.page.wait_for_timeout(300)
    assert watched.sent[before:] == []
    assert finder.params == {"lang": "de"}


def files_of(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def test_what_is_typed_is_kept_nowhere(
    watch: Callable[..., Watched], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server of its own, of which every place that it could write to is known."""
    data, temporary, home = (tmp_path / name for name in ("data", "temporary", "home"))
    shutil.copytree(ROOT / "data", data)
    for folder in (temporary, home):
        folder.mkdir()
    for name, folder in {"FINDER_DATA": data, "TMPDIR": temporary, "HOME": home}.items():
        monkeypatch.setenv(name, str(folder))
    before = {path: path.stat().st_mtime_ns for path in files_of(data)}
    port = free_port()
    with running(streamlit_words(port), port, log=tmp_path / "log.txt") as server:
        watched = watch(address=server.address)
        finder, near = watched.finder.open(lang="de"), watched.near.open()
        near.field.press_sequentially(NONSENSE, delay=20)
        assert finder.until(lambda: any(TRACE in frame.lower() for frame in watched.sent), wanted=True)
        finder.page.wait_for_timeout(500)
        assert near.suggestions == []
        near.field.press("Enter")
        near.field.fill("neustadt 18")
        near.choose("Neustadt 18")
        finder.load(finder.page.url)
        history = watched.history
        finder.page.close()
    assert [text for text in (*watched.asked, *history) if TRACE in text.lower()] == []
    assert server.log.read_bytes(), "the log of the server is what was looked at"
    assert {path: path.stat().st_mtime_ns for path in files_of(data)} == before
    written = [server.log, *files_of(data, temporary, home)]
    assert [path for path in written if TRACE in path.read_bytes().lower()] == []
