"""Words of the list of calls: as a list, as a table, and as a call sheet in the language of those who are called."""

import re
from html import escape

from geodata.coverage.catchments import ALL
from geodata.coverage.worklist import Call, Worklist, worklist
from geodata.exports.call_sheet import CallSheet, Contact, Directory, call_sheet_of
from geodata.exports.worklist_words import SUBJECTS
from geodata.facilities import national_number
from geodata.i18n import Translator
from ui import loaders
from ui.coverage.gaps_text import span
from ui.coverage.headline import topic_name
from ui.coverage.view import View

MOST_ROWS = 60
"""A longer table is not read on a page; the files hold all of it."""


def worklist_of(view: View) -> Worklist:
    """The calls for the answer on the screen; offers that a scenario has made up are not asked about."""
    return loaders.kept(("worklist", *view.name), lambda: worklist(view.table, known=view.before.offers.rows))


def contacts() -> dict[str, Contact]:
    """How to reach every facility, by its id."""
    return loaders.kept(("contacts",), _contacts)


def _contacts() -> dict[str, Contact]:
    data = loaders.city_data()
    districts = dict(zip(data.districts["key"], data.districts["name"], strict=True))
    columns = ["facility_id", "name", "district_key", "phone", "website"]
    rows = data.facilities[columns].itertuples(index=False, name=None)
    return {
        key: Contact(name, districts.get(district, ""), _dialled(phone), website)
        for key, name, district, phone, website in rows
    }


def _dialled(phone: str) -> str:
    return national_number(phone, region=loaders.city_data().city.phone_region) if phone else ""


def call_sheet(view: View, found: Worklist) -> CallSheet:
    """The calls on paper, in the city's own language."""
    city, services = loaders.city_data().city, loaders.city_data().services
    t = loaders.translator(city.default_language)
    names = dict(zip(services["service_id"], services[f"name_{t.language}"], strict=True))
    directory = Directory(contacts(), names, city.languages)
    return call_sheet_of(found, view.question, directory=directory, topic_name=topic_name(view, t), t=t)


def list_of_calls(calls: tuple[Call, ...], view: View, *, t: Translator) -> str:
    """HTML of a numbered list: name as on the door, district, telephone, and whom a "yes" would settle."""
    reach = contacts()
    items = "".join(_item(call, reach[call.facility_id], view=view, t=t) for call in calls)
    return f'<ol class="c-calls">{items}</ol>'


def _item(call: Call, contact: Contact, *, view: View, t: Translator) -> str:
    said = " · ".join(
        filter(None, (_district(contact), _telephone(contact, t), escape(_settles(call.settles_up_to, view, t=t))))
    )
    return f'<li><bdi lang="de" dir="ltr">{escape(contact.name)}</bdi><span class="f-kind">{said}</span></li>'


def _district(contact: Contact) -> str:
    return f'<bdi lang="de">{escape(contact.district)}</bdi>' if contact.district else ""


def _telephone(contact: Contact, t: Translator) -> str:
    if not contact.phone:
        return escape(t("no telephone listed"))
    number = re.sub(r"[^\d+]", "", contact.phone)
    return f'<a href="tel:{number}" dir="ltr">{escape(contact.phone)}</a>'


def _settles(people: int, view: View, *, t: Translator) -> str:
    few = loaders.city_data().city.suppress_count_below
    if people < few:
        return t("settles fewer than {n} people", n=t.number(few))
    if view.question.group == ALL:
        return t.plural("settles up to {n} resident", "settles up to {n} residents", people)
    return t.plural("settles up to {n} person", "settles up to {n} people", people)


def table_of_calls(found: Worklist, view: View, *, t: Translator) -> str:
    """HTML: a row a call, people it settles, and what remains unknown after it and all before; at least and at most."""
    title = t("Whom to call, in this order")
    heads = (t("Place"), t("To be asked"), t("People settled"), t("Still unknown"))
    reach = contacts()
    calls = enumerate(found.calls[:MOST_ROWS], 1)
    rows = "".join(_row(_cells(number, call, found=found, reach=reach, t=t), heads) for number, call in calls)
    head = "".join(f'<th scope="col" role="columnheader">{escape(each)}</th>' for each in heads)
    return (
        f'<table class="f-table f-stacked c-call-table" role="table"><caption>{escape(title)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _cells(number: int, call: Call, *, found: Worklist, reach: dict[str, Contact], t: Translator) -> tuple[str, ...]:
    """HTML of the cells of a row."""
    contact, (least, most) = reach[call.facility_id], found.share_after(number)
    where = " · ".join(filter(None, (_district(contact), _telephone(contact, t))))
    name = f'<bdi lang="de" dir="ltr">{escape(contact.name)}</bdi>'
    asked = t.listed(t(SUBJECTS[kind]) for kind in call.kinds)
    settled = _people(call.settles_at_least, call.settles_up_to, t=t)
    shown = (escape(cell) for cell in (asked, t.isolated(settled), t.isolated(span(least, most, t=t))))
    return f'{t.number(number)}. {name}<span class="f-kind">{where}</span>', *shown


def _row(cells: tuple[str, ...], heads: tuple[str, ...]) -> str:
    name, *others = cells
    said = "".join(
        f'<td role="cell" data-label="{escape(head)}">{cell}</td>' for head, cell in zip(heads[1:], others, strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{name}</th>{said}</tr>'


def _people(least: int, most: int, *, t: Translator) -> str:
    """Such as "4,824–13,731"; a handful of people is not counted."""
    few = loaders.city_data().city.suppress_count_below
    if most < few:
        return t("fewer than {n}", n=t.number(few))
    shown = t.number(least if least >= few else 0)
    return shown if least == most else f"{shown}–{t.number(most)}"
