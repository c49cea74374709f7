"""Title and description that a page has before its scripts come: the very ones that it has afterwards."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.ui.first_list_page import ask
from ui import loaders
from ui.first_list.head import TITLES

LANGUAGES = ("de", "en", "ru", "ar")
PLACE = "gesundheitsamt-goettingen"
SENSITIVE = "frauenhaus-goettingen"

Visit = Callable[..., Any]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_to_a_place_has_its_title_and_description(language: str) -> None:
    query = {"lang": language, "facility": PLACE}
    page = ask("/", urlencode(query)).page
    title = page.text("title")
    assert title.startswith(f"{loaders.facility_names()[PLACE]} – ")
    assert page.meta("og:title") == title
    assert page.meta("og:description") == page.meta("description") != ""
    assert page.meta("description") != ask("/", f"lang={language}").page.meta("description")
    assert not [each for each in page.all("meta") if "//" in each.attributes.get("content", "")]


def test_the_finder_keeps_title_and_description(visit: Visit) -> None:
    for query in ({"lang": "ru"}, {"lang": "ru", "facility": PLACE}):
        page, document = ask("/", urlencode(query)).page, visit(**query).component("document")
        assert (document["title"], document["description"]) == (page.text("title"), page.meta("description"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sensitive_place_is_named_in_no_title(language: str, visit: Visit) -> None:
    plain = ask("/", f"lang={language}").page
    page, document = ask("/", f"lang={language}&facility={SENSITIVE}").page, visit(lang=language, facility=SENSITIVE)
    title, description = plain.text("title"), plain.meta("description")
    assert (page.text("title"), page.meta("og:title"), page.meta("description")) == (title, title, description)
    assert document.component("document")["title"] == title


@pytest.mark.parametrize("name", [path for path in TITLES if path])
def test_other_pages_have_language_direction_and_their_title_only(name: str, visit: Visit) -> None:
    page = ask(f"/{name}", f"lang=ar&facility={PLACE}").page
    assert page.all("html")[0].attributes == {"lang": "ar", "dir": "rtl"}
    assert page.text("title") == visit(name, lang="ar").component("document")["title"]
    assert not page.all("div", id="first-list")
    assert not page.all("style")
    (link,) = page.all("a")
    assert "noscript" in link.inside
    assert link.attributes["href"] == "./?lang=ar"
