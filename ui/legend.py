"""The legend, outside the map: marks, shading with limits and counts, definition, date, source and bounds."""

from html import escape
from typing import Any, Final

import streamlit as st

from geodata.i18n import N_, Translator
from geodata.maps import FINDER_PALETTE, LegendClass, Shading
from ui import address, loaders
from ui.widgets import coded_choice

_MARKS: Final = {
    "stated": N_("states the language"),
    "open": N_("does not say"),
    "rough": N_("position is rough"),
    "house": N_("several in one house"),
}


def show(shading: Shading, t: Translator) -> None:
    """Legend of marks and of the chosen indicator, with the control for the others."""
    with st.container(key="legend", border=True):
        st.html(f'<div class="f-legend">{_marks(t)}{_shading(shading, t)}</div>')
        with st.container(key="shades"):
            _control(shading, t)
        with st.expander(t("All values and sources"), key="values"):
            st.html(_table(shading, t))


def line(shading: Shading, t: Translator) -> None:
    """The legend in one line, for phones: what the colours mean, and where the rest stands."""
    indicator = _texts("indicator", shading.indicator)["short"][t.language]
    word = escape(t("estimate"))
    estimate = t(", ") + f"<strong>{word}</strong>" if _estimated(shading) else ""
    swatch = "".join(f'<b style="background:{color}"></b>' for color in FINDER_PALETTE)
    words = escape(t("Colours: {indicator}", indicator=indicator))
    st.html(
        f'<p class="f-shade"><span class="f-strip" aria-hidden="true">{swatch}</span><span>{words}{estimate}</span></p>'
    )


def district_texts(shading: Shading, t: Translator) -> dict[str, str]:
    """The tooltip of every district: name, value with bounds, or why there is none."""
    names = loaders.names(t.language)
    return {key: f"{names[key]} · {_value(shading, key, t=t)}" for key in shading.fills}


def _texts(group: str, code: str) -> dict[str, Any]:
    texts: dict[str, Any] = loaders.city_data().definitions[group][code]
    return texts


def _estimated(shading: Shading) -> bool:
    return bool((shading.values["status"] == "estimated").any())


def _control(shading: Shading, t: Translator) -> None:
    coded_choice(
        t("Colour the districts by"),
        {code: _texts("indicator", code)["short"][t.language] for code in loaders.city_data().city.indicators},
        chosen=shading.indicator,
        key=f"shade-{t.language}",
        on_choice=lambda code: address.change(shade=code),
        label_visibility="visible",
    )


def _marks(t: Translator) -> str:
    named = {name: escape(t(words)) for name, words in _MARKS.items()}
    items = "".join(
        f'<li><img src="app/static/key-{name}.svg" alt="" width="30" height="30">{words}</li>'
        for name, words in named.items()
    )
    return f'<ul class="f-key" role="list">{items}</ul>'


def _shading(shading: Shading, t: Translator) -> str:
    indicator = _texts("indicator", shading.indicator)["short"][t.language]
    title = t("{indicator} per district", indicator=indicator)
    word = escape(t("Estimate"))
    badge = f'<span class="f-chip f-chip-care">{word}</span>' if _estimated(shading) else ""
    ramp = "".join(_class(c, t) for c in shading.classes)
    notes = " ".join(filter(None, (_withheld(shading, t), *map(escape, _notes(shading, t)))))
    return (
        f'<div><h2 class="f-legend-title">{escape(title)} {badge}</h2>'
        f'<ol class="f-ramp" role="list">{ramp}</ol><p class="f-meta">{notes}</p></div>'
    )


def _class(part: LegendClass, t: Translator) -> str:
    limits = f"{t.number(part.lower * 100, digits=1)}–{t.share(part.upper)}"
    count = escape(t.plural("{n} district", "{n} districts", part.n))
    return f'<li><b style="background:{part.color}"></b><bdi dir="ltr">{escape(limits)}</bdi><span>{count}</span></li>'


def _withheld(shading: Shading, t: Translator) -> str:
    names = [loaders.names(t.language)[key] for key in shading.withheld]
    if not names:
        return ""
    limit = t.number(loaders.city_data().city.suppress_below)
    words = t("{districts}: not shown, fewer than {n} people or too few to count.", districts=t.join(names), n=limit)
    return f'<span class="f-swatch f-withheld"></span> {escape(words)}'


def _notes(shading: Shading, t: Translator) -> list[str]:
    """Definition, date, source, and one example of the bounds."""
    row = shading.values.iloc[0]
    notes = [
        t("Definition: {name}.", name=_texts("definition", row["definition"])["name"][t.language]),
        t("As of {date}.", date=t.date(row["reference_date"])),
        t("Source: {name}.", name=t.join(_texts("data_source", code)["name"][t.language] for code in row["source"])),
    ]
    bounded = shading.values[shading.values["lower"] < shading.values["upper"]]
    if len(bounded):
        key = str(bounded["value"].idxmax())
        example = f"{loaders.names(t.language)[key]} {_value(shading, key, t=t)}"
        notes.append(t("Every value has bounds, for example {value}.", value=example))
    return notes


def _value(shading: Shading, key: str, *, t: Translator) -> str:
    if key in shading.withheld:
        return t("not shown")
    if key not in shading.values.index or shading.values.loc[[key], "value"].isna().all():
        return t("no data")
    row: dict[Any, Any] = shading.values.loc[key].to_dict()
    value = t.share(row["value"])
    if row["lower"] < row["upper"]:
        lower, upper = t.number(row["lower"] * 100, digits=1), t.share(row["upper"])
        value = t("{value} ({lower} to {upper})", value=value, lower=lower, upper=upper)
    return t("{value}, estimated", value=value) if row["status"] == "estimated" else value


def _table(shading: Shading, t: Translator) -> str:
    names, note = loaders.names(t.language), _texts("indicator", shading.indicator).get("note", {}).get(t.language, "")
    values = {escape(names[key]): escape(_value(shading, key, t=t)) for key in shading.fills}
    rows = "".join(
        f'<tr><th scope="row"><bdi lang="de">{name}</bdi></th><td>{value}</td></tr>' for name, value in values.items()
    )
    district, value = escape(t("District")), escape(t("Value"))
    head = f'<tr><th scope="col">{district}</th><th scope="col">{value}</th></tr>'
    definition = _texts("definition", shading.values.iloc[0]["definition"])["text"][t.language]
    return (
        f'<p class="f-meta">{escape(note)}</p><p class="f-meta">{escape(definition)}</p>'
        f'<table class="f-table"><thead>{head}</thead><tbody>{rows}</tbody></table>'
    )
