"""The comparison in sentences: is the difference secured, how large is it, and what are the numbers."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from geodata.districts.area_keys import DISTRICT, POLLING_DISTRICT
from geodata.districts.comparison.refusal import Refusal
from geodata.districts.comparison.sides import Comparison, Difference
from geodata.districts.comparison.value import Value
from geodata.i18n import Translator
from ui.districts.area_names import AreaNames
from ui.districts.difference_text import how_counted, one_value, say_difference
from ui.districts.quantities import bounds, distance, quantity
from ui.districts.refusal_text import not_shown, say_refusal
from ui.districts.said import Said

_PAIRS_NAMED: Final = 5
"""More pairs than that in a row are not read; the table has them all."""


def say_comparison(
    found: Comparison | Refusal,
    *,
    names: Mapping[str, str],
    definitions: Mapping[str, Any],
    suppress_below: int,
    t: Translator,
) -> Said:
    """What the comparison page says first.

    Args:
        names: of the areas, by key.
        definitions: content of `definitions.toml`.
        suppress_below: fewer people below the line than that are a reason the page may name.
    """
    areas = AreaNames(names, t)
    if isinstance(found, Refusal):
        return say_refusal(found, areas=areas, definitions=definitions)
    if not found.areas:
        return _invitation(found.city, areas=areas)
    asked = (*found.areas, found.city) if len(found.areas) == 1 else found.areas
    empty = [value for value in asked if value.state != "shown"]
    hidden = (not_shown(value, areas=areas, suppress_below=suppress_below) for value in empty)
    said = _answer(found, areas=areas, definitions=definitions)
    return Said(said.headline, (*said.sentences, *hidden))


def _invitation(city: Value, *, areas: AreaNames) -> Said:
    """No area is chosen: what to do, and the one value that is there."""
    t = areas.t
    sentences = [
        t("Choose two or more areas, in the list or on the map."),
        t("One area alone is compared with the whole city."),
    ]
    if city.state == "shown":
        sentences.append(one_value(city, areas=areas))
    return Said(t("What would you like to **compare**?"), tuple(sentences))


def _answer(found: Comparison, *, areas: AreaNames, definitions: Mapping[str, Any]) -> Said:
    shown = [value for value in found.areas if value.state == "shown"]
    differences = [each for each in found.differences if isinstance(each, Difference)]
    if len(found.areas) > 2 and len(shown) > 1:
        return _several(differences, values=shown, areas=areas)
    (only,) = found.differences[:1]
    if isinstance(only, Difference):
        return say_difference(only, areas=areas)
    said = say_refusal(only, areas=areas, definitions=definitions)
    values = [*shown, found.city] if len(found.areas) == 1 and found.city.state == "shown" else shown
    return Said(said.headline, (*said.sentences, *(one_value(value, areas=areas) for value in values)))


def _several(differences: list[Difference], *, values: list[Value], areas: AreaNames) -> Said:
    """More than two areas: how many differences are secured, the two ends, and which pairs are open."""
    t = areas.t
    ordered = sorted(values, key=lambda value: value.value)
    open_ones = [each for each in differences if not each.secured]
    ends = (
        t(
            "The value is largest {place}: {value}.",
            place=areas.within(ordered[-1].key),
            value=_shown(ordered[-1], t=t),
        ),
        t("It is smallest {place}: {value}.", place=areas.within(ordered[0].key), value=_shown(ordered[0], t=t)),
    )
    if any(value.bounded for value in values):
        secured, total = t.number(len(differences) - len(open_ones)), t.number(len(differences))
        headline = t("Differences that are certain: **{secured} of {total}**.", secured=secured, total=total)
        return Said(headline, (*ends, *_open_pairs(open_ones, areas=areas), *how_counted(values, t=t)))
    apart = distance(ordered[-1].value - ordered[0].value, ordered[0].unit, t=t)
    headline = t("Between the smallest and the largest value there are **{distance}**.", distance=apart)
    return Said(headline, (*ends, *how_counted(values, t=t)))


def _open_pairs(differences: list[Difference], *, areas: AreaNames) -> Iterator[str]:
    t = areas.t
    for each in differences[:_PAIRS_NAMED]:
        yield t("Not certain: {a} and {b}.", a=areas.name(each.a.key), b=areas.name(each.b.key))
    more = len(differences) - _PAIRS_NAMED
    if more > 0:
        yield t.plural("{n} more pair is not certain.", "{n} more pairs are not certain.", more)


def _shown(value: Value, *, t: Translator) -> str:
    return quantity(value.value, value.unit, t=t)


def level_note(level: str, *, counts: Mapping[str, int], t: Translator) -> str:
    """Why the picture changes with the level of geography, the shown level first.

    Args:
        level: "district" or "polling_district".
        counts: level → how many areas it has; a level that the city does not have is left out.
    """
    sentences = {
        DISTRICT: lambda n: t(
            "Coarse level, {areas}: differences inside an area stay hidden.",
            areas=t.plural("{n} district", "{n} districts", n),
        ),
        POLLING_DISTRICT: lambda n: t(
            "Fine level, {areas}: more differences, but small sums, and so rougher ones.",
            areas=t.plural("{n} polling district", "{n} polling districts", n),
        ),
    }
    order = sorted((name for name in sentences if counts.get(name)), key=lambda name: name != level)
    return " ".join([*(sentences[name](counts[name]) for name in order), t("Other borders give another picture.")])


@dataclass(frozen=True)
class Table:
    """Cells as text: name, value, bounds, rank, people. Head and rows have the same length."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table_of(found: Comparison | Refusal, *, names: Mapping[str, str], year: str, t: Translator) -> Table:
    """The numbers side by side, the city in the last row; no rows where nothing is compared.

    Args:
        year: of which the residents are; not always that of the figure.
    """
    if isinstance(found, Refusal):
        return Table((), ())
    areas, table = AreaNames(names, t), found.table
    values = (*found.areas, found.city)
    ranked = table["ranked"].dropna().unique()
    one = int(ranked[0]) if len(ranked) == 1 else None
    bounded = any(value.bounded for value in values)
    head = (
        t("Area"),
        t("Estimate") if any(value.status == "estimated" for value in values) else t("Value"),
        *([t("Bounds")] if bounded else []),
        t("Rank of {n}", n=t.number(one)) if one else t("Rank"),
        t("People {year}", year=year),
    )
    numbers = ((value, table.loc[value.key].to_dict()) for value in values)
    rows = (_row(value, row, areas=areas, total=not one, bounded=bounded) for value, row in numbers)
    return Table(head, tuple(rows))


