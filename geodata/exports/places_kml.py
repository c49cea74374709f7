"""The places of the found offers as KML 2.2 (OGC 07-147r2): one placemark a place, its offers in the description."""

import html
import xml.etree.ElementTree as ET
from typing import Final

from geodata.exports.places_found import Found, Row, address_of, clean, degrees, point_of
from geodata.exports.places_words import about_lines, lines_of
from geodata.exports.places_xml import child, document_of

_KML: Final = "http://www.opengis.net/kml/2.2"
_ATOM: Final = "http://www.w3.org/2005/Atom"


def kml_of(found: Found) -> bytes:
    """The places with their offers; one without a point, or with a hidden one, has no geometry and no address."""
    root = ET.Element("kml", {"xmlns": _KML, "xmlns:atom": _ATOM})
    document = child(root, "Document")
    child(document, "name", text=found.about.title)
    child(document, "description", text=_html("\n".join(about_lines(found))))
    _data(document, {"language": found.t.language, "credits": found.about.credits})
    for place, offers in found.places():
        _placemark(document, found, place=place, offers=offers)
    return document_of(root)


def _placemark(document: ET.Element, found: Found, *, place: Row, offers: tuple[Row, ...]) -> None:
    mark = child(document, "Placemark")
    child(mark, "name", text=place["name"])
    if place["website"]:
        child(mark, "atom:link", href=place["website"])
    if address_of(place):
        child(mark, "address", text=address_of(place))
    if place["phone"]:
        child(mark, "phoneNumber", text=f"tel:{place['phone']}")
    child(mark, "description", text=_html("\n".join(lines_of(found, place, offers=offers))))
    _data(mark, {"facility_id": place["facility_id"], "service_id": ";".join(each["service_id"] for each in offers)})
    point = point_of(place)
    if point:
        child(child(mark, "Point"), "coordinates", text=f"{degrees(point[1])},{degrees(point[0])}")


def _data(parent: ET.Element, values: dict[str, str]) -> None:
    extended = child(parent, "ExtendedData")
    for name, value in values.items():
        child(child(extended, "Data", name=name), "value", text=value)


def _html(text: str) -> str:
    """KML's descriptions are HTML: no text becomes markup."""
    return html.escape(clean(text), quote=False).replace("\n", "<br>\n")
