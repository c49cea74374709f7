"""The shipped table, attacked with nothing but itself."""

import numpy as np
import pandas as pd

from geodata.adapters.city_data import CityData
from tests.districts.attack import BORN, ESTIMATE, FOREIGN, conclusions
from tests.districts.census_truth import INDICATOR_OF, needs_source, people_counted
from tests.districts.small_tables import counts, too_tight, truth_of


def editions(city: CityData) -> list[pd.DataFrame]:
    """The published rows of each reference date on which something is withheld: other dates count other people."""
    rows = city.indicators
    dates = rows.loc[rows["suppressed"] == "yes", "reference_date"].unique()
    return [rows[rows["reference_date"] == date] for date in dates]


def test_the_shipped_table_leaves_room_everywhere(shipped_city: CityData) -> None:
    """Without knowing the counts: no withheld one can be bounded to less than five values."""
    found = pd.concat([conclusions(rows) for rows in editions(shipped_city)])
    truth = pd.Series(np.nan, index=found.index)
    assert too_tight(found, truth, below=shipped_city.city.suppress_count_below).empty
    assert len(found)


@needs_source
def test_the_shipped_table_keeps_one_to_four_possible(shipped_city: CityData) -> None:
    """Held against the census, which also shows that what is published is true."""
    truth = truth_of(counts(people_counted().drop(columns="population").to_dict(), {}))
    for rows in editions(shipped_city):
        found = conclusions(rows)
        assert too_tight(found, truth, below=shipped_city.city.suppress_count_below).empty
        counted = rows[rows["indicator"].isin(INDICATOR_OF.values()) & rows["numerator"].notna()]
        stated = counted.set_index(["district_key", "indicator"])["numerator"]
        assert stated.equals(truth.reindex(stated.index).astype(float).rename("numerator"))


def test_every_estimate_goes_with_its_counts(shipped_city: CityData) -> None:
    rows = shipped_city.indicators
    shown = rows[rows["suppressed"] != "yes"].groupby("indicator")["district_key"].agg(set)
    assert shown[ESTIMATE] <= shown[BORN] & shown[FOREIGN]


def test_city_figures_of_other_dates_add_no_relation(shipped_city: CityData) -> None:
    """A figure of the text, as the population of 2022, counts other people on another day than what is withheld.

    So no sum ties it to a withheld count. The one that is used, the city's share by its first definition, is in the
    attack: it is the estimate of the whole city.
    """
    dates = {date for rows in editions(shipped_city) for date in rows["reference_date"]}
    assert not dates & set(shipped_city.figures["reference_date"])
