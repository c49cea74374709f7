"""The legend of the districts page: classes with what is compared under them, patterns, and what it all means."""

from html import escape

import streamlit as st

from geodata.districts.shading.shade import LegendClass
from geodata.i18n import Translator
from ui import loaders
from ui.districts import quantities
from ui.districts.sources import source_names
from ui.districts.view import View
from ui.finder.shading_text import ShadingText

MARKS = ("▲", "△")
"""The first area chosen, and all others."""


def show(view: View, t: Translator) -> None:
    """Title, ramp with limits and numbers, keys of the patterns, definition, date, source and bounds."""
    text = text_of(view, t)
    title = escape(text.indicator["name"][t.language])
    ramp = "".join(_class(part, i, view=view, text=text, t=t) for i, part in enumerate(text.shading.classes))
    with st.container(key="legend", border=True):
        st.html(
            f'<div class="f-legend-areas"><h2 class="f-legend-title">{title}{text.badge}</h2>'
            f'<ol class="f-ramp" role="list">{ramp}</ol><ul class="f-patterns" role="list">{_patterns(text, t)}</ul>'
            f'<p class="f-meta">{_notes(view, text, t=t)}</p></div>'
        )
        with st.expander(t("How it is worked out")):
            st.markdown(text.indicator.get("note", {}).get(t.language, ""))
            st.markdown(text.definition["text"][t.language])


def text_of(view: View, t: Translator) -> ShadingText:
    """The words of the figure shown."""
    return loaders.shading_text(view.shading, view.edition, name=view.name, level=view.level, language=t.language)


def count_of(n: int, level: str, *, t: Translator) -> str:
    """So many areas of a level."""
    if level == "district":
        return t.plural("{n} district", "{n} districts", n)
    return t.plural("{n} polling district", "{n} polling districts", n)


def pins(view: View, text: ShadingText, *, t: Translator) -> dict[int, list[str]]:
    """Class number → the compared areas in it, with mark, name and value."""
    found: dict[int, list[str]] = {}
    fills = dict(zip(view.shading.keys, view.shading.fills, strict=True))
    for place, key in enumerate(view.compared):
        if fills[key].isdigit():
            value = quantities.bare(text.values[key].value, text.unit, t=t)
            label = f"{MARKS[min(place, 1)]} {t.isolated(view.names[key])} {value}"
            found.setdefault(int(fills[key]), []).append(label)
    return found


def _class(part: LegendClass, number: int, *, view: View, text: ShadingText, t: Translator) -> str:
    here = "".join(f'<span class="f-pin">{escape(pin)}</span>' for pin in pins(view, text, t=t).get(number, ()))
    return (
        f'<li><b style="background:{part.color}"></b><bdi dir="ltr">{escape(text.limits(part))}</bdi>'
        f"<span>{escape(count_of(part.n, view.level, t=t))}</span>{here}</li>"
    )


def _patterns(text: ShadingText, t: Translator) -> str:
    withheld = t("not shown, too few people ({n})", n=t.number(len(text.shading.withheld)))
    no_data = t("no data ({n})", n=t.number(len(text.shading.no_data)))
    return (
        f'<li><span class="f-swatch f-withheld"></span> {escape(withheld)}</li>'
        f'<li><span class="f-swatch f-no-data"></span> {escape(no_data)}</li>'
    )


def _notes(view: View, text: ShadingText, *, t: Translator) -> str:
    sampled = t("The limits come from a sample of the areas.") if text.shading.sampled else ""
    per = text.indicator.get("denominator", {}).get(t.language, "")
    below = t("Below the line: {what}.", what=per) if per else ""
    return " ".join(
        escape(note) for note in (*text.notes(source_names(view, t)), below, text.not_comparable(), sampled) if note
    )
