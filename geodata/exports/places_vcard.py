"""The places of the found offers as vCard 4.0 (RFC 6350): one card an organization at its place, never a person."""

from collections.abc import Iterator

from geodata.exports.content_lines import file_of, text_value
from geodata.exports.places_found import Found, Row, clean, degrees, point_of
from geodata.exports.places_words import lines_of


def vcards_of(found: Found) -> bytes:
    """All cards in one file; a card of a hidden place has neither address nor point."""
    lines = (line for place, offers in found.places() for line in _card(found, place, offers=offers))
    return file_of(lines)


def _card(found: Found, place: Row, *, offers: tuple[Row, ...]) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:{text_value(found.about.title)}", "KIND:org")
    yield f"UID;VALUE=text:{text_value(place['facility_id'])}"
    yield f"FN;LANGUAGE=de:{text_value(place['name'])}"
    yield f"ORG;LANGUAGE=de:{text_value(place['name'])}"
    yield from _where(place)
    yield from _contact(place)
    yield from (
        f"LANG:{text_value(code)}" for code in sorted({code for each in offers for code in each["languages_spoken"]})
    )
    sections = dict.fromkeys(found.words["section"][each["section"]] for each in offers)
    yield f"CATEGORIES:{','.join(map(text_value, sections))}"
    note = "\n".join([*lines_of(found, place, offers=offers), found.about.credits])
    yield f"NOTE;LANGUAGE={found.t.language}:{text_value(note)}"
    yield "END:VCARD"


def _where(place: Row) -> Iterator[str]:
    if place["street_address"]:
        street, town, code = (text_value(place[name]) for name in ("street_address", "city", "postal_code"))
        yield f"ADR;LANGUAGE=de:;;{street};{town};;{code};"
    point = point_of(place)
    if point:
        yield f"GEO:geo:{degrees(point[0])},{degrees(point[1])}"


def _contact(place: Row) -> Iterator[str]:
    """Telephone, e-mail and website of the place, as the table has them; short numbers are no `tel:` address."""
    phone = clean(place["phone"])
    if phone:
        yield f"TEL;VALUE=uri;TYPE=work:tel:{phone}" if phone.startswith("+") else f"TEL;TYPE=work:{text_value(phone)}"
    if place["email"]:
        yield f"EMAIL;TYPE=work:{text_value(place['email'])}"
    if place["website"]:
        yield f"URL:{''.join(clean(place['website']).split())}"
