"""Which named places of the map data may be suggested: no practice or office that bears the name of one person."""

import re
from typing import Final

_PRACTICES: Final = frozenset({"doctors", "doctor", "dentist", "veterinary", "psychotherapist", "physiotherapist"})
_PUBLIC_OFFICES: Final = frozenset(
    {"government", "ngo", "research", "association", "educational_institution", "foundation", "religion", "charity"}
)
_PERSON: Final = re.compile(
    r"""
    (?<!\w)(?:Dr|Prof|Dipl|Mag)\.          # a title
    | (?<![\w.])[A-ZÄÖÜ]\.\s?[A-ZÄÖÜ][a-zäöüß]   # an initial before a name: "A. Muster"
    """,
    re.VERBOSE,
)


def is_public_place(category: str, kind: str, *, name: str) -> bool:
    """Whether a place is more than somebody's practice.

    Args:
        category, kind: class and subclass of the place ("office", "lawyer"), as in the OpenMapTiles schema.
    """
    if category in _PRACTICES or (category == "office" and kind not in _PUBLIC_OFFICES):
        return False
    return not _PERSON.search(name)
