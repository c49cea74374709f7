"""One answer to one question, with its quality and its reason."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from geodata.geocoding.reasons import Reason


class Quality(StrEnum):
    """How much of the question the point answers, best first."""

    HOUSE = "house"
    INTERPOLATED = "interpolated"
    PLACE = "place"
    STREET = "street"
    QUARTER = "quarter"
    NONE = "none"

    @property
    def rank(self) -> int:
        """0 is best; a lower rank is the better-founded answer."""
        return list(Quality).index(self)

    @property
    def is_settled(self) -> bool:
        """Whether nobody else needs to be asked: a house, its neighbour, or the named place itself."""
        return self.rank <= Quality.PLACE.rank


@dataclass(frozen=True)
class Match:
    """One answer; a question without answer is a `Match` of quality none, never None.

    Attributes:
        latitude, longitude: degrees, WGS 84; both None when the quality is none.
        label: the matched text as the provider writes it.
        quality: what the point stands for.
        uncertainty_m: 90 % of answers of this class lie within this distance of the truth, in metres.
        provider, reference: who says so, and the provider's own id of it ("way/123"; "" when it has none).
        date: ISO date on which the provider was asked.
        reason: why this point, or why none.
        suggestions: texts that could have been meant; asking one of them gives an answer.
    """

    latitude: float | None
    longitude: float | None
    label: str
    quality: Quality
    uncertainty_m: float | None
    provider: str
    reference: str
    date: str
    reason: Reason
    suggestions: tuple[str, ...] = ()

    @property
    def point(self) -> tuple[float, float] | None:
        """(lat, lon), or None where there is no answer."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    def to_record(self) -> dict[str, Any]:
        """Plain values that JSON can hold; `from_record` reads them back."""
        return asdict(self) | {"quality": str(self.quality), "suggestions": list(self.suggestions)}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> "Match":
        """The match that `to_record` wrote."""
        changed = {
            "quality": Quality(record["quality"]),
            "reason": Reason(**record["reason"]),
            "suggestions": tuple(record["suggestions"]),
        }
        return cls(**(record | changed))


def no_match(reason: Reason, *, provider: str, date: str, suggestions: tuple[str, ...] = ()) -> Match:
    """The answer "none", with its reason and what could have been meant."""
    return Match(None, None, "", Quality.NONE, None, provider, "", date, reason, suggestions)
