"""Elements of XML files, built one by one: nothing but the writer's own words becomes markup."""

import xml.etree.ElementTree as ET

from geodata.exports.places_found import clean


def child(parent: ET.Element, tag: str, *, text: str = "", **attributes: str) -> ET.Element:
    """A new last child of `parent`; a prefix in `tag` is one that the root declares."""
    element = ET.SubElement(parent, tag, {name: clean(value) for name, value in attributes.items()})
    element.text = clean(text) or None
    return element


def document_of(root: ET.Element) -> bytes:
    """The file in UTF-8, an element a line, ending with a line end."""
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content + b"\n"
