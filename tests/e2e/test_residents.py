"""Ten tasks of residents on a phone of 360 px, in each of the four languages, each in at most five steps."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.oracle import LANGUAGES
from tests.e2e.resident_tasks import OFFERS, TASKS, Task
from tests.e2e.residents import Resident

pytestmark = pytest.mark.browser

MOST_STEPS = 5


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone(visit: Visit, language: str, task: Task) -> None:
    resident = Resident(visit(360, kept=True), language).arrive()
    task(resident)
    assert 0 < resident.steps <= MOST_STEPS


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_place_is_kept_between_list_and_map(visit: Visit, language: str) -> None:
    resident = Resident(visit(360), language).arrive()
    resident.show("list")
    service = resident.finder.listed[2]
    facility = OFFERS[service]["facility_id"]
    resident.tap(f"{resident.card(service)} h3 a")
    resident.sees(lambda: resident.finder.param("facility"), facility)
    resident.show("map")
    resident.sees(lambda: resident.in_sight(".st-key-map-pane iframe"), wanted=True)
    assert facility in resident.finder.drawn
    resident.show("list")
    resident.sees(lambda: resident.in_sight(f"{resident.card(service)}.f-selected"), wanted=True)
