"""A profile is refused where a number would stand without its definition, date and source."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.exports.profile import Bar, KeyTable, Picture, Row, to_fields
from geodata.exports.reading_order import to_reading_order
from tests.exports.profile_sample import sample_profile


def test_a_number_needs_its_basis() -> None:
    row = Row(("Residents", "11,482"))
    with pytest.raises(ValueError, match="without definition"):
        KeyTable("Numbers", ("What", "Value"), (row,))
    assert KeyTable("Numbers", ("What", "Value"), (row,), basis="Register, 2022").rows == (row,)
    KeyTable("Numbers", ("What", "Value"), (dataclasses.replace(row, basis="Register, 2022"),))


def test_a_row_has_a_cell_for_each_head() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        KeyTable("Numbers", ("What", "Value"), (Row(("Residents",)),), basis="Register, 2022")


@pytest.mark.parametrize("name", ["title", "headline", "headline_basis", "sources_title"])
def test_what_a_profile_cannot_do_without(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        dataclasses.replace(sample_profile("en"), **{name: " "})


def test_a_picture_needs_words() -> None:
    with pytest.raises(ValueError, match="alternative"):
        Picture(b"<svg/>", alternative=" ", caption="Map")


@given(st.tuples(*[st.floats()] * 3))
def test_bars_hold_ordered_shares_only(bounds: tuple[float, float, float]) -> None:
    lower, value, upper = bounds
    if 0 <= lower <= value <= upper <= 1:
        assert Bar(*bounds).upper <= 1
    else:
        with pytest.raises(ValueError, match="bar"):
            Bar(*bounds)


def test_reading_order_holds_every_text_once_and_in_order() -> None:
    profile = sample_profile("ar")
    texts = to_reading_order(to_fields(profile))
    assert texts[:3] == [profile.title, profile.subtitle, profile.headline]
    assert texts[-1] == profile.footer[-1]
    table = profile.tables[-1]
    assert [text for text in texts if text == "14–32%"] == ["14–32%"]
    assert texts[-4 - 1 :] == [table.note, profile.sources_title, *profile.sources, *profile.footer]
    assert (
        texts.index("\u2068Ellershausen 0\u2069") < texts.index("\u2068Ellershausen 16\u2069") < texts.index("14–32%")
    )


def test_the_template_gets_no_picture_as_words() -> None:
    fields = to_fields(sample_profile("de"))
    assert fields["picture"].keys() == {"alternative", "caption"}