def _row(value: Value, numbers: Mapping[Any, Any], *, areas: AreaNames, total: bool, bounded: bool) -> tuple[str, ...]:
    t = areas.t
    return (
        areas.name(value.key),
        _NOT_SHOWN[value.state](t) if value.state != "shown" else _shown(value, t=t),
        *([bounds(value, t=t)] if bounded else []),
        "" if pd.isna(numbers["rank"]) else rank_cell(numbers, total=total, t=t),
        "" if math.isnan(value.people) else t.number(value.people),
    )


_NOT_SHOWN: Final[Mapping[str, Callable[[Translator], str]]] = {
    "withheld": lambda t: t("not shown"),
    "no_data": lambda t: t("no data"),
}


def rank_cell(numbers: Mapping[Any, Any], *, t: Translator, total: bool = False) -> str:
    """A rank, and whether the bounds leave it open.

    Args:
        numbers: `rank`, `safe`, `ranked` of one row of `ranks`.
        total: say of how many.
    """
    rank = t.number(int(numbers["rank"]))
    if total:
        rank = t("{rank} of {n}", rank=rank, n=t.number(int(numbers["ranked"])))
    return rank if numbers["safe"] else t("{rank}, not certain", rank=rank)


def rank_sentence(numbers: Mapping[Any, Any], *, t: Translator) -> str:
    """The same in a sentence, with the ranks that are possible: `best`, `worst` beside the others."""
    words = {name: t.number(int(numbers[name])) for name in ("rank", "best", "worst", "ranked")}
    if numbers["safe"]:
        return t("Rank {rank} of {ranked}.", **words)
    return t("Rank {rank} of {ranked}, not certain: {best} to {worst} is possible.", **words)
