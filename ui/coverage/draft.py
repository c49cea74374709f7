"""The change that a reader is putting together, before it is a part of the scenario."""

from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from geodata.coverage.scenario.change import Add, Change, Close, Move, OpenAt, Speak
from geodata.hours import WEEKDAYS
from ui import loaders
from ui.coverage import scenario_state

KINDS: Final = ("add", "move", "close", "speak", "open_at")
FIRST_HOUR: Final = 6
LAST_HOUR: Final = 24
_DRAFT: Final = "what_if_draft"


@dataclass(frozen=True)
class Draft:
    """What was chosen so far; "" and () = nothing.

    Attributes:
        kind: one of `KINDS`.
        offer: id of the offer that is changed.
        at: id of a facility or code of a cell.
        days: weekdays on which it is open, 0 = Monday.
        opens, closes: hours of the day, `FIRST_HOUR` to `LAST_HOUR`.
    """

    kind: str = KINDS[0]
    topic: str = ""
    offer: str = ""
    at: str = ""
    languages: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    opens: int = 16
    closes: int = 19

    @property
    def hours(self) -> str:
        """Opening hours in OSM notation, "" without days."""
        days = ",".join(WEEKDAYS[day] for day in sorted(self.days))
        return f"{days} {self.opens:02}:00-{self.closes:02}:00" if days else ""

    @property
    def missing(self) -> str:
        """What must be chosen first: place, offer, languages, hours; "" = nothing."""
        wanted = {
            "add": ("at",),
            "move": ("offer", "at"),
            "close": ("offer",),
            "speak": ("offer", "languages"),
            "open_at": ("offer", "hours"),
        }
        return next((part for part in wanted[self.kind] if not getattr(self, part)), "")

    def change(self) -> Change:
        """The change, of a draft in which nothing is missing."""
        match self.kind:
            case "add":
                section, offer_id = loaders.taxonomy().section_of(self.topic), scenario_state.current().next_id
                return Add(offer_id, self.at, section, self.topic, self.languages, self.hours)
            case "move":
                return Move(self.offer, self.at)
            case "close":
                return Close(self.offer)
            case "speak":
                return Speak(self.offer, self.languages)
            case _:
                return OpenAt(self.offer, self.hours)


def current() -> Draft:
    """The draft of this session."""
    draft: Draft = st.session_state.get(_DRAFT, Draft())
    return draft


def alter(**changes: Any) -> None:
    """Choose something else; it never closes before it opens."""
    draft = replace(current(), **changes)
    st.session_state[_DRAFT] = replace(draft, closes=max(draft.closes, draft.opens + 1))


def make(draft: Draft) -> None:
    """Put the change at the end of the scenario, and begin the next one."""
    scenario_state.change(scenario_state.current().with_change(draft.change()))
    st.session_state[_DRAFT] = Draft(kind=draft.kind, topic=draft.topic)
