"""What the tables say of an offer, and how it fits a question: surely, possibly, or not."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from geodata.adapters.city_data import CityData
from geodata.adapters.coverage_ground import offers_in
from geodata.coverage.catchments import NOWHERE, Catchments
from geodata.coverage.offers import Fit, Offer, Offers, distinct_places, fits, offers_of, with_records
from geodata.coverage.question import Question
from geodata.hours import Opening

THURSDAY = Opening(3, 16 * 60)


def fit_of(question: Question, *, assumed: str = "de", **says: Any) -> bool | None:
    """True, None for possibly, False."""
    fit = fits(question, Offers((Offer("o", "f", 0, "01", "learn", "course", **says),), assumed))
    return True if fit.sure[0] else (None if fit.possible[0] else False)


@pytest.mark.parametrize(
    ("asked", "stated", "expected"),
    [
        ((), (), True),  # not asked
        (("ar",), ("ar", "en"), True),
        (("ar",), ("en",), False),
        (("ar",), (), None),  # not stated is not no
        (("ar", "en"), ("en",), True),  # one of them is enough
        (("ar", "ru"), ("en",), False),
        (("de",), (), True),  # assumed
        (("de",), ("ar",), False),  # stated, and not among them
        (("ar", "de"), (), True),  # the assumed one is enough
    ],
)
def test_languages(asked: tuple[str, ...], stated: tuple[str, ...], *, expected: bool | None) -> None:
    assert fit_of(Question(languages=asked), languages=stated) is expected


def test_without_an_assumption_german_is_not_stated_either() -> None:
    assert fit_of(Question(languages=("de",)), assumed="") is None


@pytest.mark.parametrize(
    ("hours", "expected"),
    [("Th 16:00-18:00", True), ("Mo-Fr 09:00-12:00", False), ("", None), ('Th 16:00-18:00 "by appointment"', None)],
)
def test_hours(hours: str, *, expected: bool | None) -> None:
    assert fit_of(Question(opening=THURSDAY), hours=hours) is expected
    assert fit_of(Question(), hours=hours) is True


@pytest.mark.parametrize(
    ("status", "verified", "either"),
    [("active", True, True), ("unverified", None, True), ("inactive", False, False), ("defunct", False, False)],
)
def test_status(status: str, *, verified: bool | None, either: bool) -> None:
    assert fit_of(Question(verified=True), status=status) is verified
    assert fit_of(Question(), status=status) is either


@pytest.mark.parametrize(
    ("section", "topic", "expected"),
    [("", "", True), ("learn", "", True), ("learn", "course", True), ("", "course", True), ("work", "", False),
     ("learn", "exam", False), ("work", "course", False)],
)  # fmt: skip
def test_section_and_topic(section: str, topic: str, *, expected: bool) -> None:
    assert fit_of(Question(section, topic)) is expected


def test_one_no_is_enough_and_what_is_open_is_named() -> None:
    asked = Question(languages=("ar",), opening=THURSDAY, verified=True)
    says = [
        {"languages": ("ar",), "hours": "Th 16:00-18:00"},
        {"status": "unverified"},  # all three are open
        {"languages": ("ar",), "hours": "", "status": "active"},
        {"languages": ("en",)},  # a no: that the hours are open as well does not matter
        {"hours": "Mo 09:00-12:00"},
    ]
    fit: Fit = fits(asked, Offers(tuple(Offer("o", "f", 0, "01", "learn", "course", **said) for said in says), "de"))
    assert fit.sure.tolist() == [True, False, False, False, False]
    assert fit.possible.tolist() == [True, True, True, False, False]
    assert fit.unsure.tolist() == [False, True, True, False, False]
    assert {code: rows.nonzero()[0].tolist() for code, rows in fit.unknown.items()} == {
        "languages": [1],
        "hours": [1, 2],
        "active": [1],
    }


def test_no_offers_at_all() -> None:
    fit = fits(Question("learn", "course", languages=("ar",), opening=THURSDAY, verified=True), Offers(()))
    assert fit.sure.tolist() == fit.possible.tolist() == []


def test_places_are_named_once_and_nowhere_is_none() -> None:
    made = Offers(tuple(Offer(f"o{at}", "f", at, "", "learn", "course") for at in (3, NOWHERE, 0, 3, 7)))
    assert distinct_places(made, made.stated | True).tolist() == [0, 3, 7]
    assert distinct_places(made, made.stated).tolist() == []
    assert with_records(made, made.records[:1]).rows == {"o3": 0}


FACILITIES = pd.DataFrame(
    [("house", "Mo 09:00-12:00", "active"), ("phone", "", "unverified"), ("closed", "24/7", "defunct")],
    columns=["facility_id", "opening_hours", "status"],
)
SERVICES = pd.DataFrame(
    [
        ("s1", "house", "learn", "course", ("ar", "en"), "", "", "active"),
        ("s2", "house", "learn", "course", (), "Th 16:00-18:00", "", "unverified"),
        ("s3", "phone", "work", "job", (), "", "", "active"),
        ("s4", "closed", "work", "job", ("de",), "", "", "active"),
        ("s5", "house", "work", "job", (), "", "", "inactive"),
        ("s6", "house", "work", "job", (), "", "nach den Kursen", "active"),
    ],
    columns=[
        *("service_id", "facility_id", "section", "topic", "languages_spoken"),
        *("opening_hours", "opening_hours_text", "status"),
    ],
)


def test_an_offer_takes_hours_from_its_facility_unless_it_has_its_own_and_the_weaker_status() -> None:
    areas = {"house": "04", "phone": "", "closed": "01"}
    made = offers_of(SERVICES, FACILITIES, places={"house": 5, "closed": 6}, areas=areas, assumed="de")
    assert made.assumed == "de"
    assert made.records == (
        Offer("s1", "house", 5, "04", "learn", "course", ("ar", "en"), "Mo 09:00-12:00", "active"),
        Offer("s2", "house", 5, "04", "learn", "course", (), "Th 16:00-18:00", "unverified"),
        Offer("s3", "phone", NOWHERE, "", "work", "job", (), "", "unverified"),
        Offer("s4", "closed", 6, "01", "work", "job", ("de",), "24/7", "defunct"),
        Offer("s5", "house", 5, "04", "work", "job", (), "Mo 09:00-12:00", "inactive"),
        Offer("s6", "house", 5, "04", "work", "job", (), "", "active"),
    )


def test_a_hidden_place_is_nowhere(
    shipped_city: CityData, shipped_catchments: Callable[[str, str], Catchments]
) -> None:
    """Nor does it count in any area, at neither level."""
    facilities = shipped_city.facilities
    hidden = set(facilities.loc[facilities["address_visibility"] == "hidden", "facility_id"])
    assert hidden
    for level in ("district", "polling_district"):
        made = offers_in(shipped_city, shipped_catchments("walking", level)).records
        found = {(offer.place, offer.area_key) for offer in made if offer.facility_id in hidden}
        assert found == {(NOWHERE, "")}
