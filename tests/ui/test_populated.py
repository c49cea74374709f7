"""The populated cells that the map is sent: those of the pack, in its order; none where there is no pack."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.routing import Route

from geodata.adapters.cells_file import CELL_COLUMNS
from geodata.i18n import Translator
from ui import http
from ui.finder import city_map
from ui.loaders.populated import populated

ROUTE = "/api/populated-cells.json"


def sent() -> list[dict[str, Any]]:
    """Features of the answer to a new process's first visitor."""
    (route,) = [route for route in http.routes() if isinstance(route, Route) and route.path == ROUTE]
    body: dict[str, Any] = json.loads(route.endpoint(Request({"type": "http", "headers": []})).body)
    assert body["type"] == "FeatureCollection"
    return list(body["features"])


def test_cells_are_sent_in_the_order_of_the_pack() -> None:
    assert len(populated()) > 2000
    assert [feature["properties"]["key"] for feature in sent()] == populated()["cell"].tolist()


def test_the_base_names_the_route_of_the_cells() -> None:
    assert f"../..{ROUTE}" in city_map._base_map("city").get_root().render()


def test_without_a_pack_there_are_no_cells(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.import_module("ui.loaders.populated"), "data_directory", lambda: tmp_path)
    populated.clear()
    try:
        assert list(populated().columns) == list(CELL_COLUMNS)
        assert sent() == []
    finally:
        populated.clear()


def test_a_city_of_cells_fits_into_a_small_state_with_a_text_for_each_kind() -> None:
    kinds = {"0": "erreicht ein Angebot", "-": "unbekannt", "g": "erreicht keines", "w": "nicht gezeigt"}
    words = city_map.words_of(Translator("de"), label="Karte", loading="…", missing="–", kinds=kinds)
    areas = city_map.Areas("cell", "-" * len(populated()), ("#7FA3B5",), withheld=("17",))
    state = city_map.state_of(city_map.NO_PLACES, areas, words=words)
    assert (state["areas"]["withheld"], state["words"]["kinds"]) == (("17",), kinds)
    assert len(json.dumps(state)) < len(populated()) + 1000
