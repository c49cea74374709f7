"""One call for the coverage page: what was asked, answered from the tables and from the reader's scenario."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from geodata.coverage.catchments import Catchments
from geodata.coverage.disclosure import is_withheld, state_of
from geodata.coverage.gap_table import GapTable, Row, State
from geodata.coverage.offers import Offers
from geodata.coverage.question import Question
from geodata.coverage.scenario.scenario import Scenario
from ui import loaders
from ui.coverage import scenario_state
from ui.coverage.asked import MAPS, Asked


@dataclass(frozen=True)
class View:
    """The answer to a question.

    Attributes:
        asked: as it stands in the URL; `question` is what it means.
        offers: those of the tables, with the scenario applied.
        table: with the scenario; `before`: without it, the same object where there is no scenario.
        names: of the districts by key, as on street signs.
        chosen: key of the district that was chosen, or that holds the chosen cell; "" = none.
        cell: code of the cell that was chosen, "" = none.
    """

    asked: Asked
    question: Question
    catchments: Catchments
    offers: Offers
    table: GapTable
    before: GapTable
    names: Mapping[str, str]
    chosen: str
    cell: str
    scenario: Scenario

    @property
    def drawn(self) -> str:
        """What the map shows: one of `MAPS`, and no change where nothing was changed."""
        return self.asked.drawn if self.scenario.changes or self.asked.drawn != "change" else MAPS[0]

    @property
    def name(self) -> tuple[Hashable, ...]:
        """Tells this answer from all others, for caches."""
        return self.question, self.scenario

    def state(self, row: Row) -> State:
        """State of a row as it is shown."""
        return state_of(row, self.question.wished_share, city=loaders.city_data().city)

    @property
    def withheld(self) -> tuple[str, ...]:
        """Keys of the districts that are not shown: too few people."""
        return tuple(row.area_key for row in self.table.rows if is_withheld(row, loaders.city_data().city))


def view(asked: Asked) -> View | None:
    """Answer a question; None where the city has no minutes and no people per cell."""
    question = asked.question(loaders.taxonomy())
    catchments = loaders.catchments(question.mode)
    if catchments is None:
        return None
    before = loaders.gap_table(question)
    scenario = scenario_state.current()
    offers = scenario_state.offers(scenario, before.offers, catchments=catchments)
    same = offers is before.offers
    row = catchments.cell_rows.get(asked.area)
    return View(
        asked=asked,
        question=question,
        catchments=catchments,
        offers=offers,
        table=before if same else GapTable.from_question(question, offers, catchments=catchments),
        before=before,
        names=loaders.area_names("district"),
        chosen=asked.area if row is None else catchments.area_keys[catchments.area_of[row]],
        cell="" if row is None else asked.area,
        scenario=scenario,
    )
