"""The profile of one area: the figure shown in one sentence, every figure in a table, and all areas beside it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from geodata.districts.comparison.sides import compare
from geodata.districts.comparison.value import Value
from geodata.districts.editions import Edition
from geodata.exports.profile import Bar, KeyTable, Picture, Profile, Row, State
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.districts import legend, own_figures, quantities, words
from ui.districts.comparison_text import say_comparison, table_of
from ui.districts.figure_text import picture_of
from ui.districts.sources import source_names
from ui.districts.view import View

_STATES: Final[Mapping[str, State]] = {"shown": "", "withheld": "withheld", "no_data": "no-data"}


def profile_of(view: View, key: str, *, t: Translator) -> Profile:
    """All words of an area's profile; the figure on the screen leads."""
    data, text, name = loaders.city_data(), legend.text_of(view, t), t.isolated(view.names[key])
    (headline, basis), notes = _said(view, key, t=t), _notes(key, t)
    return Profile(
        language=t.language,
        direction="rtl" if t.direction == "rtl" else "ltr",
        title=name,
        subtitle=_subtitle(view, t),
        headline=headline,
        headline_basis=basis,
        caution=t("This is an estimate. The true value lies between the bounds.") if text.estimated else "",
        tables=(*_all_figures(key, notes, t=t), _all_areas(view, key, t=t)),
        sources_title=t("Sources and definitions"),
        sources=tuple(
            f"[{t.number(place)}] {note}" for place, note in enumerate(dict.fromkeys(notes.values()), start=1)
        ),
        picture=_picture(view, key, t=t),
        footer=(" · ".join(data.city.attribution), data.city.title[t.language]),
    )


def _said(view: View, key: str, *, t: Translator) -> tuple[str, str]:
    """The headline, and the sentences below it with definition, date and source."""
    city = loaders.city_data().city
    said = say_comparison(
        compare(view.rows, (key,), people=loaders.residents()),
        names=view.names,
        definitions=loaders.city_data().definitions,
        suppress_below=city.suppress_below,
        t=t,
    )
    notes = legend.text_of(view, t).notes(source_names(view, t))[:3]
    return _plain(said.headline), " ".join((_plain(said.text), *notes))


def _subtitle(view: View, t: Translator) -> str:
    city = t.isolated(loaders.city_data().city.name)
    if view.level == "district":
        return t("District of {city}. Profile", city=city)
    return t("Polling district of {city}. Profile", city=city)


def _picture(view: View, key: str, *, t: Translator) -> Picture:
    text = legend.text_of(view, t)
    alternative = t(
        "Map: {figure}. {area}: {value}.",
        figure=text.indicator["name"][t.language],
        area=t.isolated(view.names[key]),
        value=text.says(key),
    )
    method = t(words.METHODS[view.shading.method])
    return Picture(picture_of(view, t), alternative, caption=t("How the classes are made: {method}", method=method))


def _plain(markdown: str) -> str:
    return markdown.replace("**", "")


def _all_figures(key: str, notes: Mapping[str, str], *, t: Translator) -> Iterator[KeyTable]:
    """A table a group of figures; the number in brackets names the note with definition, date and source."""
    figures, texts = own_figures.table(), loaders.city_data().definitions["indicator"]
    numbers = {note: t.number(place) for place, note in enumerate(dict.fromkeys(notes.values()), start=1)}
    for group, title in words.GROUPS.items():
        editions = [figures.editions(code)[0] for code in notes if texts[code]["group"] == group]
        bounded = any(edition.status == "estimated" for edition in editions)
        rows = tuple(
            _figure(edition, key, note=numbers[notes[edition.indicator]], bounded=bounded, t=t) for edition in editions
        )
        if rows:
            heads = (t("Figure"), t("Value"), *([t("Bounds")] if bounded else []), t("City"))
            basis = t("Numbers in brackets lead to definition, date and source below.")
            yield KeyTable(t(title), heads, rows, basis=basis)


def _notes(key: str, t: Translator) -> dict[str, str]:
    """Figure → what must stand beside it, for every figure that says something about the area."""
    figures = own_figures.table()
    known = (figures.editions(code)[0] for code in figures.codes)
    return {each.indicator: _note(each, t) for each in known if key in set(each.rows["district_key"])}


def _note(edition: Edition, t: Translator) -> str:
    definitions = loaders.city_data().definitions
    sources = (definitions["data_source"][code] for code in edition.rows["source"].iloc[0])
    return t(
        "{definition}. {status}, as of {date}. Source: {source}.",
        definition=definitions["definition"][edition.definition]["name"][t.language],
        status=_at_the_beginning(t(words.STATUSES[edition.status])),
        date=t.date(edition.reference_date),
        source=t.join(_source(source, t) for source in sources),
    )


def _at_the_beginning(text: str) -> str:
    return text[:1].upper() + text[1:]


def _source(source: Mapping[str, Any], t: Translator) -> str:
    licence = source["licence"] or t("no licence stated")
    return f"{t.isolated(source['name'][t.language])} ({t.isolated(licence)})"


def _figure(edition: Edition, key: str, *, note: str, bounded: bool, t: Translator) -> Row:
    """One figure of the area beside the city's; with a cell for bounds where its table has such a column."""
    values = {each.key: each for each in map(Value.from_row, edition.rows.to_dict("records"))}
    name = loaders.city_data().definitions["indicator"][edition.indicator]["short"][t.language]
    city = _cells(values.get(WHOLE_CITY, Value(WHOLE_CITY)), t=t)[0]
    value, bounds = _cells(values[key], t=t)
    cells = (f"{name} [{note}]", value, *([bounds] if bounded else []), city)
    return Row(cells, state=_STATES[values[key].state])


def _cells(value: Value, *, t: Translator) -> tuple[str, str]:
    """Value and bounds as text."""
    if value.state == "shown":
        return quantities.quantity(value.value, value.unit, t=t), quantities.bounds(value, t=t)
    return (t("not shown") if value.state == "withheld" else t("no data")), ""


def _all_areas(view: View, key: str, *, t: Translator) -> KeyTable:
    """The figure shown for all districts, largest first; on the finer level for those in the same district."""
    text = legend.text_of(view, t)
    keys = [each for each in view.shading.keys if view.level == "district" or each[:2] == key[:2]]
    values = {each: text.values.get(each, Value(each)) for each in keys}
    shown = {each: value for each, value in values.items() if value.state == "shown"}
    order = sorted(keys, key=lambda each: -shown[each].value if each in shown else 1)
    top = max((value.upper for value in shown.values()), default=0.0)
    found = compare(view.rows, order, people=loaders.residents())
    table = table_of(found, names=view.names, year=view.residents_year, t=t)
    bars = (*(_bar(shown.get(each), top) for each in order), None)
    states = (*(_STATES[values[each].state] for each in order), "")
    return KeyTable(
        text.indicator["name"][t.language],
        table.head,
        tuple(
            Row(cells, bar=bar, state=state, chosen=each == key)
            for cells, bar, state, each in zip(table.rows, bars, states, (*order, WHOLE_CITY), strict=True)
        ),
        basis=" ".join(text.notes(source_names(view, t))[:3]),
        bar_head=t("0 to {most}", most=quantities.quantity(top, text.unit, t=t)),
    )


def _bar(value: Value | None, top: float) -> Bar | None:
    if value is None or top <= 0:
        return None
    return Bar(*(min(number / top, 1.0) for number in (value.lower, value.value, value.upper)))
