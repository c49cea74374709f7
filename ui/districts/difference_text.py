"""One difference in sentences: answer first, then the numbers, then what they rest on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from geodata.districts.area_keys import POLLING_DISTRICT, contains
from geodata.districts.comparison.sides import Difference
from geodata.districts.comparison.value import Value
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui.districts.area_names import AreaNames
from ui.districts.quantities import ADD_UP, distance, printed, quantity, rounded_down, signed
from ui.districts.said import Said

_LONG: Final = {"people_per_km2", "offers_per_1000"}
_REACH: Final = "within_15_min_"
_OWN_LIST: Final = {"places", "offers", "offers_per_1000"}


def say_difference(found: Difference, *, areas: AreaNames) -> Said:
    """How one area stands to another, or to the whole city."""
    numbers = both(found.a, found.b, areas=areas)
    if found.part_of and found.a.unit in ADD_UP and found.exact:
        return _share_of_the_whole(found, numbers=numbers, areas=areas)
    sentences = [*numbers, *_limits(found, t=areas.t)]
    if _rounding_shows(found):
        sentences.append(areas.t("The difference is worked out before rounding."))
    if found.part_of:
        sentences.append(_part(found, areas=areas))
    return Said(_headline(found, areas=areas), (*sentences, *how_counted((found.a, found.b), t=areas.t)))


def both(a: Value, b: Value, *, areas: AreaNames) -> tuple[str, ...]:
    """Both values in one sentence, with the word for an estimate where one is; in two where that would be long."""
    if POLLING_DISTRICT in (a.level, b.level) or a.unit in _LONG:
        return one_value(a, areas=areas), one_value(b, areas=areas)
    words = {
        "a": quantity(a.value, a.unit, t=areas.t),
        "place_a": areas.within(a.key),
        "b": quantity(b.value, b.unit, t=areas.t),
        "place_b": areas.within(b.key),
    }
    if "estimated" in (a.status, b.status):
        return (areas.t("The estimate is {a} {place_a} and {b} {place_b}.", **words),)
    return (areas.t("The value is {a} {place_a} and {b} {place_b}.", **words),)


def one_value(value: Value, *, areas: AreaNames) -> str:
    """One value in a sentence, likewise."""
    words = {"value": quantity(value.value, value.unit, t=areas.t), "place": areas.within(value.key)}
    if value.status == "estimated":
        return areas.t("The estimate {place}: {value}.", **words)
    return areas.t("The value {place}: {value}.", **words)


def how_counted(values: Sequence[Value], *, t: Translator) -> Iterator[str]:
    """What values without bounds rest on: nothing is exact, only taken as it was published."""
    plain = [value for value in values if not value.bounded]
    if any(value.unit in _OWN_LIST for value in plain):
        yield t("These are the entries of our own list.")
    elif any(value.indicator.startswith(_REACH) for value in plain):
        yield t("We worked this out along the ways for walking.")
    elif plain:
        yield t("The counts have no bounds; we take them as published.")
        if any(value.status == "aggregated" for value in plain):
            yield t("To protect people, the statistical offices changed very small counts.")


_TWO_AREAS: Final[Mapping[str, Callable[[Translator, Mapping[str, str]], str]]] = {
    "open": lambda t, words: t("The difference between {a} and {b} is **not certain**.", **words),
    "secured": lambda t, words: t("The difference between {a} and {b} is **certain**: at least {distance}.", **words),
    "tiny": lambda t, words: t("The difference between {a} and {b} is **certain**, but very small.", **words),
    "exact": lambda t, words: t("The difference between {a} and {b}: **{distance}**.", **words),
    "equal": lambda t, words: t("{a} and {b} have the **same** value.", **words),
}
_WITH_THE_CITY: Final[Mapping[str, Callable[[Translator, Mapping[str, str]], str]]] = {
    "open": lambda t, words: t("The difference between {a} and the whole city is **not certain**.", **words),
    "secured": lambda t, words: t(
        "The difference between {a} and the whole city is **certain**: at least {distance}.", **words
    ),
    "tiny": lambda t, words: t(
        "The difference between {a} and the whole city is **certain**, but very small.", **words
    ),
    "exact": lambda t, words: t("The difference between {a} and the whole city: **{distance}**.", **words),
    "equal": lambda t, words: t("{a} and the whole city have the **same** value.", **words),
}


def _headline(found: Difference, *, areas: AreaNames) -> str:
    unit, t = found.a.unit, areas.t
    least = rounded_down(found.at_least, unit)
    how, size = "exact", abs(found.difference)
    if found.exact:
        how = "exact" if found.difference else "equal"
    elif found.secured:
        how, size = ("secured", least) if least else ("tiny", 0.0)
    else:
        how = "open"
    a, b = (found.b, found.a) if found.a.key == WHOLE_CITY else (found.a, found.b)
    words = {"a": areas.name(a.key), "b": areas.name(b.key), "distance": distance(size, unit, t=t)}
    sentences = _WITH_THE_CITY if b.key == WHOLE_CITY else _TWO_AREAS
    return sentences[how](t, words)


def _limits(found: Difference, *, t: Translator) -> Iterator[str]:
    """Whether the bounds overlap, and what they leave open."""
    if found.exact:
        return
    if found.secured:
        yield t("The bounds do not overlap.")
        return
    lower, upper = (signed(limit, found.a.unit, t=t) for limit in (found.lower, found.upper))
    if found.a.unit == "share":
        words = t("The bounds overlap: The difference lies between {lower} and {upper} percentage points.",
                  lower=lower, upper=upper)  # fmt: skip
    else:
        words = t("The bounds overlap: The difference lies between {lower} and {upper}.", lower=lower, upper=upper)
    yield words


def _rounding_shows(found: Difference) -> bool:
    """Whether somebody who subtracts the printed values gets another number than the printed difference."""
    a, b, unit = found.a, found.b, found.a.unit
    if found.exact:
        said = [(found.difference, a.value, b.value)]
    else:
        said = [] if found.secured else [(found.lower, a.lower, b.upper), (found.upper, a.upper, b.lower)]
    return any(
        round(printed(first, unit) - printed(second, unit), 1) != printed(whole, unit) for whole, first, second in said
    )


def _part(found: Difference, *, areas: AreaNames) -> str:
    part, whole = _part_and_whole(found)
    if whole.key == WHOLE_CITY:
        return areas.t("{a} is itself a part of the city.", a=areas.name(part.key))
    return areas.t("{a} lies {place}: a part beside its whole.", a=areas.name(part.key), place=areas.within(whole.key))


def _part_and_whole(found: Difference) -> tuple[Value, Value]:
    return (found.b, found.a) if contains(found.a.key, found.b.key) else (found.a, found.b)


def _share_of_the_whole(found: Difference, *, numbers: tuple[str, ...], areas: AreaNames) -> Said:
    part, whole = _part_and_whole(found)
    t = areas.t
    share = t.share(part.value / whole.value if whole.value else 0.0)
    headline = t("The part makes up **{share}** of the whole.", share=share)
    return Said(headline, (*numbers, *how_counted((found.a, found.b), t=t)))
