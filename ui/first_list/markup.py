"""HTML as text: every piece that is not HTML already is escaped, so that no data become markup."""

from html import escape
from typing import Final

_EMPTY: Final = frozenset({"meta", "link", "br"})
"""Elements without content, and so without an end."""


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *content: str, **attributes: str | None) -> Html:
    """One element.

    Args:
        name: of the element.
        content: HTML stays as it is, other text is escaped.
        attributes: escaped; None leaves one out. `class_` is class, `aria_label` is aria-label.
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{said}>" if name in _EMPTY else f"<{name}{said}>{together(*content)}</{name}>")


def together(*content: str) -> Html:
    """Pieces one after the other; HTML stays as it is, other text is escaped."""
    return Html("".join(piece if isinstance(piece, Html) else escape(piece) for piece in content))
