"""What the comparison says: the worked sentence to the letter, and every case in four languages, short and complete."""

import re

import pytest

from geodata.adapters.city_data import CityData
from geodata.districts import calibration, estimated_shares
from geodata.districts.comparison.refusal import Refusal
from geodata.districts.comparison.series import series_of
from geodata.districts.comparison.sides import Comparison, compare
from geodata.districts.comparison.value import Value
from geodata.i18n import Translator
from tests.districts.areas import rows_of
from tests.ui.comparison_cases import NAMES, counts, estimates, everything, relations, said
from ui.districts.comparison_text import say_comparison, table_of
from ui.districts.quantities import distance, quantity, rounded_down
from ui.districts.relation_text import say_relation
from ui.districts.series_text import say_series

NBSP, MINUS, ISOLATE, END = "\u00a0", "\u2212", "\u2068", "\u2069"

Translators = dict[str, Translator]


@pytest.fixture
def de(translators: Translators) -> Translator:
    return translators["de"]


def test_the_worked_sentence(shipped_city: CityData, de: Translator) -> None:
    """Grone 29.1 % [26.7, 40.3], Nordstadt 30.1 % [26.6, 45.9], estimated from the shipped counts."""
    table = shipped_city.indicators
    counted = table[table["district_key"].isin(["00", "05", "09"]) & (table["status"] == "aggregated")]
    counted = counted.sort_values("reference_date").drop_duplicates(["district_key", "indicator"])  # the census of 2011
    counted = counted.assign(counted=counted["numerator"].fillna(counted["value"]))
    people = counted.pivot_table("counted", "district_key", "indicator")
    people = people.rename(columns={"born_abroad_share": "born_abroad", "foreign_nationals_share": "foreign_nationals"})
    shares = estimated_shares(people, calibration(people.loc[["00"]], 0.185))
    rows = shares.rename_axis("district_key").reset_index().to_dict("records")
    found = compare(
        rows_of(*({str(k): v for k, v in row.items()} | {"status": "estimated"} for row in rows)), ["09", "05"]
    )
    text = say_comparison(found, names=NAMES, definitions={}, suppress_below=100, t=de)
    assert text.headline == "Der Unterschied zwischen Grone und Nordstadt ist **nicht gesichert**."
    assert text.text.replace(NBSP, " ") == (
        "Geschätzt sind es 29,1 % in Grone und 30,1 % in der Nordstadt. "
        f"Die Grenzen überlappen: Der Unterschied liegt zwischen {MINUS}19,2 und +13,7 Prozentpunkten."
    )


