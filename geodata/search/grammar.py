"""Small words of the four languages: those that say nothing in a question, and those that say "near" or "in"."""

from typing import Final

from geodata.search.folding import collapsed, tokens

_FILLERS: Final = """
der die das dem den des ein eine einen einem einer eines und oder aber mit ohne für von vom zu zum zur auf aus als
auch ich du er sie es wir ihr mir mich dich uns mein meine meinen meinem meiner dein deine sein seine unser unsere
ihre ihren wo was wer wie wann welche welcher welches welchen wohin woher warum kann können könnte möchte möchten
will wollen muss müssen soll darf gibt geht ist sind bin war hat habe haben hätte brauche brauchen suche suchen
sucht finde finden bekomme bekommen bitte hier da dort man wird werden gern gerne jemand jemanden etwas nach um ab
über durch gegen wenn dass nicht kein keine keinen mal noch nur sehr viel in im an am bei beim the a an of for to
in on at by with and or i me my you your we us our he she it they them is are am was be been do does did can could
will would should may might must have has had need needs want wants like looking look search find get where what
who how when which that this there here some any please from about as not no s im id и в во на с со к ко у о об от
до из за по для при про под над без или но а я мне меня мной мы нам нас ты вы вам вас он она оно они его ее их мой
моя мое мои моего моей моему мою свой где что кто как когда куда откуда какой какая какие чей могу может можно
нужно нужен нужна нужны надо хочу хотим ищу ищем найти искать есть быть был была это этот эта эти там тут здесь не
ни бы ли же пожалуйста который في من الى على عن مع او ثم هل ما ماذا اين كيف متى لماذا انا نحن انت هو هي هم لي لنا
عندي لدي يوجد هناك هنا اريد نريد احتاج نحتاج ابحث يمكن يمكنني ممكن استطيع كي ان انه التي الذي هذا هذه ذلك و
يا بدي وين لو سمحت فضلك من قد كان لا لم
"""

NEAR: Final = """
nahe nah nähe neben unweit nächste nächsten nahen
near nearby close next around beside nearest closest
около возле рядом недалеко вблизи близко поблизости вокруг ближайший ближайшая ближе
قرب قريب قريبه بالقرب القريب القريبه بجانب جنب بجوار حول
"""

_IN: Final = "in im bei beim am an at within в во на у в районе район в_районе stadtteil viertel في حي منطقه عند"


def _words(text: str) -> frozenset[str]:
    return frozenset(collapsed(token.text) for token in tokens(text, limit=None))


FILLERS: Final = _words(_FILLERS)
"""Words that say nothing, folded and collapsed."""

NEAR_WORDS: Final = _words(NEAR)
"""Words that say "near", folded and collapsed."""

IN_WORDS: Final = _words(_IN)
"""Words that say "in" or "at", folded and collapsed."""

BY_WORDS: Final = _words("auf in по на")
"""Words before a language that is spoken."""

LANGUAGE_WORDS: Final = _words(
    """sprache sprachen sprachig sprechen spricht sprechend sprechende sprechender language speaking speak speaks
    spoken     язык языке языком говорит говорят говорить говорящий говорящая говорящие يتكلم تتكلم يتحدث تتحدث
    يتكلمون متحدث ناطق لغه اللغه"""
)
"""Words beside a language that only say that it is one, or is spoken."""
