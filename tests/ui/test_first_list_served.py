"""How the filled page is served: whole, packed, known again, under a base path; whatever else there is passes."""

import gzip
import logging
from collections.abc import Iterator

import pytest
import streamlit as st

from tests.ui.first_list_page import INDEX, OTHER, ask
from ui import http
from ui.first_list import middleware
from ui.first_list.shell import Shell


@pytest.fixture
def base_path() -> Iterator[str]:
    before = st.get_option("server.baseUrlPath")
    st._config.set_option("server.baseUrlPath", "/stadt/finder/")
    yield "/stadt/finder"
    st._config.set_option("server.baseUrlPath", before)


def test_the_installed_streamlit_has_the_page_that_we_know() -> None:
    assert Shell.from_html(INDEX.read_text("utf-8")) is not None


def test_a_page_that_we_do_not_know_stays_as_it_is() -> None:
    html = INDEX.read_text("utf-8")
    for part in ('<html lang="en">', "<title>Streamlit</title>", '<div id="root"></div>'):
        assert Shell.from_html(html.replace(part, "")) is None
        assert Shell.from_html(html + part) is None


def test_the_page_belongs_to_its_reader_and_is_asked_for_again() -> None:
    headers = ask("/", "lang=de").headers
    assert headers["cache-control"] == "private, no-cache"
    assert headers["vary"] == "Accept-Encoding, Accept-Language"
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["content-security-policy"] == http.CONTENT_SECURITY_POLICY
    assert not {"last-modified", "accept-ranges"} & set(headers)


def test_a_known_page_is_not_sent_again_and_another_answer_is() -> None:
    first = ask("/about", "lang=de")
    tag = first.headers["etag"]
    for known in (tag, f'"x", {tag}'):
        again = ask("/about", "lang=de", if_none_match=known)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert ask("/about", "lang=ru", if_none_match=tag).status == 200
    old = ask("/about", "lang=de", if_none_match='"other"', if_modified_since="Fri, 01 Jan 2100 00:00:00 GMT")
    assert old.body == first.body


def test_it_is_packed_for_those_who_can_unpack() -> None:
    plain, packed = ask("/about", "lang=ar"), ask("/about", "lang=ar", accept_encoding="br, gzip")
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["etag"] == plain.headers["etag"]
    for answer in (plain, packed):
        assert int(answer.headers["content-length"]) == len(answer.body)
    assert len(ask("/", "lang=ar", accept_encoding="gzip").body) < 10_000


@pytest.mark.parametrize("headers", [{}, {"accept_encoding": "gzip"}, {"range": "bytes=0-9"}])
@pytest.mark.parametrize("path", ["/about", "/districts", "/methods"])
def test_the_head_alone_is_that_of_the_whole(path: str, headers: dict[str, str]) -> None:
    whole, head = ask(path, "lang=de", **headers), ask(path, "lang=de", method="HEAD", **headers)
    assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b"")


def test_the_head_of_the_finder_can_be_asked() -> None:
    head = ask("/", "lang=de", method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert int(head.headers["content-length"]) > 10_000


@pytest.mark.parametrize("wanted", ["bytes=0-9", "bytes=-5", "bytes=9999999-", "nonsense"])
def test_a_part_is_answered_by_the_whole(wanted: str) -> None:
    whole = ask("/about", "lang=de")
    part = ask("/about", "lang=de", range=wanted, if_range=whole.headers["etag"])
    assert (part.status, part.body) == (200, whole.body)


def test_under_a_base_path_only_pages_under_it_are_filled(base_path: str) -> None:
    plain = INDEX.read_bytes()
    for path in (f"{base_path}/", base_path, f"{base_path}/about"):
        assert ask(path, "lang=ru").page.all("html")[0].attributes["lang"] == "ru"
    assert ask(f"{base_path}/", "lang=ru").page.services
    for path in ("/", "/about", f"{base_path}s/", f"{base_path}/stadt/finder/"):
        assert ask(path, "lang=ru").body == plain


@pytest.mark.parametrize("path", ["/no-page", "/about/more", "/static/index.html", "/component/map/index.html"])
def test_whatever_is_no_page_of_ours_passes(path: str) -> None:
    assert ask(path, "lang=ru").body == INDEX.read_bytes()
    assert ask("/component", "lang=ru").text == OTHER


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_other_methods_pass(method: str) -> None:
    assert ask("/", method=method).status == 405


def test_a_fault_of_ours_leaves_streamlits_page_and_a_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(middleware, "list_of", broken)
    with caplog.at_level(logging.ERROR, logger=middleware.__name__):
        assert ask("/", "lang=ru").body == INDEX.read_bytes()
    assert [record.exc_info is not None for record in caplog.records] == [True]
