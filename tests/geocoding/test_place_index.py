import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz, process

from geodata.geocoding import DirectoryPlace, PlaceIndex, cell_of
from geodata.geocoding.gazetteer import Entry, Gazetteer
from geodata.geocoding.geocoder import GazetteerGeocoder

# typed | first suggestion | its kind
FIRST = """
Neustadt              | Neustadt                | street
neust                 | Neustadt                | street
Neustadt 1            | Neustadt 1              | house
Neustadt 18           | Neustadt 18             | house
18 Neustadt           | Neustadt 18             | house
Neustadt 18, 37073 Gö | Neustadt 18             | house
Neustadt 400          | Neustadt                | street
Groner Str. 12        | Groner Straße 12        | house
gronerstr 12          | Groner Straße 12        | house
Jud                   | Jüdenstraße             | street
Juedenstr. 5          | Jüdenstraße 5           | house
Judenstrasse 5        | Jüdenstraße 5           | house
Goethealee 8          | Goethe-Allee 8          | house
Th.-Heuss-Str         | Theodor-Heuss-Straße    | street
steinsgraben          | Am Steinsgraben         | street
Backhausstr 5, Grone  | Backhausstraße 5        | house
Neustdt               | Neustadt                | street
Neutsadt 18           | Neustadt 18             | house
wende                 | Weende                  | quarter
Holtenser B           | Holtenser Berg          | quarter
Bahnhof               | Bahnhof                 | stop
Junges Thea           | Junges Theater Göttingen | facility
Jüdischer F           | Jüdischer Friedhof      | place
нойштадт              | Neustadt                | street
нойш                  | Neustadt                | street
ул. Нойштадт 18       | Neustadt 18             | house
гроне                 | Grone                   | quarter
гайсмар               | Geismar                 | quarter
نويشتات               | Neustadt                | street
نويشت                 | Neustadt                | street
نويشتات ١٨            | Neustadt 18             | house
غرونه                 | Grone                   | quarter
فينده                 | Weende                  | quarter
شارع غرونر            | Groner Straße           | street
"""


@pytest.mark.parametrize(
    ("typed", "label", "kind"), [[cell.strip() for cell in line.split("|")] for line in FIRST.strip().splitlines()]
)
def test_the_first_suggestion_is_what_was_begun(typed: str, label: str, kind: str, index: PlaceIndex) -> None:
    found = index.suggest(typed)[0]
    assert (found.label, found.kind) == (label, kind)
    assert found.cell == cell_of(found.latitude, found.longitude)


def test_numbers_come_in_the_order_of_the_street(index: PlaceIndex) -> None:
    labels = [found.label for found in index.suggest("Jüdenstraße 1")]
    assert labels[:5] == [f"Jüdenstraße {number}" for number in ("1", "10", "11", "12", "13")]
    assert labels.index("Jüdenstraße 13") < labels.index("Jüdenstraße 13a") < labels.index("Jüdenstraße 14")


def test_houses_and_quarters_stand_where_the_cascade_puts_them(index: PlaceIndex, city: GazetteerGeocoder) -> None:
    for label in ("Neustadt 18", "Mauerstraße 16", "Weende", "Danziger Straße", "Grone-Süd"):
        found = index.suggest(label)[0]
        assert found.label == label
        assert (found.latitude, found.longitude) == city.ask(label).point


@pytest.mark.parametrize(
    "typed", ["Unter den Linden 1, Berlin", "37124 Rosdorf", "Neustadt 18, 37124", "Weende, Kassel"]
)
def test_another_city_suggests_nothing(typed: str, index: PlaceIndex) -> None:
    assert index.suggest(typed) == ()


@pytest.mark.parametrize("typed", ["Neustadt 18, G", "Neustadt 18, Götting", "Нойштадт 18, Гёт", "Neustadt 18, Innens"])
def test_our_own_city_may_be_half_typed(typed: str, index: PlaceIndex) -> None:
    assert index.suggest(typed)[0].label == "Neustadt 18"


def test_one_kind_does_not_crowd_out_the_others(index: PlaceIndex) -> None:
    kinds = [found.kind for found in index.suggest("we", limit=8)]
    assert kinds[:4] == ["street"] * 4
    assert "quarter" in kinds


@pytest.mark.parametrize("typed", ["Caritas", "мечеть", "مسجد", "mosque"])
def test_the_directory_is_found_by_its_names_and_glosses(typed: str, index: PlaceIndex) -> None:
    assert index.suggest(typed)[0].kind == "facility"


