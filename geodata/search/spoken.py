"""Names of languages in the four languages of the app, in every form: "russisch", "по-русски", "بالعربية"."""

from collections import defaultdict
from collections.abc import Mapping

from babel import Locale

from geodata.schema.languages import language_codes
from geodata.search.folding import tokens
from geodata.search.grammar import LANGUAGES
from geodata.search.stems import keys_of


class Languages:
    """Codes of languages by the stems of their names."""

    def __init__(self) -> None:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for reader in LANGUAGES:
            for code, name in Locale(reader).languages.items():
                words = tokens(name)
                if code in language_codes() and len(words) == 1:
                    for key in keys_of(words[0].text, words[0].script):
                        found[key].add(code)
        self._codes: Mapping[str, str] = {key: min(codes, key=len) for key, codes in found.items() if len(codes) == 1}

    def find(self, keys: Mapping[str, float]) -> str:
        """The language named by a word with these keys, "" for none."""
        return next((self._codes[key] for key in keys if key in self._codes), "")
