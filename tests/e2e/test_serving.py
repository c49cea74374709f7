"""The same app by `streamlit run` behind a base path and by `uvicorn app:app`; and what must be served nowhere."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.oracle import FACILITIES, HIDDEN, LANGUAGES, expected, rows_of
from tests.e2e.running_app import RunningApp, free_port, running, streamlit_words, uvicorn_words

pytestmark = pytest.mark.browser

QUESTION = {"section": "language_education", "spoken": "ar"}


@pytest.mark.parametrize(
    ("words", "base"),
    [
        (lambda port: [*streamlit_words(port), "--server.baseUrlPath", "finder"], "/finder"),
        (uvicorn_words, ""),
    ],
    ids=["streamlit behind a base path", "uvicorn"],
)
def test_the_same_app_is_served(visit: Visit, tmp_path: Path, words: Callable[[int], list[str]], base: str) -> None:
    port = free_port()
    with running(words(port), port, log=tmp_path / "log.txt", base=base) as other:
        finder = visit(address=other.address).open(lang="ar", **QUESTION)
        answer = expected(**QUESTION)
        assert finder.drawn == sorted(answer.places)
        assert finder.count == len(answer.offers)
        assert finder.page.url.startswith(f"{other.address}/?")
        finder.open_about(lang="ru")
        assert finder.param("lang") == "ru"
        finder.page.locator(".f-header nav a").first.click()
        assert finder.wait_for_answer().count == len(expected().offers)
        finder.page.close()
        assert other.new_tracebacks() == ""


def test_a_hidden_place_has_no_point_and_no_address_anywhere(visit: Visit, app: RunningApp) -> None:
    assert HIDDEN, "the data have a place that must not be found"
    streets = {row["street_address"] for row in FACILITIES.values() if row["street_address"]}
    districts = {
        feature["properties"]["name"] for feature in json.loads(app.fetch("/api/districts.json")[1])["features"]
    }
    status, places = app.fetch("/api/places.json")
    assert status == 200
    for facility in HIDDEN:
        assert facility not in places
        assert FACILITIES[facility]["name"] not in places
        topics = next(row["topic"] for row in rows_of("services.csv") if row["facility_id"] == facility)
        for language in LANGUAGES:
            finder = visit(kept=True).open(lang=language, topic=topics, facility=facility)
            finder.turn_to(facility)
            assert facility not in finder.drawn
            source = finder.card(facility).first.evaluate("e => e.outerHTML")
            assert FACILITIES[facility]["name"] in source
            assert not re.search(r"\b37\d{3}\b|straße|Straße|\b51\.\d|\b9\.\d\d", source)
            assert not [word for word in streets | districts if word in source]
            assert facility not in finder.map.content()


@pytest.mark.parametrize("path", ["/api/nothing.json", "/api/", "/api/facilities.csv", "/_stcore/metrics"])
def test_nothing_else_is_served(app: RunningApp, path: str) -> None:
    assert app.fetch(path)[0] == 404
