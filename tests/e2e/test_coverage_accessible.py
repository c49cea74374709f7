"""axe finds nothing on the coverage page, in any state, language and width."""

import pytest

from tests.e2e.conftest import Visit
from tests.e2e.coverage import Coverage
from tests.e2e.oracle import LANGUAGES
from tests.e2e.test_accessible import new_part, violations
from tests.e2e.test_districts_accessible import TOO_SMALL, TOO_WIDE

pytestmark = pytest.mark.browser
POPOVERS = ("speaks-popover", "within-popover", "more-popover", "what-if", "coverage-report")
PANELS = ("more-figures", "overview", "left-behind", "stability", "best-place")


def coverage(visit: Visit, width: int = 1280) -> Coverage:
    page = visit(width, kept=True)
    return Coverage(page.page, page.address)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_found(visit: Visit, language: str, width: int) -> None:
    page = coverage(visit, width).open(lang=language, area="09")
    found = violations(page, "a district chosen")
    for key in POPOVERS:
        page.popover(key)
        found += violations(page, f"{key} open", part=new_part(language))
        page.close()
    for key in PANELS:
        page.expand(key)
    found += violations(page, "all panels open")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["de", "ar"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_scrolls_sideways(visit: Visit, language: str, width: int) -> None:
    page = coverage(visit, width).open(lang=language, area="09")
    for key in ("more-figures", "left-behind"):
        page.expand(key)
    wide = page.page.evaluate(TOO_WIDE)
    assert wide == []


@pytest.mark.parametrize("language", ["de", "ar"])
def test_targets_on_a_phone_are_large_enough(visit: Visit, language: str) -> None:
    page = coverage(visit, 360).open(lang=language, area="09")
    small = page.page.evaluate(TOO_SMALL)
    assert small == []
