"""Words, numbers, dates and order in the reader's language: gettext for words, CLDR (Babel) for the rest.

Digits are Latin in all languages (newcomers compare them with letters and door signs); shares are in [0, 1] until they
are printed.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, cached_property, lru_cache
from gettext import NullTranslations
from typing import Any, Final

from babel import Locale
from babel.dates import format_date, format_skeleton, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from pyuca import Collator

SOURCE_LANGUAGE: Final = "en"
"""The language of the message ids in the code; it needs no catalogue."""

_CLDR_CODE: Final = {"prs": "fa_AF"}  # Dari has no code of its own in CLDR
_READER_SCRIPT: Final = {
    "ru": "CYRILLIC",
    "ar": "ARABIC",
}  # CLDR sorts the reader's script first; others start with Latin
_DAYS: Final = {"Mo": 0, "Tu": 1, "We": 2, "Th": 3, "Fr": 4, "Sa": 5, "Su": 6}
_WORD_OF_A_RULE: Final = re.compile(r'"[^"]*"|\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|off)\b')  # comments stay as they are


_MINUS: Final = "\N{MINUS SIGN}"  # CLDR has the keyboard's hyphen here, after which a line may break
_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"


def N_(message: str) -> str:
    """Mark a message for extraction where it is only named, and translated later."""
    return message


@cache
def _collator() -> Collator:
    return Collator()


@lru_cache(maxsize=4096)  # counts repeat: a page writes a hundred numbers on every run
def _decimal(value: float, *, digits: int, language: str) -> str:
    decimals = f".{'0' * digits}" if digits else ""
    return str(format_decimal(value, format=f"#,##0{decimals}", locale=language))


@lru_cache(maxsize=8192)  # a map says one for every area, and there are a thousand different ones at most
def _percent(share: Decimal, *, digits: int, language: str) -> str:
    locale = Locale.parse(language)
    pattern = locale.percent_formats[None].pattern.split(";")[0]
    decimals = f"0.{'0' * digits}" if digits else "0"
    return str(format_percent(share, format=re.sub(r"0(\.0+)?(?=\D*$)", decimals, pattern), locale=locale))


class Translator:
    """Makes words of codes and numbers for one reader's language.

    Args:
        language: code such as "de".
        catalogue: gettext messages of that language; English source text where there is none.
    """

    def __init__(self, language: str, catalogue: NullTranslations | None = None) -> None:
        self.language = language
        self._catalogue = catalogue or NullTranslations()
        self._locale = Locale.parse(language)

    @property
    def direction(self) -> str:
        """Writing direction, "ltr" or "rtl"."""
        return self._locale.text_direction

    def __call__(self, message: str, **values: object) -> str:
        """Translate `message`; `values` fill its `{named}` places."""
        return self._catalogue.gettext(message).format(**values)

    def plural(self, singular: str, plural: str, n: int, **values: object) -> str:
        """Translate with the plural form that CLDR has for `n`; `{n}` is `n`, formatted."""
        return self._catalogue.ngettext(singular, plural, n).format(n=self.number(n), **values)

    def number(self, value: float, *, digits: int = 0) -> str:
        """A number with exactly `digits` decimals, grouped as the language does."""
        return _decimal(value, digits=digits, language=self.language)

    def signed(self, value: float, *, digits: int = 0) -> str:
        """A number with its sign, plus or minus; what rounds to zero has none."""
        if not re.search("[1-9]", self.number(abs(value), digits=digits)):
            return self.number(0, digits=digits)
        number = f"#,##0.{'0' * digits}" if digits else "#,##0"
        shown = str(format_decimal(value, format=f"+{number};-{number}", locale=self._locale))
        return self.isolated(shown.replace("-", _MINUS))

    def points(self, difference: float, *, digits: int = 1) -> str:
        """The difference of two shares (in [-1, 1]) as a signed number of percentage points, without the word."""
        return self.signed(round(difference * 100, 9), digits=digits)  # 100 times -0.1925 is not quite -19.25

    def isolated(self, text: str) -> str:
        """A name or number that keeps its own direction where lines run from right to left; else as it is."""
        return _ISOLATE.format(text) if self.direction == "rtl" else text

    def share(self, value: float, *, digits: int = 1) -> str:
        """A share in [0, 1] as percent with exactly `digits` decimals."""
        rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits - 2), ROUND_HALF_EVEN)
        return _percent(rounded, digits=digits, language=self.language)

    def date(self, text: str) -> str:
        """An EDTF date ("2016", "2016-11", "2016-11-23", "2018~" for about) as written in the language."""
        parts = [int(part) for part in text.rstrip("~").split("-")]
        day = date(*[*parts, 1, 1][:3])
        shown = {
            1: lambda: format_skeleton("y", day, locale=self._locale),
            2: lambda: format_skeleton("yMMMM", day, locale=self._locale),
            3: lambda: format_date(day, "long", locale=self._locale),
        }[len(parts)]()
        return self("about {date}", date=shown) if text.endswith("~") else str(shown)

    def listed(self, words: Iterable[str]) -> str:
        """Words one after the other with the language's comma: "a, b, c"."""
        return self(", ").join(words)

    def join(self, words: Iterable[str]) -> str:
        """A list in words: "a, b and c"."""
        return str(format_list(list(words), locale=self._locale))

    def language_name(self, code: str) -> str:
        """Name of a spoken language (ISO 639), as it stands in a list."""
        own = {"gsg": self("German Sign Language"), "rom": self("Romani")}
        name = own.get(code) or self._locale.languages.get(_CLDR_CODE.get(code, code)) or code
        return name[:1].upper() + name[1:]

    def weekday(self, day: int) -> str:
        """Name of a day of the week on its own; 0 is Monday."""
        names = get_day_names("wide", context="stand-alone", locale=self._locale)
        return str(names[day])

    def clock(self, minutes: int) -> str:
        """A time of day, in minutes after midnight: "16:00" in every language, as door signs here write it."""
        return f"{minutes // 60:02}:{minutes % 60:02}"

    def opening_hours(self, rule: str) -> str:
        """An OSM opening_hours rule with the days in the reader's language."""
        if rule == "24/7":
            return self("around the clock")
        names = self._weekdays | {
            "PH": self("public holidays"),
            "SH": self("school holidays"),
            "off": self("closed"),
        }
        return _WORD_OF_A_RULE.sub(lambda found: names.get(found[0], found[0]), rule)

    @cached_property
    def _weekdays(self) -> dict[str, str]:
        names = get_day_names("abbreviated", locale=self._locale)
        return {code: str(names[day]) for code, day in _DAYS.items()}

    def sort_key(self, text: str) -> Any:
        """Key that sorts names as the reader expects (Unicode collation, the reader's script first)."""
        script = _READER_SCRIPT.get(self.language, "LATIN")
        letter = next((c for c in text if c.isalpha()), "")
        foreign = bool(letter) and not unicodedata.name(letter, "").startswith(script)
        return foreign, _collator().sort_key(text)
