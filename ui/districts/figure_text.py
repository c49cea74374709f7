"""The map on the screen as a picture with everything it needs to stand in a paper."""

from geodata.exports.figure import FigureWords, map_figure
from geodata.i18n import Translator
from ui import loaders
from ui.districts import legend, quantities, words
from ui.districts.sources import source_names
from ui.districts.view import View
from ui.finder.shading_text import ShadingText


def picture_of(view: View, t: Translator) -> bytes:
    """The map as SVG: same classes, borders and numbers as on the screen."""
    return map_figure(
        _words(view, t),
        view.shading,
        outlines=view.areas,
        chosen=view.compared[:1],
        compared=view.compared[1:],
        borders=loaders.areas("district") if view.level != "district" else None,
    )


def _words(view: View, t: Translator) -> FigureWords:
    text = legend.text_of(view, t)
    withheld, no_data = len(view.shading.withheld), len(view.shading.no_data)
    method = t("How the classes are made: {method}", method=t(words.METHODS[view.shading.method])) + "."
    return FigureWords(
        language=t.language,
        direction="rtl" if t.direction == "rtl" else "ltr",
        title=text.indicator["name"][t.language],
        estimate=t("Estimate") if text.estimated else "",
        classes=tuple((text.limits(part), legend.count_of(part.n, view.level, t=t)) for part in view.shading.classes),
        withheld=t("not shown, too few people ({n})", n=t.number(withheld)) if withheld else "",
        no_data=t("no data ({n})", n=t.number(no_data)) if no_data else "",
        values={key: f"{t.isolated(view.names[key])} {_value(text, key, t=t)}" for key in view.compared},
        notes=tuple(note for note in (*text.notes(source_names(view, t)), text.not_comparable(), method) if note),
        credits=" · ".join(map(t.isolated, loaders.city_data().city.attribution)),
        empty=t("in no polling district") if view.level != "district" else "",
    )


def _value(text: ShadingText, key: str, *, t: Translator) -> str:
    """The number that stands under the area's class, or why there is none."""
    value = text.values.get(key)
    if value is None or value.state != "shown":
        return text.says(key)
    return quantities.bare(value.value, value.unit, t=t)
