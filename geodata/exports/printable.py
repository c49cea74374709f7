"""Makes any text one that given fonts can set, with no empty boxes."""

import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

REPLACEMENT: Final = "\N{WHITE SQUARE}"
"""Stands for a character that no font has: nothing is left out in silence."""

_KEPT_SPACES: Final = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
_LEFT_TO_RIGHT_MARK: Final = "\u200e"
_ISOLATES: Final = frozenset("\u2066\u2067\u2068")
_END_OF_ISOLATE: Final = "\u2069"
_KEPT_FORMATS: Final = _ISOLATES | {_LEFT_TO_RIGHT_MARK, _END_OF_ISOLATE}
"""Invisible, but they order names and numbers in a line from right to left. Overrides are not kept."""


def to_printable(text: str, *, fonts: Sequence[AbstractSet[str]]) -> str:
    """Composed (NFC), on one line, only characters of `fonts` (each the set of what it covers, in order of preference).

    A mark stays where the font of the letter below it has it too; elsewhere it would hang on a dotted circle. Isolates
    are closed, so that no text orders the next one. A text of which nothing can be seen becomes REPLACEMENT, one of
    spaces alone "".
    """
    shown: list[str] = []
    below: AbstractSet[str] = frozenset()  # the font of the last visible character
    for character in unicodedata.normalize("NFC", text):
        if unicodedata.category(character)[0] == "M":
            shown.extend([character] if character in below else [])
        elif character.isspace() or unicodedata.category(character) == "Cc":
            below = frozenset()
            shown.append(character if character in _KEPT_SPACES else " ")
        elif unicodedata.category(character) != "Cf":
            below = next((font for font in fonts if character in font), frozenset())
            shown.append(character if below else REPLACEMENT)
        elif character in _KEPT_FORMATS:
            shown.append(character)
    made = _closed("".join(shown).strip())
    return made if is_visible(made) else REPLACEMENT if text.strip() else ""


def is_visible(text: str) -> bool:
    """Whether anything of a text can be seen: it is more than spaces, control and format characters, and lone marks."""
    return any(unicodedata.category(character)[0] not in "CMZ" for character in text)


def _closed(text: str) -> str:
    """Every isolate ends, and nothing ends that has not begun."""
    shown: list[str] = []
    depth = 0
    for character in text:
        depth += (character in _ISOLATES) - (character == _END_OF_ISOLATE)
        if depth >= 0:
            shown.append(character)
        depth = max(depth, 0)
    return "".join(shown) + _END_OF_ISOLATE * depth


def with_printable(fields: Any, *, fonts: Sequence[AbstractSet[str]]) -> Any:
    """The same nest of dicts, lists and values with `to_printable` for every text in it."""
    match fields:
        case str():
            return to_printable(fields, fonts=fonts)
        case dict():
            return {key: with_printable(value, fonts=fonts) for key, value in fields.items()}
        case list() | tuple():
            return [with_printable(value, fonts=fonts) for value in fields]
    return fields
