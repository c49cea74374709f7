"""Words for codes: the one place where a code of the tables gets its message."""

from typing import Final

from geodata.i18n import N_, Translator

GROUPS: Final = {
    "everyone": N_("everyone"),
    "newcomers": N_("people new in the city"),
    "refugees": N_("refugees"),
    "eu_citizens": N_("EU citizens"),
    "families": N_("families"),
    "children": N_("children"),
    "youth": N_("young people"),
    "women": N_("women"),
    "lgbtq": N_("queer people"),
    "students": N_("students"),
    "researchers": N_("researchers"),
    "skilled_workers": N_("skilled workers"),
    "jobseekers": N_("people looking for work"),
    "employees": N_("employees"),
    "entrepreneurs": N_("people starting a business"),
    "seniors": N_("older people"),
    "people_with_disabilities": N_("people with disabilities"),
    "people_in_need": N_("people in need"),
    "volunteers": N_("volunteers"),
}
COST: Final = {"free": N_("free of charge"), "paid": N_("costs money"), "varies": N_("depends on the offer")}
APPOINTMENT: Final = {"yes": N_("by appointment only"), "no": N_("without appointment")}
WHEELCHAIR: Final = {"yes": N_("yes, step-free"), "limited": N_("partly"), "no": N_("no, not step-free")}
STATUS: Final = {
    "active": N_("active, as far as sources say"),
    "unverified": N_("not confirmed yet"),
    "inactive": N_("paused"),
    "defunct": N_("closed"),
}
POSITION: Final = {
    "house": N_("The pin is at the house."),
    "interpolated": N_("Position is rough: worked out from the neighbouring house."),
    "street": N_("Position is rough: we know the street, not the house."),
    "place": N_("The pin is at the place as mapped in OpenStreetMap."),
    "quarter": N_("Position is rough: we know the part of the city only."),
    "none": N_("There is no place on the map for this offer."),
}


def group_name(code: str, t: Translator) -> str:
    """A target group in the reader's language, as it stands in a list."""
    words = t(GROUPS[code])
    return words[:1].upper() + words[1:]
