"""The city's coverage as ours and as its peers hold it: the same cells, offers and minutes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from benchmarks.peers.coverage_frames import Frames
from benchmarks.stage.partitions import LANGUAGES, SECTIONS
from geodata.adapters.city_data import read_city
from geodata.adapters.coverage_ground import offers_in, read_catchments
from geodata.coverage.catchments import ALL, NOWHERE, Catchments, steps_within
from geodata.coverage.offers import Offers
from geodata.coverage.question import Question
from geodata.network.table import STEP_MIN

RADII: Final = (10, 15, 30)
ASKED: Final = [(section, language) for section in SECTIONS for language in LANGUAGES]
QUESTIONS: Final = [Question(section=section, languages=(language,)) for section, language in ASKED]


@dataclass(frozen=True)
class Ground:
    """The city.

    Attributes:
        areas: key of the district that each facility lies in, by its id.
    """

    catchments: Catchments
    offers: Offers
    areas: dict[str, str]

    @classmethod
    def from_directory(cls, directory: Path) -> "Ground":
        """Read a data directory with its pack."""
        data = read_city(directory)
        catchments = read_catchments(directory, data)
        areas = dict(zip(data.facilities["facility_id"], data.facilities["district_key"], strict=True))
        return cls(catchments, offers_in(data, catchments), areas)

    def frames(self) -> Frames:
        """The same for the peers."""
        catchments = self.catchments
        people = pd.DataFrame(
            {
                "people": catchments.people[ALL].astype(float),
                "district": np.array(catchments.area_keys, dtype=object)[catchments.area_of],
            },
            index=pd.RangeIndex(len(catchments.cells), name="cell"),
        )
        return Frames(
            services(self.offers), people, self._costs(), catchments.area_keys, ASKED, RADII, self.offers.assumed
        )

    def _costs(self) -> pd.DataFrame:
        steps = self.catchments.steps
        facilities, cells = np.nonzero(steps <= steps_within(max(RADII)))
        return pd.DataFrame({"origin": cells, "dest": facilities, "cost": steps[facilities, cells] * STEP_MIN})


def services(offers: Offers) -> pd.DataFrame:
    """Offers that exist and have an address: facility, section, languages."""
    there = [
        offer for offer, gone in zip(offers.records, offers.gone, strict=True) if not gone and offer.place != NOWHERE
    ]
    return pd.DataFrame(
        {
            "facility": [offer.place for offer in there],
            "section": [offer.section for offer in there],
            "languages": [offer.languages for offer in there],
        }
    )
