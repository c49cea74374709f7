"""Towns and questions made up by hypothesis: few codes, so that they meet often; every kind of gap."""

from hypothesis import strategies as st

from tests.conftest import CODES
from tests.facilities.reference import Asked, Offer, Place, Town

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
