"""The city map: a folium base that never changes, so that the reader's view survives, and one small state.

The base loads districts, streets and places once from our own routes; the state (a few kilobytes) is handed over in
`feature_group_to_add`, and the map script draws the difference. See docs/decisions.md for what was measured.
"""

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Final

import branca.element
import folium
from folium.map import Layer
from folium.template import Template

from geodata.maps import MapState, Shading
from ui import loaders

# branca compiles the same fifteen templates on every run; kept compiled, they leave a tenth of the run to others.
branca.element.Template = lru_cache(maxsize=64)(branca.element.Template)  # type: ignore[assignment, attr-defined]

# Relative to the component's own page, so that it works behind a base path.
_UP: Final = "../.."
folium.Map.default_js = [
    ("leaflet", f"{_UP}/vendor/leaflet/leaflet.js"),
    ("finder_canvas", f"{_UP}/app/static/map/canvas.js"),
    ("finder_names", f"{_UP}/app/static/map/names.js"),
    ("finder_marks", f"{_UP}/app/static/map/marks.js"),
    ("finder_map", f"{_UP}/app/static/map/map.js"),
]
folium.Map.default_css = [
    ("leaflet_css", f"{_UP}/vendor/leaflet/leaflet.css"),
    ("finder_css", f"{_UP}/app/static/map/map.css"),
]

HEIGHT_PX: Final = 470
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
    """What changes: which places are drawn and how, the fill of every district, selection, language, words."""

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
class MapWords:
    """Words on the map in the reader's language; `districts` maps keys to the text of their tooltip."""

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
    districts: dict[str, str]


def _base_map() -> folium.Map:
    south, west, north, east = loaders.start_view()
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
        "basemap": f"{_UP}/api/basemap.json",
        "places": f"{_UP}/api/places.json",
        "start": [[south, west], [north, east]],
        "attribution": " · ".join(loaders.city_data().city.attribution),
    }
    Ground(sources).add_to(city)
    return city


def state_of(
    marks: MapState,
    shading: Shading,
    *,
    words: MapWords,
    facility: str,
    districts: tuple[str, ...],
    near: tuple[float, float] | None,
) -> dict[str, Any]:
    """Everything the map script needs to draw one run's answer; `near` is (lat, lon) of the place that was named."""
    return {
        **asdict(marks),
        "fills": shading.fills,
        "facility": facility,
        "chosen": list(districts),
        "near": near,
        "words": asdict(words),
    }


def show(state: dict[str, Any]) -> dict[str, Any] | None:
    """Draw; gives back the reader's click, `{"kind": "facility" | "district", "id": …, "seq": …}`, or None."""
    from streamlit_folium import st_folium  # noqa: PLC0415 it registers its component only inside a script run

    group = folium.FeatureGroup("state")
    State(state).add_to(group)
    answer = st_folium(
        _base_map(), key=_KEY, width=None, height=HEIGHT_PX, returned_objects=[], feature_group_to_add=group
    )
    return answer if isinstance(answer, dict) and "kind" in answer else None
