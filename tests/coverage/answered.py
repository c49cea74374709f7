"""Answers to a call, and what a gap table says after them: worked out anew from changed offers, with no short cut."""

import random
from collections.abc import Iterable, Mapping

from geodata.coverage.gap_table import GapTable
from geodata.coverage.question import Question
from geodata.coverage.scenario import Change, Close, Confirm, OpenAt, Scenario, States, applied
from geodata.coverage.worklist import Ask
from geodata.hours import WEEKDAYS

OTHER_LANGUAGE = "fr"
"""Nobody asks for it in a made-up city."""

Said = Mapping[tuple[str, str], bool]
"""By offer and kind: whether the answer is what was asked for."""


def change_of(offer_id: str, kind: str, *, yes: bool, question: Question) -> Change:
    """What an answer says, in the terms of a scenario."""
    if kind == "languages":
        return States(offer_id, question.languages[:1] if yes else (OTHER_LANGUAGE,))
    if kind == "active":
        return Confirm(offer_id) if yes else Close(offer_id)
    assert question.opening
    another_day = WEEKDAYS[(question.opening.weekday + 2) % 7]
    return OpenAt(offer_id, "24/7" if yes else f"{another_day} 10:00-12:00")


def unknown_after(said: Said, table: GapTable) -> int:
    """People for whom the bounds disagree after some answers."""
    question, offers, catchments = table.question, table.offers, table.catchments
    changes = [change_of(offer_id, kind, yes=yes, question=question) for (offer_id, kind), yes in said.items()]
    after = applied(Scenario("", tuple(changes)), offers, catchments=catchments, areas={})
    city = GapTable.from_question(question, after, catchments=catchments).city
    return city.upper - city.lower


def all_say(asks: Iterable[Ask], *, yes: bool) -> Said:
    return {(ask.offer_id, kind): yes for ask in asks for kind in ask.kinds}


def any_say(asks: Iterable[Ask], chance: random.Random) -> Said:
    """Each question has an answer of its own, so one offer may fit by its languages and not by its hours."""
    return {(ask.offer_id, kind): chance.random() < 0.5 for ask in asks for kind in ask.kinds}
