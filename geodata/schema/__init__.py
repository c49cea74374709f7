"""The data contract: columns and tables declared once, and every check of them."""

from typing import Final

from geodata.schema.city import BoundingBox, City
from geodata.schema.columns import Column, Kind, Reference, Table
from geodata.schema.facilities import FACILITIES, SERVICES
from geodata.schema.fault import Fault
from geodata.schema.statistics import FIGURES, INDICATORS, TAXONOMY, WHOLE_CITY

TABLES: Final = (TAXONOMY, FACILITIES, SERVICES, INDICATORS, FIGURES)
"""Every table of a data directory."""

__all__ = [
    "FACILITIES", "FIGURES", "INDICATORS", "SERVICES", "TABLES", "TAXONOMY", "WHOLE_CITY",
    "BoundingBox", "City", "Column", "Fault", "Kind", "Reference", "Table",
]  # fmt: skip
