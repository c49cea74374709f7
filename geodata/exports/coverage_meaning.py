"""What the numbers of coverage mean, and what they do not: one sentence each, in the reader's language."""

from collections.abc import Iterator

from geodata.coverage.question import Question
from geodata.exports.coverage_answer import Answer
from geodata.exports.coverage_names import CENSUS_YEAR
from geodata.i18n import Translator
from geodata.network.table import CYCLING, WALKING


def meaning(answer: Answer, t: Translator) -> Iterator[str]:
    """The sentences for an answer, from what is counted to what is missing."""
    question = answer.analysis.question
    yield t("The lower number counts only offers that state what was asked for.")
    yield t("The upper number also counts offers that leave it open. Not stated is not no.")
    yield t("Unknown is not a gap: the list does not say enough to decide.")
    yield t(
        "People are those of the census of {year}, in cells of 100 metres. Much may have changed.", year=CENSUS_YEAR
    )
    yield from _ways(question, t)
    yield t("Stairs, hills, buses and waiting at traffic lights are not counted.")
    yield t("Offers outside the city are missing. At its edge people may reach more than is shown here.")
    yield t("Whether an offer has room, costs something or suits somebody is not said.")
    yield t("The number of offers says nothing about how good they are, nor about the people who live there.")


def _ways(question: Question, t: Translator) -> Iterator[str]:
    if question.mode == CYCLING.name:
        yield t(
            "Minutes by bicycle follow streets and paths at {speed} km/h, from the middle of a cell.",
            speed=t.number(CYCLING.kmh, digits=1),
        )
    else:
        yield t(
            "Minutes on foot follow streets and paths at {speed} km/h, from the middle of a cell.",
            speed=t.number(WALKING.kmh, digits=1),
        )
