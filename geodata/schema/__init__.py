"""The data contract: columns and tables declared once, and every check of them."""

from geodata.schema.city import BoundingBox, City
from geodata.schema.columns import Column, Kind, Reference, Table
from geodata.schema.districts import DISTRICTS_FILE, POLLING_DISTRICTS_FILE
from geodata.schema.facilities import FACILITIES, SERVICES
from geodata.schema.fault import Fault
from geodata.schema.rows import LIST_SEPARATOR
from geodata.schema.spoken_hours import language_hours
from geodata.schema.statistics import FIGURES, INDICATORS, TAXONOMY, WHOLE_CITY
from geodata.schema.synonyms import SYNONYMS
from geodata.schema.validation import FILES, OPTIONAL_FILES, TABLES, validate

__all__ = [
    "DISTRICTS_FILE", "FACILITIES", "FIGURES", "FILES", "INDICATORS", "LIST_SEPARATOR", "OPTIONAL_FILES",
    "POLLING_DISTRICTS_FILE", "SERVICES", "SYNONYMS", "TABLES", "TAXONOMY", "WHOLE_CITY", "BoundingBox", "City",
    "Column", "Fault", "Kind", "Reference", "Table", "language_hours", "validate",
]  # fmt: skip
