"""Small words of the four languages: those that say nothing in a question, and those that say when, where or in what.

Compared as they stand, folded and collapsed, without stems: "morgens" is in the morning, "morgen" is not.
"""

from typing import Final

from babel.dates import get_day_names

from geodata.search.folding import collapsed, tokens

LANGUAGES: Final = ("de", "en", "ru", "ar")
"""Languages in which questions are understood."""

_FILLERS: Final = """
der die das dem den des ein eine einen einem einer eines und oder aber mit ohne für von vom zu zum zur auf aus als
auch ich du er sie es wir ihr mir mich dich uns mein meine meinen meinem meiner dein deine sein seine unser unsere
ihre ihren wo was wer wie wann welche welcher welches welchen wohin woher warum kann können könnte möchte möchten
will wollen muss müssen soll darf gibt geht ist sind bin war hat habe haben hätte brauche brauchen suche suchen
sucht finde finden bekomme bekommen bitte hier da dort man wird werden gern gerne jemand jemanden etwas nach um ab
über durch gegen wenn dass nicht kein keine keinen mal noch nur sehr viel in im an am bei beim the a of for to on at
by with and or i me my you your we us our he she it they them is are be been do does did can could would should may
might must have has had need needs want wants like looking look search find get where what who how when which that
this there here some any please from about as not no s id и в во на с со к ко у о об от до из за по для при про под
над без или но а я мне меня мной мы нам нас ты вы вам вас он она оно они его ее их мой моя мое мои моего моей моему
мою свой где что кто как когда куда откуда какой какая какие чей могу может можно нужно нужен нужна нужны надо хочу
хотим ищу ищем найти искать есть быть был была это этот эта эти там тут здесь не ни бы ли же пожалуйста который في
من الى على عن مع او ثم هل ما ماذا اين كيف متى لماذا انا نحن انت هو هي هم لي لنا عندي لدي يوجد هناك هنا اريد نريد
احتاج نحتاج ابحث اجد نجد يمكن يمكنني ممكن استطيع كي ان انه التي الذي هذا هذه ذلك و يا بدي وين لو سمحت فضلك قد كان لا
لم
"""
_SPEAKING: Final = """
sprechen spricht sprechend sprechende sprechender speaking speak speaks spoken говорит говорят говорить говорящий
говорящая говорящие يتكلم تتكلم يتحدث تتحدث يتكلمون متحدث ناطق
"""
_NEAR: Final = """
nahe nah nähe neben unweit nächste nächsten nahen near nearby close next around beside nearest closest
около возле рядом недалеко вблизи близко поблизости вокруг ближайший ближайшая ближе
قرب قريب قريبة بالقرب القريب القريبة بجانب جنب بجوار حول
"""
_IN: Final = "in im bei beim am an at within в во на у районе район stadtteil viertel في حي منطقة عند"
_BY: Final = "auf in по на"
_LANGUAGE: Final = "sprache sprachen sprachig language язык языке языком لغه اللغه"

_PARTS_OF_DAY: Final = {
    "08:00-12:00": "morgens vormittag vormittags morning mornings утром утра утро утренний утренние "
    "صباحا الصباح صباح صباحي",
    "12:00-14:00": "mittag mittags noon midday полдень ظهرا الظهر",
    "12:00-18:00": "nachmittag nachmittags afternoon afternoons днем дня العصر عصرا",
    "17:00": "abend abends evening evenings tonight вечером вечер вечера вечерам вечерний вечерние вечерних "
    "مساء المساء مساءا مسائي مسائية",
    "20:00": "nachts nacht night ночью ليلا الليل",
}
_WEEKEND: Final = "wochenende wochenenden weekend weekends выходные выходных выходным"
_FROM: Final = "ab nach after from после с بعد من"
_AT: Final = "um gegen at в к الساعة"
_UNITS: Final = "uhr h часов часа час am pm"
_ON: Final = "am an jeden jede on every each в во по каждый каждую каждое يوم أيام كل في"


def _words(text: str) -> tuple[str, ...]:
    return tuple(collapsed(token.text) for token in tokens(text, limit=None))


SPEAKING: Final = frozenset(_words(_SPEAKING))
"""Words that say that a language is spoken."""
FILLERS: Final = frozenset(_words(_FILLERS)) | SPEAKING
"""Words that say nothing."""
NEAR_WORDS: Final = frozenset(_words(_NEAR))
"""Words that say "near"."""
IN_WORDS: Final = frozenset(_words(_IN))
"""Words that say "in" or "at" a place."""
BY_WORDS: Final = frozenset(_words(_BY))
"""Words before a language that is spoken."""
LANGUAGE_WORDS: Final = frozenset(_words(_LANGUAGE)) | SPEAKING
"""Words beside a language that only say that it is one, or is spoken."""

SPANS: Final = {word: span for span, text in _PARTS_OF_DAY.items() for word in _words(text)}
"""Parts of the day: their words, and the span of time."""
SPAN_PAIRS: Final = {_words("بعد الظهر"): "12:00-18:00", _words("после обеда"): "12:00-18:00"}
"""Parts of the day in two words."""
WEEKEND_WORDS: Final = frozenset(_words(_WEEKEND))
"""Saturday and Sunday in one word."""
WEEKEND_PAIRS: Final = frozenset({_words("نهاية الأسبوع")})
"""The same in two words."""
FROM_WORDS: Final = frozenset(_words(_FROM))
"""Words before the time from which on."""
AT_WORDS: Final = frozenset(_words(_AT))
"""Words before a time of the clock."""
CLOCK_UNITS: Final = frozenset(_words(_UNITS))
"""Words behind a time of the clock."""
ON_WORDS: Final = frozenset(_words(_ON))
"""Words before a day."""
WEEKDAY_NAMES: Final = tuple(get_day_names("wide", locale=language)[day] for language in LANGUAGES for day in range(7))
"""Names of the weekdays, Monday first, seven for each of `LANGUAGES`."""

SMALL_WORDS: Final = " ".join(
    (_FILLERS, _SPEAKING, _NEAR, _IN, _LANGUAGE, *_PARTS_OF_DAY.values(), _WEEKEND, "обеда نهاية الأسبوع")
)
"""All of these words in one text: they are no slips of other words."""
