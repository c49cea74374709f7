"""The same ten tasks on the same phone without a pointer, in each of the four languages."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.resident_tasks import TASKS, Task
from tests.e2e.residents import Resident
from tests.e2e.test_residents import MOST_STEPS

pytestmark = pytest.mark.browser

LOCALES = {"de": "de-DE", "en": "en-GB", "ru": "ru-RU", "ar": "ar-EG"}
"""A browser in the reader's language: it says which arrow leads on in a row of options."""


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
@pytest.mark.parametrize("language", LOCALES)
def test_by_keyboard_alone(visit: Visit, language: str, task: Task) -> None:
    resident = Resident(visit(360, locale=LOCALES[language], kept=True), language, keys=True).arrive()
    task(resident)
    assert 0 < resident.steps <= MOST_STEPS
