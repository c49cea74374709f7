"""Withholding in rows of the indicator table: the shipped ones, derived ones, and a table of the office's own."""

from collections.abc import Mapping
from typing import Final, Literal

import pandas as pd

from geodata.districts.area_keys import DISTRICT, POLLING_DISTRICT, level_of
from geodata.districts.disclosure.counts import Counts
from geodata.districts.disclosure.hidden import hidden
from geodata.errors import GeodataError
from geodata.schema import WHOLE_CITY, City

_HIDDEN_CELLS: Final = ("value", "numerator", "lower", "upper")

Reason = Literal["few_people", "few_counted"]


def with_hidden(rows: pd.DataFrame, mask: pd.DataFrame, *, counted: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """The rows, without whatever is made from a withheld count; the denominator stays.

    An estimate is made from several counts. It goes with each of them, because value and bounds together would give
    the missing one away.

    Args:
        rows: of `indicators.csv`, as text or typed.
        mask: of `hidden`; index = keys of areas, columns = names of counts.
        counted: the counts that an indicator is made from; an indicator that is not named here is left alone.
    """
    few = mask.to_dict()
    pairs = zip(rows["district_key"], rows["indicator"], strict=True)
    goes = [any(few[count][key] for count in counted.get(indicator, ())) for key, indicator in pairs]
    withheld = pd.Series(goes, index=rows.index, dtype=bool)
    result = rows.copy()
    for name in _HIDDEN_CELLS:
        typed = pd.api.types.is_numeric_dtype(result[name])
        result[name] = result[name].mask(withheld, float("nan") if typed else "")
    result["suppressed"] = result["suppressed"].mask(withheld, "yes")
    return result


def from_edition(rows: pd.DataFrame, name: str) -> Counts:
    """The counts above the line of one edition of one indicator, as the column `name`.

    A city's total that is not among the rows is taken as the sum of the districts: it is known elsewhere.

    Args:
        rows: typed rows of `indicators.csv`, one for each area; those without a value are left out.

    Raises:
        GeodataError: how many people stand above or below the line is not stated, so nothing can be said about few.
    """
    stated = rows[rows["value"].notna()].set_index("district_key")
    people = stated["numerator"].fillna(stated["value"] * stated["denominator"]).round()
    if stated["denominator"].isna().any() or people.isna().any():
        key = stated.index[stated["denominator"].isna() | people.isna()][0]
        raise GeodataError(f"{name}: how many people live in {key} is not stated, so it cannot be shown")
    table = pd.DataFrame({name: people, "population": stated["denominator"]}).astype(int)
    if WHOLE_CITY not in table.index:
        districts = table.index.map(level_of) == DISTRICT
        table = pd.concat([table[districts].sum().to_frame(WHOLE_CITY).T, table])
    return Counts(people=table[[name]], population=table["population"], parent=parents(table.index))


def with_protection(rows: pd.DataFrame, *, city: City) -> pd.DataFrame:
    """The rows of one edition of one indicator that counts people, without what may not be shown.

    Raises:
        GeodataError: see `from_edition`.
    """
    if rows.empty:
        return rows
    indicator = str(rows["indicator"].iloc[0])
    mask = hidden(
        from_edition(rows, indicator),
        suppress_below=city.suppress_below,
        suppress_count_below=city.suppress_count_below,
    )
    shown = mask.reindex(rows["district_key"].unique(), fill_value=False)
    return with_hidden(rows, shown, counted={indicator: (indicator,)})


def parents(keys: "pd.Index[str]") -> "pd.Series[str]":
    """For each key the key of the area around it; nothing is around the city."""
    return pd.Series([_around(key) for key in keys], index=keys, dtype=object)


def _around(key: str) -> str:
    if level_of(key) == POLLING_DISTRICT:
        return key.split("-", maxsplit=1)[0]
    return WHOLE_CITY if level_of(key) == DISTRICT else ""


def reason(denominator: float, *, city: City) -> Reason:
    """Why a row is withheld, as far as we say: which counts are few, and which went with them, would tell too much."""
    return "few_people" if denominator < city.suppress_below else "few_counted"
