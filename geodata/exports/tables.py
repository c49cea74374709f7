"""Indicator rows as files to take away: CSV, GeoJSON, and a valid part of `indicators.csv`. Same rows, same bytes.

Words come in as arguments: heads of columns, texts in cells. A text can never be run by a spreadsheet program.
"""

import csv
import io
import json
import math
from collections.abc import Iterable, Mapping
from typing import Any, Final

import geopandas as gpd
import pandas as pd
import shapely

from geodata.schema import INDICATORS, LIST_SEPARATOR

_RUN_BY_SPREADSHEETS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_BYTE_ORDER_MARK: Final = "\ufeff"
_DECIMALS: Final = 6
"""About 0.1 m, as the outlines are stored."""

_FIXED_DECIMALS: Final[Mapping[str, Mapping[str, int]]] = {
    "share": {"value": 6, "lower": 6, "upper": 6},
    "people_per_km2": {"value": 1, "denominator": 4},
}
"""Unit → how many decimals its numbers have in `indicators.csv`; all others are written as short as they are."""


def to_csv(rows: pd.DataFrame, columns: Mapping[str, str]) -> bytes:
    """The rows as CSV in UTF-8, with commas and decimal points.

    It begins with a byte order mark: without one Excel takes umlauts and Arabic for something else. A text that a
    spreadsheet would run begins with an apostrophe, as spreadsheets mark texts themselves.

    Args:
        rows: texts, numbers (NaN = empty cell) and tuples of texts.
        columns: column of `rows` → its head, in the order of the file.
    """
    cells = [[_harmless(plain_text(cell)) for cell in row] for row in rows[list(columns)].itertuples(index=False)]
    return f"{_BYTE_ORDER_MARK}{_csv([_harmless(head) for head in columns.values()], cells)}".encode()


def to_geojson(rows: pd.DataFrame, outlines: gpd.GeoDataFrame, *, about: Mapping[str, str]) -> bytes:
    """The areas with their values, in WGS 84; an area without row has null everywhere.

    Args:
        rows: at most one row an area; `district_key` names it, all columns become properties. A withheld value is null
            (NaN); a column may say why.
        outlines: `key`, `name` and geometry (WGS 84) of every area of the level.
        about: what holds for all values (definition, date, source, licence …): top-level members beside the features.
    """
    by_key = {str(row["district_key"]): row for row in rows.to_dict("records")}
    names = [str(name) for name in rows.columns if name not in ("district_key", "name")]
    features = [
        {
            "type": "Feature",
            "id": key,
            "properties": {"key": key, "name": name}
            | {column: _as_json(by_key.get(key, {}).get(column)) for column in names},
            "geometry": _geometry(shape),
        }
        for key, name, shape in zip(outlines["key"], outlines["name"], outlines.geometry, strict=True)
    ]
    top = {name: _encodable(text) for name, text in about.items()}
    document = top | {"type": "FeatureCollection", "features": features}
    return f"{json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(',', ':'))}\n".encode()


def indicator_cells(rows: pd.DataFrame) -> list[dict[str, str]]:
    """Indicator rows (typed as `CityData.indicators`) as cells of `indicators.csv`, in the same writing."""
    return [_indicator_cells(row) for row in rows[list(INDICATORS.names)].to_dict("records")]


def to_indicators_part(rows: pd.DataFrame) -> bytes:
    """Indicator rows as a file of their own that is a valid `indicators.csv`, or a part to be added to it."""
    return indicators_file(indicator_cells(rows))


def indicators_file(cells: Iterable[Mapping[str, str]]) -> bytes:
    """`indicators.csv` of rows whose cells are text already."""
    return _csv(INDICATORS.names, ([row[name] for name in INDICATORS.names] for row in cells)).encode()


def _indicator_cells(row: Mapping[Any, Any]) -> dict[str, str]:
    decimals = _FIXED_DECIMALS.get(str(row["unit"]), {})
    fixed = {name: f"{row[name]:.{n}f}" for name, n in decimals.items() if not math.isnan(row[name])}
    return {name: plain_text(row[name]) for name in INDICATORS.names} | fixed


def _csv(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue()


def plain_text(cell: object) -> str:
    """A cell as text; numbers in the shortest form that reads back the same, whole ones without a point."""
    if isinstance(cell, tuple):
        return LIST_SEPARATOR.join(_encodable(str(part)) for part in cell)
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            return ""
        return str(int(cell)) if float(cell).is_integer() else repr(float(cell))
    return "" if cell is None else _encodable(str(cell))


def _harmless(text: str) -> str:
    """The text with plain line ends (a lone carriage return would end the row), and never run by a spreadsheet."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    number = text.startswith("-") and text[1:].replace(".", "", 1).replace("e-", "", 1).isdigit()
    return f"'{text}" if text.startswith(_RUN_BY_SPREADSHEETS) and not number else text


def _as_json(cell: object) -> object:
    if isinstance(cell, tuple):
        return [_encodable(str(part)) for part in cell]
    if isinstance(cell, int | float):
        return cell if math.isfinite(cell) else None
    return None if cell is None else _encodable(str(cell))


def _encodable(text: str) -> str:
    """The text without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _geometry(shape: Any) -> Any:
    return json.loads(shapely.to_geojson(shapely.transform(shape, lambda points: points.round(_DECIMALS))))
