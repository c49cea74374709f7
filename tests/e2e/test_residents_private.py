"""After the ten tasks: what was typed, and where somebody is, stands in no log, no file and no address."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from playwright.sync_api import Browser

from tests.e2e.guard import Guard
from tests.e2e.oracle import LANGUAGES, ROOT
from tests.e2e.resident_tasks import TASKS
from tests.e2e.residents import Resident
from tests.e2e.running_app import RunningApp, free_port, running, streamlit_words
from tests.e2e.test_near_private import COUNT_QUESTIONS, HERE, Watched, files_of, traces

pytestmark = pytest.mark.browser

LEAST_LETTERS = 6  # shorter words stand in names of places and files, too
STORED = "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"


class Visitor:
    """Somebody whose browser knows where she is, in a context of her own; everything that leaves it is kept."""

    def __init__(self, browser: Browser, server: RunningApp, *, language: str) -> None:
        self.context = browser.new_context(
            geolocation=HERE, permissions=["geolocation"], viewport={"width": 360, "height": 780}, locale=language
        )
        self.context.set_default_timeout(20_000)
        self.context.add_init_script(COUNT_QUESTIONS)
        self.guard = Guard(self.context, server.address)
        self.watched = Watched(self.context.new_page(), server.address)
        self.language = language
        self.typed: list[str] = []

    def does(self, number: int) -> None:
        resident = Resident(self.watched.finder, self.language).arrive()
        TASKS[number](resident)
        assert self.watched.questions == [], "nobody asks where she is unless she wants it"
        self.typed += resident.typed

    def tells_where_she_is(self) -> None:
        finder, near = self.watched.finder.open(lang=self.language, view="filter"), self.watched.near.open()
        near.position.click()
        assert finder.until(lambda: finder.param("near") != "", wanted=True)
        finder.rest()

    def leave(self) -> list[bytes]:
        """Close everything; gives back the addresses that were asked for or are remembered, and what is stored."""
        stored = str(self.watched.finder.evaluate(STORED)).encode()
        kept = [*self.watched.asked, *self.watched.history, stored]
        self.context.close()
        return kept


def words_of(texts: Iterable[str]) -> list[bytes]:
    """Whole texts and their longer words, in small letters; not those that a file of the page is called by."""
    parts = {part.lower() for text in texts for part in (text, *re.findall(rf"\w{{{LEAST_LETTERS},}}", text))}
    served = " ".join(path.name.lower() for path in files_of(ROOT / "ui" / "static"))
    return sorted(part.encode() for part in parts if part not in served)


def found_in(text: bytes, wanted: list[bytes]) -> list[bytes]:
    """Which of the words a text holds, whether it is written plainly or as addresses are."""
    plain = b"\n".join((text, unquote_to_bytes(text.replace(b"+", b" ")))).decode(errors="replace").lower().encode()
    return [word for word in wanted if word in plain]


def test_the_ten_tasks_leave_no_trace(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of its own, of which every place that it could write to is known; a language after the other."""
    data, temporary, home = (tmp_path / name for name in ("data", "temporary", "home"))
    shutil.copytree(ROOT / "data", data)
    for folder in (temporary, home):
        folder.mkdir()
    for name, folder in {"FINDER_DATA": data, "TMPDIR": temporary, "HOME": home}.items():
        monkeypatch.setenv(name, str(folder))
    before = {path: path.stat().st_mtime_ns for path in files_of(data)}
    port = free_port()
    with running(streamlit_words(port), port, log=tmp_path / "log.txt") as server:
        visitors = [Visitor(browser, server, language=language) for language in LANGUAGES]
        for number in range(len(TASKS)):
            visitors[number % len(visitors)].does(number)
        visitors[0].tells_where_she_is()
        assert any("near" in visitor.watched.finder.params for visitor in visitors)
        sent = b"\n".join(frame for visitor in visitors for frame in visitor.watched.sent)
        addresses = b"\n".join(kept for visitor in visitors for kept in visitor.leave())

    typed = words_of(text for visitor in visitors for text in visitor.typed)
    assert found_in(sent, typed), "what is looked for can be found: it is what was sent to our own server"
    assert found_in(addresses, typed) == []
    assert [trace for trace in traces(*HERE.values()) if trace in sent + addresses] == []
    assert [fault for visitor in visitors for fault in visitor.guard.take()] == []
    assert {path: path.stat().st_mtime_ns for path in files_of(data)} == before
    assert server.log.read_bytes(), "the log of the server is what was looked at"
    written = [server.log, *files_of(temporary, home)]
    wanted = [*typed, *traces(*HERE.values())]
    assert [(path.name, found) for path in written if (found := found_in(path.read_bytes(), wanted))] == []
    assert server.new_tracebacks() == ""
