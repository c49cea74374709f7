"""Why there is no comparison, in sentences."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from geodata.districts.comparison.refusal import Refusal
from geodata.districts.comparison.value import Value
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui.districts.area_names import AreaNames
from ui.districts.said import Said


def say_refusal(refusal: Refusal, *, areas: AreaNames, definitions: Mapping[str, Any]) -> Said:
    """The refusal and its reason; what is missing or withheld is said area by area with `not_shown`."""
    t = areas.t
    if refusal.reason in ("no_data", "withheld"):
        key = refusal.keys[0]
        if key == WHOLE_CITY:
            return Said(t("There is **no comparison** with the whole city."))
        return Said(t("There is **no comparison** for {a}.", a=areas.name(key)))
    if refusal.reason == "same_area":
        same = t("Twice the same area: {a}.", a=areas.name(refusal.keys[0]))
        return Said(t("An area **cannot be compared** with itself."), (same, t("Choose another area.")))
    return Said(t("These values **cannot be compared**."), _difference_of(refusal, definitions=definitions, t=t))


def not_shown(value: Value, *, areas: AreaNames, suppress_below: int) -> str:
    """Why one area has no value: no figure, too few people, or too small a count; more than that is never said."""
    t, name = areas.t, areas.name(value.key)
    if value.state == "no_data":
        if value.key == WHOLE_CITY:
            return t("We have no figure for the whole city.")
        return t("We have no figure for {name}.", name=name)
    if value.denominator < suppress_below:
        return t("{name}: not shown, fewer than {n} people.", name=name, n=t.number(suppress_below))
    return t("{name}: not shown, here or in a related value too few people are counted.", name=name)


_REASONS: Final[Mapping[str, Callable[[Translator], str]]] = {
    "different_definition": lambda t: t("They follow two definitions, and each counts other people."),
    "different_date": lambda t: t("They are not from the same date."),
    "different_unit": lambda t: t("They have different units."),
    "different_indicator": lambda t: t("They are two different figures."),
}


def _difference_of(refusal: Refusal, *, definitions: Mapping[str, Any], t: Translator) -> tuple[str, ...]:
    sentences = [_REASONS[refusal.reason](t)]
    if refusal.reason == "different_definition":
        entries = definitions.get("definition", {})
        named = [entries[code]["name"][t.language] for code in refusal.codes if code in entries]
        sentences += [t("Definition: {name}.", name=name) for name in named]
    if refusal.reason == "different_date":
        sentences += [t("As of {date}.", date=t.date(code)) for code in refusal.codes]
    return tuple(sentences)
