"""Answers an analysis from a data directory: reads the ground, applies the scenario, works out the table."""

from pathlib import Path

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import areas_in, offers_in, read_catchments
from geodata.coverage.analysis import Analysis
from geodata.coverage.catchments import Catchments
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offers
from geodata.coverage.scenario import Scenario, applied, faults_of
from geodata.errors import BrokenScenario, ConfigurationError
from geodata.exports.coverage_answer import Answer
from geodata.taxonomy import Taxonomy


def answer_to(analysis: Analysis, data: CityData, *, directory: Path) -> Answer:
    """Answer the question of an analysis, whose parts can be (see `wrong_values`), from the tables as they are now.

    Raises:
        MissingFileError, DataError: cells or minutes are not there or cannot be read.
        ConfigurationError: the city has no such areas, or its cells do not count the group.
        BrokenScenario: the scenario names what the tables do not have.
    """
    question, taxonomy = analysis.question, Taxonomy.from_table(data.taxonomy)
    catchments = _ground(analysis, data, directory=directory)
    offers = offers_in(data, catchments)
    before = GapTable.from_question(question, offers, catchments=catchments)
    changed = _after(analysis.scenario, offers, data=data, catchments=catchments, taxonomy=taxonomy)
    by_district = analysis.level == "district"
    return Answer(
        analysis=analysis,
        table=before if changed is offers else GapTable.from_question(question, changed, catchments=catchments),
        before=before,
        city=data.city,
        taxonomy=taxonomy,
        outlines=data.districts if by_district else data.polling_districts,
        borders=None if by_district else data.districts,
    )


def _ground(analysis: Analysis, data: CityData, *, directory: Path) -> Catchments:
    question, level = analysis.question, analysis.level
    if level == "polling_district" and data.polling_districts.empty:
        raise ConfigurationError("This city has no polling districts.")
    catchments = read_catchments(directory, data, mode=question.mode, level=level)
    if question.group not in catchments.people:
        raise ConfigurationError(f"The cells of this city do not count the group {question.group!r}.")
    return catchments


def _after(
    scenario: Scenario | None, offers: Offers, *, data: CityData, catchments: Catchments, taxonomy: Taxonomy
) -> Offers:
    """The offers after the scenario; the same object where there is none."""
    if scenario is None:
        return offers
    areas, topics = areas_in(data, catchments), {section: taxonomy.topics(section) for section in taxonomy.sections}
    faults = faults_of(scenario, offers, catchments=catchments, areas=areas, topics=topics)
    if faults:
        raise BrokenScenario(faults)
    return applied(scenario, offers, catchments=catchments, areas=areas)