@pytest.mark.parametrize(
    ("found", "headline"),
    [
        (
            estimates("09", "11"),
            "Der Unterschied zwischen Grone und Groß Ellershausen ist **gesichert**: mindestens",
        ),
        (estimates("09"), "Der Unterschied zwischen Grone und der ganzen Stadt ist **gesichert**: mindestens 0,8 Proz"),
        (estimates("05", "09", "11"), "Gesicherte Unterschiede: **2 von 3**."),
        (estimates("17", "09"), "Für Deppoldshausen gibt es **keinen Vergleich**."),
        (estimates("99"), "Für 99 gibt es **keinen Vergleich**."),
        (estimates(), "Was möchten Sie **vergleichen**?"),
        (counts({"05": 0.25, "09": 0.2}), "Der Unterschied zwischen Nordstadt und Grone: **5,0 Prozentpunkte**."),
        (counts({"05": 0.2, "09": 0.2}), "Nordstadt und Grone haben den **gleichen** Wert."),
        (counts({"05": 0.2001, "09": 0.2}), "Der Unterschied zwischen Nordstadt und Grone: **weniger als 0,1 Prozentp"),
        (
            counts({"05": 7961, "09": 10711}, unit="people"),
            "Der Unterschied zwischen Nordstadt und Grone: **2.750 M",
        ),
        (counts({"05": 1, "09": 2}, unit="places"), "Der Unterschied zwischen Nordstadt und Grone: **1 Ort**."),
        (
            counts({"05": 1.25, "09": 3.5}, unit="offers_per_1000"),
            "Der Unterschied zwischen Nordstadt und Grone: **2,2",
        ),
        (
            counts({"05": 1, "09": 4, "11": 9}, unit="offers"),
            "Zwischen dem kleinsten und dem größten Wert liegen **8 A",
        ),
        (counts({"09": 10, "00": 40}, unit="people", keys=("09",)), "Der Teil macht **25,0 %** des Ganzen aus."),
        (counts({"09": 10, "09-301": 5}, unit="people"), "Der Teil macht **50,0 %** des Ganzen aus."),
    ],
)
def test_headlines(de: Translator, found: Comparison | Refusal, headline: str) -> None:
    assert said(found, de).headline.replace(NBSP, " ").startswith(headline)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (estimates("09", "11"), "Die Grenzen überlappen nicht."),
        (estimates("09"), "Grone ist selbst ein Teil der Stadt."),
        (estimates("05", "09", "11"), "Nicht gesichert: Nordstadt und Grone."),
        (estimates("05", "09", "11"), "Am größten ist der Wert in der Nordstadt: 30,1 %."),
        (estimates("17", "09"), "Deppoldshausen: nicht gezeigt, weniger als 100 Menschen."),
        (estimates("17", "09"), "Schätzung in Grone: 29,1 %."),
        (estimates("01", "09"), "nicht gezeigt, hier oder bei einem verwandten Wert zählen zu wenige Menschen."),
        (estimates("99"), "Für 99 haben wir keine Zahl."),
        (estimates(), "Schätzung in der ganzen Stadt: 18,5 %."),
        (counts({"05": 0.25, "09": 0.2}), "Sehr kleine Zahlen haben die Statistikämter verändert"),
        (counts({"05": 0.25, "09": 0.2}), "Es sind 25,0 % in der Nordstadt und 20,0 % in Grone."),
        (counts({"05": 0.30049, "09": 0.29051}), "Der Unterschied ist vor dem Runden berechnet."),
        (counts({"05": 3, "09": 2}, unit="places"), "Gezählt sind die Einträge in unserer eigenen Liste."),
        (
            counts({"05": 0.3, "09": 0.2}, indicator="within_15_min_work_career_share"),
            "entlang der Fußwege ausgerechnet.",
        ),
        (counts({"09": 0.3, "09-301": 0.2}), "Grone-Süd (1) liegt in Grone: ein Teil neben dem Ganzen."),
    ],
)
def test_sentences(de: Translator, found: Comparison | Refusal, sentence: str) -> None:
    assert sentence in said(found, de).text.replace(NBSP, " ")


def test_a_sentence_that_does_not_hold_is_not_said(de: Translator) -> None:
    """Official counts were not changed; a difference that can be checked on paper needs no excuse."""
    text = said(counts({"05": 30, "09": 20}, unit="people", status="official"), de).text
    assert "Statistikämter" not in text
    assert "Runden" not in text
    assert "Grenzen überlappen" not in text


def test_at_least_is_never_too_much() -> None:
    assert rounded_down(0.0749, "share") == pytest.approx(0.074)
    assert rounded_down(0.0146, "share") == pytest.approx(0.014)
    assert rounded_down(0.3, "share") == pytest.approx(0.3)
    assert rounded_down(0.0004, "share") == 0


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_every_sentence_is_short_and_complete(shipped_city: CityData, translators: Translators, language: str) -> None:
    definitions = shipped_city.definitions["definition"].values()
    names = {entry["name"][language] for entry in definitions}  # the tables' own texts are not ours to shorten
    for sentence in everything(shipped_city, translators[language]):
        assert not re.search(r"[{}]|nan|None|  ", sentence), sentence
        assert sentence.count("**") in (0, 2, 4), sentence
        assert sentence[-1] in ".?؟)", sentence
        if not any(name in sentence for name in names):
            words = [word for word in sentence.replace("\u202f", "").split() if re.search(r"\w", word)]
            assert len(words) <= 15, sentence


