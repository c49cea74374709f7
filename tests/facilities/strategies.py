"""Towns and questions made up by hypothesis: few codes, so that they meet often; every kind of gap."""

from dataclasses import replace

from hypothesis import strategies as st

from geodata.facilities import MINUTES_OFFERED
from tests.conftest import CODES
from tests.facilities.reference import Asked, Near, Offer, Place, Town

LANGUAGES = ("de", "ar", "ru", "tr")
GROUPS = ("women", "youth")
NAMES = ("Ärztehaus", "Amt", "Bücherei", "amt", "Ёлка", "Жук", "مكتب", "Zoo", "")

coordinate = st.sampled_from((float("nan"), 51.5, 51.6))


@st.composite
def places(draw: st.DrawFn) -> tuple[Place, ...]:
    made = []
    for number in range(draw(st.integers(1, 5))):
        visibility = draw(st.sampled_from(("public", "public", "approximate", "hidden")))
        hidden = visibility == "hidden"
        district = "" if hidden else draw(st.sampled_from(("", *CODES["district"])))
        # A hidden place with a point is bad data; even then the point must not be shown.
        made.append(
            Place(f"p{number}", draw(st.sampled_from(NAMES)), district, draw(coordinate), draw(coordinate), visibility)
        )
    return tuple(made)


def some(codes: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(codes), unique=True, max_size=len(codes)).map(tuple)


@st.composite
def towns(draw: st.DrawFn, *, most: int = 12) -> Town:
    houses = draw(places())
    offers = st.builds(
        Offer,
        st.just("offer"),
        st.sampled_from([house.facility_id for house in houses]),
        st.sampled_from(CODES["section"]),
        st.sampled_from(CODES["topic"]),
        some(LANGUAGES),
        some(GROUPS),
    )
    return Town(houses, tuple(draw(st.lists(offers, max_size=most))), draw(st.sampled_from(("de", "de", "ar", ""))))


def questions() -> st.SearchStrategy[Asked]:
    chosen = st.fixed_dictionaries(
        {},
        optional={
            "section": some(CODES["section"]),
            "topic": some(CODES["topic"]),
            "spoken": some((*LANGUAGES, "xx")),  # nobody speaks it
            "district": some(CODES["district"]),
            "group": some((*GROUPS, "nobody")),
        },
    )
    return st.builds(Asked, chosen, st.booleans())


# Close to the limits on both sides, twice the same, and no known way; a place may be unknown to the minutes at all.
minutes = st.sampled_from((float("nan"), 0.25, 4.75, 5.0, 5.25, 10.0, 10.0, 10.25, 30.0, 59.75))


def places_named() -> st.SearchStrategy[Near]:
    return st.builds(
        Near,
        st.dictionaries(st.sampled_from([f"p{number}" for number in range(5)]), minutes),
        st.sampled_from((0, *MINUTES_OFFERED)),
    )


def questions_near() -> st.SearchStrategy[Asked]:
    """Questions from a place that was named."""
    return st.builds(replace, questions(), near=places_named())
