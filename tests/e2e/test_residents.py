"""Ten tasks of residents on a phone of 360 px, in each of the four languages, each in at most five steps."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.oracle import LANGUAGES
from tests.e2e.resident_tasks import TASKS, Task
from tests.e2e.residents import Resident

pytestmark = pytest.mark.browser

MOST_STEPS = 5


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone(visit: Visit, language: str, task: Task) -> None:
    resident = Resident(visit(360), language).arrive()
    task(resident)
    assert 0 < resident.steps <= MOST_STEPS
