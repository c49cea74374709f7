"""A part of a question that cannot be is named, with what was found and what is allowed."""

import pytest

from geodata.coverage.catchments import GROUPS
from geodata.coverage.question import Question, Wrong, wrong_parts

KNOWN = {"sections": ("steps", "learn"), "topics": ("office", "course"), "languages": ("de", "ar", "ru")}


def faults(question: Question) -> tuple[Wrong, ...]:
    return wrong_parts(question, **KNOWN)


@pytest.mark.parametrize(
    "question",
    [
        Question(),
        Question("learn", "course", languages=("ar", "ru"), group="age_80_plus", minutes=60, wished_share=1),
        Question(minutes=5, wished_share=0.01),
        Question(minutes=30, mode="cycling"),
    ],
)
def test_what_can_be_asked_has_no_fault(question: Question) -> None:
    assert faults(question) == ()


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        (Question("lern"), Wrong("section", "lern", KNOWN["sections"])),
        (Question(topic="exam"), Wrong("topic", "exam", KNOWN["topics"])),
        (Question(group="tall"), Wrong("group", "tall", GROUPS)),
        (Question(mode="bus"), Wrong("mode", "bus", ("walking", "cycling"))),
        (Question(minutes=4), Wrong("minutes", "4", ("5–60",))),
        (Question(minutes=61), Wrong("minutes", "61", ("5–60",))),
        (Question(minutes=31, mode="cycling"), Wrong("minutes", "31", ("5–30",))),
        (Question(wished_share=0), Wrong("wished_share", "0", ("0–1",))),
        (Question(wished_share=1.01), Wrong("wished_share", "1.01", ("0–1",))),
        (Question(wished_share=float("nan")), Wrong("wished_share", "nan", ("0–1",))),
        (Question(languages=("de", "xx")), Wrong("language", "xx", KNOWN["languages"])),
    ],
)
def test_what_cannot_be_is_named(question: Question, fault: Wrong) -> None:
    assert faults(question) == (fault,)


def test_every_fault_is_named_at_once() -> None:
    question = Question("lern", languages=("xx", "yy"), minutes=0, wished_share=2)
    assert [fault.parameter for fault in faults(question)] == [
        "section",
        "minutes",
        "wished_share",
        "language",
        "language",
    ]
