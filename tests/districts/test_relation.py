"""Two indicators against each other: Spearman's coefficient, what chance does, and what is never explained."""

from collections.abc import Sequence
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import spearmanr

from geodata.districts.comparison.built_in import is_built_in
from geodata.districts.comparison.relation import Relation, relation
from tests.districts.areas import rows_of

NOISE = (3, 14, 1, 9, 16, 5, 12, 7, 18, 2, 11, 6, 15, 8, 13, 4, 17, 10)
CODES = (
    "migration_background_share", "born_abroad_share", "foreign_nationals_share", "born_eu27_share",
    "born_other_europe_share", "children_under_10_share", "residents_80_plus_share", "population",
    "population_density", "places_first_steps", "offers_first_steps", "offers_work_career", "offers_per_1000",
    "within_15_min_first_steps_share",
)  # fmt: skip


def rows(indicator: str, values: Sequence[float], **row: object) -> pd.DataFrame:
    return rows_of(
        *(
            {"district_key": f"{n:03}", "indicator": indicator, "value": float(value)} | row
            for n, value in enumerate(values, start=1)
        )
    )


def related(x: Sequence[float], y: Sequence[float]) -> Relation:
    return relation(rows("children_under_10_share", x), rows("population", y), level="district")


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=5, max_size=40))
def test_rho_is_spearmans_with_ties(pairs: list[tuple[int, int]]) -> None:
    x, y = zip(*pairs, strict=True)
    found, back = related(x, y), related(y, x)
    if min(len(set(x)), len(set(y))) < 2:
        assert found.verdict == "no_variation"
        return
    assert found.rho == pytest.approx(spearmanr(x, y).statistic, abs=1e-12)
    assert found.chance == pytest.approx(back.chance)
    assert found.verdict == back.verdict


@pytest.mark.parametrize(
    ("n", "tolerance"),
    [(12, 0.02), (18, 0.02), (30, 0.02), (31, 1e-9), (60, 1e-9)],  # above 30 areas it is Student's t
)
def test_chance_agrees_with_students_t(n: int, tolerance: float) -> None:
    y = [value + position * 0.05 for position, value in enumerate((NOISE * 4)[:n])]
    expected = spearmanr(range(n), y).pvalue
    assert expected > 0.02
    assert related(range(n), y).chance == pytest.approx(expected, abs=tolerance)


def test_five_areas_are_enough_to_look_but_not_to_say() -> None:
    """Of 120 orders two agree as closely as a perfect one does: 1 in 60 is too often."""
    found = related(range(5), range(5))
    assert found.rho == 1
    assert found.chance == pytest.approx(1 / 60, abs=0.004)
    assert found.verdict == "none_clear"


@pytest.mark.parametrize(
    ("x", "y", "verdict"),
    [
        (range(18), [value**3 for value in range(18)], "positive"),  # a bent line is an order, too
        (range(18), range(18, 0, -1), "negative"),
        (range(18), NOISE, "none_clear"),
        (range(4), range(4), "too_few"),
        (range(18), [7] * 18, "no_variation"),
    ],
)
def test_verdicts(x: Sequence[float], y: Sequence[float], verdict: str) -> None:
    assert related(x, y).verdict == verdict


def test_a_weak_order_over_many_areas_is_not_called_clear() -> None:
    """With 400 areas chance rarely makes 0.2, and still the order says next to nothing of a single area."""
    y = [position * 0.2 + (position * 181) % 401 for position in range(400)]
    found = related(range(400), y)
    assert 0.1 < abs(found.rho) < 0.3
    assert found.chance < 0.01
    assert found.verdict == "none_clear"


def test_only_areas_with_both_values_shown_are_paired() -> None:
    x = rows_of(
        {"district_key": "01", "value": 1.0},
        {"district_key": "02", "value": 2.0, "suppressed": "yes"},
        {"district_key": "03", "value": 3.0},
        {"district_key": "00", "value": 4.0},
        {"district_key": "01-101", "value": 5.0},
    )
    y = rows("population", []).iloc[:0]
    y = pd.concat([y, rows_of(*({"district_key": key, "value": 9.0} for key in ("00", "01", "01-101", "02", "04")))])
    found = relation(x, y.assign(indicator="population"), level="district")
    assert found.pairs.to_dict("index") == {"01": {"x": 1.0, "y": 9.0}}
    assert found.left_out == 3
    assert found.verdict == "too_few"


def test_cautions() -> None:
    plain = related(range(9), range(9))
    assert plain.cautions == ("ecological",)
    bounded = rows("children_under_10_share", range(9), lower=0.0, upper=9.0)
    later = rows("population", range(9), reference_date="2022-05-15")
    assert relation(bounded, later, level="district").cautions == ("ecological", "bounds", "different_dates")


def test_an_indicator_against_itself() -> None:
    same = rows("population", range(9))
    assert relation(same, same, level="district").verdict == "same_indicator"


@pytest.mark.parametrize(
    ("x", "y"),
    [("born_abroad_share", "migration_background_share"), ("born_eu27_share", "born_abroad_share")],
)
def test_a_part_is_not_explained_by_its_whole(x: str, y: str) -> None:
    found = relation(rows(x, range(18)), rows(y, range(18)), level="district")
    assert found.verdict == "built_in"
    assert found.rho != found.rho  # no number that somebody could quote
    assert len(found.pairs) == 18


def test_the_table_of_built_in_pairs() -> None:
    migration, of_birth = CODES[:3], CODES[3:5]
    expected = {
        *((x, y) for i, x in enumerate(migration) for y in migration[i + 1 :]),
        *((x, y) for x in migration for y in of_birth),
        ("population", "population_density"),
        ("population", "offers_per_1000"),
        ("population_density", "offers_per_1000"),
        ("places_first_steps", "offers_first_steps"),
        ("places_first_steps", "offers_per_1000"),
        ("places_first_steps", "within_15_min_first_steps_share"),
        ("offers_first_steps", "offers_per_1000"),
        ("offers_first_steps", "within_15_min_first_steps_share"),
        ("offers_work_career", "offers_per_1000"),
        ("offers_per_1000", "within_15_min_first_steps_share"),
    }
    assert {(x, y) for x, y in combinations(CODES, 2) if is_built_in(x, y)} == expected


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_built_in_has_no_order(x: str, y: str) -> None:
    assert is_built_in(x, y) == is_built_in(y, x)
    assert not is_built_in(x, x)
    assert not is_built_in(x, "office_table_share")
