"""Marks of the places whose offers fit a coverage question: filled where one surely fits, open where none says so."""

import numpy as np
from numpy.typing import NDArray

from geodata.coverage.catchments import Mask
from geodata.coverage.offers import Fit, Offers
from geodata.facilities import OfferIndex
from geodata.maps.state import MapState, packed_bits


def offer_marks(fit: Fit, offers: Offers, *, index: OfferIndex) -> MapState:
    """Marks of facilities; each wears the section of its first offer that fits.

    Offers that a scenario opens in a cell have no facility: they are no marks.

    Args:
        fit: how `offers` fit what was asked.
        index: the tables' offers, whose located places the map knows.
    """
    ids = index.facilities["facility_id"].to_numpy()[index.located_rows]
    rows = {facility_id: row for row, facility_id in enumerate(ids)}
    possible, sure = (_places(mask, offers, rows=rows) for mask in (fit.possible, fit.sure))
    wears = _sections(fit.possible, offers, rows=rows)
    return MapState(
        mask=packed_bits(possible),
        filled=packed_bits(sure),
        sections=tuple(packed_bits(possible & (wears == code)) for code in index.options["section"].codes),
        numbers={},
    )


def _places(mask: Mask, offers: Offers, *, rows: dict[str, int]) -> Mask:
    found = np.zeros(len(rows), dtype=np.bool_)
    for offer in np.flatnonzero(mask):
        row = rows.get(offers.records[offer].facility_id)
        if row is not None:
            found[row] = True
    return found


def _sections(mask: Mask, offers: Offers, *, rows: dict[str, int]) -> NDArray[np.object_]:
    found = np.full(len(rows), "", dtype=object)
    for offer in np.flatnonzero(mask)[::-1]:
        record = offers.records[offer]
        row = rows.get(record.facility_id)
        if row is not None:
            found[row] = record.section
    return found
