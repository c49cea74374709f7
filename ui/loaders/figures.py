"""Figures per area, their shading and legends.

The office's own table is known by a `token` that its session holds: caches are shared by all sessions, a token is not.
"""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

import geopandas as gpd
import pandas as pd
import streamlit as st

from geodata.adapters.derived_rows import read_indicators
from geodata.districts.editions import Edition
from geodata.districts.figures import Figures
from geodata.districts.shading.classification import DEFAULT_CLASSES, METHODS
from geodata.districts.shading.palette import FULL, PALE
from geodata.districts.shading.shade import Shading, shade
from ui.finder.legend_text import LegendText, write_legend
from ui.finder.shading_text import ShadingText
from ui.loaders.city import city_data, data_directory, translator
from ui.loaders.near import walking

Made = TypeVar("Made")

_SESSIONS: Final = 32
"""Own tables that are kept at the same time; a session whose table was dropped reads it again."""


@st.cache_resource(show_spinner=False)
def indicators() -> pd.DataFrame:
    """All rows of `indicators.csv` and those worked out from the other tables."""
    return read_indicators(data_directory(), city_data(), minutes=walking())


@st.cache_resource(show_spinner=False, max_entries=_SESSIONS)
def figures(token: str = "", _own: pd.DataFrame | None = None) -> Figures:
    """Every figure; with the rows of an own table where there is one."""
    data = city_data()
    rows = indicators() if _own is None else pd.concat([_own, indicators()], ignore_index=True)
    return Figures(rows, data.definitions, data.city.default_indicator, token)


@st.cache_resource(show_spinner=False)
def areas(level: str) -> gpd.GeoDataFrame:
    """Outlines of a level in the order in which the map knows them: key, name, label point, WGS 84."""
    return city_data().districts if level == "district" else city_data().polling_districts


@st.cache_resource(show_spinner=False)
def area_names(level: str) -> dict[str, str]:
    """Names of a level's areas by key, as on street signs, in the order of the map."""
    table = areas(level)
    return dict(zip(table["key"], table["name"], strict=True))


@st.cache_resource(show_spinner=False)
def residents() -> dict[str, float]:
    """Residents of every area and of the city, for figures whose rows do not say."""
    if "population" not in figures().codes:
        return {}
    rows = figures().editions("population")[0].rows
    return dict(zip(rows["district_key"], rows["value"], strict=True))


def residents_date() -> str:
    """The day of which `residents` are; "" where there are none."""
    return figures().editions("population")[0].reference_date if residents() else ""


def shading_of(
    edition: Edition, token: str, *, level: str, classes: tuple[Any, ...], colours: tuple[str, ...] = FULL
) -> Shading:
    """Shading of an edition of the figures named `token` at a level; `classes` are method, number and own limits."""
    name = (token, edition.indicator, edition.reference_date, edition.status)
    return _shading(edition, name, level=level, classes=classes, colours=colours)


@st.cache_resource(show_spinner=False, max_entries=512)
def _shading(
    _edition: Edition, name: tuple[str, ...], *, level: str, classes: tuple[Any, ...], colours: tuple[str, ...]
) -> Shading:
    keys = tuple(areas(level)["key"])
    method, k, own = classes
    return shade(_edition.at(keys), keys=keys, method=method, k=k, own=own, colours=colours)


def shading_text(
    shading: Shading, edition: Edition, *, name: tuple[Any, ...], level: str, language: str
) -> ShadingText:
    """What a legend says of an edition as it is shaded, in one language; `name` tells both from all others."""
    return _shading_text(name, _shading=shading, _edition=edition, level=level, language=language)


@st.cache_resource(show_spinner=False, max_entries=512)
def _shading_text(
    name: tuple[Any, ...], *, _shading: Shading, _edition: Edition, level: str, language: str
) -> ShadingText:
    return ShadingText(_shading, _edition, data=city_data(), names=area_names(level), t=translator(language))


def kept(name: tuple[Hashable, ...], make: Callable[[], Made]) -> Made:
    """What `make` gives, made once for each `name`: words of a view that many runs show unchanged."""
    made: Made = _kept(name, make)
    return made


@st.cache_resource(show_spinner=False, max_entries=1024)
def _kept(name: tuple[Hashable, ...], _make: Callable[[], Any]) -> Any:
    return _make()


def shading(indicator: str, of: Figures) -> Shading:
    """The finder's pale shading of one figure."""
    edition = of.editions(indicator)[0]
    classes = (METHODS[0], DEFAULT_CLASSES, ())
    return shading_of(edition, of.token, level="district", classes=classes, colours=PALE)


def legend(indicator: str, language: str, *, of: Figures) -> LegendText:
    """The finder's legend of one figure in one language."""
    return _legend(indicator, language, token=of.token, _of=of)


@st.cache_resource(show_spinner=False, max_entries=512)
def _legend(indicator: str, language: str, *, token: str, _of: Figures) -> LegendText:
    edition, names, t = _of.editions(indicator)[0], area_names("district"), translator(language)
    text = ShadingText(shading(indicator, _of), edition, data=city_data(), names=names, t=t)
    return write_legend(text, names, suppress_below=city_data().city.suppress_below, t=t)


def offered(of: Figures) -> tuple[str, ...]:
    """Figures that the finder offers: the city's choice, and in front whatever is shaded first."""
    return tuple(dict.fromkeys((of.default, *city_data().city.indicators)))
