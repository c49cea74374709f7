"""Sentences in four languages, each with the chips that a reader would expect and the words that remain."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from geodata.search import Chip, SearchIndex, Understood, openings, search, understand

TABLE = Path(__file__).parent / "sentences.csv"
CHIP = re.compile(r"(topic|section|time|place|near|language):(.*?)(?= (?:topic|section|time|place|near|language):|$)")
"""`kind:code`; "_" is a blank in a time; "near:@Bahnhof" is the cell of that place."""


class Sentence(NamedTuple):
    text: str
    chips: str
    words: str


def read_sentences() -> list[Sentence]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [Sentence(row["sentence"], row["chips"], row["words"]) for row in csv.DictReader(file)]


def expected(sentence: Sentence, index: SearchIndex) -> set[tuple[str, str]]:
    found = set()
    for kind, code in CHIP.findall(sentence.chips):
        if kind == "near" and code:
            assert index.places
            found.add((kind, index.places.suggest(code.removeprefix("@"), limit=1)[0].cell))
        else:
            found.add((kind, code.replace("_", " ") if kind == "time" else code))
    return found


def test_there_are_forty_sentences_and_nine_or_more_in_each_language() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        languages = [row["language"] for row in csv.DictReader(file)]
    assert len(languages) >= 40
    assert min(map(languages.count, ("de", "en", "ru", "ar"))) >= 9


@pytest.mark.parametrize("sentence", read_sentences(), ids=lambda sentence: sentence.text)
def test_a_sentence_becomes_chips_and_words(index: SearchIndex, sentence: Sentence) -> None:
    understood = understand(sentence.text, index)
    assert {(chip.kind, chip.code) for chip in understood.chips} == expected(sentence, index)
    assert understood.words == sentence.words


def test_chips_stand_in_the_order_of_the_question_with_the_words_that_made_them(index: SearchIndex) -> None:
    understood = understand("Wo gibt es am Donnerstagabend einen Deutschkurs in Grone auf Russisch?", index)
    assert understood.chips == (
        Chip("time", "Th 17:00", "am Donnerstagabend"),
        Chip("topic", "language_courses", "Deutschkurs"),
        Chip("place", "09", "in Grone"),
        Chip("language", "ru", "auf Russisch"),
    )


def test_a_chip_that_is_taken_away_asks_for_nothing_any_more(index: SearchIndex) -> None:
    understood = understand("Bibliothek Geismar", index)
    place = next(chip for chip in understood.chips if chip.kind == "place")
    assert {index.offers.districts[row] for row in search(understood, index).rows[:1]} == {"08"}
    everywhere = search(understood.without(place), index)
    assert everywhere.fits > search(understood, index).fits == 1
    assert set(index.offers.topics[everywhere.rows[:10]]) == {"libraries"}


def test_a_slip_in_a_word_of_time_or_topic_is_understood(index: SearchIndex) -> None:
    understood = understand("Kindergatren Donerstag", index)
    assert {(chip.kind, chip.code) for chip in understood.chips} == {("topic", "kindergartens"), ("time", "Th")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("um 16 Uhr", "16:00-17:00"),
        ("ab 16:30 Uhr", "16:30"),
        ("after 5 pm", "17:00"),
        ("в 16 часов", "16:00-17:00"),
        ("بعد الظهر", "12:00-18:00"),
        ("montags und mittwochs", "Mo,We"),
        ("по выходным", "Sa,Su"),
        ("نهاية الأسبوع", "Sa,Su"),
        ("morgens", "08:00-12:00"),
        ("116117", ""),
        ("25 Uhr", ""),
        ("اثنين", ""),  # the number two
    ],
)
def test_times_are_read_as_a_clock_a_part_of_the_day_and_weekdays(index: SearchIndex, text: str, code: str) -> None:
    assert next((chip.code for chip in understand(text, index).chips if chip.kind == "time"), "") == code


@pytest.mark.parametrize(
    ("code", "spans"),
    [
        ("Th 17:00", ["Th 17:00"]),
        ("Sa,Su", ["Sa 00:00", "Su 00:00"]),
        ("Mo,Tu 08:00-12:00", ["Mo 08:00-12:00", "Tu 08:00-12:00"]),
        ("17:00", [f"{day} 17:00" for day in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")]),
        ("", []),
        ("Xx 17:00", []),
        ("Th 17:00-17:10", []),
        ("'; drop", []),
    ],
)
def test_a_code_of_time_is_read_back_as_spans(code: str, spans: list[str]) -> None:
    assert [span.to_text() for span in openings(code)] == spans


def test_hostile_chips_change_nothing(index: SearchIndex) -> None:
    chips = (Chip("near", "../../etc", "x"), Chip("time", "99", "x"), Chip("place", "99", "x"), Chip("topic", "x", "x"))
    assert len(search(Understood("", "", chips), index).rows)
