"""A span of time on a weekday: what can be, and its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.hours import VISIT_MIN, Opening

starts = st.integers(0, 1440 - VISIT_MIN)
openings = starts.flatmap(
    lambda start: st.builds(Opening, st.integers(0, 6), st.just(start), st.integers(start + VISIT_MIN, 1440))
)


@given(openings)
def test_a_text_leads_back_to_the_same_span(when: Opening) -> None:
    assert Opening.from_text(when.to_text()) == when


@pytest.mark.parametrize(
    ("text", "weekday", "from_min", "until_min"),
    [
        ("Mo 00:00", 0, 0, 1440),
        ("Th 16:00", 3, 960, 1440),
        ("Th 16:00-18:00", 3, 960, 1080),
        ("Su 23:30", 6, 1410, 1440),
        ("Sa 09:05-09:35", 5, 545, 575),
    ],
)
def test_a_text_is_read_and_written(text: str, weekday: int, from_min: int, until_min: int) -> None:
    assert Opening.from_text(text) == Opening(weekday, from_min, until_min)
    assert Opening(weekday, from_min, until_min).to_text() == text


def test_an_end_at_midnight_need_not_be_written() -> None:
    assert Opening.from_text("Th 16:00-24:00").to_text() == "Th 16:00"


@pytest.mark.parametrize(
    "text",
    """
    |Th|16:00|Do 16:00|th 16:00|Th 16|Th 9:00|Th 16.00|Th 16:60|Th 24:00|Th 25:00|Th 23:31|Th 16:00-|Th 16:00-16:29
    |Th 18:00-16:00|Th 16:00-16:00|Th 16:00-24:01|Th 22:00-02:00|Th 16:00-18:00-20:00|Th,Fr 16:00|Th  16:00|Th ١٦:٠٠
    """.replace("\n    ", "").split("|"),
)
def test_a_text_that_cannot_be_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(ValueError, match=r"Mo, Tu, We.*Th 16:00-18:00.*at least 30 minutes"):
        Opening.from_text(text)


@pytest.mark.parametrize(
    ("weekday", "from_min", "until_min"),
    [(-1, 0, 1440), (7, 0, 1440), (0, -1, 1440), (0, 1411, 1440), (0, 0, 29), (0, 0, 1441), (0, 600, 500)],
)
def test_a_span_that_cannot_be_is_refused(weekday: int, from_min: int, until_min: int) -> None:
    with pytest.raises(ValueError, match="weekday"):
        Opening(weekday, from_min, until_min)
