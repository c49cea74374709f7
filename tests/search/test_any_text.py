"""Whatever is typed is answered; marks and case never change the answer."""

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.search import SearchIndex, search, understand
from geodata.search.folding import collapsed, tokens

WORDS = (
    "Deutschkurs Möbel Kita Weststadt abends Gewerkschaft nahe Bahnhof школа Гроне русский вечером работа يوم الخميس "
    "مدرسة قريب من المحطة بالعربية 16:30 Uhr 116117 Straße Jobcenter x"
).split()
MARKS = "\u0300\u0301\u0302\u0308\u030a\u0323\u0338\u064b\u064e\u0650\u0651\u0640"

questions = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
lenient = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def rows(text: str, index: SearchIndex) -> list[int]:
    return search(text, index).rows.tolist()


@given(text=st.text(max_size=200))
@lenient
def test_no_text_raises_or_is_left_without_an_answer(index: SearchIndex, text: str) -> None:
    found = search(text, index, limit=10)
    assert len(found.rows)
    assert len(found.rows) == len(found.reasons) <= 10
    assert 0 <= found.fits <= len(found.rows)


@given(text=questions, place=st.floats(0, 1), mark=st.sampled_from(MARKS))
@lenient
def test_a_mark_on_any_letter_changes_nothing(index: SearchIndex, text: str, place: float, mark: str) -> None:
    at = 1 + round(place * (len(text) - 1))
    assert rows(text[:at] + mark + text[at:], index) == rows(text, index)
    assert rows(unicodedata.normalize("NFD", text), index) == rows(text, index)


@given(text=questions)
@lenient
def test_case_changes_nothing(index: SearchIndex, text: str) -> None:
    assert rows(text.upper(), index) == rows(text.lower(), index) == rows(text.swapcase(), index) == rows(text, index)


@given(text=st.text(max_size=200))
@lenient
def test_words_stand_where_they_were_read(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert [word.text for word in tokens(text[token.start : token.end])] == [token.text]
        assert collapsed(collapsed(token.text)) == collapsed(token.text)


@given(text=questions)
@lenient
def test_every_chip_is_made_of_words_of_the_question_and_can_be_taken_away(index: SearchIndex, text: str) -> None:
    understood = understand(text, index)
    assert understood.text == text
    for chip in understood.chips:
        assert all(word in text for word in chip.words.split())
        less = understood.without(chip)
        assert chip not in less.chips
        assert len(search(less, index).rows)
