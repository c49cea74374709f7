"""Where somebody is and what somebody types is nobody else's: what leaves the browser, what the server keeps."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.near_field import pack
from tests.e2e.running_app import RunningApp
from tests.e2e.traces import HERE, Watched, Watching, found_in, secluded, traces

pytestmark = pytest.mark.browser

BERLIN = {"latitude": 52.5163, "longitude": 13.3777}
REFUSED = "Der Browser nennt Ihren Standort nicht. Bitte tippen Sie einen Ort ein."
OUTSIDE = "Ihr Standort liegt außerhalb der Stadt."
NONSENSE = "Quitschfidelxyz Straße 77"
TRACE = b"quitschfidel"


@pytest.fixture
def watch(browser: Browser, app: RunningApp) -> Iterator[Callable[..., Watched]]:
    """Opens a page whose browser knows where it is: `watch(HERE)`, or does not tell: `watch()`."""
    watching = Watching(browser)

    def open_page(place: dict[str, float] | None = None, *, address: str = app.address) -> Watched:
        return watching.open(address, place)

    yield open_page
    assert watching.end() == []
    assert app.new_tracebacks() == ""


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


def test_what_is_typed_is_kept_nowhere(
    watch: Callable[..., Watched], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with secluded(tmp_path, monkeypatch) as place:
        watched = watch(address=place.server.address)
        finder, near = watched.finder.open(lang="de"), watched.near.open()
        near.field.press_sequentially(NONSENSE)
        asked = NONSENSE.lower().encode()
        assert finder.until(lambda: any(asked in frame.lower() for frame in watched.sent), wanted=True)
        finder.rest()
        assert near.suggestions == []
        near.field.press("Enter")
        near.field.fill("neustadt 18")
        near.choose("Neustadt 18")
        finder.load(finder.page.url)
        left = b"\n".join((*watched.asked, *watched.history, watched.stored))
        finder.page.close()
    assert found_in(left, [TRACE]) == []
    assert place.holding([TRACE]) == []
