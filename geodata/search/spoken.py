"""Names of languages in the four languages of the app, in every form: "russisch", "по-русски", "بالعربية"."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Final

from babel import Locale

from geodata.search.folding import tokens
from geodata.search.grammar import LANGUAGES
from geodata.search.stems import keys_of

_COMMON: Final = frozenset(
    """am ar az be bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko ku lt lv mk mn ms my ne nl
    no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th ti tl tr uk ur uz vi zh""".split()
)
"""Languages that many newcomers speak; names of rarer ones are too like other words."""


class Languages:
    """Codes of languages by the stems of their names.

    Args:
        more_codes: languages of the directory, beside those with many speakers.
    """

    def __init__(self, more_codes: Collection[str] = ()) -> None:
        known = _COMMON.union(more_codes)
        found: defaultdict[str, set[str]] = defaultdict(set)
        for reader in LANGUAGES:
            for code, name in Locale(reader).languages.items():
                words = tokens(name)
                if code in known and len(words) == 1:
                    for key in keys_of(words[0].text, words[0].script):
                        found[key].add(code)
        self._codes: Mapping[str, str] = {key: min(codes, key=len) for key, codes in found.items() if len(codes) == 1}

    def find(self, keys: Mapping[str, float]) -> str:
        """The language named by a word with these keys, "" for none."""
        return next((self._codes[key] for key in keys if key in self._codes), "")
