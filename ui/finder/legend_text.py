"""The finder's legend for one indicator in one language: made once, shown on every run."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from geodata.districts.shading.palette import PALE
from geodata.districts.shading.shade import LegendClass
from geodata.i18n import N_, Translator
from ui.finder.shading_text import ShadingText

_MARKS: Final = {
    "stated": N_("states the language"),
    "open": N_("does not say"),
    "rough": N_("position is rough"),
    "house": N_("several in one house"),
}


@dataclass(frozen=True)
class LegendText:
    """HTML of the legend and of its one line for phones; what the map says of every district, in their order."""

    legend: str
    line: str
    tooltips: tuple[str, ...]


def write_legend(text: ShadingText, names: Mapping[str, str], *, suppress_below: int, t: Translator) -> LegendText:
    """Write the legend of an indicator in the reader's language; `names` are the districts' by key, in order."""
    writer = _Writer(text, names, t=t, suppress_below=suppress_below)
    return LegendText(writer.legend(), writer.line(), text.sayings)


class _Writer:
    def __init__(self, text: ShadingText, names: Mapping[str, str], *, t: Translator, suppress_below: int) -> None:
        self._text = text
        self._names = names
        self._t = t
        self._suppress_below = suppress_below

    def legend(self) -> str:
        t, text = self._t, self._text
        title = t("{indicator} per district", indicator=text.indicator["short"][t.language])
        ramp = "".join(map(self._class, text.shading.classes))
        notes = " ".join(filter(None, (self._withheld(), *map(escape, text.notes()))))
        return (
            f'<div class="f-legend">{self._marks()}<div><h2 class="f-legend-title">{escape(title)}{text.badge}</h2>'
            f'<ol class="f-ramp" role="list">{ramp}</ol><p class="f-meta">{notes}</p>{self._table()}</div></div>'
        )

    def line(self) -> str:
        t, text = self._t, self._text
        word = escape(t("estimate"))
        estimate = t(", ") + f"<strong>{word}</strong>" if text.estimated else ""
        swatch = "".join(f'<b style="background:{color}"></b>' for color in PALE)
        words = escape(t("Colours: {indicator}", indicator=text.indicator["short"][t.language]))
        strip = f'<span class="f-strip" aria-hidden="true">{swatch}</span>'
        return f'<p class="f-shade">{strip}<span>{words}{estimate}</span></p>'

    def _table(self) -> str:
        t, text = self._t, self._text
        rows = "".join(
            f'<tr><th scope="row"><bdi lang="de">{escape(name)}</bdi></th><td>{escape(text.says(key))}</td></tr>'
            for key, name in self._names.items()
        )
        district, value = escape(t("District")), escape(t("Value"))
        head = f'<tr><th scope="col">{district}</th><th scope="col">{value}</th></tr>'
        notes = text.indicator.get("note", {}).get(t.language, ""), text.definition["text"][t.language]
        paragraphs = "".join(f'<p class="f-meta">{escape(note)}</p>' for note in notes)
        table = f'<table class="f-table"><thead>{head}</thead><tbody>{rows}</tbody></table>'
        words = escape(t("All values and sources"))
        return f'<details class="f-values"><summary>{words}</summary>{paragraphs}{table}</details>'

    def _marks(self) -> str:
        named = {name: escape(self._t(words)) for name, words in _MARKS.items()}
        items = "".join(
            f'<li><img src="app/static/key-{name}.svg" alt="" width="30" height="30">{words}</li>'
            for name, words in named.items()
        )
        return f'<ul class="f-key" role="list">{items}</ul>'

    def _class(self, part: LegendClass) -> str:
        count = escape(self._t.plural("{n} district", "{n} districts", part.n))
        swatch = f'<b style="background:{part.color}"></b>'
        return f'<li>{swatch}<bdi dir="ltr">{escape(self._text.limits(part))}</bdi><span>{count}</span></li>'

    def _withheld(self) -> str:
        t = self._t
        names = [self._names[key] for key in self._text.shading.withheld]
        if not names:
            return ""
        words = t(
            "{districts}: not shown, fewer than {n} people or too few to count.",
            districts=t.join(names),
            n=t.number(self._suppress_below),
        )
        return f'<span class="f-swatch f-withheld"></span> {escape(words)}'
