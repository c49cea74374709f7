"""Search that forgives: one field over offers, places and topics, in any of the four languages.

Pure and in memory; a question is answered and forgotten. `understand` takes a sentence apart into chips and words,
`search` ranks the offers, each with a code that says why.
"""

from geodata.search.areas import Area, areas_of
from geodata.search.chips import Chip, ChipKind, Understood
from geodata.search.engine import search
from geodata.search.found import Found
from geodata.search.index import SearchIndex
from geodata.search.nearby import places_named
from geodata.search.scores import REASONS
from geodata.search.times import openings
from geodata.search.understand import understand

__all__ = [
    "REASONS", "Area", "Chip", "ChipKind", "Found", "SearchIndex", "Understood", "areas_of", "openings",
    "places_named", "search", "understand",
]  # fmt: skip
