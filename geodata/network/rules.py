"""Which ways of OpenStreetMap may be walked: one table, read from top to bottom; the first rule that fits decides.

Stairs count like any other way. Ferries do not: they have a timetable. Ways that are closed to the public are left
out even where neighbours use them. One-way streets bind vehicles only.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Rule(NamedTuple):
    """A way whose tag `key` has one of `values` is walkable or not; `why` is for the reader of the table."""

    key: str
    values: frozenset[str]
    walkable: bool
    why: str


def _rule(key: str, values: str, *, walkable: bool, why: str) -> Rule:
    return Rule(key, frozenset(values.split()), walkable, why)


RULES: Final = (
    _rule("route", "ferry", walkable=False, why="sails by timetable"),
    _rule("highway", "construction proposed razed abandoned disused", walkable=False, why="not there yet, or no more"),
    _rule("highway", "raceway bus_guideway busway escape via_ferrata", walkable=False, why="not for walking"),
    _rule("foot", "no private use_sidepath", walkable=False, why="closed, or another way is to be used"),
    _rule("foot", "yes designated permissive destination customers official", walkable=True, why="open on foot"),
    _rule("access", "no private military", walkable=False, why="closed to all, and foot is not excepted"),
    _rule("motorroad", "yes", walkable=False, why="as a motorway"),
    _rule("service", "drive-through emergency_access", walkable=False, why="no way for the public"),
    _rule("sidewalk", "both left right yes", walkable=True, why="even a trunk road has a sidewalk then"),
    _rule("highway", "motorway motorway_link trunk trunk_link", walkable=False, why="no sidewalk is mapped"),
    _rule("highway", "bridleway", walkable=False, why="for riders, unless foot is allowed"),
    _rule("highway", "footway path pedestrian steps corridor living_street platform", walkable=True, why="for feet"),
    _rule("highway", "residential unclassified road service track cycleway", walkable=True, why="quiet enough"),
    _rule("highway", "primary primary_link secondary secondary_link tertiary tertiary_link", walkable=True,
          why="walked along where no better way is mapped"),
)  # fmt: skip
"""What no rule names (a highway value yet unknown) is not walkable."""

_BARRIER_RULES: Final = tuple(rule for rule in RULES if rule.key in {"foot", "access"})


def is_walkable(tags: Mapping[str, str]) -> bool:
    """Whether a way with these tags is part of the walking network; a way without `highway` never is."""
    return "highway" in tags and _verdict(tags, RULES, otherwise=False)


def is_open(tags: Mapping[str, str]) -> bool:
    """Whether a node lets people through: a gate that is closed to the public does not."""
    return "barrier" not in tags or _verdict(tags, _BARRIER_RULES, otherwise=True)


def _verdict(tags: Mapping[str, str], rules: tuple[Rule, ...], *, otherwise: bool) -> bool:
    return next((rule.walkable for rule in rules if tags.get(rule.key) in rule.values), otherwise)
