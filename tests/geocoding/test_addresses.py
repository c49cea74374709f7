import pytest

from geodata.geocoding.distance import distance_m
from geodata.geocoding.geocoder import GazetteerGeocoder
from tests.geocoding import addresses


def test_the_table_holds_fifteen_of_each_kind() -> None:
    kinds = (addresses.CLEAN, addresses.SHORT, addresses.MISTYPED, addresses.UNCERTAIN)
    assert [len(kind) for kind in kinds] == [15, 15, 15, 15]
    assert len({case.question for kind in kinds for case in kind}) == 60


ALL = [*addresses.CLEAN, *addresses.SHORT, *addresses.MISTYPED, *addresses.UNCERTAIN]


@pytest.mark.parametrize("case", ALL, ids=[case.question for case in ALL])
def test_every_address_has_the_expected_quality_and_place(case: addresses.Case, city: GazetteerGeocoder) -> None:
    match = city.ask(case.question)
    assert (match.quality, match.label) == (case.quality, case.label)
    assert str(match.reason)
    if match.point is None:
        assert (match.latitude, match.longitude, match.uncertainty_m) == (None, None, None)
    else:
        assert distance_m(match.point, (float(case.latitude), float(case.longitude))) <= float(case.tolerance_m)


@pytest.mark.parametrize("case", [case for case in ALL if case.label], ids=lambda case: case.question)
def test_a_label_asked_again_gives_the_same_answer(case: addresses.Case, city: GazetteerGeocoder) -> None:
    if case.quality in ("house", "interpolated", "place", "quarter"):
        assert city.ask(case.label).point == city.ask(case.question).point


def test_a_near_miss_between_two_streets_is_a_suggestion_that_answers(city: GazetteerGeocoder) -> None:
    match = city.ask("Königstraße 3")
    assert match.suggestions
    assert all(city.ask(suggestion).point for suggestion in match.suggestions)


@pytest.mark.parametrize(
    "question", ["Unter den Linden 1, Berlin", "37124 Rosdorf", "Neustadt 18, 37124 Rosdorf", "Нойштадт 18, Берлин"]
)
def test_another_city_is_not_answered_with_a_street_of_ours(question: str, city: GazetteerGeocoder) -> None:
    match = city.ask(question)
    assert (match.quality, match.point, match.reason.code) == ("none", None, "elsewhere")
