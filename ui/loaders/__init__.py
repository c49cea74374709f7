"""The only caches of the app: data and catalogues are read once a process, derived tables once a language."""

from contextlib import suppress

from geodata.errors import MissingFileError
from ui.loaders.city import (
    city_data,
    data_directory,
    facility_names,
    hours_place,
    leaflet_ground,
    name_ranks,
    names,
    neighbours,
    offer_index,
    places,
    records,
    start_view,
    taxonomy,
    translator,
)
from ui.loaders.coverage import catchments, coverage_offers, facility_areas, gap_table, table_hashes
from ui.loaders.figures import (
    area_names,
    areas,
    figures,
    indicators,
    kept,
    legend,
    offered,
    residents,
    residents_date,
    shading,
    shading_of,
    shading_text,
)
from ui.loaders.near import cell_centre, cell_centres, cells, known_cell, nearness, place_index, walking
from ui.loaders.populated import populated
from ui.loaders.search import search_index

__all__ = [
    "area_names", "areas", "catchments", "cell_centre", "cell_centres", "cells", "city_data", "coverage_offers",
    "data_directory", "facility_areas", "facility_names", "figures", "gap_table", "hours_place",
    "indicators", "kept", "known_cell", "leaflet_ground", "legend", "name_ranks", "names", "nearness", "neighbours",
    "offer_index", "offered", "place_index", "places", "populated", "records", "residents",
    "residents_date", "search_index", "shading", "shading_of", "shading_text", "start_view", "table_hashes",
    "taxonomy", "translator", "walking", "warm",
]  # fmt: skip


def warm() -> None:
    """Fill the caches before the first visitor comes."""
    for language in city_data().city.languages:
        name_ranks(language)
        for indicator in offered(figures()):
            legend(indicator, language, of=figures())
    records()
    place_index()
    cells()
    places()
    with suppress(MissingFileError):  # a city without a pack has no small maps
        leaflet_ground()
    search_index()
