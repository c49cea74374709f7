"""The closed lists of codes that cells may hold."""

from typing import Final

YES_NO: Final = frozenset({"yes", "no"})
WHEELCHAIR: Final = frozenset({"yes", "limited", "no"})
COSTS: Final = frozenset({"free", "paid", "varies"})
CONFIDENCES: Final = frozenset({"high", "medium", "low"})
STATUSES: Final = frozenset({"active", "unverified", "inactive", "defunct"})
TRANSLATION_STATUSES: Final = frozenset({"reviewed", "machine"})
VISIBILITIES: Final = frozenset({"public", "approximate", "hidden"})
GEOCODE_METHODS: Final = frozenset({"osm_place", "osm_address", "gazetteer", "nominatim", "hand", "street", "none"})
GEOCODE_QUALITIES: Final = frozenset({"house", "interpolated", "street", "place", "quarter", "none"})
UNITS: Final = frozenset({"share", "people"})
FIGURE_STATUSES: Final = frozenset({"official", "aggregated", "estimated"})

TARGET_GROUPS: Final = frozenset({
    "everyone", "newcomers", "refugees", "eu_citizens", "families", "children", "youth", "women", "lgbtq", "students",
    "researchers", "skilled_workers", "jobseekers", "employees", "entrepreneurs", "seniors", "people_with_disabilities",
    "people_in_need", "volunteers",
})  # fmt: skip
