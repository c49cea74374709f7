"""Hours of made-up offers, as their rules say in words: what `geodata.hours` must answer, without a parser."""

from typing import Final

from geodata.hours import Opening
from tests.coverage.generated import HOURS

_DAY: Final = (0, 24 * 60)
_OPEN: Final[dict[str, dict[int, tuple[int, int]]]] = {
    "24/7": dict.fromkeys(range(7), _DAY),
    "Mo-Fr 09:00-12:00": dict.fromkeys(range(5), (9 * 60, 12 * 60)),
    "Th 16:00-19:00": {3: (16 * 60, 19 * 60)},
    "Mo-We 08:00-20:00; Th off": dict.fromkeys(range(3), (8 * 60, 20 * 60)),
    "Sa,Su 10:00-18:00": dict.fromkeys((5, 6), (10 * 60, 18 * 60)),
}
assert set(_OPEN) == set(HOURS) - {""}


def is_open(rule: str, when: Opening) -> bool | None:
    """Whether half an hour of the opening hours lies in the span asked for; not known where nothing is stated."""
    if not rule:
        return None
    begin, end = _OPEN[rule].get(when.weekday, (0, 0))
    return min(end, when.until_min) - max(begin, when.from_min) >= 30
