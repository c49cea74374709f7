"""What the methods page says, chapter by chapter: what is counted, and how.

No number stands in a message: they are filled from the code and the tables, see `methods_text_numbers`.
"""

from dataclasses import dataclass
from typing import Final

from geodata.i18n import N_


@dataclass(frozen=True)
class Chapter:
    """A chapter of messages to be translated; what they name in braces is a key of `methods_text_numbers.numbers`.

    Attributes:
        points: a list behind the paragraphs.
    """

    title: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()


QUESTION: Final = Chapter(
    N_("What the page answers"),
    (
        N_(
            "Coverage answers one question: who can reach an offer, and where can nobody? "
            "You choose the topic, the language, the people and the time."
        ),
        N_(
            "An offer is, for example, a language course or an hour of counselling. "
            "Within reach means: the way takes no longer than the minutes you choose."
        ),
        N_("The page counts ways and offers. It does not know how good an offer is, or whether it still has room."),
    ),
)

PEOPLE: Final = Chapter(
    N_("Where people live"),
    (
        N_(
            "The numbers of people come from the census of {census_date}. "
            "They were counted for each square of {cell_m} by {cell_m} metres, called a cell on the map. "
            "Squares of the city in which people live: {cells}. People in them: {residents}."
        ),
        N_(
            "The statistical offices have changed the numbers a little, so that nobody can be recognised. "
            "The method is called SAFE. For this reason the numbers {protected} do not occur."
        ),
        N_("Each square belongs to the district in which its middle lies."),
        N_("You can ask for one group: {groups}. One person can belong to several groups."),
        N_("Who was born, died or moved after that day is not in these numbers. Newer housing areas are missing, too."),
    ),
)

WAYS: Final = Chapter(
    N_("How we measure the way"),
    (
        N_("We follow streets and paths as OpenStreetMap has them. We do not measure as the crow flies."),
        N_(
            "On foot we count {walking_kmh} km per hour, by bicycle {cycling_kmh} km per hour. "
            "Ways on foot are known up to {walking_limit} minutes, ways by bicycle up to {cycling_limit} minutes."
        ),
        N_(
            "Each way begins in the middle of a square and ends at the offer. "
            "From both to the nearest street or path we count the straight line, at most {snap_m} metres."
        ),
        N_(
            "Minutes are kept in steps of {step_s} seconds. "
            "A way that is exactly as long as your limit is still within reach."
        ),
        N_("You can choose {least} to {most} minutes. Unless you choose, it is {asked} minutes on foot."),
        N_(
            "Hills, kerbs and traffic lights are not counted, and neither are buses and trains. "
            "Stairs count like any other way. With a wheelchair or a pram the way may take longer or not be possible."
        ),
    ),
)

OFFERS: Final = Chapter(
    N_("What counts as an offer"),
    (
        N_(
            "We count the offers of this finder. At the moment there are {offers}; the newest source is from {newest}. "
            "Each offer has one topic, and each topic is part of one section."
        ),
        N_(
            "An offer fits if it has the topic and the language you choose. "
            "If you choose several languages, one of them is enough. Offers that no longer exist are not counted."
        ),
        N_(
            "Where an offer says nothing about languages, we assume that this one is spoken: {assumed}. "
            "All others are then not stated."
        ),
        N_("Offers that do not state their languages: {silent}. Offers that do not state their hours: {timeless}."),
        N_(
            "If you choose “{confirmed_only}”, an offer that nobody has confirmed counts as possible, not as sure. "
            "Otherwise it counts like all others."
        ),
        N_(
            "If you choose a day and a time, the offer must be open then. "
            "If its hours are not stated, it counts as possible, not as sure."
        ),
        N_(
            "Offers without an address on our map: {homeless}. "
            "They are given by telephone, online or at home, or their place is kept secret. "
            "There is no way to them, so they are in no share. We name them apart."
        ),
    ),
)

BOUNDS: Final = Chapter(
    N_("At least and at most"),
    (
        N_(
            "Many offers do not say which languages are spoken. That is not a no: we just do not know. "
            "So we give two numbers."
        ),
        N_(
            "“At least” counts only offers that say what you ask for. “At most” also counts offers that leave it open. "
            "The true number lies between the two."
        ),
        N_(
            "An example: {example_people} people live in a district. {example_sure} of them reach an offer that says "
            "it is in your language. {example_open} others reach only offers that say nothing about it. "
            "So at least {example_lower} of the people reach one, and at most {example_upper}."
        ),
        N_(
            "If the two numbers are far apart, it is not offers that are missing but answers. "
            "Often one telephone call is enough."
        ),
        N_(
            "Two things we take as given: the language we assume, and offers that nobody has confirmed, "
            "unless you ask for confirmed ones only. Where that is wrong, the true number may lie outside."
        ),
    ),
)

STATES: Final = Chapter(
    N_("Covered, gap, unknown"),
    (N_("For each district we compare both numbers with a share: {wished} of the people, unless you choose another."),),
    (
        N_("**{covered}:** at least this share surely reaches an offer."),
        N_("**{gap}:** fewer people reach one, even if all offers fit that leave something open."),
        N_("**{unknown}:** the two numbers disagree. We never draw this as a gap."),
        N_("**{empty}:** the census counted nobody of the group there."),
        N_(
            "**{withheld}:** fewer than {few_people} people of the group live there, "
            "or one of the counts is only {few_least} to {few_most} people. Individual people could be recognised."
        ),
    ),
)
