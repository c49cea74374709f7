"""The found offers, or my list, as files are made from them: in order, with the words for their codes."""

from collections.abc import Iterator, Mapping
from typing import Final

from geodata.exports.places_found import About, Found
from geodata.facilities import Answer, Facet
from geodata.i18n import Translator
from ui import loaders, wording

_LICENSED: Final = ("openstreetmap",)
"""Sources of the directory whose licence has to stand in every copy."""


def found_of(answer: Answer, t: Translator, *, saved: bool = False) -> Found:
    """All offers of an answer in order, not only those on the page, with the words for their codes."""
    index, (offers, places) = answer.selection.index, loaders.records()
    city = loaders.city_data().city
    title = city.title[t.language]
    return Found.from_rows(
        ((offers[row], places[index.facility_of[row]]) for row in answer.order),
        t,
        words=_words(t),
        about=About(
            title=f"{title} · {t('My list')}" if saved else title,
            credits=_credits(t),
            region=city.phone_region,
            asked=tuple(_asked(answer, t)),
        ),
    )


def _credits(t: Translator) -> str:
    data = loaders.city_data()
    sources = [data.definitions["data_source"][key] for key in _LICENSED if key in data.definitions["data_source"]]
    licences = (f"{each['name'][t.language]}: {each['licence']}, {each['licence_url']}" for each in sources)
    return " · ".join([*data.city.attribution, *licences])


def _words(t: Translator) -> Mapping[str, Mapping[str, str]]:
    """Column → code → word."""
    names = loaders.names(t.language)
    coded = {
        "cost": wording.COST,
        "appointment": wording.APPOINTMENT,
        "wheelchair": wording.WHEELCHAIR,
        "status": wording.STATUS,
        "geocode_quality": wording.POSITION,
    }
    return {
        **dict.fromkeys(("section", "topic", "district_key"), names),
        "target_groups": {code: wording.group_name(code, t) for code in wording.GROUPS},
        **{column: {code: t(word) for code, word in words.items()} for column, words in coded.items()},
    }


def _asked(answer: Answer, t: Translator) -> Iterator[tuple[str, str]]:
    """Head and choice of every filter."""
    heads: dict[Facet, str] = {
        "section": t("Section"),
        "topic": t("Topic"),
        "spoken": t("Language spoken"),
        "district": t("District"),
        "group": t("For whom"),
    }
    for facet in answer.query.asked:
        yield heads[facet], t.listed(_chosen(facet, code, t=t) for code in answer.query.codes(facet))
    if answer.query.confirmed:
        yield t("Language spoken"), t("Confirmed only")
    if answer.near and answer.near.within:
        yield t("At most, on foot"), t("{n} min", n=t.number(answer.near.within))


def _chosen(facet: Facet, code: str, *, t: Translator) -> str:
    if facet == "spoken":
        return t.language_name(code)
    return wording.group_name(code, t) if facet == "group" else loaders.names(t.language)[code]
