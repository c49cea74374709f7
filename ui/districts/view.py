"""One call for the districts page: what was asked, filled up with what there is."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import geopandas as gpd
import pandas as pd

from geodata.districts.editions import Edition
from geodata.districts.shading.classification import METHODS
from geodata.districts.shading.shade import Shading
from geodata.schema import WHOLE_CITY
from geodata.schema.codes import DERIVED_GROUPS
from ui import loaders
from ui.districts import own_figures
from ui.districts.asked import LEVELS, Asked


@dataclass(frozen=True)
class View:
    """The figure that is shown, at one level, in classes.

    Attributes:
        asked: the reader's question; its indicator, level and method may not exist, then the defaults are shown.
        indicators: codes of every figure that has rows, in the order of definitions.toml.
        editions: of the figure shown, the preferred one first.
        edition: the one shown.
        level: the level shown.
        shading: its classes on that level.
        compared: the areas that were asked for and exist on that level.
        name: tells this shading from all others, for caches.
    """

    asked: Asked
    indicators: tuple[str, ...]
    editions: tuple[Edition, ...]
    edition: Edition
    level: str
    shading: Shading
    compared: tuple[str, ...]
    name: tuple[Any, ...]

    @property
    def levels(self) -> tuple[str, ...]:
        """Levels on which the city has outlines."""
        return tuple(level for level in LEVELS if len(loaders.areas(level)))

    @property
    def counts(self) -> dict[str, int]:
        """Number of areas of every level."""
        return {level: len(loaders.areas(level)) for level in LEVELS}

    @property
    def areas(self) -> gpd.GeoDataFrame:
        """Outlines of the level shown: key, name, label point, geometry in WGS 84."""
        return loaders.areas(self.level)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of the level's areas by key, as on street signs."""
        return loaders.area_names(self.level)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Rows of the edition for the level's areas and the whole city."""
        rows = self.edition.rows
        return rows[rows["district_key"].isin({*self.names, WHOLE_CITY})]

    def named(self, part: str, language: str) -> tuple[Hashable, ...]:
        """Tells a part of the page from all others, for caches: same name, same words."""
        return part, language, self.compared, *self.name

    @property
    def residents_year(self) -> str:
        """Year of the residents that stand beside the figure: of the census, where offers are set against them."""
        texts = loaders.city_data().definitions["indicator"]
        counted = texts[self.edition.indicator].get("group") in DERIVED_GROUPS
        date = loaders.residents_date() if counted else self.edition.reference_date
        return date[:4]

    @property
    def unit(self) -> str:
        """Unit of the figure shown."""
        return str(self.edition.rows["unit"].iloc[0])


def view(asked: Asked) -> View:
    """What to show for a question."""
    figures = own_figures.table()
    known = figures.codes
    indicator = asked.indicator if asked.indicator in known else figures.default
    editions = figures.editions(indicator)
    edition = next((each for each in editions if each.reference_date == asked.date), editions[0])
    level = asked.level if len(loaders.areas(asked.level)) else LEVELS[0]
    classes = _classes(asked)
    shading = loaders.shading_of(edition, figures.token, level=level, classes=classes)
    keys = loaders.area_names(level)
    return View(
        asked=asked,
        indicators=known,
        editions=editions,
        edition=edition,
        level=level,
        shading=shading,
        compared=tuple(key for key in asked.compared if key in keys),
        name=(figures.token, indicator, edition.reference_date, level, *classes),
    )


def _classes(asked: Asked) -> tuple[str, int, tuple[float, ...]]:
    """Method, number and own limits; without limits of one's own the default method."""
    if asked.method == "own" and not asked.breaks:
        return METHODS[0], asked.classes, ()
    return asked.method, asked.classes, asked.breaks
