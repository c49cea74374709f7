"""The question to the districts page and the address: every question comes back, nothing hostile gets in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.districts.shading.classification import DEFAULT_CLASSES, METHODS, MOST_CLASSES
from ui.districts.asked import LEVELS, MOST_COMPARED, Asked, parse_breaks

codes = st.from_regex(r"[a-z][a-z0-9_]{0,30}", fullmatch=True)
keys = st.from_regex(r"[01][0-9](-[0-9]{3})?", fullmatch=True)
limits = st.lists(st.integers(0, 10**6).map(lambda n: n / 1000), max_size=MOST_CLASSES - 1, unique=True).map(sorted)


@st.composite
def questions(draw: st.DrawFn) -> Asked:
    method = draw(st.sampled_from(METHODS))
    return Asked(
        indicator=draw(st.just("") | codes),
        date=draw(st.just("") | st.dates().map(str)),
        level=draw(st.sampled_from(LEVELS)),
        method=method,
        classes=draw(st.integers(3, 6)),
        breaks=tuple(draw(limits)) if method == "own" else (),
        compared=tuple(draw(st.lists(keys, max_size=MOST_COMPARED, unique=True))),
        against=draw(st.just("") | codes),
    )


@settings(max_examples=1000)
@given(questions())
def test_every_question_comes_back_from_the_address(asked: Asked) -> None:
    assert Asked.from_params(asked.to_params()) == asked


@settings(max_examples=500)
@given(st.dictionaries(st.sampled_from(["level", "method", "classes", "breaks", "compare", "x"]), st.text()))
def test_whatever_stands_there_is_a_question(params: dict[str, str]) -> None:
    asked = Asked.from_params(params)
    assert asked.level in LEVELS
    assert asked.method in METHODS
    assert 3 <= asked.classes <= 6
    assert list(asked.breaks) == sorted(set(asked.breaks))
    assert len(asked.breaks) < MOST_CLASSES
    assert len(asked.compared) <= MOST_COMPARED


def test_defaults_leave_the_address_clean() -> None:
    assert Asked().to_params() == {}
    assert Asked(classes=DEFAULT_CLASSES, breaks=(0.1,)).to_params() == {}


def test_limits_must_rise_and_be_numbers() -> None:
    assert parse_breaks("0.05, 0.1,0.2") == (0.05, 0.1, 0.2)
    assert parse_breaks("") == ()
    for text in ("0.2,0.1", "0.1,0.1", "a", "nan", "1e3", "0.1;0.2", "1,2,3,4,5,6", "-"):
        assert parse_breaks(text) is None
