"""The offers as boolean columns, made once: one row an offer, one column an option of a facet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Facet = Literal["section", "topic", "spoken", "district", "group"]
"""What can be asked for; also the name of the URL parameter."""

FACETS: Final[tuple[Facet, ...]] = ("section", "topic", "spoken", "district", "group")

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Options:
    """The options of one facet: `codes` in order and `holds` (offers × codes), true where the offer has the option."""

    codes: tuple[str, ...]
    holds: Mask

    @classmethod
    def from_values(cls, values: Sequence[tuple[str, ...]], codes: Sequence[str] | None = None) -> "Options":
        """Build from one tuple of codes an offer; `codes` fixes the columns, else those that occur, sorted."""
        columns = tuple(codes) if codes is not None else tuple(sorted({code for row in values for code in row}))
        position = {code: column for column, code in enumerate(columns)}
        holds = np.zeros((len(values), len(columns)), dtype=bool)
        for row, row_codes in enumerate(values):
            for code in row_codes:
                if code in position:
                    holds[row, position[code]] = True
        return cls(columns, holds)

    def any_of(self, codes: Iterable[str]) -> Mask:
        """True for offers that hold at least one of `codes`; codes without a column match nothing."""
        wanted = [self.codes.index(code) for code in codes if code in self.codes]
        return np.asarray(self.holds[:, wanted].any(axis=1))


@dataclass(frozen=True)
class OfferIndex:
    """Everything a query looks at.

    Attributes:
        services: the offers, one row each (`services.csv`), in file order.
        facilities: the places, one row each (`facilities.csv`), in file order; coordinates in WGS 84.
        facility_of: row of `facilities` for each offer.
        options: the options of every facet.
        languages_stated: true where the offer says which languages are spoken (or the city's own is assumed: see
            `from_tables`).
    """

    services: pd.DataFrame
    facilities: pd.DataFrame
    facility_of: NDArray[np.intp]
    options: dict[Facet, Options]
    languages_stated: Mask
    assumed_spoken: str

    @classmethod
    def from_tables(
        cls, services: pd.DataFrame, facilities: pd.DataFrame, *, codes: dict[Facet, Sequence[str]], assumed_spoken: str
    ) -> "OfferIndex":
        """Build the index.

        Args:
            services, facilities: validated tables; `services.facility_id` refers to `facilities.facility_id`.
            codes: allowed codes a facet, in the order in which they are shown (`spoken` and `group`: those that occur).
            assumed_spoken: the city's own language; an offer that states nothing counts as speaking it ("" for none).
        """
        rows = pd.Index(facilities["facility_id"]).get_indexer(pd.Index(services["facility_id"]))
        spoken = [
            codes_stated or ((assumed_spoken,) if assumed_spoken else ())
            for codes_stated in services["languages_spoken"]
        ]
        values: dict[Facet, list[tuple[str, ...]]] = {
            "section": [(code,) for code in services["section"]],
            "topic": [(code,) for code in services["topic"]],
            "spoken": spoken,
            "district": [(code,) if code else () for code in facilities["district_key"].to_numpy()[rows]],
            "group": list(services["target_groups"]),
        }
        options = {facet: Options.from_values(rows_of, codes.get(facet)) for facet, rows_of in values.items()}
        stated = np.array([bool(row) for row in services["languages_spoken"]], dtype=bool)
        return cls(services, facilities, rows, options, stated, assumed_spoken)

    @cached_property
    def located(self) -> Mask:
        """True for facilities (rows of `facilities`) that have a point; hidden ones never have."""
        shown = (self.facilities["address_visibility"] != "hidden").to_numpy()
        return np.asarray(
            shown & self.facilities["latitude"].notna().to_numpy() & self.facilities["longitude"].notna().to_numpy()
        )

    @cached_property
    def located_rows(self) -> NDArray[np.intp]:
        """Rows of `facilities` that have a point: the places the map knows, in its order."""
        return np.flatnonzero(self.located)

    def __len__(self) -> int:
        return len(self.services)
