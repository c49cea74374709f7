"""A series in sentences, or why there is none."""

from collections.abc import Iterator, Mapping
from typing import Any

from geodata.districts.comparison.refusal import Refusal
from geodata.districts.comparison.series import Point, Segment, Series
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui.districts.area_names import AreaNames
from ui.districts.quantities import quantity
from ui.districts.said import Said


def say_series(
    found: Series | Refusal, *, names: Mapping[str, str], definitions: Mapping[str, Any], t: Translator
) -> Said:
    """What can be read over time.

    Args:
        found: of one area.
        names: of the areas, by key.
        definitions: content of `definitions.toml`.
    """
    if isinstance(found, Refusal):
        return Said(_no_series(found, areas=AreaNames(names, t)), tuple(_why_none(found, t=t)))
    values = [sentence for segment in found.segments for sentence in _values(segment, definitions=definitions, t=t)]
    if not found.has_line:
        reasons = t("Each value counts in its own way."), t("So nothing can be said about a change.")
        return Said(t("These values are **no series**."), (*reasons, *values))
    if found.breaks:
        return Said(t("The line has **gaps**: no definition is joined to another."), tuple(values))
    return Said(t("All values follow **one definition**."), tuple(values))


def _no_series(refusal: Refusal, *, areas: AreaNames) -> str:
    (key,) = refusal.keys
    if key == WHOLE_CITY:
        return areas.t("There is **no series** for the whole city.")
    return areas.t("There is **no series** for {name}.", name=areas.name(key))


def _why_none(refusal: Refusal, *, t: Translator) -> Iterator[str]:
    if refusal.reason == "withheld":
        yield t("The values are not shown: too few people are counted.")
    elif refusal.reason == "no_data":
        yield t("There is no value for any date.")
    else:
        yield t("There is only one value, as of {date}.", date=t.date(refusal.codes[0]))
    if refusal.reason == "one_estimate":
        yield t("It is an estimate.")
    if len(refusal.city_definitions) > 1:
        n = len(refusal.city_definitions)
        yield t.plural(
            "The whole city has no series either: its values follow {n} definition.",
            "The whole city has no series either: its values follow {n} definitions.",
            n,
        )


def _values(segment: Segment, *, definitions: Mapping[str, Any], t: Translator) -> Iterator[str]:
    """Each value with its date, and after the last one the definition that they share."""
    for point in segment.points:
        yield t("{value} ({date}).", date=t.date(point.date), value=_value(point, segment.unit, t=t))
    entry = definitions.get("definition", {}).get(segment.definition)
    if entry:
        yield t("Definition: {name}.", name=entry["name"][t.language])


def _value(point: Point, unit: str, *, t: Translator) -> str:
    shown = quantity(point.value, unit, t=t)
    return t("about {value}", value=shown) if point.approximate else shown
