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
UNITS: Final = frozenset({"share", "people", "people_per_km2", "places", "offers", "offers_per_1000"})
RATES: Final = frozenset({"share", "people_per_km2", "offers_per_1000"})
"""Units of what is divided: there is something below the line."""
GROUPS: Final = frozenset({"migration", "age", "population", "offers", "reach"})
"""Groups of indicators, as a page lists them."""
DERIVED_GROUPS: Final = frozenset({"offers", "reach"})
"""Groups whose values follow from other tables, and never stand in `indicators.csv`."""
FIGURE_STATUSES: Final = frozenset({"official", "aggregated", "estimated"})

TARGET_GROUPS: Final = frozenset({
    "everyone", "newcomers", "refugees", "eu_citizens", "families", "children", "youth", "women", "lgbtq", "students",
    "researchers", "skilled_workers", "jobseekers", "employees", "entrepreneurs", "seniors", "people_with_disabilities",
    "people_in_need", "volunteers",
})  # fmt: skip
