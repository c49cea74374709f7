"""The question to the coverage page and the address: every question comes back, nothing hostile gets in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.coverage.catchments import GROUPS
from geodata.coverage.question import LEAST_MIN, MODES, MOST_MIN_OF, wrong_parts
from geodata.schema.languages import language_codes
from ui import loaders
from ui.coverage.asked import ANY, DEFAULT_MIN, MAPS, Asked, asked_of

LANGUAGES = ("de", "ar", "ru", "uk", "prs")


def terms() -> tuple[str, ...]:
    return ("", ANY, *loaders.taxonomy().sections, *loaders.taxonomy().topics())


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    mode = draw(st.sampled_from(MODES))
    hour, day = draw(st.integers(6, 22)), draw(st.sampled_from(("Mo", "Th", "Su")))
    return Asked(
        term=draw(st.sampled_from(terms())),
        speaks=draw(st.just((ANY,)) | st.lists(st.sampled_from(LANGUAGES), unique=True).map(tuple)),
        people=draw(st.sampled_from(GROUPS)),
        minutes=draw(st.integers(LEAST_MIN, int(MOST_MIN_OF[mode]))),
        mode=mode,
        sure=draw(st.booleans()),
        opening=draw(st.sampled_from(("", f"{day} {hour:02}:00"))),
        wished=draw(st.integers(1, 100)),
        area=draw(st.sampled_from(("", *loaders.area_names("district")))),
        drawn=draw(st.sampled_from(MAPS)),
    )


@settings(max_examples=1000)
@given(questions())
def test_every_question_comes_back_from_the_address(asked: Asked) -> None:
    assert Asked.from_params(asked.to_params()) == asked


@settings(max_examples=300)
@given(questions())
def test_every_question_can_be_asked_and_comes_back_from_the_domain(asked: Asked) -> None:
    taxonomy = loaders.taxonomy()
    question = asked.question(taxonomy)
    codes = sorted(language_codes())
    assert not wrong_parts(question, sections=taxonomy.sections, topics=taxonomy.topics(), languages=codes)
    assert Asked(**asked_of(question)).question(taxonomy) == question


@settings(max_examples=500)
@given(
    st.dictionaries(
        st.sampled_from(["cover", "speaks", "people", "reach", "by", "sure", "open", "wished", "area", "draw"]),
        st.text(),
    )
)
def test_whatever_stands_there_is_a_question(params: dict[str, str]) -> None:
    asked = Asked.from_params(params)
    taxonomy = loaders.taxonomy()
    question = asked.question(taxonomy)
    codes = sorted(language_codes())
    assert not wrong_parts(question, sections=taxonomy.sections, topics=taxonomy.topics(), languages=codes)
    assert asked.drawn in MAPS


def test_a_bicycle_is_known_for_half_an_hour_only() -> None:
    assert Asked.from_params({"by": "cycling", "reach": "45"}).minutes == DEFAULT_MIN
    assert Asked.from_params({"by": "walking", "reach": "45"}).minutes == 45


def test_defaults_leave_the_address_clean() -> None:
    assert Asked().to_params() == {}


def test_the_city_says_what_is_asked_first() -> None:
    city, question = loaders.city_data().city, Asked().question(loaders.taxonomy())
    assert (question.topic, question.languages) == (city.coverage_topic, (city.coverage_language,))
