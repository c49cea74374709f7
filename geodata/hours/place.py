"""Where a rule holds: which clock hangs on the wall there, and which days are public holidays."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Final
from zoneinfo import ZoneInfo

import holidays

from geodata.hours.holiday_names import LANGUAGE_OF_NAMES
from geodata.schema.city import City

_YEARS_KEPT: Final = 64


@dataclass(frozen=True)
class Place:
    """What opening hours depend on beside the rule itself.

    Attributes:
        timezone: IANA name.
        country, subdivision: ISO 3166 codes, for public holidays; "" for a country without subdivisions.
    """

    timezone: str
    country: str
    subdivision: str

    @classmethod
    def from_city(cls, city: City) -> "Place":
        """The place that a data directory is about."""
        return cls(city.timezone, city.country, city.subdivision)

    @cached_property
    def zone(self) -> ZoneInfo:
        """Its time zone; KeyError for a name that is none."""
        return ZoneInfo(self.timezone)

    @cached_property
    def knows_holidays(self) -> bool:
        """Whether there is a calendar of public holidays for it."""
        subdivisions = holidays.list_supported_countries(include_aliases=False).get(self.country)
        return subdivisions is not None and (not self.subdivision or self.subdivision in subdivisions)

    def holiday(self, day: date) -> str | None:
        """Which public holiday a day is, as in `HOLIDAY_NAMES`; None for none, and where no calendar is known."""
        if not self.knows_holidays:
            return None
        return _year(self.country, self.subdivision, year=day.year).get(day)


@lru_cache(maxsize=_YEARS_KEPT)
def _year(country: str, subdivision: str, *, year: int) -> dict[date, str]:
    # A year of its own, never one calendar that grows: it would be read in one thread while another still fills it.
    calendar = holidays.country_holidays(
        country, subdiv=subdivision or None, years=year, language=LANGUAGE_OF_NAMES, expand=False
    )
    return {day: calendar.get_list(day)[0] for day in calendar}
