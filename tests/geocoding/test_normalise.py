import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.geocoding.geocoder import GazetteerGeocoder
from geodata.geocoding.normalise import loose_key, name_key, normalise
from geodata.geocoding.query import store_key
from geodata.geocoding.sounds import skeletons, sound_key

SAME = """
Groner Str. 12 A          | groner strasse 12a
GRONER STRASSE 12a        | groner strasse 12a
Groner Straße 12a         | groner strasse 12a
Godehardstr. 18 – 20      | godehardstrasse 18-20
Godehardstraße 18 bis 20  | godehardstrasse 18-20
Jüdenstraße 5, Göttingen  | juedenstrasse 5 , goettingen
Sankt-Anna-Pl. 1          | st-anna-platz 1
v. Siebold Str. ٢         | von siebold strasse 2
улица Нойштадт            | strasse noischtadt
"""


@pytest.mark.parametrize(("typed", "normal"), [line.split("|") for line in SAME.strip().splitlines()])
def test_spellings_of_one_address_have_one_normal_form(typed: str, normal: str) -> None:
    assert normalise(typed) == normal.strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Am Steinsgraben", "Steinsgraben"),
        ("An der Lutter", "Lutter"),
        ("Platz der Göttinger Sieben", "Platz der Gottinger Sieben"),
    ],
)
def test_the_loose_key_leaves_out_what_people_leave_out(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
    assert loose_key(one) == loose_key(other)


@pytest.mark.parametrize(
    ("german", "cyrillic"), [("Neustadt", "Нойштадт"), ("Geismar", "Гайсмар"), ("Schiller", "Шиллер")]
)
def test_cyrillic_sounds_like_german(german: str, cyrillic: str) -> None:
    assert sound_key(german) == sound_key(cyrillic)


@pytest.mark.parametrize(
    ("german", "arabic"), [("Neustadt", "نويشتات"), ("Groner Straße", "شارع غرونر"), ("Weende", "فينده")]
)
def test_arabic_has_the_consonants_of_german(german: str, arabic: str) -> None:
    assert skeletons(german) & skeletons(arabic)


@settings(max_examples=400)
@given(st.text(max_size=80) | st.text("aäßstr.v- ,12 /&ilpz\u0301شارعулица", max_size=60))
def test_normal_forms_are_stable(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(max_examples=150)
@given(st.text(max_size=200) | st.text("Neustadt 18,-abو١", max_size=40))
def test_no_text_makes_the_gazetteer_raise(city: GazetteerGeocoder, text: str) -> None:
    match = city.ask(text)
    assert (match.point is None) == (match.quality == "none")
    assert str(match.reason)
    assert store_key(text)
    city.geocode(text)


def test_length_does_not_matter(city: GazetteerGeocoder) -> None:
    assert city.ask("Neustadt 18 " + "x" * 1_000_000).quality in ("house", "none")
    assert city.ask("str " * 300_000).quality == "none"
