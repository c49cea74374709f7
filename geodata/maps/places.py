"""The table of places the browser fetches once: located facilities only, as columns, (lat, lon) in WGS 84."""

from collections.abc import Mapping
from typing import Any, Final

from geodata.facilities import OfferIndex
from geodata.facilities.shown import is_approximate

ROUGH_QUALITIES: Final = ("street", "interpolated", "quarter")
"""Quality words of positions that are drawn with a dotted halo and said to be rough on the card."""


def is_rough(place: Mapping[Any, Any]) -> bool:
    """Whether a position is uncertain: not the house or place itself, a source in conflict, or shown roughly only."""
    uncertain = place["geocode_quality"] in ROUGH_QUALITIES or place["confidence"] == "low"
    return bool(uncertain or is_approximate(place))


def place_table(index: OfferIndex) -> dict[str, list[Any]]:
    """Columns id, lat, lon, name, rough; row i is bit i of every mask in the state.

    The browser gets the points as they are: an index made of `facilities.shown.with_rough_points` is meant.
    """
    places = index.facilities.iloc[index.located_rows]
    rough = [
        is_rough(place) for place in places[["geocode_quality", "confidence", "address_visibility"]].to_dict("records")
    ]
    return {
        "id": places["facility_id"].tolist(),
        "lat": places["latitude"].round(6).tolist(),
        "lon": places["longitude"].round(6).tolist(),
        "name": places["name"].tolist(),
        "rough": [int(flag) for flag in rough],
    }


def start_view(index: OfferIndex) -> tuple[float, float, float, float]:
    """(south, west, north, east) in WGS 84 of the box in which most places lie: what the map shows first.

    The outer tenth on each side is left out; it would make the map start with fields and woods.
    """
    places = index.facilities.iloc[index.located_rows]
    low, high = places[["latitude", "longitude"]].quantile(0.1), places[["latitude", "longitude"]].quantile(0.9)
    return float(low["latitude"]), float(low["longitude"]), float(high["latitude"]), float(high["longitude"])
