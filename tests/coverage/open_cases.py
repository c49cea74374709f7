"""Small cities in which much is left open: in most that are drawn from anything, there would be nobody to ask."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from geodata.coverage.catchments import ALL, FAR, GROUPS, NOWHERE, Catchments
from geodata.coverage.offers import Offers
from geodata.coverage.question import Question
from tests.coverage.generated import ASSUMED, OPENINGS, TOPICS, city, offer_at

Case = tuple[Question, Offers, Catchments]

_NEAR_STEPS = 4 * 30
"""Minutes of a way that is known, in steps."""
_LANGUAGES = st.sampled_from([(), (), (), (), (), ("ar",), ("de", "en")])
_HOURS = st.sampled_from(["", "", "", "24/7", "Th 16:00-19:00"])
_STATUS = st.sampled_from(["active", "unverified", "unverified", "unverified", "inactive"])


@st.composite
def open_cases(draw: st.DrawFn, most_facilities: int = 8) -> Case:
    """Two areas with up to 30 cells, each near about every third facility; Arabic is asked for, most say nothing."""
    facilities, seed = draw(st.integers(2, most_facilities)), draw(st.integers(0, 2**32 - 1))
    sizes = draw(st.lists(st.integers(1, 15), min_size=2, max_size=2))
    ground = city(sizes, facilities=facilities, seed=seed)
    chance = np.random.default_rng(seed)
    near = chance.random(ground.steps.shape) < 1 / 3
    steps = np.where(near, chance.integers(1, _NEAR_STEPS, near.shape), FAR).astype(np.uint8)
    return draw(_questions()), draw(_offers(ground)), replace(ground, steps=steps)


def _questions() -> st.SearchStrategy[Question]:
    return st.builds(
        Question,
        section=st.sampled_from(["", "", "steps"]),
        languages=st.sampled_from([("ar",), ("ar", "ru"), ("ar", "en"), ()]),
        group=st.sampled_from((ALL, *GROUPS)),
        minutes=st.integers(20, 60),
        verified=st.booleans(),
        opening=st.sampled_from([None, None, *OPENINGS]),
    )


@st.composite
def _offers(draw: st.DrawFn, ground: Catchments) -> Offers:
    """One or two a facility, and a few in cells and without an address."""
    facilities = len(ground.facility_ids)
    anywhere = st.integers(NOWHERE, facilities + len(ground.cells) - 1)
    places = [*range(facilities), *draw(st.lists(st.one_of(st.integers(0, facilities - 1), anywhere), max_size=6))]
    topics = st.sampled_from(["office", "office", *(topic for topics in TOPICS.values() for topic in topics)])
    says = st.fixed_dictionaries({"languages": _LANGUAGES, "hours": _HOURS, "status": _STATUS})
    made = [offer_at(at, ground, number=row, topic=draw(topics), **draw(says)) for row, at in enumerate(places)]
    return Offers(tuple(made), ASSUMED)
