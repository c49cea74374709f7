"""Streamlit's own page, which is empty until its scripts have come: what is put into it, and where."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ui.first_list.markup import Html, tag

_HTML: Final = '<html lang="en">'
_TITLE: Final = "<title>Streamlit</title>"
_ROOT: Final = '<div id="root"></div>'
_ENGLISH: Final = re.compile(r"\s*<noscript>.*?</noscript>", re.DOTALL)
_SHEET: Final = re.compile(r'\s*<link rel="stylesheet"[^>]*>')


@dataclass(frozen=True)
class Shell:
    """The pieces of the page between which ours stand.

    Attributes:
        before, head, body, rest: up to the language, up to the title, up to the content, and what follows it.
    """

    before: str
    head: str
    body: str
    rest: str

    @classmethod
    def from_html(cls, html: str) -> "Shell | None":
        """Take the page apart; None where it is not Streamlit's, or not as we know it: then it stays as it is.

        Streamlit's style sheet moves behind the list, which would wait for it otherwise, and its English words for
        browsers without scripts go.
        """
        if not all(html.count(part) == 1 for part in (_HTML, _TITLE, _ROOT)):
            return None
        sheets = "".join(_SHEET.findall(html))
        bare = _ENGLISH.sub("", _SHEET.sub("", html))
        before, bare = bare.split(_HTML)
        head, bare = bare.split(_TITLE)
        body, rest = bare.split(_ROOT)
        return cls(before, head, body, f"{sheets}\n    {_ROOT}{rest}")

    def filled(self, *, language: str, direction: str, head: Html, body: Html) -> str:
        """The page in a language and direction, with ours in head and body."""
        html = tag("html", lang=language, dir=direction).removesuffix("</html>")
        return f"{self.before}{html}{self.head}{head}{self.body}{body}{self.rest}"


@lru_cache(maxsize=2)
def shell_of(page: bytes) -> Shell | None:
    """The shell that Streamlit has sent, taken apart once."""
    return Shell.from_html(page.decode("utf-8", errors="replace"))
