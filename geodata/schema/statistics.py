"""Columns of `taxonomy.csv`, `indicators.csv` and `figures.csv`."""

from typing import Final

from geodata.schema import cells, codes
from geodata.schema.columns import Column, Kind, Reference, Table
from geodata.schema.statistics_rules import FIGURE_RULES, INDICATOR_RULES

WHOLE_CITY: Final = "00"
"""District key of the city as a whole in `indicators.csv`."""

_AREAS: Final = Reference("districts.geojson", "key", frozenset({WHOLE_CITY}), "polling_districts.geojson")
"""The city, a district or a polling district."""

_DEFINITION: Final = Reference("definitions.toml", "definition")
_SOURCE: Final = Reference("definitions.toml", "data_source")

TAXONOMY: Final = Table(
    file="taxonomy.csv",
    key=("code",),
    columns=(
        Column("code", required=True, check=cells.code),
        Column("parent_code", reference=Reference("taxonomy.csv", "code")),
        Column("name_de", required=True),
        Column("name_en", required=True),
        Column("name_ru", required=True),
        Column("name_ar", required=True),
        Column("translation_status", required=True, check=cells.one_of(codes.TRANSLATION_STATUSES)),
        Column("order", Kind.NUMBER, required=True, check=cells.count),
    ),
)

INDICATORS: Final = Table(
    file="indicators.csv",
    key=("district_key", "indicator", "reference_date"),
    rules=INDICATOR_RULES,
    columns=(
        Column("district_key", required=True, reference=_AREAS),
        Column("indicator", required=True, reference=Reference("definitions.toml", "indicator")),
        Column("reference_date", required=True, check=cells.day),
        Column("value", Kind.NUMBER, check=cells.not_negative),
        Column("unit", required=True, check=cells.one_of(codes.UNITS)),
        Column("numerator", Kind.NUMBER, check=cells.count),
        Column("denominator", Kind.NUMBER, check=cells.not_negative),
        Column("lower", Kind.NUMBER, check=cells.not_negative),
        Column("upper", Kind.NUMBER, check=cells.not_negative),
        Column("suppressed", check=cells.one_of(frozenset({"yes"}))),
        Column("status", required=True, check=cells.one_of(codes.FIGURE_STATUSES)),
        Column("definition", required=True, reference=_DEFINITION),
        Column("source", Kind.LIST, required=True, reference=_SOURCE),
    ),
)

FIGURES: Final = Table(
    file="figures.csv",
    key=("code", "reference_date"),
    rules=FIGURE_RULES,
    columns=(
        Column("code", required=True, reference=Reference("definitions.toml", "figure")),
        Column("reference_date", required=True, check=cells.day),
        Column("value", Kind.NUMBER, required=True, check=cells.not_negative),
        Column("approximate", check=cells.one_of(codes.YES_NO)),
        Column("unit", required=True, check=cells.one_of(codes.UNITS)),
        Column("definition", required=True, reference=_DEFINITION),
        Column("source", Kind.LIST, required=True, reference=_SOURCE),
        Column("source_url", required=True, check=cells.web_address),
    ),
)
