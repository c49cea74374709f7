"""The places of the found offers as vCard 4.0 (RFC 6350): one card an organization at its place, never a person."""

from collections.abc import Iterator
from typing import Final

from geodata.exports.places_found import Found, Row, clean, degrees, point_of
from geodata.exports.places_words import lines_of

_LONGEST_LINE: Final = 75
"""Octets of a line, its end not counted: a rule of the format."""

_ESCAPES: Final = str.maketrans({"\\": r"\\", ",": r"\,", ";": r"\;", "\n": r"\n"})


def vcards_of(found: Found) -> bytes:
    """All cards in one file; a card of a hidden place has neither address nor point."""
    lines = (line for place, offers in found.places() for line in _card(found, place, offers=offers))
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _card(found: Found, place: Row, *, offers: tuple[Row, ...]) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:{_text(found.about.title)}", "KIND:org")
    yield f"UID;VALUE=text:{_text(place['facility_id'])}"
    yield f"FN;LANGUAGE=de:{_text(place['name'])}"
    yield f"ORG;LANGUAGE=de:{_text(place['name'])}"
    yield from _where(place)
    yield from _contact(place)
    yield from (
        f"LANG:{_text(code)}" for code in sorted({code for each in offers for code in each["languages_spoken"]})
    )
    sections = dict.fromkeys(found.words["section"][each["section"]] for each in offers)
    yield f"CATEGORIES:{','.join(map(_text, sections))}"
    note = "\n".join([*lines_of(found, place, offers=offers), found.about.credits])
    yield f"NOTE;LANGUAGE={found.t.language}:{_text(note)}"
    yield "END:VCARD"


def _where(place: Row) -> Iterator[str]:
    if place["street_address"]:
        street, town, code = (_text(place[name]) for name in ("street_address", "city", "postal_code"))
        yield f"ADR;LANGUAGE=de:;;{street};{town};;{code};"
    point = point_of(place)
    if point:
        yield f"GEO:geo:{degrees(point[0])},{degrees(point[1])}"


def _contact(place: Row) -> Iterator[str]:
    """Telephone, e-mail and website of the place, as the table has them; short numbers are no `tel:` address."""
    phone = clean(place["phone"])
    if phone:
        yield f"TEL;VALUE=uri;TYPE=work:tel:{phone}" if phone.startswith("+") else f"TEL;TYPE=work:{_text(phone)}"
    if place["email"]:
        yield f"EMAIL;TYPE=work:{_text(place['email'])}"
    if place["website"]:
        yield f"URL:{''.join(clean(place['website']).split())}"


def _text(text: str) -> str:
    """A text value: backslash, comma, semicolon and line end are written with a backslash."""
    return clean(text).translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line of at most 75 octets, and further ones that begin with a space; no character is cut in two."""
    rows, row, room = [], "", _LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            rows.append(row)
            row, room = " ", _LONGEST_LINE - 1
        row += character
        room -= size
    return "\r\n".join([*rows, row])
