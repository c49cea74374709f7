"""Districts by any spelling of their names."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from geodata.errors import GeodataError

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_BETWEEN_WORDS: Final = re.compile(r"[\s‐-―−-]+")
_DIGITS: Final = re.compile(r"[0-9]{1,2}")


def name_key(text: str) -> str:
    """One form for all spellings of a name: case, spaces, hyphens, umlauts and ß written out make no difference."""
    composed = unicodedata.normalize("NFKC", text).casefold().translate(_UMLAUTS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(c))
    return _BETWEEN_WORDS.sub(" ", plain).strip()


@dataclass(frozen=True)
class DistrictNames:
    """The districts of a city.

    Attributes:
        names: key → the name that is shown, in the order of the keys.
    """

    names: Mapping[str, str]
    _keys: Mapping[str, str] = field(repr=False)

    @classmethod
    def from_spellings(cls, names: Mapping[str, str], spellings: Iterable[tuple[str, str]] = ()) -> "DistrictNames":
        """Build the index.

        Args:
            names: key → the name that is shown; it counts as a spelling, too.
            spellings: pairs of key and spelling.

        Raises:
            GeodataError: two districts share a spelling.
        """
        keys: dict[str, str] = {}
        for key, spelling in [*names.items(), *spellings]:
            if keys.setdefault(name_key(spelling), key) != key:
                raise GeodataError(f"{spelling!r} names two districts: {keys[name_key(spelling)]} and {key}")
        return cls(dict(sorted(names.items())), keys)

    def key_of_name(self, text: str) -> str | None:
        """The key of the district with this name in any spelling, or None."""
        return self._keys.get(name_key(text))

    def key_of(self, text: str) -> str | None:
        """The key as it is written in tables ("7" is "07": spreadsheets drop the zero), or None where there is none."""
        key = text.zfill(2) if text.isascii() and _DIGITS.fullmatch(text) else text
        return key if key in self.names else None
