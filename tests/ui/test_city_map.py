"""The map of areas alone: its state, its base, and the second level of geography."""

import json
from pathlib import Path

import pytest
from starlette.routing import Route

from geodata.i18n import Translator
from ui import http, loaders
from ui.finder import city_map


def state_size(n: int) -> int:
    words = city_map.words_of(Translator("en"), label="Map", loading="…", missing="–", areas=())
    areas = city_map.Areas("polling_district", "0" * n, ("#f2f0f7",), linked=True)
    return len(json.dumps(city_map.state_of(city_map.NO_PLACES, areas, words=words)))


def test_an_area_costs_one_character_in_the_state() -> None:
    assert state_size(11_000) - state_size(10_000) == 1000
    assert state_size(0) < 1000


def test_the_whole_city_lies_in_the_first_view_of_its_own_map() -> None:
    south, west, north, east = city_map._bounds()
    labels = loaders.city_data().districts
    assert labels["label_latitude"].between(south, north).all()
    assert labels["label_longitude"].between(west, east).all()
    places_south, places_west, places_north, places_east = loaders.start_view()
    assert south < places_south < places_north < north
    assert west < places_west < places_east < east


def test_the_base_names_the_outlines_of_both_levels() -> None:
    served = {route.path for route in http.routes() if isinstance(route, Route)}
    written = city_map._base_map("city").get_root().render()
    for name in ("districts", "polling"):
        assert f"/api/{name}.json" in served
        assert f"../../api/{name}.json" in written


def test_a_city_without_polling_districts_has_an_empty_second_level(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(loaders, "data_directory", lambda: tmp_path)
    assert http._polling_outlines() == {"type": "FeatureCollection", "features": []}
    (tmp_path / "polling_districts.geojson").write_text('{"type": "FeatureCollection", "features": [1]}', "utf-8")
    assert http._polling_outlines()["features"] == [1]
