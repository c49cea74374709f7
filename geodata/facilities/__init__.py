"""Facilities and the offers at them: the index, the query over it, counts for every option, and the order of the list.

A facility is an HSDS service_at_location with its organization and address; an offer is a row of `services.csv`.
Offers are what is counted and listed; the places of those that have one are what is drawn.
"""

from geodata.facilities.answer import PAGE_SIZE, Answer, answer
from geodata.facilities.completeness import Gap, gaps, newest_source
from geodata.facilities.contact import national_number
from geodata.facilities.counts import option_counts, way_out
from geodata.facilities.index import FACETS, Facet, OfferIndex
from geodata.facilities.narrowing import Narrowing, all_of
from geodata.facilities.nearness import MINUTES_OFFERED, Nearness
from geodata.facilities.order import list_order, ranks
from geodata.facilities.query import Query, Selection

__all__ = [
    "FACETS",
    "MINUTES_OFFERED",
    "PAGE_SIZE",
    "Answer",
    "Facet",
    "Gap",
    "Narrowing",
    "Nearness",
    "OfferIndex",
    "Query",
    "Selection",
    "all_of",
    "answer",
    "gaps",
    "list_order",
    "national_number",
    "newest_source",
    "option_counts",
    "ranks",
    "way_out",
]
