"""Cyrillic and Arabic letters to the Latin letters a German reader would write for the same sound.

A table of our own, not ICU: ICU turns "Нойштадт" into "Nojštadt" (scholarly), needs a C++ library that does not install
everywhere, and knows nothing of "улица" or "شارع". Here "ш" is "sch" and "в" is "w", because the names looked for are
German.
"""

from typing import Final

_CYRILLIC: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b w g d e oe sch s i i k l m n o p r s t u f ch z tsch sch schtsch _ y _ e ue ja i ji je g".split(),
        strict=True,
    )
)
_ARABIC: Final = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىپچڤگژآأإؤئءکی",
        "a b t t g h ch d d r z s sch s d t z _ g f k k l m n h w j e a p tsch w g sch a a i u i _ k j".split(),
        strict=True,
    )
)
_LETTERS: Final = str.maketrans({letter: latin.strip("_") for letter, latin in (_CYRILLIC | _ARABIC).items()})

_WORDS: Final = {
    "улица": "strasse", "улице": "strasse", "ул": "strasse", "штрассе": "strasse", "штр": "strasse", "площадь": "platz",
    "пл": "platz", "переулок": "gasse", "аллея": "allee", "дом": "", "д": "", "город": "", "г": "",
    "شارع": "strasse", "شتراسه": "strasse", "شتراسة": "strasse", "ساحة": "platz", "ميدان": "platz",
    "رقم": "", "مدينة": "",
}  # fmt: skip
"""Words for kinds of street, and for "house", "number" and "city", which say nothing."""


def script(text: str) -> str:
    """The first of "arabic", "cyrillic" and "latin" with a letter in `text` (latin where there is none)."""
    letters = set(text.casefold())
    if letters & _ARABIC.keys():
        return "arabic"
    return "cyrillic" if letters & _CYRILLIC.keys() else "latin"


def to_latin(text: str) -> str:
    """Latin spelling of casefolded text; letters of other scripts stay as they are."""
    words = (_WORDS.get(word.strip(".,"), word) + ("," if word.endswith(",") else "") * (word.strip(".,") in _WORDS)
             for word in text.split())  # fmt: skip
    return " ".join(word.removeprefix("ال").translate(_LETTERS) for word in words)
