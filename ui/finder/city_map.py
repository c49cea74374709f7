"""The city map: a folium base that never changes, so that the reader's view survives, and one small state.

The base loads districts, streets and places once from our own routes, and the outlines of polling districts and of
populated cells when they are first asked for; the state (a few kilobytes) is handed over in `feature_group_to_add`, and
the map script draws the difference. See docs/decisions.md for what was measured.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any, Final, Literal

import branca.element
import folium
from folium.map import Layer
from folium.template import Template

from geodata.i18n import Translator
from geodata.maps import MapState
from ui import loaders

# branca compiles the same fifteen templates on every run; kept compiled, they leave a tenth of the run to others.
branca.element.Template = lru_cache(maxsize=64)(branca.element.Template)  # type: ignore[assignment, attr-defined]

# Relative to the component's own page, so that it works behind a base path.
_UP: Final = "../.."
folium.Map.default_js = [
    ("leaflet", f"{_UP}/vendor/leaflet/leaflet.js"),
    ("finder_canvas", f"{_UP}/app/static/map/canvas.js"),
    ("finder_areas", f"{_UP}/app/static/map/areas.js"),
    ("finder_cells", f"{_UP}/app/static/map/cells.js"),
    ("finder_names", f"{_UP}/app/static/map/names.js"),
    ("finder_marks", f"{_UP}/app/static/map/marks.js"),
    ("finder_map", f"{_UP}/app/static/map/map.js"),
]
folium.Map.default_css = [
    ("leaflet_css", f"{_UP}/vendor/leaflet/leaflet.css"),
    ("finder_css", f"{_UP}/app/static/map/map.css"),
]

HEIGHT_PX: Final = 470
Start = Literal["places", "city"]
_KEY: Final = "city-map"


class Ground(Layer):
    """Constant layer: districts, basemap and attribution, loaded once a browser."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = finder.ground({{ this._parent.get_name() }}, {{ this.sources|tojson }});"
        "{% endmacro %}"
    )

    def __init__(self, sources: dict[str, Any]) -> None:
        super().__init__(name="ground")
        self._name = "Ground"
        self.sources = sources


class State(Layer):
    """What changes: which places are drawn and how, the class of every area, selection, language, words."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = new finder.State({{ this.state }});"
        "{{ this.get_name() }}.addTo({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self, state: dict[str, Any]) -> None:
        super().__init__(name="state")
        self._name = "State"
        # "</" would end the script element that folium writes around it
        self.state = json.dumps(state, ensure_ascii=True, separators=(",", ":")).replace("</", "<\\/")


@dataclass(frozen=True)
class Areas:
    """How the areas of one level are drawn.

    At level "cell" everything else is where nobody lives; cells of one kind are painted as one, and those of a gap get
    an ink border around each group of them. A key that is no cell's is a district's.

    Attributes:
        level: "district", "polling_district" or "cell" (the populated 100 m cells of `loaders.populated`).
        classes: one character an area, in the order of the level's outline file: a digit is a class, counted from 0,
            `-` dots (no data, unknown), `g` white (a gap), `w` hatched (a withheld value), `n` nobody lives here.
        palette: a colour a class.
        chosen, compared: keys of areas with a solid and with a dashed border.
        linked: whether areas highlight each other with the rows of tables beside the map (a cell with the row of its
            district). Cells are highlighted under the mouse in any case.
        withheld: keys of districts that are hatched as a whole under the cells.
    """

    level: str
    classes: str
    palette: tuple[str, ...]
    chosen: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    linked: bool = False
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True)
class MapWords:
    """Words on the map in the reader's language.

    Attributes:
        areas: what is said of every area beside its name (of a cell: its district's name), in the order of `Areas`.
        kinds: what is said of areas of one kind, by its character, where `areas` says nothing: a text for each of
            thousands of cells would make the state a hundred times as large.
    """

    language: str
    direction: str
    label: str
    zoom_in: str
    zoom_out: str
    several: str
    close: str
    loading: str
    missing: str
    retry: str
    areas: tuple[str, ...]
    kinds: Mapping[str, str] = field(default_factory=dict)


def words_of(
    t: Translator,
    *,
    label: str,
    loading: str,
    missing: str,
    areas: tuple[str, ...] = (),
    kinds: Mapping[str, str] | None = None,
) -> MapWords:
    """Words of a map; its label and its two sentences, while it loads and where it fails, are the page's."""
    return MapWords(
        language=t.language,
        direction=t.direction,
        label=label,
        zoom_in=t("Zoom in"),
        zoom_out=t("Zoom out"),
        several=t("Several places in this house"),
        close=t("Close"),
        loading=loading,
        missing=missing,
        retry=t("Try again"),
        areas=areas,
        kinds=kinds or {},
    )


def _bounds() -> tuple[float, float, float, float]:
    west, south, east, north = loaders.city_data().districts.total_bounds
    return float(south), float(west), float(north), float(east)


def _base_map(start: Start) -> folium.Map:
    south, west, north, east = loaders.start_view() if start == "places" else _bounds()
    city = folium.Map(
        ((south + north) / 2, (west + east) / 2),
        zoom_start=13,
        tiles=None,
        zoom_snap=0.5,
        fade_animation=False,
        max_bounds=False,
        zoom_control=True,
    )
    sources = {
        "districts": f"{_UP}/api/districts.json",
        "polling": f"{_UP}/api/polling.json",
        "cells": f"{_UP}/api/populated-cells.json",
        "basemap": f"{_UP}/api/basemap.json",
        "places": f"{_UP}/api/places.json",
        "start": [[south, west], [north, east]],
        "attribution": " · ".join(loaders.city_data().city.attribution),
    }
    Ground(sources).add_to(city)
    return city


NO_PLACES: Final = MapState(mask="", filled="", sections=(), numbers={})
"""For a map of areas alone."""


def state_of(
    marks: MapState, areas: Areas, *, words: MapWords, facility: str = "", near: tuple[float, float] | None = None
) -> dict[str, Any]:
    """Everything the map script needs to draw one run's answer; `near` is (lat, lon) of the place that was named."""
    return {
        **asdict(marks),
        "areas": vars(areas),
        "facility": facility,
        "near": near,
        "words": vars(words),  # not asdict, which would copy a text for every area
    }


def show(state: dict[str, Any], *, start: Start = "places") -> dict[str, Any] | None:
    """Draw; gives back the reader's click, `{"kind": "facility" | "area", "id": …, "seq": …}`, or None.

    The first view holds most of the places, or the whole city; a page keeps to one of them.
    """
    from streamlit_folium import st_folium  # noqa: PLC0415 it registers its component only inside a script run

    group = folium.FeatureGroup("state")
    State(state).add_to(group)
    answer = st_folium(
        _base_map(start), key=_KEY, width=None, height=HEIGHT_PX, returned_objects=[], feature_group_to_add=group
    )
    return answer if isinstance(answer, dict) and "kind" in answer else None
