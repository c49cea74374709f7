"""After the ten tasks: what was typed, and where somebody is, stands in no log, no file and no address."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.oracle import LANGUAGES, ROOT
from tests.e2e.resident_tasks import TASKS
from tests.e2e.residents import Resident
from tests.e2e.traces import HERE, Watched, Watching, files_of, found_in, secluded, traces

pytestmark = pytest.mark.browser

LEAST_LETTERS = 6  # shorter words stand in names of places and files, too


def does_all_tasks(watched: Watched) -> list[str]:
    """One after the other in one browser that knows where it is, each in the next language; gives back the words."""
    typed: list[str] = []
    for number, task in enumerate(TASKS):
        resident = Resident(watched.finder, LANGUAGES[number % len(LANGUAGES)]).arrive()
        task(resident)
        assert watched.questions == [], "nobody asks where she is unless she wants it"
        typed += resident.typed
    return typed


def tells_where_she_is(watched: Watched) -> None:
    finder, near = watched.finder.open(lang="de", view="filter"), watched.near.open()
    near.position.click()
    assert finder.until(lambda: finder.param("near") != "", wanted=True)
    finder.rest()
    assert watched.questions == ["getCurrentPosition"]


def words_of(texts: Iterable[str]) -> list[bytes]:
    """Whole texts and their longer words, in small letters; not those that a file of the page is called by."""
    parts = {part.lower() for text in texts for part in (text, *re.findall(rf"\w{{{LEAST_LETTERS},}}", text))}
    served = " ".join(path.name.lower() for path in files_of(ROOT / "ui" / "static"))
    return sorted(part.encode() for part in parts if part not in served)


def test_the_ten_tasks_leave_no_trace(browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watching = Watching(browser)
    with secluded(tmp_path, monkeypatch) as place:
        watched = watching.open(place.server.address, HERE, width=360)
        typed = words_of(does_all_tasks(watched))
        tells_where_she_is(watched)
        sent = b"\n".join(watched.sent)
        left = b"\n".join((*watched.asked, *watched.history, watched.stored))
        assert watching.end() == []
    here = traces(*HERE.values())
    assert found_in(sent, typed), "what is looked for can be found: it is what was sent to our own server"
    assert found_in(left, typed) == []
    assert found_in(b"\n".join((sent, left)), here) == []
    assert place.holding([*typed, *here]) == []
