"""Words of the panel “Best place”."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from geodata.adapters.gazetteer_file import open_gazetteer
from geodata.coverage.best_place import Fewest, Kind, Solution
from geodata.errors import MissingFileError
from geodata.exports.coverage_names import group_name
from geodata.exports.coverage_words import shares
from geodata.i18n import N_, Translator
from ui import loaders
from ui.coverage.best_place_answer import SECONDS, Answer, Wish, code_of
from ui.coverage.view import View
from ui.districts import plot_table
from ui.districts.plot_table import Cell, column

KIND_NAMES: Final[dict[Kind, str]] = {
    "anywhere": N_("Any 100 m cell or existing place"),
    "existing": N_("Existing places"),
    "houses": N_("Libraries, schools, kindergartens, meeting places"),
}
_NEAR_DEG: Final = 0.003  # about 300 m: a street farther away says nothing of where a cell is


def sentences(answer: Answer, wish: Wish, *, view: View, t: Translator, is_proof: bool) -> list[str]:
    """The answer, what it changes, and whether it is the best there is."""
    if not answer.total:
        return [t("Nobody of this group lives here: {group}.", group=group_name(view.question.group, t))]
    if not answer.candidates:
        return [t("There is no such place in the list.")]
    said = _most(answer, wish, t=t) if wish.count else _fewest(answer, wish, t=t)
    if answer.found and answer.places:
        said += [_change(answer, t), *_proof(answer.found, t=t, is_proof=is_proof)]
    return said


def _most(answer: Answer, wish: Wish, *, t: Translator) -> list[str]:
    if not answer.places:
        return [t("No new place there would reach anybody who reaches none now.")]
    n, people = len(answer.places), people_text(sum(answer.gains), t)
    if wish.even_possible:
        said = t.plural(
            "{n} new place would reach {people} people whom not even a possible offer reaches now.",
            "{n} new places together would reach {people} people whom not even a possible offer reaches now.",
            n,
            people=people,
        )
    else:
        said = t.plural(
            "{n} new place would reach {people} people whom no offer surely reaches now.",
            "{n} new places together would reach {people} people whom no offer surely reaches now.",
            n,
            people=people,
        )
    return [said, t("More places would reach nobody else.")] if n < wish.count else [said]


def _fewest(answer: Answer, wish: Wish, *, t: Translator) -> list[str]:
    share = t.share(wish.share / 100, digits=0)
    said = [t("Offers that leave something open count as fitting here.")] if wish.even_possible else []
    if answer.found is None:
        most, _ = shares(answer.most, answer.most, t=t)
        return [
            *said,
            t("These places are not enough for {share} of the group.", share=share),
            t("With all of them, {most} of the group would reach an offer.", most=most),
        ]
    if not answer.places:
        said.append(t("At least {share} of the group reach an offer already.", share=share))
        return [*said, t("No new place is needed.")]
    said.append(
        t.plural(
            "With {n} new place, at least {share} of the group would reach an offer.",
            "With {n} new places, at least {share} of the group would reach an offer.",
            len(answer.places),
            share=share,
        )
    )
    return said


def _change(answer: Answer, t: Translator) -> str:
    before, after = shares(answer.surely[0] / answer.total, answer.surely[-1] / answer.total, t=t)
    return t("An offer surely reaches {before} of the group now, and {after} then.", before=before, after=after)


def _proof(found: Solution | Fewest, *, t: Translator, is_proof: bool) -> Iterator[str]:
    """Whether it is proved, or how far the best can be from it."""
    if found.is_optimal:
        yield t("**This is the best there is.**")
        is_fewest = isinstance(found, Fewest)
        yield t("Fewer places are not enough.") if is_fewest else t("No other places reach more people.")
        return
    if is_proof:
        yield t.plural("The solver stopped after {n} second.", "The solver stopped after {n} seconds.", SECONDS)
    else:
        yield t("The places were chosen one after the other.")
    if isinstance(found, Fewest):
        yield t.plural(
            "Fewer may be enough, but not fewer than {n} place.",
            "Fewer may be enough, but not fewer than {n} places.",
            found.at_least,
        )
    else:
        more = found.bound - found.reached
        yield t.plural("At most {n} more person is possible.", "At most {n} more people are possible.", more)


def people_text(n: int, t: Translator) -> str:
    """A number of people; a handful is not counted."""
    few = loaders.city_data().city.suppress_count_below
    return t("fewer than {n}", n=t.number(few)) if 0 < n < few else t.number(n)


def table_of(answer: Answer, view: View, *, t: Translator) -> plot_table.Table:
    """A row a place; its key is the cell, or the district of a facility."""
    heads = (
        column(t("Place"), t, number=False),
        column(t("What is there"), t, number=False),
        column(t("District"), t, number=False),
        column(t("People newly reached"), t),
        column(t("Then surely reached"), t),
    )
    found = zip(answer.places, answer.gains, answer.surely[1:], strict=True)
    rows = (_row(place, (gain, surely), total=answer.total, view=view, t=t) for place, gain, surely in found)
    note = t("Each place with those it adds to the places before it.")
    return plot_table.Table(t("Best places"), heads, tuple(rows), note=note, column=3, descending=True)


def _row(place: int, people: tuple[int, int], *, total: int, view: View, t: Translator) -> plot_table.Row:
    (gain, surely), (key, name, kind, district) = people, _where(place, view, t=t)
    share, _ = shares(surely / total, surely / total, t=t)
    cells = (Cell(kind, kind), Cell(district, district), Cell(people_text(gain, t), gain), Cell(share, surely))
    mark: plot_table.Mark = "chosen" if key and key == (view.cell or view.chosen) else ""
    return plot_table.Row(key, name, cells, mark=mark)


def _where(place: int, view: View, *, t: Translator) -> tuple[str, str, str, str]:
    """Key, name as on signs, what it is, and the district."""
    code = code_of(place, view)
    if place < len(view.catchments.facility_ids):
        key = loaders.facility_areas().get(code, "")
        return key, loaders.facility_names().get(code, code), t("existing place"), view.names.get(key, "")
    row = view.catchments.cell_rows[code]
    district = view.names[view.catchments.area_keys[view.catchments.area_of[row]]]
    street = street_near(code)
    kind = t("100 m cell at this street") if street else t("100 m cell in this district")
    return code, street or district, kind, district


def street_near(code: str) -> str:
    """The street with most house numbers at the nearest point to a cell's centre that has any; "" where it is far."""
    names, points = loaders.kept(("house points",), _house_points)
    if not names or not loaders.known_cell(code):
        return ""
    latitude, longitude = loaders.cell_centre(code)
    away = np.hypot(points[:, 0] - latitude, (points[:, 1] - longitude) * np.cos(np.radians(latitude)))
    if away.min() > _NEAR_DEG:
        return ""
    counts = Counter(names[row] for row in np.flatnonzero(away <= away.min() + 1e-9))
    return min(counts, key=lambda name: (-counts[name], name))


def _house_points() -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Streets and (n, 2) latitudes and longitudes of all house numbers; none where no gazetteer was built."""
    try:
        return open_gazetteer(loaders.data_directory()).house_points
    except MissingFileError:
        return (), np.empty((0, 2))
