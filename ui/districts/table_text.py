"""The figure shown as rows of a table to take away, and everything that has to stand beside the numbers."""

import pandas as pd

from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY
from ui import loaders
from ui.districts import legend, words
from ui.districts.sources import source_names
from ui.districts.view import View


def columns_of(t: Translator) -> dict[str, str]:
    """Column → head, in order."""
    return {
        "district_key": t("Key"),
        "name": t("Area"),
        "value": t("Value"),
        "lower": t("Lower bound"),
        "upper": t("Upper bound"),
        "unit": t("Unit"),
        "numerator": t("Above the line"),
        "denominator": t("Below the line"),
        "status": t("Status"),
        "withheld": t("Why there is no value"),
        "class": t("Class on the map"),
        "limits": t("Limits of the class"),
        "method": t("How the classes are made"),
        "indicator": t("Figure"),
        "reference_date": t("As of"),
        "definition": t("Definition"),
        "source": t("Source"),
    }


def rows_of(view: View, t: Translator) -> pd.DataFrame:
    """A row an area of the level, in the order of the map, and the city at the end; an area without row has no data."""
    text = legend.text_of(view, t)
    keys = [*view.shading.keys, WHOLE_CITY]
    rows = view.edition.rows.set_index("district_key").reindex(keys).reset_index()
    fills = dict(zip(view.shading.keys, view.shading.fills, strict=True))
    reasons = {key: text.reason(key) for key in view.shading.withheld} | dict.fromkeys(
        view.shading.no_data, t("no data")
    )
    return rows.assign(
        name=[view.names.get(key, t("City")) for key in keys],
        **_classes(view, [fills.get(key, "") for key in keys], t=t),
        withheld=[reasons.get(key, "") for key in keys],
        status=[t(words.STATUSES[status]) if isinstance(status, str) else "" for status in rows["status"]],
        indicator=text.indicator["name"][t.language],
        unit=[view.unit] * len(keys),
        reference_date=view.edition.reference_date,
        definition=text.definition["name"][t.language],
        source=t.join(source_names(view, t)),
    )


def _classes(view: View, fills: list[str], *, t: Translator) -> dict[str, list[str]]:
    """Number, limits and method of every area's class, empty where it has none."""
    text, method = legend.text_of(view, t), t(words.METHODS[view.shading.method])
    limits = {str(number): text.limits(part) for number, part in enumerate(view.shading.classes)}
    return {
        "class": [str(int(fill) + 1) if fill in limits else "" for fill in fills],
        "limits": [limits.get(fill, "") for fill in fills],
        "method": [method if fill in limits else "" for fill in fills],
    }


def about(view: View, t: Translator) -> dict[str, str]:
    """What holds for all values: figure, definition, date, source, classes, credits."""
    text = legend.text_of(view, t)
    return {
        "figure": text.indicator["name"][t.language],
        "definition": text.definition["text"][t.language],
        "reference_date": view.edition.reference_date,
        "source": t.join(source_names(view, t)),
        "method": t(words.METHODS[view.shading.method]),
        "classes": t.listed(map(text.limits, view.shading.classes)),
        "credits": " · ".join(loaders.city_data().city.attribution),
    }


def notes_of(view: View, t: Translator) -> list[tuple[str, str]]:
    """Head and text, a line each: figure, definition, date, sources with licences, classes, and the credits."""
    text = legend.text_of(view, t)
    data = loaders.city_data()
    sources = [data.definitions["data_source"][code] for code in view.edition.rows["source"].iloc[0]]
    classes = [
        (t("Class {n}", n=t.number(number)), f"{text.limits(part)} · {legend.count_of(part.n, view.level, t=t)}")
        for number, part in enumerate(view.shading.classes, start=1)
    ]
    return [
        (t("Figure"), text.indicator["name"][t.language]),
        (t("How it is worked out"), text.indicator.get("note", {}).get(t.language, "")),
        (t("Definition"), f"{text.definition['name'][t.language]}. {text.definition['text'][t.language]}"),
        (t("Below the line"), text.indicator.get("denominator", {}).get(t.language, "")),
        (t("As of"), t.date(view.edition.reference_date)),
        (t("Status"), t(words.STATUSES[view.edition.status])),
        *[(t("Source"), f"{source['name'][t.language]} ({source['licence']})") for source in sources],
        (t("How the classes are made"), t(words.METHODS[view.shading.method])),
        *classes,
        (t("Not comparable"), text.not_comparable()),
        (t("Credits"), " · ".join(data.city.attribution)),
    ]
