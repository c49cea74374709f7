"""Which polling district a point belongs to: a row of squares, by head."""

import geopandas as gpd
import numpy as np
import shapely

from geodata.districts.nesting import holding, nearest_of_district

AREAS = gpd.GeoDataFrame(
    {"key": ["01-1", "01-2", "02-1"], "district_key": ["01", "01", "02"]},
    geometry=[shapely.box(0, 0, 10, 10), shapely.box(20, 0, 30, 10), shapely.box(30, 0, 40, 10)],
)


def points(*easting: float) -> np.ndarray:
    return np.array([shapely.Point(x, 5) for x in easting])


def test_who_lives_between_polling_districts_belongs_to_the_nearest_of_their_district() -> None:
    keys = nearest_of_district(points(5, 14, 16, 29, 31, 50), ["01"] * 5 + ["02"], polling_districts=AREAS)
    assert keys.tolist() == ["01-1", "01-1", "01-2", "01-2", "01-2", "02-1"]


def test_another_district_s_polling_district_is_none_even_where_it_holds_the_point() -> None:
    assert nearest_of_district(points(35, 35), ["01", "03"], polling_districts=AREAS).tolist() == ["01-2", ""]


def test_a_place_between_polling_districts_lies_in_none() -> None:
    keys = holding(points(5, 15, 25, 35, 35), ["01", "01", "01", "02", "01"], polling_districts=AREAS)
    assert keys.tolist() == ["01-1", "", "01-2", "02-1", ""]


def test_on_a_common_border_the_first_counts() -> None:
    same = AREAS.assign(district_key="01")
    assert holding(points(30), ["01"], polling_districts=same).tolist() == ["01-2"]


def test_without_a_second_level_or_a_point_there_is_no_polling_district() -> None:
    none = AREAS.iloc[:0]
    assert holding(points(5), ["01"], polling_districts=none).tolist() == [""]
    assert nearest_of_district(points(5), ["01"], polling_districts=none).tolist() == [""]
    nowhere = np.array([None, shapely.Point(np.nan, np.nan)])
    assert holding(nowhere, ["01", "01"], polling_districts=AREAS).tolist() == ["", ""]
