"""The map of the coverage page: cells by who reaches an offer or by minutes, or districts by their state."""

from typing import Any, Final

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from geodata.coverage.catchments import FAR, Mask, steps_within
from geodata.coverage.gap_table import GapTable, Row
from geodata.exports.coverage_names import state_name
from geodata.i18n import Translator
from geodata.maps.offer_marks import offer_marks
from geodata.schema import WHOLE_CITY
from ui import address, loaders
from ui.coverage import legend
from ui.coverage.fills import BAND_COLOURS, BANDS, CHANGE_COLOURS, REACHED
from ui.coverage.gaps_text import span
from ui.coverage.view import View
from ui.finder import city_map

_UNKNOWN, _GAP, _WITHHELD, _NOBODY = "-", "g", "w", "n"
_OF_STATE: Final = {"covered": "0", "unknown": _UNKNOWN, "gap": _GAP, "withheld": _WITHHELD, "empty": _NOBODY}
_PALETTES: Final = {"minutes": BAND_COLOURS, "change": CHANGE_COLOURS}
_SEEN: Final = "coverage_click_seen"


def show(view: View, t: Translator) -> dict[str, Any] | None:
    """Draw; gives back the reader's click."""
    at_cells = view.drawn != "districts"
    areas = city_map.Areas(
        "cell" if at_cells else "district",
        "".join(cell_classes(view) if at_cells else district_classes(view)),
        _PALETTES.get(view.drawn, (REACHED,)),
        chosen=(area,) if (area := (view.cell if at_cells else "") or view.chosen) else (),
        compared=_opened(view) if at_cells else (),
        linked=not at_cells,
        withheld=view.withheld,
    )
    words = city_map.words_of(
        t,
        label=t("Map of coverage"),
        loading=t("The map is loading. The table is ready."),
        missing=t("The map is missing right now. Everything is in the table."),
        areas=() if at_cells else district_texts(view, t),
        kinds={kind: words for kind, (_, words) in legend.kinds(view, t).items()} if at_cells else {},
    )
    marks = offer_marks(view.table.fit, view.offers, index=loaders.offer_index())
    return city_map.show(city_map.state_of(marks, areas, words=words), start="city")


def _opened(view: View) -> tuple[str, ...]:
    """Cells in which the scenario opens an offer."""
    first = len(view.catchments.facility_ids)
    return tuple(
        sorted({view.catchments.cells[offer.place - first] for offer in view.offers.records if offer.place >= first})
    )


def map_order() -> NDArray[np.intp]:
    """Row of `Catchments` of every cell, in the order in which the map knows them."""
    catchments = loaders.catchments()
    rows = catchments.cell_rows if catchments else {}
    return np.array([rows[code] for code in loaders.populated()["cell"]], dtype=np.intp)


def cell_classes(view: View) -> NDArray[np.str_]:
    """One character a cell, in the order of the map."""
    classes = {"minutes": _by_minutes, "change": _by_change}.get(view.drawn, _by_reach)(view)
    classes = np.where(view.catchments.people[view.question.group] == 0, _NOBODY, classes)
    classes = np.where(_in_areas(view, view.withheld), _WITHHELD, classes)
    return np.asarray(classes[loaders.kept(("map order",), map_order)])


def _by_reach(view: View) -> NDArray[np.str_]:
    return np.array(["0", _UNKNOWN, _GAP])[_step(view.table, view)]


def _by_minutes(view: View) -> NDArray[np.str_]:
    reach, edges = view.table.reach, [steps_within(band) for band in BANDS]
    bands = np.searchsorted(edges, reach.sure)  # first band whose limit is not below
    return np.where(reach.sure == FAR, np.where(reach.possible == FAR, _GAP, _UNKNOWN), bands.astype(np.str_))


def _by_change(view: View) -> NDArray[np.str_]:
    before, after = _step(view.before, view), _step(view.table, view)
    return np.select([after < before, after > before], ["0", "1"], "2")


def _step(table: GapTable, view: View) -> NDArray[np.intp]:
    """0 where an offer surely fits within reach, 1 where one possibly does, 2 where none."""
    limit = steps_within(view.question.minutes)
    return np.where(table.reach.sure <= limit, 0, np.where(table.reach.possible <= limit, 1, 2))


def _in_areas(view: View, keys: tuple[str, ...]) -> Mask:
    rows = [view.catchments.area_keys.index(key) for key in keys]
    return np.isin(view.catchments.area_of, rows)


def district_classes(view: View) -> list[str]:
    """One character a district, in the order of the map."""
    states = {row.area_key: view.state(row) for row in view.table.rows if row.area_key != WHOLE_CITY}
    return [_OF_STATE[states[key]] for key in view.names]


def district_texts(view: View, t: Translator) -> tuple[str, ...]:
    """What the map says of every district, in its order: the state and both bounds, as the table."""
    return tuple(_district_text(view.table.by_key[key], view, t=t) for key in view.names)


def _district_text(row: Row, view: View, *, t: Translator) -> str:
    state = view.state(row)
    if state in ("withheld", "empty"):
        return state_name(state, t)
    return t.listed((span(row.share_lower, row.share_upper, t=t), state_name(state, t)))


def follow(click: dict[str, Any] | None) -> None:
    """Follow a click, once: a cell or district is chosen or let go; a place leads to its district."""
    if click is None or click["seq"] == st.session_state.get(_SEEN):
        return
    st.session_state[_SEEN] = click["seq"]
    if click["kind"] == "area":
        choose(str(click["id"]))
    st.rerun()


def choose(key: str) -> None:
    """Choose a district or cell, or let it go."""
    address.ask_coverage(area="" if address.current().cover.area == key else key)
