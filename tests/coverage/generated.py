"""Made-up cities for coverage: small ones that hypothesis draws and shrinks, larger ones from a seed.

How many areas, cells, facilities and offers there are, and what each offer says, is drawn one by one. People and ways
come from a seed that is drawn too: hundreds of numbers drawn one by one would only make the tests slow.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from hypothesis import strategies as st

from geodata.coverage.catchments import ALL, FAR, GROUPS, NOWHERE, Catchments, Steps
from geodata.coverage.gap_table import GapTable
from geodata.coverage.offers import Offer, Offers
from geodata.coverage.question import Question
from geodata.hours import Opening

TOPICS: Final = {"steps": ("office", "advice"), "learn": ("course",), "work": ("job",)}
"""Topics of each section."""
LANGUAGES: Final = ("de", "en", "ar", "ru")
ASSUMED: Final = "de"
STATUSES: Final = ("active", "active", "active", "unverified", "unverified", "inactive", "defunct")
HOURS: Final = ("", "", "24/7", "Mo-Fr 09:00-12:00", "Th 16:00-19:00", "Mo-We 08:00-20:00; Th off", "Sa,Su 10:00-18:00")
OPENINGS: Final = (Opening(3, 16 * 60), Opening(0, 9 * 60, 12 * 60), Opening(6, 0), Opening(3, 19 * 60, 20 * 60))
WISHED: Final = (0.05, 0.25, 0.5, 0.55, 0.8, 0.9, 1.0)
_LIMIT_STEPS: Final = 240
_SEEDS: Final = st.integers(0, 2**32 - 1)


def city(sizes: Sequence[int], *, facilities: int, seed: int) -> Catchments:
    """Catchments of areas with as many cells each as `sizes` says; the rest by chance from a seed."""
    chance, n = np.random.default_rng(seed), sum(sizes)
    everybody = np.where(chance.random(n) < 0.1, 0, chance.integers(1, 150, n))
    people = {ALL: everybody} | {
        name: chance.binomial(everybody, chance.choice([0.0, 0.02, 0.3])) for name in GROUPS[1:]
    }
    between = np.triu(_steps(chance, (n, n)), 1)
    return Catchments(
        cells=tuple(f"100mN{31_000 + row}E{43_000 + row % 7}" for row in range(n)),
        area_keys=tuple(f"{area + 1:02d}" for area in range(len(sizes))),
        area_of=np.repeat(np.arange(len(sizes)), sizes).astype(np.intp),
        people={name: np.asarray(counts, dtype=np.int64) for name, counts in people.items()},
        facility_ids=tuple(f"f{row:03d}" for row in range(facilities)),
        steps=_steps(chance, (facilities, n)),
        between=between + between.T,
        limit_min=60.0,
    )


def _steps(chance: np.random.Generator, shape: tuple[int, int]) -> Steps:
    """Any steps, many of them within or beyond a limit by a hair; each cell knows ways to a few places only."""
    anything = chance.integers(1, _LIMIT_STEPS + 1, shape)
    near_limits = np.clip(4 * 5 * chance.integers(1, 13, shape) + chance.integers(-1, 2, shape), 1, _LIMIT_STEPS)
    steps = np.where(chance.random(shape) < 0.5, anything, near_limits)
    known = chance.random(shape) < chance.choice([1, 3, 10]) / max(shape[0], 1)
    return np.where(known, steps, FAR).astype(np.uint8)


def area_key_of(place: int, ground: Catchments) -> str:
    """Key of the area of a place; every fifth facility lies in none. What has no address may still name an area."""
    facilities = len(ground.facility_ids)
    if 0 <= place < facilities and place % 5 == 4:
        return ""
    return ground.area_keys[place % len(ground.area_keys) if place < facilities else ground.area_of[place - facilities]]


def offer_at(place: int, ground: Catchments, *, number: int, topic: str, **says: object) -> Offer:
    """An offer at a place; `says` is what it states of languages, hours and status."""
    where = ("none", *ground.facility_ids, *ground.cells)[place + 1]
    section = next(section for section, topics in TOPICS.items() if topic in topics)
    return Offer(f"o{number:03d}", where, place, area_key_of(place, ground), section, topic, **says)


@st.composite
def catchments(draw: st.DrawFn, most_cells: int = 40) -> Catchments:
    """2 to 5 areas, some of them without cells; up to 40 cells and 12 facilities, or none."""
    areas = draw(st.integers(2, 5))
    sizes = draw(st.lists(st.integers(0, most_cells // areas), min_size=areas, max_size=areas))
    return city(sizes, facilities=draw(st.integers(0, 12)), seed=draw(_SEEDS))


def languages(least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    """A few languages, ascending."""
    return st.sets(st.sampled_from(LANGUAGES), min_size=least, max_size=3).map(lambda codes: tuple(sorted(codes)))


@st.composite
def offers(draw: st.DrawFn, ground: Catchments, most: int = 25) -> Offers:
    """Up to 25 offers at facilities, in cells, and without an address; German is assumed."""
    places = st.integers(NOWHERE, len(ground.facility_ids) + len(ground.cells) - 1)
    says = {"languages": languages(), "hours": st.sampled_from(HOURS), "status": st.sampled_from(STATUSES)}
    topics = st.sampled_from([topic for topics in TOPICS.values() for topic in topics])
    drawn = draw(st.lists(st.tuples(places, topics, st.fixed_dictionaries(says)), max_size=most))
    made = (offer_at(at, ground, number=row, topic=topic, **said) for row, (at, topic, said) in enumerate(drawn))
    return Offers(tuple(made), ASSUMED)


def questions() -> st.SearchStrategy[Question]:
    """Any question on foot; most are about a section, or a topic of it, that the offers have."""
    choices = [*3 * [("", "")], *((section, topic) for section, topics in TOPICS.items() for topic in ("", *topics))]
    return st.builds(
        lambda chosen, **parts: Question(*chosen, **parts),
        st.sampled_from(choices),
        languages=st.one_of(st.just(()), languages()),
        group=st.sampled_from(GROUPS),
        minutes=st.integers(5, 60),
        verified=st.booleans(),
        opening=st.sampled_from((*4 * [None], *OPENINGS)),
        wished_share=st.sampled_from(WISHED),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Question, Offers, Catchments]:
    """What a table is made from."""
    ground = draw(catchments())
    return draw(questions()), draw(offers(ground)), ground


def table_of(case: tuple[Question, Offers, Catchments]) -> GapTable:
    """The answer to what was drawn."""
    question, made, ground = case
    return GapTable.from_question(question, made, catchments=ground)


def large_case(seed: int, *, cells: int = 300, facilities: int = 60, services: int = 200) -> tuple[Catchments, Offers]:
    """A larger city of ten areas, one of them without cells, and offers at facilities and without an address."""
    chance = np.random.default_rng(seed)
    ground = city([0, *chance.multinomial(cells, [1 / 9] * 9)], facilities=facilities, seed=seed)
    topics = [topic for topics in TOPICS.values() for topic in topics]
    made = (
        offer_at(
            int(chance.integers(NOWHERE, facilities)),
            ground,
            number=number,
            topic=str(chance.choice(topics)),
            languages=tuple(code for code in LANGUAGES if chance.random() < 0.2),
            hours=str(chance.choice(HOURS)),
            status=str(chance.choice(STATUSES)),
        )
        for number in range(services)
    )
    return ground, Offers(tuple(made), ASSUMED)
