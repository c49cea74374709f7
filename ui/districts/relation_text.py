"""How two figures go together, in plain words: the sense first, then the number, then what it does not say."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from geodata.districts.area_keys import POLLING_DISTRICT
from geodata.districts.comparison.relation import CHANCE, Relation
from geodata.i18n import Translator
from ui.districts.said import Said

_SMALLEST_SHARE: Final = 0.001
"""What is printed with one decimal of percent."""

_HEADLINES: Final[Mapping[str, Callable[[Translator], str]]] = {
    "positive": lambda t: t("Both values mostly rise **together**."),
    "negative": lambda t: t("Where one value is high, the other is mostly **low**."),
    "none_clear": lambda t: t("There is **no clear pattern**."),
    "too_few": lambda t: t("There are **too few** areas to see a pattern."),
    "same_indicator": lambda t: t("This is **twice the same** figure."),
    "built_in": lambda t: t("This pattern is **built in**."),
    "no_variation": lambda t: t("All areas have the **same** value in one of the figures."),
}


def say_relation(found: Relation, *, indicators: Mapping[str, Any], t: Translator) -> Said:
    """What the scatter shows, and what it cannot show.

    Args:
        indicators: `definitions["indicator"]`: the short names of both figures.
    """
    names = {axis: indicators[code]["short"][t.language] for axis, code in (("x", found.x), ("y", found.y))}
    sentences = [*_sense(found, names=names, t=t), *_strength(found, t=t), *_cautions(found, t=t)]
    return Said(_HEADLINES[found.verdict](t), tuple(sentences))


def _sense(found: Relation, *, names: Mapping[str, str], t: Translator) -> Iterator[str]:
    if found.verdict == "positive":
        yield t("High in “{x}” mostly means: high in “{y}”, too.", **names)
    elif found.verdict == "negative":
        yield t("High in “{x}” mostly means: low in “{y}”.", **names)
    elif found.verdict == "none_clear" and found.chance >= CHANCE:
        yield t("The points may lie like this by chance.")
    elif found.verdict == "none_clear":
        yield t("The points follow a common order only faintly.")
    elif found.verdict == "too_few":
        yield t("Both values are known for: {areas}.", areas=_areas(len(found.pairs), level=found.level, t=t))
    elif found.verdict == "same_indicator":
        yield t("Choose another figure.")
    elif found.verdict == "built_in":
        yield t("Both figures hold some of the same people or places.")
        yield t("So they hang together, whatever the areas are like.")


def _strength(found: Relation, *, t: Translator) -> Iterator[str]:
    """The coefficient, its scale in words, and how often chance does the same."""
    if found.rho != found.rho:
        return
    areas = _areas(len(found.pairs), level=found.level, t=t)
    yield t("Rank correlation (Spearman): {rho}, {areas}.", rho=t.signed(found.rho, digits=2), areas=areas)
    one = {"plus": t.signed(1), "minus": t.signed(-1), "zero": t.number(0)}
    yield t("{plus} is the same order, {minus} the opposite order, {zero} no common order.", **one)
    share = t.share(max(found.chance, _SMALLEST_SHARE))
    if found.chance < _SMALLEST_SHARE:
        yield t("Chance alone would do this in less than {share} of cases.", share=share)
    else:
        yield t("Chance alone would do this in {share} of cases.", share=share)


def _cautions(found: Relation, *, t: Translator) -> Iterator[str]:
    if found.left_out:
        areas = _areas(found.left_out, level=found.level, t=t)
        yield t("Left out, because a value is missing or not shown: {areas}.", areas=areas)
    if "bounds" in found.cautions:
        yield t("One figure is an estimate: within its bounds the picture may differ.")
    if "different_dates" in found.cautions:
        yield t("The two figures are from different dates.")
    if found.level == POLLING_DISTRICT:
        yield t("This says something about polling districts, nothing about single people.")
    else:
        yield t("This says something about districts, nothing about single people.")
    yield t("It does not show a cause.")


def _areas(n: int, *, level: str, t: Translator) -> str:
    if level == POLLING_DISTRICT:
        return t.plural("{n} polling district", "{n} polling districts", n)
    return t.plural("{n} district", "{n} districts", n)
