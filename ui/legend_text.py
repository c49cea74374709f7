"""The legend's texts for one indicator in one language: made once, shown on every run."""

from dataclasses import dataclass
from html import escape
from typing import Any, Final

from geodata.adapters.city_data import CityData
from geodata.i18n import N_, Translator
from geodata.maps import FINDER_PALETTE, LegendClass, Shading

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


def write_legend(shading: Shading, data: CityData, *, t: Translator) -> LegendText:
    """Write the legend of an indicator in the reader's language."""
    writer = _Writer(shading, data, t=t)
    return LegendText(writer.legend(), writer.line(), tuple(writer.values.values()))


class _Writer:
    def __init__(self, shading: Shading, data: CityData, *, t: Translator) -> None:
        self._shading = shading
        self._city = data.city
        self._definitions = data.definitions
        self._t = t
        self._names = dict(zip(data.districts["key"], data.districts["name"], strict=True))
        self.values = {key: self._value(key) for key in shading.fills}

    def legend(self) -> str:
        t = self._t
        title = t("{indicator} per district", indicator=self._indicator["short"][t.language])
        word = escape(t("Estimate"))
        badge = f'<span class="f-chip f-chip-care">{word}</span>' if self._estimated else ""
        ramp = "".join(map(self._class, self._shading.classes))
        notes = " ".join(filter(None, (self._withheld(), *map(escape, self._notes()))))
        return (
            f'<div class="f-legend">{self._marks()}<div><h2 class="f-legend-title">{escape(title)} {badge}</h2>'
            f'<ol class="f-ramp" role="list">{ramp}</ol><p class="f-meta">{notes}</p>{self._table()}</div></div>'
        )

    def line(self) -> str:
        t = self._t
        word = escape(t("estimate"))
        estimate = t(", ") + f"<strong>{word}</strong>" if self._estimated else ""
        swatch = "".join(f'<b style="background:{color}"></b>' for color in FINDER_PALETTE)
        words = escape(t("Colours: {indicator}", indicator=self._indicator["short"][t.language]))
        strip = f'<span class="f-strip" aria-hidden="true">{swatch}</span>'
        return f'<p class="f-shade">{strip}<span>{words}{estimate}</span></p>'

    def _table(self) -> str:
        t = self._t
        rows = "".join(
            f'<tr><th scope="row"><bdi lang="de">{escape(self._names[key])}</bdi></th><td>{escape(value)}</td></tr>'
            for key, value in self.values.items()
        )
        district, value = escape(t("District")), escape(t("Value"))
        head = f'<tr><th scope="col">{district}</th><th scope="col">{value}</th></tr>'
        notes = self._indicator.get("note", {}).get(t.language, ""), self._definition["text"][t.language]
        paragraphs = "".join(f'<p class="f-meta">{escape(note)}</p>' for note in notes)
        table = f'<table class="f-table"><thead>{head}</thead><tbody>{rows}</tbody></table>'
        words = escape(t("All values and sources"))
        return f'<details class="f-values"><summary>{words}</summary>{paragraphs}{table}</details>'

    @property
    def _indicator(self) -> dict[str, Any]:
        texts: dict[str, Any] = self._definitions["indicator"][self._shading.indicator]
        return texts

    @property
    def _definition(self) -> dict[str, Any]:
        texts: dict[str, Any] = self._definitions["definition"][self._shading.values["definition"].iloc[0]]
        return texts

    @property
    def _estimated(self) -> bool:
        return bool((self._shading.values["status"] == "estimated").any())

    def _marks(self) -> str:
        named = {name: escape(self._t(words)) for name, words in _MARKS.items()}
        items = "".join(
            f'<li><img src="app/static/key-{name}.svg" alt="" width="30" height="30">{words}</li>'
            for name, words in named.items()
        )
        return f'<ul class="f-key" role="list">{items}</ul>'

    def _class(self, part: LegendClass) -> str:
        limits = f"{self._t.number(part.lower * 100, digits=1)}–{self._t.share(part.upper)}"
        count = escape(self._t.plural("{n} district", "{n} districts", part.n))
        swatch = f'<b style="background:{part.color}"></b>'
        return f'<li>{swatch}<bdi dir="ltr">{escape(limits)}</bdi><span>{count}</span></li>'

    def _withheld(self) -> str:
        t = self._t
        names = [self._names[key] for key in self._shading.withheld]
        if not names:
            return ""
        words = t(
            "{districts}: not shown, fewer than {n} people or too few to count.",
            districts=t.join(names),
            n=t.number(self._city.suppress_below),
        )
        return f'<span class="f-swatch f-withheld"></span> {escape(words)}'

    def _notes(self) -> list[str]:
        """Definition, date, source, and one example of the bounds."""
        t, values = self._t, self._shading.values
        sources = (self._definitions["data_source"][code]["name"][t.language] for code in values["source"].iloc[0])
        notes = [
            t("Definition: {name}.", name=self._definition["name"][t.language]),
            t("As of {date}.", date=t.date(values["reference_date"].iloc[0])),
            t("Source: {name}.", name=t.join(sources)),
        ]
        bounded = values[values["lower"] < values["upper"]]
        if len(bounded):
            key = str(bounded["value"].idxmax())
            example = f"{self._names[key]} {self.values[key]}"
            notes.append(t("Every value has bounds, for example {value}.", value=example))
        return notes

    def _value(self, key: str) -> str:
        t, values = self._t, self._shading.values
        if key in self._shading.withheld:
            return t("not shown")
        if key not in values.index or values.loc[[key], "value"].isna().all():
            return t("no data")
        row: dict[Any, Any] = values.loc[key].to_dict()
        value = t.share(row["value"])
        if row["lower"] < row["upper"]:
            lower, upper = t.number(row["lower"] * 100, digits=1), t.share(row["upper"])
            value = t("{value} ({lower} to {upper})", value=value, lower=lower, upper=upper)
        return t("{value}, estimated", value=value) if row["status"] == "estimated" else value
