"""Words by the ways they are written, bent, put together and said."""

import logging

import pytest

from geodata.search import SearchIndex, search
from geodata.search.compounds import part_of, parts_of
from geodata.search.folding import collapsed, joined, tokens
from geodata.search.hearing import heard, sounds_alike
from geodata.search.stems import keys_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Möbel", "moebel"),
        ("Straße", "STRASSE"),
        ("Fußball", "Fussball"),
        ("Göttingen", "Gottingen"),
        ("женщинам ещё", "ЖЕНЩИНАМ еще"),
        ("русский", "русскии"),
        ("مَدْرَسَة", "مدرسه"),
        ("الإقامة", "الاقامة"),
        ("مـــسجد", "مسجد"),
        ("على", "علي"),
        ("٢٣", "23"),
        ("women's", "womens"),
        ("Kultur\u00adzentrum", "Kulturzentrum"),
        ("İstanbul", "istanbul"),
    ],
)
def test_two_spellings_are_one_word(one: str, other: str) -> None:
    assert joined(one) == joined(other) != ""


@pytest.mark.parametrize(
    ("forms", "script"),
    [
        ("Kurs Kurse Kursen", "latin"),
        ("nursery nurseries", "latin"),
        ("Hausaufgabe Hausaufgaben", "latin"),
        ("библиотека библиотеку библиотекой библиотеках", "cyrillic"),
        ("немецкий немецкого немецком", "cyrillic"),
        ("دورة دورات الدورات بالدورات والدورات", "arabic"),
        ("المساعدة مساعدة بمساعدة", "arabic"),
        ("عربية بالعربية العربية عربي", "arabic"),
    ],
)
def test_forms_of_a_word_share_a_key(forms: str, script: str) -> None:
    keys = [set(keys_of(token.text, token.script)) for token in tokens(forms)]
    assert {token.script for token in tokens(forms)} == {script}
    assert set.intersection(*keys)


def test_different_words_share_no_key_as_they_stand() -> None:
    assert max(keys_of("جامع", "arabic").values()) == 1.0
    assert keys_of("جامعه", "arabic")["جامع"] < 1.0


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Sprachkurs", ("sprach", "kurs")),
        ("Schwangerschaftsberatung", ("schwangerschaft", "beratung")),
        ("Beratung", ()),
        ("Kurs", ()),
        ("Beratungsblatt", ()),
        ("a1-Kurs", ()),
    ],
)
def test_compounds_are_taken_apart_by_known_words(word: str, parts: tuple[str, ...]) -> None:
    known = {"sprach", "kurs", "schwangerschaft", "beratung"}
    assert parts_of(collapsed(tokens(word)[0].text), known) == parts


def test_of_a_compound_that_is_not_all_known_the_end_counts_before_the_beginning() -> None:
    assert part_of("paarberatung", {"beratung"}) == "beratung"
    assert part_of("beratungsblatt", {"beratung"}) == "beratung"
    assert part_of("exkurs", {"kurs"}) == ""  # too short to stand alone


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("джобцентр", "jobcenter"),
        ("جوبسنتر", "jobcenter"),
        ("фольксхохшуле", "volkshochschule"),
        ("فولكسهوخشوله", "volkshochschule"),
        ("миграционсцентрум", "migrationszentrum"),
        ("كاريتاس", "caritas"),
        ("садик", "sadik"),
    ],
)
def test_names_written_by_ear_are_said_like_the_name(written: str, name: str) -> None:
    assert heard(written) & heard(name)
    assert sounds_alike(written, name)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("طبيبب", "طبيب"),
        ("دكتورر", "دكتور"),
        ("الطبيبب", "الطبيب"),
        ("مدرسةة", "مدرسة"),
        ("садиккк", "садик"),
        ("курссыыы", "курсы"),
        ("Deutschkkurss", "Deutschkurs"),
        ("doctorrr", "doctor"),
    ],
)
def test_letters_that_are_typed_more_than_once_are_forgiven(index: SearchIndex, typed: str, meant: str) -> None:
    found, wanted = search(typed, index), search(meant, index)
    assert found.fits
    assert found.rows[0] in wanted.rows[:3]


@pytest.mark.parametrize(
    "text", ["щзхъфыжю", "qwrtzpx", "ظظظظ", "asdfghjk", "йцукен", "ضصثقف", "xyzzyx", "ъъъъ", "жрчцшжъ", "ثضغظج"]
)
def test_nonsense_suggests_nothing_and_shows_the_way_out(index: SearchIndex, text: str) -> None:
    found = search(text, index)
    assert (found.suggestion, found.fits, set(found.reasons)) == ("", 0, {"way_out"})


def test_a_small_word_is_never_suggested(index: SearchIndex) -> None:
    assert search("гдеъъ", index).suggestion == ""


def test_every_digit_of_a_number_counts() -> None:
    assert joined("116 117") != joined("16 17")


def test_common_words_are_not_said_like_others() -> None:
    assert not sounds_alike("четверг", "streik")
    assert not sounds_alike("гроне", "children")


def test_a_question_leaves_no_trace(
    index: SearchIndex, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    before = dict(vars(index.vocabulary))
    with caplog.at_level(logging.DEBUG):
        search("Frauenhaus Xyzzyberg джобцентр", index)
    assert not caplog.records
    assert capfd.readouterr() == ("", "")
    assert vars(index.vocabulary) == before
    assert not index.vocabulary._asked
    assert not index.vocabulary._other_keys
