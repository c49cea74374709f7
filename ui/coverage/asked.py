"""What the coverage page is asked. All of it stands in the URL, but for the scenario, which is a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from geodata.coverage.catchments import ALL, GROUPS
from geodata.coverage.question import LEAST_MIN, MODES, MOST_MIN_OF, Question
from geodata.hours import Opening
from geodata.schema.languages import language_codes
from geodata.taxonomy import Taxonomy
from ui import loaders

ANY: Final = "any"
"""Stands in the URL where no topic or no language is asked for: nothing said is the city's first question."""

MAPS: Final = ("reach", "minutes", "districts", "change")
"""What the map shows: cells by who reaches an offer, by minutes, districts by their state, cells by what a scenario
changes (without one: as the first)."""

DEFAULT_WISHED: Final = 50
DEFAULT_MIN: Final = 15


@dataclass(frozen=True)
class Asked:
    """The reader's question to the coverage page.

    Attributes:
        term: code of a section or topic, `ANY`, or "" = the city's first question.
        speaks: codes of languages, (`ANY`,), or empty = the city's first question.
        people: one of `GROUPS`.
        minutes, mode, sure: as in `Question`; `sure` is its `verified`.
        opening: such as "Th 16:00", "" = not asked.
        wished: percent of the people from which on an area is covered.
        area: key of the district, or code of the cell, that was chosen.
        drawn: one of `MAPS`.
    """

    term: str = ""
    speaks: tuple[str, ...] = ()
    people: str = ALL
    minutes: int = DEFAULT_MIN
    mode: str = MODES[0]
    sure: bool = False
    opening: str = ""
    wished: int = DEFAULT_WISHED
    area: str = ""
    drawn: str = MAPS[0]

    @classmethod
    def from_params(cls, params: Mapping[str, Any]) -> "Asked":
        """Read URL parameters; what is malformed or does not exist is ignored."""
        said = {name: str(params.get(name, "")) for name in ("people", "reach", "by", "open", "wished", "draw")}
        known = {*loaders.taxonomy().sections, *loaders.taxonomy().topics(), ANY}
        term, area = str(params.get("cover", "")), str(params.get("area", ""))
        mode = said["by"] if said["by"] in MODES else MODES[0]
        return cls(
            term=term if term in known else "",
            speaks=_languages(str(params.get("speaks", ""))),
            people=said["people"] if said["people"] in GROUPS else ALL,
            minutes=_whole(said["reach"], least=LEAST_MIN, most=MOST_MIN_OF[mode]) or DEFAULT_MIN,
            mode=mode,
            sure=params.get("sure") == "1",
            opening=said["open"] if opening_of(said["open"]) else "",
            wished=_whole(said["wished"], least=1, most=100) or DEFAULT_WISHED,
            area=area if area in loaders.area_names("district") or loaders.known_cell(area) else "",
            drawn=said["draw"] if said["draw"] in MAPS else MAPS[0],
        )

    def to_params(self) -> dict[str, str]:
        """The same question as URL parameters; defaults are left out."""
        params = {
            "cover": self.term,
            "speaks": ",".join(self.speaks),
            "people": self.people if self.people != ALL else "",
            "reach": str(self.minutes) if self.minutes != DEFAULT_MIN else "",
            "by": self.mode if self.mode != MODES[0] else "",
            "sure": "1" if self.sure else "",
            "open": self.opening,
            "wished": str(self.wished) if self.wished != DEFAULT_WISHED else "",
            "area": self.area,
            "draw": self.drawn if self.drawn != MAPS[0] else "",
        }
        return {name: value for name, value in params.items() if value}

    def question(self, taxonomy: Taxonomy) -> Question:
        """The question to the domain; the city's first one where nothing was said."""
        city = loaders.city_data().city
        term = self.term or (city.coverage_topic if city.coverage_topic in taxonomy.topics() else ANY)
        speaks = self.speaks or ((city.coverage_language,) if city.coverage_language else (ANY,))
        topic = term if term in taxonomy.topics() else ""
        return Question(
            section=taxonomy.section_of(topic) if topic else (term if term != ANY else ""),
            topic=topic,
            languages=() if speaks == (ANY,) else speaks,
            group=self.people,
            minutes=self.minutes,
            mode=self.mode,
            verified=self.sure,
            opening=opening_of(self.opening),
            wished_share=self.wished / 100,
        )


def asked_of(question: Question) -> dict[str, Any]:
    """The fields of `Asked` that ask a question of the domain."""
    return {
        "term": question.topic or question.section or ANY,
        "speaks": question.languages or (ANY,),
        "people": question.group,
        "minutes": question.minutes,
        "mode": question.mode,
        "sure": question.verified,
        "opening": question.opening.to_text() if question.opening else "",
        "wished": round(question.wished_share * 100),
    }


def opening_of(text: str) -> Opening | None:
    """When an offer must be open; None where nothing, or nothing that can be read, is said."""
    try:
        return Opening.from_text(text) if text else None
    except ValueError:
        return None


def _languages(text: str) -> tuple[str, ...]:
    if text == ANY:
        return (ANY,)
    return tuple(dict.fromkeys(code for code in text.split(",") if code in language_codes()))


def _whole(text: str, *, least: int, most: int) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 and least <= int(text) <= most else None