@pytest.mark.parametrize("language", ["de", "ru", "ar"])
def test_nothing_is_left_in_english(shipped_city: CityData, translators: Translators, language: str) -> None:
    english, own = (list(everything(shipped_city, translators[code])) for code in ("en", language))
    letters = {"de": "[A-Za-zäöü]", "ru": "[а-яё]", "ar": "[ء-ي]"}[language]
    same = [text for text, source in zip(own, english, strict=True) if text == source]
    assert {text for text in same if re.search(r"[a-z]{4}", text)} == set()
    assert [text for text in own if not re.search(letters, text) and re.search(r"[^\W\d_]", text)] == []


def test_german_names_and_signs_keep_their_direction_in_arabic(translators: Translators) -> None:
    text = said(estimates("09", "05"), translators["ar"])
    for part in ("Grone", "Nordstadt"):
        assert f"{ISOLATE}{part}{END}" in text.headline
    for part in (f"{MINUS}19.2", "+13.7"):
        assert f"{ISOLATE}{part}{END}" in text.text


@pytest.mark.parametrize("language", ["de", "en", "ru", "ar"])
def test_nobody_is_judged(shipped_city: CityData, translators: Translators, language: str) -> None:
    judging = {
        "de": r"problem|brennpunkt|best|schlecht|schlimm|gut\b|leider",
        "en": r"problem|hot ?spot|\bbest\b|worst|\bbad\b|unfortunately",
        "ru": r"проблем|лучш|худш|плох|к сожалению",
        "ar": r"مشكلة|أفضل|أسوأ|للأسف",
    }[language]
    assert [text for text in everything(shipped_city, translators[language]) if re.search(judging, text.lower())] == []


def test_weststadt_since_2008(shipped_city: CityData, de: Translator) -> None:
    found = series_of(
        shipped_city.indicators,
        "migration_background_share",
        key="04",
        figures=shipped_city.figures,
        definitions=shipped_city.definitions,
    )
    text = say_series(found, names={"04": "Weststadt"}, definitions=shipped_city.definitions, t=de)
    assert text.headline == "Für Weststadt gibt es **keine Zeitreihe**."
    assert text.text == (
        "Es gibt nur einen Wert, Stand: 9. Mai 2011. Er ist eine Schätzung. "
        "Auch die ganze Stadt hat keine Zeitreihe: Ihre Werte folgen 3 Definitionen."
    )


def test_the_table_as_drawn(de: Translator) -> None:
    table = table_of(estimates("09", "05", "17"), names=NAMES, year="2011", t=de)
    assert table.head == ("Gebiet", "Schätzung", "Grenzen", "Rang von 3", "Menschen 2011")
    assert [tuple(cell.replace(NBSP, " ") for cell in row) for row in table.rows] == [
        ("Grone", "29,1 %", "26,7 bis 40,3 %", "2, nicht sicher", "1.000"),
        ("Nordstadt", "30,1 %", "26,6 bis 45,9 %", "1, nicht sicher", "1.000"),
        ("Deppoldshausen", "nicht gezeigt", "", "", "20"),
        ("Stadt", "18,5 %", "16,9 bis 25,8 %", "", "1.000"),
    ]


def test_the_table_with_two_levels_names_both_totals(de: Translator) -> None:
    table = table_of(counts({"09": 3.0, "05": 4.0, "09-301": 1.0}, unit="places"), names=NAMES, year="2011", t=de)
    assert table.head[1:3] == ("Wert", "Rang")
    assert [row[2] for row in table.rows] == ["2 von 2", "1 von 2", "1 von 1", ""]
    assert [row[1] for row in table.rows] == ["3 Orte", "4 Orte", "1 Ort", "keine Daten"]


def test_ecological_warning_and_sense_are_always_there(translators: Translators, shipped_city: CityData) -> None:
    t = translators["de"]
    for found in relations():
        text = say_relation(found, indicators=shipped_city.definitions["indicator"], t=t)
        assert "nichts über einzelne Menschen" in text.text
        assert ("Spearman" in text.text) == (found.verdict in ("positive", "negative", "none_clear"))


def test_units_in_words(de: Translator) -> None:
    said_units = [quantity(n, "people_per_km2", t=de) for n in (1, 2400.4)] + [distance(0.004, "offers_per_1000", t=de)]
    assert said_units == ["1 Mensch je km²", "2.400 Menschen je km²", "weniger als 0,1 je 1.000 Menschen"]
    assert Value("01").state == "no_data"
