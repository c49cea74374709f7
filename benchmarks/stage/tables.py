"""What a data directory draws, worked out with plain pandas: the same for the peers and for the expected numbers."""

from collections.abc import Collection
from pathlib import Path

import pandas as pd


def read_table(directory: Path, name: str) -> pd.DataFrame:
    """A table as it stands, every cell a str."""
    return pd.read_csv(directory / name, dtype=str, keep_default_na=False)


def read_places(directory: Path) -> pd.DataFrame:
    """The places with a point that may be shown; latitude and longitude as float degrees in WGS 84."""
    table = read_table(directory, "facilities.csv")
    shown = (table["address_visibility"] != "hidden") & (table["latitude"] != "") & (table["longitude"] != "")
    return table[shown].astype({"latitude": float, "longitude": float})


def with_sections(places: pd.DataFrame, services: pd.DataFrame, *, sections: Collection[str]) -> pd.DataFrame:
    """The places that have an offer in one of `sections`; of any section when none is named."""
    offers = services[services["section"].isin(sections)] if sections else services
    return places[places["facility_id"].isin(offers["facility_id"])]


def read_sections(directory: Path) -> list[str]:
    """Codes of the sections in their order."""
    terms = read_table(directory, "taxonomy.csv")
    return list(terms[terms["parent_code"] == ""].sort_values("order", key=pd.to_numeric)["code"])
