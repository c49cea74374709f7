"""The map on the screen as a picture with everything it needs to stand in a paper."""

from geodata.exports.figure import FigureWords, map_figure
from geodata.i18n import Translator
from ui import loaders
from ui.districts import legend, quantities
from ui.districts.sources import source_names
from ui.districts.view import View


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
    shown = [key for key in view.compared if key in text.values and text.values[key].state == "shown"]
    return FigureWords(
        language=t.language,
        direction="rtl" if t.direction == "rtl" else "ltr",
        title=text.indicator["name"][t.language],
        estimate=t("Estimate") if text.estimated else "",
        classes=tuple((text.limits(part), legend.count_of(part.n, view.level, t=t)) for part in view.shading.classes),
        withheld=t("not shown, too few people ({n})", n=t.number(withheld)) if withheld else "",
        no_data=t("no data ({n})", n=t.number(no_data)) if no_data else "",
        values={
            key: f"{t.isolated(view.names[key])} {quantities.bare(text.values[key].value, text.unit, t=t)}"
            for key in shown
        },
        notes=tuple(note for note in (*text.notes(source_names(view, t)), text.not_comparable()) if note),
        credits=" · ".join(loaders.city_data().city.attribution),
    )
