"""Others link to the finder: codes in the URL stay, and nothing in a URL breaks it."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.facilities import FACETS, OfferIndex, Query

IndexOf = Callable[..., OfferIndex]
examples = settings(max_examples=100)

HOSTILE = (
    "",
    ",",
    "%00",
    "\x00",
    "-1",
    "null",
    "steps'--",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "STEPS",
    " steps",
    "01;02",
    "ا" * 10_000,
    ",".join(["zz"] * 10_000),
)


@pytest.fixture(scope="module")
def index(index_of: IndexOf) -> OfferIndex:
    return index_of(
        [{"district_key": "01"}],
        [{"languages_spoken": ("ar", "ru"), "target_groups": ("women",)}, {"section": "learn", "topic": "course"}],
    )


def test_the_names_that_others_link_to() -> None:
    assert FACETS == ("section", "topic", "spoken", "district", "group")


@pytest.mark.parametrize(
    ("params", "written"),
    [
        ({}, {}),
        ({"section": "steps"}, {"section": "steps"}),
        ({"section": "work,steps"}, {"section": "steps,work"}),
        ({"section": "steps,steps"}, {"section": "steps"}),
        ({"section": "steps,nonsense"}, {"section": "steps"}),
        ({"topic": "course", "spoken": "ru,ar"}, {"topic": "course", "spoken": "ar,ru"}),
        ({"spoken": "fr"}, {}),
        ({"district": "1"}, {}),
        (
            {"district": "01", "group": "women", "confirmed": "1"},
            {"district": "01", "group": "women", "confirmed": "1"},
        ),
        ({"confirmed": "0"}, {}),
        ({"confirmed": "true"}, {}),
        ({"utm_source": "mail", "q": "secret"}, {}),
        ({"section": 7, "confirmed": 1}, {}),
        ({"section": ["steps"], "topic": None}, {}),
    ],
)
def test_what_is_read_is_written_in_one_way(
    index: OfferIndex, params: dict[str, object], written: dict[str, str]
) -> None:
    query = Query.from_params(params, index)
    assert query.to_params() == written
    assert Query.from_params(query.to_params(), index) == query


@pytest.mark.parametrize("facet", [*FACETS, "confirmed"])
@pytest.mark.parametrize("value", HOSTILE)
def test_what_is_hostile_is_ignored(index: OfferIndex, facet: str, value: str) -> None:
    query = Query.from_params({facet: value}, index)
    assert query == Query()
    assert query.apply(index).found.all()


words = st.one_of(st.text(), st.sampled_from(("steps", "ar", "01", "women", "course", ",")))
params = st.dictionaries(
    st.one_of(st.sampled_from((*FACETS, "confirmed")), st.text()), st.lists(words, max_size=5).map(",".join), max_size=6
)


@examples
@given(params=params)
def test_no_text_breaks_it(index: OfferIndex, params: dict[str, str]) -> None:
    query = Query.from_params(params, index)
    assert Query.from_params(query.to_params(), index) == query
    assert set(query.to_params()) <= {*FACETS, "confirmed"}
    for facet in query.asked:
        assert set(query.codes(facet)) <= set(index.options[facet].codes) & set(params[facet].split(","))
    query.apply(index)


def test_a_filter_is_set_and_taken_away(index: OfferIndex) -> None:
    query = Query().with_codes("section", ("steps",)).with_codes("spoken", ("ar",))
    assert query.asked == ("section", "spoken")
    assert query.without("spoken") == Query({"section": ("steps",)})
    assert query.with_codes("section", ()).asked == ("spoken",)
    assert query.with_codes("section", ()).to_params() == {"spoken": "ar"}