def test_nothing_typed_and_nothing_meant_suggest_nothing(index: PlaceIndex) -> None:
    for typed in ("", "  ", "?!", "xqzvjw", "\x00", "🙂"):
        assert index.suggest(typed) == ()
    assert index.suggest("a", limit=0) == ()
    assert len(index.suggest("a", limit=3)) == 3


@settings(max_examples=150)
@given(
    st.text(max_size=120) | st.text("Neustadt 18,-abوقن١гройшдт", max_size=40),
    st.integers(-1, 12),
)
def test_no_text_makes_it_raise(index: PlaceIndex, text: str, limit: int) -> None:
    found = index.suggest(text, limit)
    assert len(found) <= max(0, limit)
    assert len({(one.label, one.kind) for one in found}) == len(found)
    assert found == index.suggest(text, limit)


@pytest.mark.parametrize("typed", ["Neustadt " * 50_000, "1 a " * 100_000, "نويشتات" * 50_000, "x" * 1_000_000])
def test_length_does_not_matter(typed: str, index: PlaceIndex) -> None:
    index.suggest(typed)


def test_a_call_takes_less_than_comparing_with_every_name(index: PlaceIndex, city: GazetteerGeocoder) -> None:
    names = [entry.name for entry in city.gazetteer.entries]
    for typed in ("n", "s", "Neustadt 1", "neustdt 18", "нойштадт", "غرونه", "xqzvxqzv", "Stadtbibliotek"):
        ours = middle(lambda typed=typed: index.suggest(typed))
        assert ours < middle(lambda typed=typed: process.extract(typed, names, scorer=fuzz.WRatio, limit=8)), typed


def middle(work: Callable[[], object]) -> float:
    """Seconds of our own work, whatever else the machine does: the median of seven."""
    seconds = []
    for _ in range(7):
        start = time.thread_time()
        work()
        seconds.append(time.thread_time() - start)
    return sorted(seconds)[3]


def _entry(kind: str, name: str, *, north: int, district: str = "01", number: str = "", link: str = "") -> Entry:
    reference = f"district/{district}" if kind == "quarter" else ""
    return Entry(kind, name, (50.0 + north / 111_195, 10.0), number, 0.0, link, district, reference)


TOWN = (
    _entry("quarter", "Oberdorf", north=0),
    _entry("stop", "Kirche", north=0), _entry("stop", "Kirche", north=50),
    _entry("place", "Laden", north=0), _entry("place", "Laden", north=9000, district="02"),
    _entry("place", "Bude", north=0), _entry("place", "Bude", north=900),
    _entry("house", "Birkenweg", north=0, number="1"), _entry("house", "Buchenweg", north=890, number="1"),
    _entry("house", "Buchenweg", north=890, number="7", link="low"),
    _entry("house", "Buchenweg", north=0, number="9"), _entry("house", "Buchenweg", north=890, number="9"),
    _entry("place", "Rathaus", north=100),
)  # fmt: skip


# typed | labels
@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("kirche", ["Kirche"]),
        ("laden", ["Laden, Altstadt", "Laden, Oberdorf"]),
        ("laden, oberdorf", ["Laden, Oberdorf"]),
        ("bude", ["Bude, Birkenweg", "Bude, Buchenweg"]),
        ("buchenweg 1", ["Buchenweg 1"]),
        ("buchenweg 7", ["Buchenweg"]),  # the number may belong to another street
        ("buchenweg 9", ["Buchenweg"]),  # two houses far apart bear it
        ("rathaus", ["Rathaus"]),
        ("ohne", []),  # a facility without a point
    ],
)
def test_equal_names_are_told_apart_and_near_ones_are_one(typed: str, labels: list[str]) -> None:
    gazetteer = Gazetteer(TOWN, city="Altstadt", date="2026", exact=True, digest="x")
    index = PlaceIndex(gazetteer, [DirectoryPlace("Rathaus", 50.0, 10.0), DirectoryPlace("Ohne", float("nan"), 10.0)])
    assert [found.label for found in index.suggest(typed)] == labels


def test_what_the_directory_holds_too_is_the_directorys() -> None:
    gazetteer = Gazetteer(TOWN, city="Altstadt", date="2026", exact=True, digest="x")
    assert [found.kind for found in PlaceIndex(gazetteer).suggest("rathaus")] == ["place"]
    known = PlaceIndex(gazetteer, [DirectoryPlace("Rathaus", 50.0, 10.0)])
    assert [found.kind for found in known.suggest("rathaus")] == ["facility"]
