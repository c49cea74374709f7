"""The numbers and names that the methods page fills in: each from the code that works with it, or from the tables."""

from typing import Final, NamedTuple

import numpy as np

from geodata.coverage.catchments import ALL, GROUPS, NOWHERE
from geodata.coverage.gap_table import PER, WORST_TENTH
from geodata.coverage.question import HALF, LEAST_MIN, MOST_MIN, Question
from geodata.coverage.stability.floating import FALLING
from geodata.coverage.stability.radii import STEP_MIN as RADIUS_STEP_MIN
from geodata.exports.coverage_names import STATE_NAMES, group_name
from geodata.facilities import newest_source
from geodata.i18n import Translator
from geodata.network.cells import CELL_M
from geodata.network.snapping import SNAP_LIMIT_M
from geodata.network.table import CYCLING, STEP_MIN, WALKING
from ui import loaders

PROTECTED: Final = (1, 2)
"""Numbers of people that the statistical offices turn into others in every cell (SAFE)."""
EXAMPLE: Final = (100, 40, 30)
"""People of a made-up district; of them those who surely, and who only possibly reach an offer."""
SHARED: Final = (2, 400)
"""Offers at a made-up place, and people who reach it."""
COMMAND: Final = "python -m geodata coverage --config analysis.json --out DIR"


class Paper(NamedTuple):
    """A paper: how a sentence names it, the journal it is in, and where that is."""

    name: str
    journal: str
    url: str


PAPERS: Final = {
    "church": Paper(
        "Church & ReVelle 1974",
        "Papers of the Regional Science Association 32, 101–118",
        "https://doi.org/10.1007/BF01942293",
    ),
    "kitagawa": Paper(
        "Kitagawa 1955",
        "Journal of the American Statistical Association 50 (272), 1168–1194",
        "https://doi.org/10.1080/01621459.1955.10501299",
    ),
    "luo_qi": Paper(
        "Luo & Qi 2009",
        "Health & Place 15 (4), 1100–1107",
        "https://doi.org/10.1016/j.healthplace.2009.06.002",
    ),
    "luo_wang": Paper(
        "Luo & Wang 2003",
        "Environment and Planning B 30 (6), 865–884",
        "https://doi.org/10.1068/b29120",
    ),
}


def numbers(t: Translator) -> dict[str, str]:
    """Everything by the name that messages use; what the city's tables do not tell is left out."""
    return _people(t) | _ways(t) | _offers(t) | _bounds(t) | _measures(t) | _names(t)


def _people(t: Translator) -> dict[str, str]:
    found = {"cell_m": t.number(CELL_M), "protected": t.join(t.number(each) for each in PROTECTED)}
    catchments, date = loaders.catchments(), loaders.residents_date()
    if catchments is None or not date:
        return found
    groups = (group_name(code, t) for code in GROUPS if code in catchments.people and code != ALL)
    return found | {
        "census_date": t.date(date),
        "cells": t.number(len(catchments.cells)),
        "residents": t.number(int(catchments.people[ALL].sum())),
        "groups": t.listed(groups),
    }


def _ways(t: Translator) -> dict[str, str]:
    return {
        "walking_kmh": t.number(WALKING.kmh, digits=1),
        "cycling_kmh": t.number(CYCLING.kmh),
        "walking_limit": t.number(WALKING.limit_min),
        "cycling_limit": t.number(CYCLING.limit_min),
        "snap_m": t.number(SNAP_LIMIT_M),
        "step_s": t.number(60 * STEP_MIN),
        "least": t.number(LEAST_MIN),
        "most": t.number(MOST_MIN),
        "asked": t.number(Question.minutes),
    }


def _offers(t: Translator) -> dict[str, str]:
    found = {"confirmed_only": t("Confirmed only")}
    assumed = loaders.city_data().city.assumed_spoken
    if assumed:
        found["assumed"] = t.language_name(assumed)
    if loaders.catchments() is None:
        return found
    offers, newest = loaders.coverage_offers(), newest_source(loaders.city_data().facilities)
    if newest:
        found |= {"offers": t.number(len(offers)), "newest": t.date(newest)}
    return found | {
        "silent": t.number(int((~offers.stated).sum())),
        "timeless": t.number(sum(not offer.hours for offer in offers.records)),
        "homeless": t.number(int(np.count_nonzero(offers.places == NOWHERE))),
    }


def _bounds(t: Translator) -> dict[str, str]:
    people, sure, open_for = EXAMPLE
    city = loaders.city_data().city
    return {
        "example_people": t.number(people),
        "example_sure": t.number(sure),
        "example_open": t.number(open_for),
        "example_lower": t.share(sure / people, digits=0),
        "example_upper": t.share((sure + open_for) / people, digits=0),
        "wished": t.share(HALF, digits=0),
        "few_people": t.number(city.suppress_below),
        "few_least": t.number(1),
        "few_most": t.number(city.suppress_count_below - 1),
    }


def _measures(t: Translator) -> dict[str, str]:
    near, middle, far = (t.number(weight, digits=2) for weight in FALLING)
    offers, people = SHARED
    return {
        "nine_tenths": t.share(WORST_TENTH, digits=0),
        "per": t.number(PER),
        "radius_step": t.number(RADIUS_STEP_MIN),
        "near": near,
        "middle": middle,
        "far": far,
        "shared_people": t.number(people),
        "shared_offers": t.number(offers),
        "shared_each": t.number(PER * offers / people),
    }


def _names(t: Translator) -> dict[str, str]:
    return {
        **{code: t.isolated(paper.name) for code, paper in PAPERS.items()},
        **{state: t(name) for state, name in STATE_NAMES.items()},
        "what_if": t("What if …"),
        "ask_first": t("Ask these first"),
        "report": t("Report"),
        "analysis": t("Analysis, to be repeated (JSON)"),
        "command": t.isolated(f"`{COMMAND}`"),
    }
