"""House numbers: "12", "12 a", "1-4", "18/20"."""

import re
from dataclasses import dataclass

_PART = re.compile(r"(\d{1,4})([a-z]?)")


@dataclass(frozen=True, slots=True)
class HouseNumber:
    """A number or a range of numbers; `low == high` for a single one. `str()` is the canonical spelling."""

    low: int
    high: int
    letter: str = ""
    letter_high: str = ""

    def __str__(self) -> str:
        end = f"-{self.high}{self.letter_high}" if self.high != self.low or self.letter_high else ""
        return f"{self.low}{self.letter}{end}"

    @property
    def is_range(self) -> bool:
        """Whether it names more than one number."""
        return self.high != self.low

    def covers(self, number: int) -> bool:
        """Whether `number` is in the range: on the same side, or on either when its ends have different sides."""
        step = 2 if (self.high - self.low) % 2 == 0 else 1
        return self.low <= number <= self.high and (number - self.low) % step == 0


def from_text(text: str) -> HouseNumber | None:
    """The number in `text` ("12 A", "1 – 4", "9, 9a"), or None when there is none."""
    parts = [(int(number), letter) for number, letter in _PART.findall(re.sub(r"\s+", "", text.casefold()))]
    if not parts:
        return None
    (low, first), (high, last) = parts[0], parts[-1]
    if len(parts) == 1 or high < low or (high == low and last <= first):
        return HouseNumber(low, low, first)
    return HouseNumber(low, high, first, last)
