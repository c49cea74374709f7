"""The field "near a place" as a visitor uses it, and the minutes it must lead to."""

from functools import cache
from math import isnan
from typing import TYPE_CHECKING

from geodata.adapters.minutes_file import read_minutes
from geodata.network.minutes import TravelMinutes
from geodata.network.table import WALKING
from tests.e2e.finder import Finder
from tests.e2e.oracle import FACILITIES, ROOT, SERVICES

if TYPE_CHECKING:
    from playwright.sync_api import Locator

BUTTON = ".st-key-near-popover button"


@cache
def pack() -> TravelMinutes:
    return read_minutes(ROOT / "data" / "pack", WALKING)


@cache
def minutes_from(code: str) -> dict[str, float]:
    """Minutes on foot from a cell to every facility; infinite where no way is known."""
    cell = pack().cell_of(code)
    assert cell is not None
    found = {facility: pack().to_facility(cell, facility) for facility in FACILITIES}
    return {facility: float("inf") if isnan(minutes) else minutes for facility, minutes in found.items()}


def offers_within(code: str, limit: int) -> int:
    """How many offers lie as near, counted one by one."""
    return sum(minutes_from(code)[offer["facility_id"]] <= limit for offer in SERVICES)


class NearField:
    """The popover of a finder, with its field and its suggestions."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder
        self.button: Locator = finder.page.locator(BUTTON).first
        self.field: Locator = finder.page.locator("#near-field")
        self.list: Locator = finder.page.locator("#near-options")
        self.options: Locator = self.list.get_by_role("option")
        self.said: Locator = finder.page.locator(".f-near [role=status]")
        self.position: Locator = finder.page.locator(".f-near button")

    def open(self) -> "NearField":
        if not self.field.is_visible():
            self.button.click()
            self.field.wait_for()
        return self

    def type(self, text: str) -> "NearField":
        """Type by the keyboard's keys and wait for suggestions."""
        self.field.press_sequentially(text)
        self.options.first.wait_for()
        return self

    @property
    def suggestions(self) -> list[str]:
        return self.options.locator("bdi").all_inner_texts()

    def wait_for(self, first: str) -> "NearField":
        """Wait until a suggestion stands first: those for what was typed before may still be there."""
        assert self.finder.until(lambda: self.suggestions[:1], [first]) == [first]
        return self

    def attribute(self, name: str) -> str | None:
        return self.field.get_attribute(name)

    def choose(self, first: str) -> str:
        """Take the first suggestion by keyboard; gives back the cell in the address."""
        self.wait_for(first)
        self.field.press("ArrowDown")
        self.field.press("Enter")
        assert self.finder.until(lambda: self.finder.param("near") != "", wanted=True)
        self.finder.rest()
        return self.finder.param("near")
