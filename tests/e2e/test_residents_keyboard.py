"""The same ten tasks without a pointer, reading from the left and from the right."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.resident_tasks import TASKS, Task
from tests.e2e.residents import Resident
from tests.e2e.test_residents import MOST_STEPS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
@pytest.mark.parametrize(("language", "locale"), [("de", "de-DE"), ("ar", "ar-EG")])
def test_by_keyboard_alone(visit: Visit, language: str, locale: str, task: Task) -> None:
    resident = Resident(visit(locale=locale), language, keys=True).arrive()
    task(resident)
    assert 0 < resident.steps <= MOST_STEPS
