"""Whatever a city looks like: nothing withheld can be worked out, and the totals stay."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.districts.disclosure import Counts, hidden, primary
from tests.districts.attack import APART, BORN, SUMS, conclusions
from tests.districts.small_tables import counts, published, too_tight, truth_of

PEOPLE = st.one_of(st.integers(0, 6), st.integers(0, 40))
LEAVES = ("01-1", "01-2", "01-3", "02-1", "02-2", "03")
BELOW = 30


@st.composite
def cities(draw: st.DrawFn) -> Counts:
    """Two districts of one to three polling districts, which need not be all of theirs, and one without any."""
    leaves = ["01-1", "02-1", *draw(st.sets(st.sampled_from(LEAVES), max_size=6))]
    rows = {key: {name: draw(PEOPLE) for name in (*SUMS[BORN], *APART[0])} for key in sorted({*leaves, "03"})}
    for row in rows.values():
        row[BORN] = sum(row[name] for name in SUMS[BORN])
        row["population"] = max(row[BORN], sum(row[name] for name in APART[0])) + draw(PEOPLE)
    table = pd.DataFrame.from_dict(rows, orient="index")
    outside = {key: draw(st.sampled_from([0, 0, 3])) for key in ("01", "02")}
    for key, more in outside.items():
        inner = table[table.index.str.startswith(key + "-")].sum()
        inner[[BORN, SUMS[BORN][0], "population"]] += more
        table.loc[key] = inner
    table.loc["00"] = table.loc[["01", "02", "03"]].sum()
    table = table.sort_index()
    return counts(table.drop(columns="population").to_dict(), table["population"].to_dict())


def all_but_the_city(mask: pd.DataFrame) -> pd.DataFrame:
    return mask.apply(lambda column: column.index != "00")


@settings(max_examples=20)
@given(cities(), st.sampled_from([2, 3, 5, 8]))
def test_no_withheld_count_can_be_bounded_more_tightly_than_allowed(table: Counts, below: int) -> None:
    mask = hidden(table, suppress_below=BELOW, suppress_count_below=below)
    found = conclusions(published(table, mask), whole_people=True)
    tight = too_tight(found, truth_of(table), below=below)
    if not tight.empty:  # no fault where the city's totals alone say as much
        best = conclusions(published(table, all_but_the_city(mask)), whole_people=True)
        assert too_tight(found, truth_of(table), below=below, best=best).empty


@settings(max_examples=30)
@given(cities(), st.sampled_from([2, 3, 5, 8]))
def test_what_is_few_is_withheld_and_totals_of_the_city_never_are(table: Counts, below: int) -> None:
    mask = hidden(table, suppress_below=BELOW, suppress_count_below=below)
    few = primary(table, suppress_below=BELOW, suppress_count_below=below)
    assert not mask.loc["00"].any()
    assert (mask | ~few).drop(index="00").all(axis=None)
    assert mask.equals(hidden(table, suppress_below=BELOW, suppress_count_below=below))


@settings(max_examples=30)
@given(cities())
def test_where_nobody_is_few_nothing_is_withheld(table: Counts) -> None:
    assert not hidden(table, suppress_below=0, suppress_count_below=1).any(axis=None)
