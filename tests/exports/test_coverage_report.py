"""Sentences, report, map and tables of coverage say the numbers of the gap table; both bounds, or no span at all."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import openpyxl
import pypdfium2
import pytest

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_answers import answer_to
from geodata.adapters.typesetting import to_pdf
from geodata.coverage.analysis import LEVELS, Analysis
from geodata.coverage.gap_table import Row
from geodata.coverage.question import Question
from geodata.coverage.scenario import Scenario, Speak
from geodata.exports.coverage_answer import Answer
from geodata.exports.coverage_figure import FILLED, picture_of
from geodata.exports.coverage_report import report_of
from geodata.exports.coverage_table import to_csv, to_outlines
from geodata.exports.coverage_words import area_sentence, headline, opening_phrase, reason, shares, within_phrase
from geodata.exports.coverage_workbook import workbook_of
from geodata.exports.figure_map import PATTERNS
from geodata.exports.profile import to_fields
from geodata.exports.reading_order import to_reading_order
from geodata.hours import Opening
from geodata.i18n import Translator
from tests.adapters.test_typesetting import structure
from tests.conftest import DATA, LANGUAGES

ARABIC = Question("first_steps", "counselling", ("ar",))
HASHES = {"services.csv": "0123456789abcdef" * 4}
Answers = Callable[..., Answer]


@pytest.fixture(scope="module")
def answers(shipped_city: CityData) -> Answers:
    """Answer a question from the shipped city, once."""
    kept: dict[Analysis | str, Answer] = {}

    def answer(question: Question = ARABIC, *, level: str = LEVELS[0], scenario: Scenario | None = None) -> Answer:
        name = repr((question, level, scenario))
        if name not in kept:
            kept[name] = answer_to(Analysis(question, level, scenario, HASHES), shipped_city, directory=DATA)
        return kept[name]

    return answer


def packed(text: str) -> str:
    """Without spaces of any kind, which a PDF may break lines at."""
    return "".join(text.split())


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return packed("".join(page.get_textpage().get_text_range() for page in document))


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (0.113, 0.563, ("11%", "56%")),
        (0.0, 0.0, ("0%", "0%")),
        (1.0, 1.0, ("100%", "100%")),
        (0.0, 0.003, ("0%", "0.3%")),
        (0.997, 1.0, ("99.7%", "100%")),
        (0.112, 0.114, ("11.2%", "11.4%")),
        (0.1121, 0.1122, ("11.21%", "11.22%")),
        (0.114, 0.114, ("11%", "11%")),
        (0.0000001, 0.5, ("0.00%", "50.00%")),
    ],
)
def test_shares_differ_where_they_differ_and_only_nobody_is_nought(
    lower: float, upper: float, expected: tuple[str, str]
) -> None:
    assert shares(lower, upper, t=Translator("en")) == expected


def test_the_sentences_in_english(answers: Answers) -> None:
    answer, t = answers(), Translator("en")
    table = answer.table
    assert headline(table, t, topic_name="Counselling") == (
        "Between 11% and 56% of residents reach an offer of “Counselling” in Arabic within 15 minutes on foot."
    )
    assert reason(table, t) == (
        "1 offer says that Arabic is spoken, 2 name other languages only, 28 do not say which languages. That is why"
        f" the answer is a span: {table.city.lower:,} to {table.city.upper:,} of 115,262 people (census 2011)."
    )
    row = table.by_key["09"]
    said = area_sentence(row, table, name="Grone", t=t)
    assert said.startswith("In Grone 0% to 64% of residents reach an offer in Arabic within 15 minutes on foot. ")
    assert said.endswith(f"The span is due to {row.unknown_offers} offers whose languages nobody has stated.")
    assert within_phrase(Question(minutes=10, mode="cycling"), t) == "within 10 minutes by bicycle"
    assert opening_phrase(Opening(3, 16 * 60), t) == "open on Thursday after 16:00"
    assert opening_phrase(Opening(0, 9 * 60, 600), t) == "open on Monday between 9:00 and 10:00"


@pytest.mark.parametrize(
    ("question", "due", "said"),
    [
        (replace(ARABIC, verified=True, languages=()), "that nobody has confirmed", "not confirmed"),
        (
            replace(ARABIC, languages=(), opening=Opening(3, 960)),
            "opening hours are not known for sure",
            "opening hours",
        ),
        (replace(ARABIC, opening=Opening(3, 960)), "something asked for is not known", "do not say which languages"),
        (replace(ARABIC, languages=("de",), opening=Opening(3, 960)), "opening hours are not known", "surely fit"),
    ],
)
def test_a_span_names_what_it_is_due_to(question: Question, due: str, said: str, answers: Answers) -> None:
    answer, t = answers(question), Translator("en")
    row = next(row for row in answer.table.rows if row.lower != row.upper)
    assert due in area_sentence(row, answer.table, name="x", t=t)
    assert said in reason(answer.table, t)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_span_is_claimed_where_the_bounds_are_equal(
    language: str, answers: Answers, translators: dict[str, Translator]
) -> None:
    table, t = answers(replace(ARABIC, languages=())).table, translators[language]
    assert table.city.lower == table.city.upper
    share = shares(table.city.share_lower, table.city.share_upper, t=t)[0]
    for sentence in (headline(table, t, topic_name="x"), area_sentence(table.rows[0], table, name="x", t=t)):
        assert sentence.count("%") == 1
        assert not any(word in sentence for word in (" to ", " bis ", " до 1", "Between"))
    assert share in headline(table, t, topic_name="x")
    assert t.number(table.city.lower) in reason(table, t)
    assert "{" not in reason(table, t)


def test_the_assumed_language_is_called_assumed(answers: Answers) -> None:
    said = reason(answers(replace(ARABIC, languages=("de",))).table, Translator("en"))
    assert "that say nothing we assume German" in said
    assert "What is not stated" not in said


def shown(answer: Answer) -> list[Row]:
    return [row for _, row in answer.rows if row is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_two_tagged_pages_with_every_number(
    language: str, answers: Answers, translators: dict[str, Translator]
) -> None:
    answer, t = answers(), translators[language]
    profile = report_of(answer, t)
    pdf = to_pdf(profile)
    assert len(pypdfium2.PdfDocument(pdf)) == 2
    tags = structure(pdf)
    kinds = Counter(tag.kind for tag in tags)
    assert (kinds["H1"], kinds["H2"], kinds["Table"], kinds["Figure"]) == (1, 4, 3, 1)
    assert kinds["LBody"] == len(profile.sources) >= 8
    (alternative,) = (tag.alt for tag in tags if tag.kind == "Figure")
    assert alternative
    texts = to_reading_order(to_fields(profile))
    if language == "ar":
        assert [tag.said for tag in tags if tag.said] == [text for text in texts if text]
    else:
        assert all(packed(line) in text_of(pdf) for text in texts for line in text.split("\n"))
    said = " ".join(texts)
    assert headline(answer.table, t, topic_name=answer.topic_name(language)) in texts
    assert all(t.number(row.residents) in said for row in shown(answer))
    assert all(text in said for row in shown(answer) for text in shares(row.share_lower, row.share_upper, t=t))
    assert all(name in said for name in answer.names.values())
    assert HASHES["services.csv"] in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_by_polling_districts_has_two_pages_too(
    language: str, answers: Answers, translators: dict[str, Translator]
) -> None:
    asked = Question("first_steps", "counselling", ("ar", "fa"), "born_abroad", 21, "cycling", opening=Opening(3, 960))
    profile = report_of(answers(asked, level=LEVELS[1]), translators[language])
    assert len(pypdfium2.PdfDocument(to_pdf(profile))) == 2
    assert len(profile.tables[0].rows) == 26
    assert translators[language].number(111 - 25) in profile.tables[0].note


def test_a_scenario_is_called_one(answers: Answers, shipped_city: CityData) -> None:
    services, t = shipped_city.services, Translator("en")
    silent = services[(services["topic"] == "counselling") & (services["languages_spoken"].map(len) == 0)]["service_id"]
    scenario = Scenario("All speak Arabic", tuple(Speak(offer, ("ar",)) for offer in silent))
    answer, plain = answers(scenario=scenario), answers()
    caution = report_of(answer, t).caution
    assert f"a scenario with {len(silent)} changes, “All speak Arabic”" in caution
    assert f"instead of {plain.table.city.lower:,} to {plain.table.city.upper:,}" in caution
    assert answer.table.city.lower == plain.table.city.upper
    assert report_of(plain, t).caution == ""


def test_the_map_has_a_fill_a_state_and_names_each(answers: Answers) -> None:
    answer = answers()
    picture = ET.fromstring(picture_of(answer, Translator("en")))  # noqa: S314 - our own
    svg = "{http://www.w3.org/2000/svg}"
    (areas,) = (group for group in picture.iter(f"{svg}g") if group.get("id") == "areas")
    looks: dict[str, str] = {**FILLED, "unknown": PATTERNS["-"], "withheld": PATTERNS["w"]}
    expected = [looks[answer.states[key]] for key in answer.outlines["key"]]
    assert [path.get("fill") for path in areas] == expected
    assert {"covered", "gap", "unknown", "withheld"} <= set(answer.states.values())
    said = " ".join("".join(text.itertext()) for text in picture.iter(f"{svg}text"))
    assert all(words in said for words in ("Covered", "Gap", "unknown, the bounds disagree (6)", "too few people (1)"))
    assert "Between 11% and 56% of residents" in said
    assert "Nobody" not in said


def test_all_files_have_the_same_numbers(answers: Answers) -> None:
    answer = answers()
    table = list(csv.DictReader(io.StringIO(to_csv(answer).decode("ascii"))))
    outlines: dict[str, Any] = json.loads(to_outlines(answer))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_of(answer, Translator("en")))).worksheets[0]
    lines = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [feature["id"] for feature in outlines["features"]] == [row["district_key"] for row in table[:-1]]
    for row, line in zip(table, lines, strict=True):
        numbers = [float(cell) if cell else None for cell in list(row.values())[1:]]
        assert line[0] == row["district_key"]
        assert list(line[2:-1]) == numbers
    for row, feature in zip(table, outlines["features"], strict=False):
        properties = feature["properties"]
        assert [properties[name] for name in list(row)[1:]] == [
            float(cell) if cell else None for cell in list(row.values())[1:]
        ]
        assert properties["state"] == answer.states[feature["id"]]
    assert outlines["sha256 services.csv"] == HASHES["services.csv"]
    assert (outlines["topic"], outlines["languages"], outlines["minutes"]) == ("counselling", "ar", "15")


def test_what_is_withheld_is_in_no_file(answers: Answers) -> None:
    answer = answers()
    (key,) = (key for key, row in answer.rows if row is None)
    assert f"\n{key},,,,,,,\n" in to_csv(answer).decode()
    (line,) = (row for row in report_of(answer, Translator("en")).tables[0].rows if row.state == "withheld")
    assert line.cells[1:] == ("–", "–", "–", "Not shown")
    feature = next(each for each in json.loads(to_outlines(answer))["features"] if each["id"] == key)
    assert {name: value for name, value in feature["properties"].items() if value is not None} == {
        "key": key,
        "name": answer.names[key],
        "state": "withheld",
    }
