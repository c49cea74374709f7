"""The places of the found offers as GPX 1.1 waypoints, for GPS devices and walking apps. Same offers, same bytes."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final

from geodata.exports.places_found import Found, Row, address_of, degrees, point_of
from geodata.exports.places_words import about_lines, lines_of
from geodata.exports.places_xml import child, document_of

_GPX: Final = "http://www.topografix.com/GPX/1/1"
_DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/"


def gpx_of(found: Found) -> bytes:
    """One waypoint a place. The format has no place without a point: those are left out, and the file says how many."""
    attributes = {"version": "1.1", "creator": found.about.title, "xmlns": _GPX, "xmlns:dc": _DUBLIN_CORE}
    root = ET.Element("gpx", attributes)
    metadata = child(root, "metadata")
    child(metadata, "name", text=found.about.title)
    child(metadata, "desc", text="\n".join([*about_lines(found), *_left_out(found)]))
    child(metadata, "copyright", author=found.about.credits)
    child(child(metadata, "extensions"), "dc:language", text=found.t.language)
    for place, offers in found.places():
        point = point_of(place)
        if point:
            _waypoint(root, found, place=place, offers=offers, point=point)
    return document_of(root)


def _waypoint(
    root: ET.Element, found: Found, *, place: Row, offers: tuple[Row, ...], point: tuple[float, float]
) -> None:
    mark = child(root, "wpt", lat=degrees(point[0]), lon=degrees(point[1]))
    child(mark, "name", text=place["name"])
    if address_of(place):
        child(mark, "cmt", text=address_of(place))
    child(mark, "desc", text="\n".join(lines_of(found, place, offers=offers)))
    child(mark, "src", text=place["source_url"])
    if place["website"]:
        child(mark, "link", href=place["website"])
    child(mark, "type", text=found.words["section"].get(offers[0]["section"], ""))


def _left_out(found: Found) -> Iterator[str]:
    missing = sum(point_of(place) is None for place, _ in found.places())
    if missing:
        yield found.t.plural(
            "{n} place without a position is not in this file.",
            "{n} places without a position are not in this file.",
            missing,
        )
