"""The city as somebody with pandas holds it: offers, cells, and a long table of minutes; nothing of our own code.

Cells and facilities have whole numbers as ids, the quickest that pandas knows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

BOUNDS = ("lower", "upper")


@dataclass(frozen=True)
class Frames:
    """The city, and what is asked of it.

    Attributes:
        services: facility, section, languages (a tuple, empty = not stated); only those that exist.
        cells: people and district, by cell.
        costs: origin (cell), dest (facility), cost in minutes, as far as the largest radius.
        districts: their keys in order.
        asked: pairs of section and language.
        radii: minutes.
        assumed: language that is spoken where nothing is stated.
    """

    services: pd.DataFrame
    cells: pd.DataFrame
    costs: pd.DataFrame
    districts: Sequence[str]
    asked: Sequence[tuple[str, str]]
    radii: Sequence[float]
    assumed: str


def columns_of(asked: Iterable[tuple[str, str]]) -> list[str]:
    """Names of the columns of a supply: section, language and bound."""
    return ["-".join((*pair, bound)) for pair, bound in product(asked, BOUNDS)]


def supply(frames: Frames) -> pd.DataFrame:
    """Offers that surely, and that possibly fit, by facility; a column each."""
    services, counts = frames.services, {}
    stated = services["languages"].map(len) > 0
    for section, language in frames.asked:
        speaks = services["languages"].map(lambda codes, language=language: language in codes)
        if language == frames.assumed:
            speaks |= ~stated
        for bound, fitting in zip(BOUNDS, (speaks, speaks | ~stated), strict=True):
            found = services[fitting & (services["section"] == section)]
            counts[f"{section}-{language}-{bound}"] = found.groupby("facility").size()
    facilities = pd.Index(np.unique(services["facility"]), name="facility")
    return pd.DataFrame(counts, index=facilities).fillna(0.0).astype(float)


def by_district(within: pd.Series, frames: Frames) -> Any:
    """(districts,) people of the cells for which something holds."""
    sums = frames.cells["people"].where(within, 0).groupby(frames.cells["district"]).sum()
    return sums.reindex(frames.districts, fill_value=0).to_numpy()
