"""An answer with all that files and reports about it need: the table, the outlines, the names, the inputs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd

from geodata.coverage.analysis import Analysis
from geodata.coverage.disclosure import shown_rows, state_of
from geodata.coverage.gap_table import GapTable, Row, State
from geodata.schema import WHOLE_CITY, City
from geodata.taxonomy import Taxonomy


@dataclass(frozen=True, eq=False)
class Answer:
    """The answer to the question of an analysis.

    Attributes:
        table: with the scenario of the analysis, if it has one.
        before: without it; the same object where there is none.
        outlines: the level's areas: key, name, label_latitude, label_longitude, geometry (WGS 84).
        borders: as `outlines`: the districts around polling districts, or None.
    """

    analysis: Analysis
    table: GapTable
    before: GapTable
    city: City
    taxonomy: Taxonomy
    outlines: gpd.GeoDataFrame
    borders: gpd.GeoDataFrame | None = None

    @cached_property
    def rows(self) -> tuple[tuple[str, Row | None], ...]:
        """Key and row of every area, the city's at the end; None where it is withheld."""
        keys = (row.area_key for row in self.table.rows)
        return tuple(zip(keys, shown_rows(self.table, self.city), strict=True))

    @cached_property
    def states(self) -> Mapping[str, State]:
        """State of every area and of the city, as it is shown."""
        wished = self.analysis.question.wished_share
        return {row.area_key: state_of(row, wished, city=self.city) for row in self.table.rows}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Names of the areas as on street signs, and the city's own."""
        return dict(zip(self.outlines["key"], self.outlines["name"], strict=True)) | {WHOLE_CITY: self.city.name}

    def topic_name(self, language: str) -> str:
        """Name of the topic asked for, or of the section where no topic was; "" = any."""
        question = self.analysis.question
        return self.taxonomy.names(language).get(question.topic or question.section, "")
