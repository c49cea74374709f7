"""What the panel “Best place” is asked, and its answer in numbers."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from geodata.coverage.best_place import Fewest, Kind, Solution, candidates_of, fewest, greedy, problem_of, proved
from geodata.coverage.catchments import steps_within
from geodata.coverage.scenario.change import Add
from geodata.coverage.scenario.scenario import Scenario
from geodata.hours import WEEKDAYS, Opening
from ui import loaders
from ui.coverage.view import View

MOST_PLACES: Final = 5
HOUSES: Final = ("libraries", "schools", "kindergartens", "meeting")
"""Topics whose places are open to the neighbourhood, as the taxonomy calls them."""
SECONDS: Final = 20
"""For the solver: nearly every question to a city of 2,300 cells is proved in 2."""


@dataclass(frozen=True)
class Wish:
    """What the reader wishes.

    Attributes:
        kind: where a place may open.
        count: new places, 1 to `MOST_PLACES`; 0 = as few as reach a share.
        share: percent of the group, for a count of 0.
        even_possible: count people as reached whom an offer reaches that possibly fits.
    """

    kind: Kind = "anywhere"
    count: int = 1
    share: int = 50
    even_possible: bool = False


@dataclass(frozen=True)
class Answer:
    """Places and what they come to.

    Attributes:
        found: None where not even all candidates reach the share.
        surely: people whom an offer surely reaches: now, and after each of the places.
        total: people of the group.
        most: share of the group that would reach an offer if one stood at every candidate.
        candidates: how many there are.
    """

    found: Solution | Fewest | None
    surely: tuple[int, ...]
    total: int
    most: float
    candidates: int

    @property
    def places(self) -> tuple[int, ...]:
        """Numbers in `Catchments`."""
        return self.found.places if self.found else ()

    @property
    def gains(self) -> tuple[int, ...]:
        """People whom each place newly reaches, whom none before it does."""
        return self.found.gains if self.found else ()


def answer_of(view: View, wish: Wish, *, seconds: float = 0) -> Answer:
    """The answer, the same for everybody who asks; the solver works some seconds on it, 0 = not at all."""
    name = ("best-place", wish, bool(seconds), *view.name)
    return loaders.kept(name, partial(_answer, view, wish, seconds=seconds))


def _answer(view: View, wish: Wish, *, seconds: float) -> Answer:
    candidates = candidates_of(view.catchments, view.offers, kind=wish.kind, topics=HOUSES)
    reach = view.table.reach
    problem = problem_of(view.question, reach, candidates=candidates, even_possible=wish.even_possible)
    found: Solution | Fewest | None
    if not wish.count:
        found = fewest(problem, wish.share / 100, seconds=seconds)
    elif seconds:
        found = proved(problem, wish.count, seconds=seconds)
    else:
        found = greedy(problem, wish.count)
    places = found.places if found else ()
    return Answer(found, _surely(view, places), problem.total, problem.share_after(problem.most), len(candidates))


def _surely(view: View, places: tuple[int, ...]) -> tuple[int, ...]:
    people, limit = view.catchments.people[view.question.group], steps_within(view.question.minutes)
    steps = view.table.reach.sure
    counts = [int(people[steps <= limit].sum())]
    for place in places:
        steps = np.minimum(steps, view.catchments.from_place(place))
        counts.append(int(people[steps <= limit].sum()))
    return tuple(counts)


def code_of(place: int, view: View) -> str:
    """Id of a facility, or code of a cell."""
    ids = view.catchments.facility_ids
    return ids[place] if place < len(ids) else view.catchments.cells[place - len(ids)]


def scenario_with(view: View, places: tuple[int, ...]) -> Scenario:
    """The scenario with an offer at each place more, one that surely fits the question."""
    question, scenario, taxonomy = view.question, view.scenario, loaders.taxonomy()
    section = question.section or taxonomy.sections[0]  # where any will do, the first one does
    hours = _hours(question.opening) if question.opening else ""
    for place in places:
        at = code_of(place, view)
        added = Add(scenario.next_id, at, section, question.topic, languages=question.languages, hours=hours)
        scenario = scenario.with_change(added)
    return scenario


def _hours(opening: Opening) -> str:
    """Opening hours (OSM notation) that are just the span asked for."""
    first, last = (f"{minute // 60:02}:{minute % 60:02}" for minute in (opening.from_min, opening.until_min))
    return f"{WEEKDAYS[opening.weekday]} {first}-{last}"
