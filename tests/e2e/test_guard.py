"""The guard itself: a page that asks foreign hosts is caught, whichever way it asks, and gets no answer."""

import pytest
from playwright.sync_api import Browser

from tests.e2e.guard import Guard
from tests.e2e.running_app import RunningApp

pytestmark = pytest.mark.browser

ASKING = """() => Promise.allSettled([
  fetch("http://fetched.invalid/a"),
  new Promise(done => { const image = new Image(); image.onerror = done; image.src = "http://drawn.invalid/b.png"; }),
  Promise.resolve(navigator.sendBeacon("http://told.invalid/c", "x")),
  new Promise(done => { new WebSocket("ws://talked.invalid/d").onerror = done; }),
]).then(() => console.error("broken"))"""


def test_every_way_of_asking_a_foreign_host_is_seen(browser: Browser, app: RunningApp) -> None:
    context = browser.new_context()
    guard = Guard(context, app.address)
    page = context.new_page()
    page.goto("about:blank")
    page.evaluate(ASKING)
    faults = " ".join(guard.take())
    context.close()
    for host in ("fetched", "drawn", "told", "talked"):
        assert f"{host}.invalid" in faults
    assert "console error: broken" in faults


def test_nothing_foreign_is_answered(browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto("about:blank")
    # An address by number needs no name server: only the dead end holds it back.
    answer = page.evaluate("fetch('http://192.0.2.1/', {mode: 'no-cors'}).then(() => 'answered', () => 'refused')")
    context.close()
    assert answer == "refused"
