"""The offers after the changes of a scenario, and what of a scenario does not fit the tables at hand."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from geodata.coverage.catchments import NOWHERE, Catchments
from geodata.coverage.offers import ACTIVE, Offer, Offers, with_records
from geodata.coverage.scenario.change import Add, Change, Close, Confirm, Move, OpenAt, Speak, States
from geodata.coverage.scenario.fault import ScenarioFault
from geodata.coverage.scenario.scenario import Scenario
from geodata.network.cells import cells_from_codes

GIVEN_UP: Final = "inactive"
"""Status of an offer that was closed."""


def applied(scenario: Scenario, offers: Offers, *, catchments: Catchments, areas: Mapping[str, str]) -> Offers:
    """The offers after all changes: records that stay are the same objects, in their order; new ones stand behind them.

    What is at a cell has the cell's code as its `facility_id`. Moved offers keep the hours they had, and their status.

    Args:
        offers: those of the tables.
        areas: key of the area that every facility lies in, by its id; those without a point belong here, too.

    Raises:
        KeyError: an offer or place does not exist; `faults_of` finds them all.
    """
    records = {offer.id: offer for offer in offers.records}
    for change in scenario.changes:
        before = _blank(change) if isinstance(change, Add) else records[change.offer_id]
        records[change.offer_id] = _changed(before, change, offers=offers, catchments=catchments, areas=areas)
    same = len(records) == len(offers) and all(records[offer.id] is offer for offer in offers.records)
    return offers if same else with_records(offers, records.values())


def _blank(change: Add) -> Offer:
    return Offer(
        change.offer_id,
        "",
        NOWHERE,
        "",
        change.section,
        change.topic,
        languages=change.languages,
        hours=change.hours,
    )


def _changed(
    offer: Offer, change: Change, *, offers: Offers, catchments: Catchments, areas: Mapping[str, str]
) -> Offer:
    match change:
        case Add(at=at) | Move(at=at):
            place, area_key = _place_of(at, catchments=catchments, areas=areas)
            return replace(offer, facility_id=at, place=place, area_key=area_key)
        case Close():
            return replace(offer, status=GIVEN_UP)
        case Confirm():
            return replace(offer, status=ACTIVE)
        case OpenAt(hours=hours):
            return replace(offer, hours=hours)
        case States(languages=languages):
            return replace(offer, languages=languages)
        case Speak(languages=languages):
            stated = offer.languages or ((offers.assumed,) if offers.assumed else ())
            return replace(offer, languages=tuple(dict.fromkeys((*stated, *languages))))


def _place_of(at: str, *, catchments: Catchments, areas: Mapping[str, str]) -> tuple[int, str]:
    """Place and key of the area, of a facility or a populated cell."""
    if at in areas:
        return catchments.facility_rows.get(at, NOWHERE), areas[at]
    row = catchments.cell_rows[at]
    return len(catchments.facility_ids) + row, catchments.area_keys[catchments.area_of[row]]


def faults_of(
    scenario: Scenario,
    offers: Offers,
    *,
    catchments: Catchments,
    areas: Mapping[str, str],
    topics: Mapping[str, Collection[str]],
) -> tuple[ScenarioFault, ...]:
    """Everything in a scenario that does not exist in the tables at hand; none of it can be applied then.

    Args:
        offers, areas: as for `applied`.
        topics: codes of the topics of each section.
    """
    known, faults = set(offers.rows), []
    for number, change in enumerate(scenario.changes, 1):
        if isinstance(change, Add):
            faults += [*_term_faults(change, number, topics=topics)]
        if (change.offer_id in known) == isinstance(change, Add):
            code = "known_offer" if isinstance(change, Add) else "unknown_offer"
            faults.append(ScenarioFault(code, (number, "offer_id"), change.offer_id))
        if isinstance(change, Add | Move) and change.at not in areas and change.at not in catchments.cell_rows:
            faults.append(ScenarioFault(_no_place(change.at), (number, "at"), change.at))
        known.add(change.offer_id)
    return tuple(faults)


def _term_faults(change: Add, number: int, *, topics: Mapping[str, Collection[str]]) -> Iterator[ScenarioFault]:
    if change.section not in topics:
        yield ScenarioFault("unknown_section", (number, "section"), change.section, tuple(topics))
    elif change.topic and change.topic not in topics[change.section]:
        yield ScenarioFault("unknown_topic", (number, "topic"), change.topic, tuple(topics[change.section]))


def _no_place(at: str) -> str:
    try:
        cells_from_codes([at])
    except ValueError:
        return "unknown_place"
    return "empty_cell"
