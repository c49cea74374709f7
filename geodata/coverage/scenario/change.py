"""The changes that a scenario can make, one at a time."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Add:
    """A new offer.

    Attributes:
        offer_id: an id that no other offer has, such as "new-1".
        at: id of a facility, or code of a populated cell.
        section, topic: codes of the taxonomy; the topic lies in the section, "" = none of them.
        languages: codes of the languages spoken; empty = not stated.
        hours: opening hours (OSM notation); "" = not stated, whatever the facility says.
    """

    offer_id: str
    at: str
    section: str
    topic: str
    languages: tuple[str, ...] = ()
    hours: str = ""


@dataclass(frozen=True)
class Move:
    """An offer moves to a facility or a populated cell, with all that it says of itself."""

    offer_id: str
    at: str


@dataclass(frozen=True)
class Close:
    """An offer is given up."""

    offer_id: str


@dataclass(frozen=True)
class Speak:
    """Languages are added to those that an offer states.

    Where it states none, the assumed language stays: nobody is lost by one that is added. What an offer states counts
    as all it speaks; so an offer that stated nothing possibly spoke others before, and does not after.
    """

    offer_id: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class States:
    """An offer states these languages, and no others; there is at least one."""

    offer_id: str
    languages: tuple[str, ...]


@dataclass(frozen=True)
class OpenAt:
    """An offer has these opening hours (OSM notation, not empty) instead of those it stated."""

    offer_id: str
    hours: str


@dataclass(frozen=True)
class Confirm:
    """Somebody has confirmed that an offer exists."""

    offer_id: str


Change = Add | Move | Close | Speak | States | OpenAt | Confirm

KINDS: Final[dict[str, type[Change]]] = {
    "add": Add,
    "close": Close,
    "confirm": Confirm,
    "move": Move,
    "open_at": OpenAt,
    "speak": Speak,
    "states": States,
}
"""The changes by their names in a file."""

NAMES: Final = {kind: name for name, kind in KINDS.items()}
"""The other way round."""
