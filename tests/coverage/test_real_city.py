"""Thirty questions about the shipped city: the table against plain loops, and its ways against an own search."""

import random
from collections.abc import Callable, Iterator, Sequence

import pytest

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in
from geodata.coverage.catchments import GROUPS, Catchments, Steps
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offer
from geodata.coverage.question import MOST_MIN_OF, Question
from geodata.hours import Opening, is_open
from tests.coverage import shipped
from tests.coverage.brute_force import BruteForce, Ground
from tests.coverage.plain import STEP_MIN, answers_of, minutes_of
from tests.coverage.shipped_network import LIMIT_MIN, OwnWays, centres_of

LEVELS = ("district", "polling_district")
OFF_MIN = STEP_MIN / 2 + 0.03
"""Half a step, and what rounding coordinates and lengths for the pack may come to on the way: 2 m."""

Read = Callable[[str, str], Catchments]


def drawn(count: int = 30) -> Iterator[tuple[Question, str]]:
    """Questions and levels; each names a section and topic of an offer that exists, or only the section, or neither."""
    chance = random.Random(6)
    offers = shipped.offers_of("district")
    spoken = sorted({code for offer in offers for code in offer.languages})
    for _ in range(count):
        offer = chance.choice(offers)
        mode = chance.choice(("walking", "walking", "walking", "cycling"))
        section, topic = chance.choice((("", ""), (offer.section, ""), (offer.section, offer.topic)))
        asked = chance.choice(((), ("de",), chance.sample(("ar", "ru", "fa"), 1), chance.sample(spoken, 2)))
        begin = chance.randrange(8 * 60, 20 * 60, 30)
        yield (
            Question(
                section,
                topic,
                languages=tuple(sorted(asked)),
                group=chance.choice(GROUPS),
                minutes=chance.randint(5, MOST_MIN_OF[mode]),
                mode=mode,
                verified=chance.random() < 0.4,
                opening=chance.choice((None, Opening(chance.randrange(7), begin), Opening(3, begin, begin + 60))),
                wished_share=chance.choice((0.3, 0.5, 0.8)),
            ),
            chance.choice((*LEVELS[:1], *LEVELS)),
        )


CASES = list(drawn())
IDS = [f"{number}-{question.mode}-{level}" for number, (question, level) in enumerate(CASES)]


@pytest.fixture(scope="session")
def ways() -> OwnWays:
    return OwnWays()


def plain_ground(catchments: Catchments, level: str) -> Ground:
    """People by an own reading of the files; of the catchments only the ways."""
    minutes = {place: [minutes_of(step) for step in row] for place, row in enumerate(catchments.steps.tolist())}
    return Ground(shipped.areas_of(level), [cell for _, cell in shipped.cells_of(level)], minutes)


@pytest.mark.parametrize("level", LEVELS)
def test_catchments_and_offers_are_what_the_files_say(
    shipped_city: CityData, shipped_catchments: Read, level: str
) -> None:
    catchments = shipped_catchments("walking", level)
    assert list(catchments.cells) == [code for code, _ in shipped.cells_of(level)]
    assert list(catchments.facility_ids) == list(shipped.located())
    assert list(offers_in(shipped_city, catchments).records) == shipped.offers_of(level)


@pytest.mark.parametrize(("question", "level"), CASES, ids=IDS)
def test_the_table_is_that_of_plain_loops(
    shipped_city: CityData, shipped_catchments: Read, question: Question, level: str
) -> None:
    catchments = shipped_catchments(question.mode, level)
    table = GapTable.from_question(question, offers_in(shipped_city, catchments), catchments=catchments)
    ground, offers = plain_ground(catchments, level), shipped.offers_of(level)
    plain = BruteForce(question, offers, ground, assumed="de", is_open=is_open)
    assert answers_of(table) == plain.rows()
    assert table.without_address == plain.without_address()


def assert_as_far(steps: Steps, minutes: Sequence[float], *, mode: str) -> None:
    """Steps of the pack are the minutes of an own search within half a step, one at least; up to the limit."""
    for step, found in zip(steps.tolist(), minutes, strict=True):
        kept = minutes_of(step)
        if kept > LIMIT_MIN[mode]:
            assert found > LIMIT_MIN[mode] - OFF_MIN
        else:
            assert abs(kept - max(found, STEP_MIN)) <= OFF_MIN


@pytest.mark.parametrize(("question", "level"), CASES, ids=IDS)
def test_the_nearest_offers_are_as_far_as_an_own_search_says(
    ways: OwnWays, shipped_city: CityData, shipped_catchments: Read, question: Question, level: str
) -> None:
    catchments = shipped_catchments(question.mode, level)
    table = GapTable.from_question(question, offers_in(shipped_city, catchments), catchments=catchments)
    cells, places = ways.nodes_of(centres_of(catchments.cells)), ways.nodes_of(list(shipped.located().values()))

    def minutes_to(offers: Sequence[Offer]) -> list[float]:
        starts = [places[offer.place] for offer in offers if offer.place >= 0]
        return ways.minutes(starts, cells, mode=question.mode)

    plain = BruteForce(question, shipped.offers_of(level), Ground((), (), {}), assumed="de", is_open=is_open)
    assert_as_far(table.reach.sure, minutes_to(plain.sure), mode=question.mode)
    assert_as_far(table.reach.possible, minutes_to(plain.sure + plain.unsure), mode=question.mode)


@pytest.mark.parametrize("mode", ["walking", "cycling"])
def test_ways_from_single_facilities_and_cells(ways: OwnWays, shipped_catchments: Read, mode: str) -> None:
    catchments, chance = shipped_catchments(mode, "district"), random.Random(7)
    cells, places = ways.nodes_of(centres_of(catchments.cells)), ways.nodes_of(list(shipped.located().values()))
    for place in chance.sample(range(len(places)), 12):
        assert_as_far(catchments.steps[place], ways.minutes([places[place]], cells, mode=mode), mode=mode)
    for cell in chance.sample(range(len(cells)), 6):
        others = [at for at in range(len(cells)) if at != cell]
        minutes = ways.minutes([cells[cell]], [cells[at] for at in others], mode=mode)
        assert_as_far(catchments.between[cell, others], minutes, mode=mode)
        assert catchments.between[cell, cell] == 0
