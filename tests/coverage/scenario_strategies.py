"""Generated scenarios about generated cities, whose changes all fit the tables at hand."""

from collections.abc import Mapping

from hypothesis import settings
from hypothesis import strategies as st

from geodata.coverage.catchments import Catchments
from geodata.coverage.offers import Offers
from geodata.coverage.scenario import Add, Change, Close, Confirm, Move, OpenAt, Scenario, Speak, States
from tests.coverage.generated import HOURS, TOPICS, catchments, languages, offers

SEEN = settings(max_examples=80)
"""The same examples on every machine, however slow it is."""

SOME_HOURS = st.sampled_from([rule for rule in HOURS if rule])


def areas_of(ground: Catchments) -> Mapping[str, str]:
    """Area of every facility, and of one without a point, called "hidden"."""
    keys = ground.area_keys
    return {each: keys[row % len(keys)] for row, each in enumerate(ground.facility_ids)} | {"hidden": keys[0]}


def places(ground: Catchments) -> st.SearchStrategy[str]:
    return st.sampled_from([*areas_of(ground), *ground.cells])


def to_known(offer_ids: list[str], ground: Catchments) -> st.SearchStrategy[Change]:
    """A change of an offer that exists."""
    known = st.sampled_from(offer_ids)
    return st.one_of(
        st.builds(Move, known, places(ground)),
        st.builds(Close, known),
        st.builds(Confirm, known),
        st.builds(Speak, known, languages(least=1)),
        st.builds(States, known, languages(least=1)),
        st.builds(OpenAt, known, SOME_HOURS),
    )


@st.composite
def adds(draw: st.DrawFn, offer_id: str, ground: Catchments) -> Add:
    section = draw(st.sampled_from(sorted(TOPICS)))
    topic = draw(st.sampled_from(("", *TOPICS[section])))
    hours = draw(st.sampled_from(HOURS))
    return Add(offer_id, draw(places(ground)), section, topic, draw(languages()), hours)


@st.composite
def scenarios(draw: st.DrawFn, ground: Catchments, before: Offers, most: int = 5) -> Scenario:
    """Up to two new offers, then up to five changes of them and of those of the table."""
    scenario = Scenario(draw(st.sampled_from(("", "Grone", "الخميس"))))
    for _ in range(draw(st.integers(0, 2))):
        scenario = scenario.with_change(draw(adds(scenario.next_id, ground)))
    known = [*before.rows, *(change.offer_id for change in scenario.added)]
    for change in draw(st.lists(to_known(known, ground), max_size=most)) if known else ():
        scenario = scenario.with_change(change)
    return scenario


@st.composite
def grounds(draw: st.DrawFn) -> tuple[Catchments, Offers]:
    ground = draw(catchments())
    return ground, draw(offers(ground))
