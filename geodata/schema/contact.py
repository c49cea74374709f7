"""Checks of telephone numbers, e-mail addresses and opening hours."""

import re

import opening_hours as osm_opening_hours
import phonenumbers

from geodata.schema.city import City

_EUROPEAN_SHORT_NUMBER = re.compile(r"116\d{3}", re.ASCII)
"""Numbers of social value reserved in the whole European Union (decision 2007/116/EC)."""

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")
_COMMENT = re.compile(r'"[^"]*"')


def phone(cell: str, city: City) -> str | None:
    """A valid number in E.164 form, or a short number of the city's country."""
    allowed = "a telephone number as +49551…, or a short number such as 112 or 116117"
    if not re.fullmatch(r"\+?\d{3,15}", cell, re.ASCII):
        return allowed
    try:
        parsed = phonenumbers.parse(cell, city.phone_region)
    except phonenumbers.NumberParseException:
        return allowed
    if cell.startswith("+"):
        good = phonenumbers.is_valid_number(parsed)
    else:
        good = phonenumbers.is_valid_short_number_for_region(parsed, city.phone_region) or bool(
            _EUROPEAN_SHORT_NUMBER.fullmatch(cell)
        )
    return None if good else allowed


def email(cell: str, _city: City) -> str | None:
    """One e-mail address."""
    return None if is_email(cell) else "one e-mail address, such as info@example.org"


def is_email(text: str) -> bool:
    """Whether a text is one e-mail address."""
    return _EMAIL.fullmatch(text) is not None and ".." not in text


def opening_hours(cell: str, _city: City) -> str | None:
    """Hours in OpenStreetMap's notation; a rule that is only a comment says no hours and belongs in the text column."""
    if is_opening_hours(cell):
        return None
    return "opening hours in OSM notation, such as Mo-Fr 09:00-12:00; words belong in opening_hours_text"


def is_opening_hours(text: str) -> bool:
    """Whether a text is a rule of OpenStreetMap's opening_hours, and not only a comment."""
    rules = re.split(r";|\|\|", _COMMENT.sub("", text))
    return all(rule.strip() for rule in rules) and bool(osm_opening_hours.validate(text))
