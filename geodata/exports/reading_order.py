"""The words of a profile in the order and the blocks in which `profile.typ` sets them.

A PDF draws a line of Arabic in pieces from left to right, each number or German name a piece of its own. Whoever reads
aloud or copies gets them in that order, unless the block says its words as text; these are the texts.
"""

from collections.abc import Iterator
from typing import Any, Final

BLOCKS: Final = frozenset(("H1", "H2", "P", "TH", "TD", "LBody"))
"""Structure types of a block of words; what is inside one belongs to it."""


def to_reading_order(fields: dict[str, Any]) -> list[str]:
    """One text for each block, from the first to the last; a cell with a drawing alone is empty.

    Args:
        fields: of `exports.profile.to_fields`.
    """
    return [
        *_stated(*(fields[name] for name in ("title", "subtitle", "headline", "headline_basis", "caution"))),
        *_stated(fields["picture"]["caption"] if fields["picture"] else ""),
        *(text for table in fields["tables"] for text in _table(table)),
        *([fields["sources_title"], *fields["sources"]] if fields["sources"] else []),
        *_stated(*fields["footer"]),
    ]


def _table(table: dict[str, Any]) -> Iterator[str]:
    yield table["title"]
    yield from _stated(table["basis"])
    yield from table["heads"]
    yield from _stated(table["bar_head"])
    for row in table["rows"]:
        first, *others = row["cells"]
        yield "\n".join(_stated(first, row["basis"]))
        yield from others
        yield from [""] if table["bar_head"] else []
    yield from _stated(table["note"])


def _stated(*texts: str) -> list[str]:
    return [text for text in texts if text]
