"""The table of places the browser fetches once: located facilities only, as columns, (lat, lon) in WGS 84."""

from typing import Any, Final

from geodata.facilities import OfferIndex

ROUGH_QUALITIES: Final = ("street", "interpolated", "quarter")
"""Quality words of positions that are drawn with a dotted halo and said to be rough on the card."""


def is_rough(quality: str, confidence: str) -> bool:
    """Whether a position is uncertain: not the house or place itself, or a source in conflict."""
    return quality in ROUGH_QUALITIES or confidence == "low"


def place_table(index: OfferIndex) -> dict[str, list[Any]]:
    """Columns id, lat, lon, name, rough; row i is bit i of every mask in the state."""
    places = index.facilities.iloc[index.located_rows]
    rough = [is_rough(q, c) for q, c in zip(places["geocode_quality"], places["confidence"], strict=True)]
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
