"""Pairs of figures that hang together because they are made from the same counts, whatever the areas are like.

Two figures share a count where some of the same people or places stand in both, above the line, or where one is
divided by what the other counts. A correlation between them is built in and explains nothing.
"""

from typing import Final

_BORN_ABROAD: Final = frozenset({"born_eu27", "born_other_europe", "born_rest_of_world", "born_other_unknown"})
_MIGRATION: Final = _BORN_ABROAD | {"foreign_born_here"}

_PLACES: Final = "places"
"""Places of all sections; those of one section are this word and its code."""

_COUNTS: Final = {
    "migration_background_share": _MIGRATION,
    "migration_background_extended_share": _MIGRATION,
    "migration_background_census_share": _MIGRATION,
    "born_abroad_share": _BORN_ABROAD,
    "foreign_nationals_share": _MIGRATION,  # many of them were born abroad, in any of its regions
    **{f"{region}_share": frozenset({region}) for region in _BORN_ABROAD},
    "children_under_10_share": frozenset({"children"}),
    "residents_80_plus_share": frozenset({"residents_80_plus"}),
    "population": frozenset({"residents"}),
    "population_density": frozenset({"residents"}),
    "register_population": frozenset({"residents"}),
    "offers_per_1000": frozenset({"residents", _PLACES}),
}
"""Indicator → the groups of people or places that it counts; groups do not overlap, but for the places."""

_OF_A_SECTION: Final = (("places_", ""), ("offers_", ""), ("within_15_min_", "_share"))
"""Beginning and end of indicators that exist once for each section and rest on its places."""


def counts_of(indicator: str) -> frozenset[str]:
    """The groups that an indicator counts; an indicator that is not known here counts something of its own."""
    if indicator in _COUNTS:
        return _COUNTS[indicator]
    for start, end in _OF_A_SECTION:
        if indicator.startswith(start) and indicator.endswith(end):
            return frozenset({f"{_PLACES} {indicator.removeprefix(start).removesuffix(end)}"})
    return frozenset({indicator})


def is_built_in(x: str, y: str) -> bool:
    """Whether two different indicators are made from some of the same counts."""
    return x != y and any(_same(one, other) for one in counts_of(x) for other in counts_of(y))


def _same(one: str, other: str) -> bool:
    """Whether two groups are one, or one of them is the places of all sections and the other those of one."""
    return one == other or (_PLACES in (one, other) and one.startswith(_PLACES) and other.startswith(_PLACES))
