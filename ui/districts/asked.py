"""What the districts page is asked: figure, level, classes and the areas to compare. All of it stands in the URL."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from geodata.districts.shading.classification import DEFAULT_CLASSES, FEWEST_CLASSES, METHODS, MOST_CLASSES
from geodata.schema.cells import number

LEVELS: Final = ("district", "polling_district")
"""Levels of geography, coarse to fine; the first is the default."""

MOST_COMPARED: Final = 6
"""More lines than that cannot be told apart on one map."""


@dataclass(frozen=True)
class Asked:
    """The reader's question to the districts page.

    Attributes:
        indicator: code, "" = the city's default.
        date: reference date of the edition, "" = the preferred one.
        level: one of `LEVELS`.
        method: how classes are made; `breaks` are the upper limits for the method "own", in the indicator's unit.
        classes: how many are wished.
        compared: keys of areas; the first one is drawn solid, the others dashed.
        against: code of the indicator on the other axis of the scatter, "" = none chosen.
    """

    indicator: str = ""
    date: str = ""
    level: str = LEVELS[0]
    method: str = METHODS[0]
    classes: int = DEFAULT_CLASSES
    breaks: tuple[float, ...] = ()
    compared: tuple[str, ...] = ()
    against: str = ""

    @classmethod
    def from_params(cls, params: Mapping[str, Any]) -> "Asked":
        """Read URL parameters; what is malformed is ignored. Whether codes and keys exist is for `figures` to say."""
        said = {name: str(params.get(name, "")) for name in ("indicator", "date", "level", "method", "against")}
        classes, breaks = str(params.get("classes", "")), str(params.get("breaks", ""))
        wished = range(FEWEST_CLASSES, MOST_CLASSES + 1)
        return cls(
            indicator=said["indicator"],
            date=said["date"],
            level=said["level"] if said["level"] in LEVELS else LEVELS[0],
            method=said["method"] if said["method"] in METHODS else METHODS[0],
            classes=int(classes) if classes in map(str, wished) else DEFAULT_CLASSES,
            breaks=parse_breaks(breaks) or (),
            compared=_keys(str(params.get("compare", ""))),
            against=said["against"],
        )

    def to_params(self) -> dict[str, str]:
        """The same question as URL parameters; defaults are left out."""
        params = {
            "indicator": self.indicator,
            "date": self.date,
            "level": self.level if self.level != LEVELS[0] else "",
            "method": self.method if self.method != METHODS[0] else "",
            "classes": str(self.classes) if self.classes != DEFAULT_CLASSES else "",
            "breaks": ",".join(f"{limit:g}" for limit in self.breaks) if self.method == "own" else "",
            "compare": ",".join(self.compared),
            "against": self.against,
        }
        return {name: value for name, value in params.items() if value}


def parse_breaks(text: str) -> tuple[float, ...] | None:
    """Rising limits from "0.05,0.1,0.2"; None where one is no number or they do not rise."""
    limits = [number(part.strip()) for part in text.split(",") if part.strip()]
    known = [limit for limit in limits if limit is not None]
    if len(known) < len(limits) or len(known) >= MOST_CLASSES or sorted(set(known)) != known:
        return None
    return tuple(known)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in text.split(",") if key))[:MOST_COMPARED]
