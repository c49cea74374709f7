"""What the methods page says of each figure and panel: what it tells, what it does not, and how to repeat it."""

from typing import Final

from geodata.i18n import N_
from ui.methods.text import Chapter

NEAREST: Final = Chapter(
    N_("The nearest offer"),
    (
        N_(
            "For each square we look for the nearest offer that fits. "
            "The median says: half of the people have one at most so many minutes away."
        ),
        N_(
            "For the worst tenth we say within how many minutes {nine_tenths} of the people have an offer. "
            "All others have a longer way."
        ),
        N_(
            "Where there are two numbers, one counts all offers that possibly fit, "
            "the other only those that surely fit. A plus sign means: farther away than we know ways."
        ),
    ),
)

PER_PEOPLE: Final = Chapter(
    N_("Offers per {per} people"),
    (
        N_(
            "We divide the offers in a district by the people of the group who live there, and say it for {per} people."
        ),
        N_(
            "This number stops at the border of the district: an offer across the street may lie in the next one. "
            "It does not say how many people an offer can take."
        ),
    ),
)

BEHIND: Final = Chapter(
    N_("Who is left behind?"),
    (
        N_(
            "We compare the share of one group with the share of all residents. "
            "The difference is given in percentage points. Below zero, the group is behind."
        ),
        N_(
            "The difference has two bounds as well. "
            "They hold whatever is found out about offers that leave something open. "
            "They may be wider than needed, as we look at each square on its own. "
            "In truth one offer often decides for many squares at once."
        ),
        N_(
            "A group can be behind for two reasons. It lives in other districts than all residents. "
            "Or it lives farther from offers within the districts. "
            "We split the difference into these two parts ({kitagawa}); together they are the whole. "
            "The parts say where the difference is, not why."
        ),
    ),
)

STABLE: Final = Chapter(
    N_("How stable is it?"),
    (
        N_(
            "We make the same table for several times: the one you chose, {radius_step} minutes less and more, "
            "and twice as much, as far as we know ways. "
            "If two districts change places, we mark both. Then their order means little."
        ),
        N_(
            "2SFCA shares each offer among all who reach it, then adds up what each person reaches. "
            "It says where many people share few offers. It does not know how large an offer is, or who uses it."
        ),
        N_(
            "An example: {shared_people} people reach a place with {shared_offers} offers. "
            "That makes {shared_each} offers per {per} people. Who reaches several places adds them up."
        ),
        N_(
            "E2SFCA counts near offers more: weight {near} in the first third of the way, {middle} in the second, "
            "{far} in the last."
        ),
        N_(
            "The first method is from {luo_wang}, the second one with its weights from {luo_qi}. "
            "The second one does not know either how large an offer is. "
            "Nobody has measured in this city whether its weights are right."
        ),
    ),
)

TRYING: Final = Chapter(
    N_("What if, best place, ask first"),
    (
        N_(
            "Under “{what_if}” you can try changes: add, move or close an offer, add languages or hours. "
            "The page then works everything out again. The data themselves stay as they are."
        ),
        N_(
            "“Best place” looks for places from which most people would be reached who have no offer yet ({church}). "
            "First it takes one place after the other, always the one that adds most people. "
            "A second calculation then looks for something better. "
            "It proves that there is nothing better, or it says how much better it could be at most."
        ),
        N_("This is the answer to a calculation. Rooms, rents, staff and bus stops are not part of it."),
        N_(
            "“{ask_first}” puts the open questions in order: whose answer would settle most for most people? "
            "It also says what will be known after these answers at least, whatever they are."
        ),
    ),
)

LIMITS: Final = Chapter(
    N_("Limits"),
    (N_("Please keep in mind when you read the numbers:"),),
    (
        N_("The people are those of {census_date}. Since then the city has changed."),
        N_("Our list of offers is not complete, and nobody has checked every offer on the spot."),
        N_(
            "Offers outside the city are not in the list. "
            "People in districts at the border may reach more than we show. We mark these districts."
        ),
        N_("How many people an offer can take, and how long they wait, is not known."),
        N_("The minutes hold for people who walk or cycle without difficulty."),
        N_("The numbers do not rate districts or people. They do not replace advice or a visit to the place."),
    ),
)

REPEAT: Final = Chapter(
    N_("How to repeat it"),
    (
        N_(
            "Each answer can be repeated. Under “{report}” there is a small file, “{analysis}”. "
            "It holds the question, your changes, and a fingerprint of each table."
        ),
        N_("You can open the file on the coverage page. Or you repeat it with the program itself: {command}"),
        N_(
            "The same file and the same tables give the same result, to the last letter. "
            "If a table has changed since, page and command name it."
        ),
    ),
)
