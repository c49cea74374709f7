"""My list as a reader meets it: what is saved stands there in order, and every button gives back the new list."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geodata.facilities.saved import MOST_SAVED, with_toggled
from tests.conftest import LANGUAGES
from tests.ui.conftest import Shown
from ui import loaders
from ui.finder import my_list
from ui.finder.my_list import entries


def panel(saved: tuple[str, ...], language: str, service: str) -> None:
    import streamlit as st  # noqa: PLC0415  (the function is run as a script of its own)

    from ui import loaders  # noqa: PLC0415
    from ui.finder import my_list  # noqa: PLC0415

    def keep(ids: tuple[str, ...]) -> None:
        st.session_state["changed"] = ids

    t = loaders.translator(language)
    my_list.show(saved, t, on_change=keep)
    if service:
        my_list.toggle(service, saved, t=t, on_change=keep)


def run(saved: tuple[str, ...], language: str = "en", *, service: str = "") -> AppTest:
    at = AppTest.from_function(panel, default_timeout=60, args=(saved, language, service)).run()
    assert not at.exception
    return at


def ids(n: int) -> tuple[str, ...]:
    return tuple(loaders.city_data().services["service_id"])[:n]


def changed(at: AppTest, key: str) -> Any:
    at.button(key=key).click().run()
    return at.session_state["changed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_saved_stands_there_in_order_with_number_and_place(language: str) -> None:
    saved = ids(5)[::-1]
    t = loaders.translator(language)
    shown = list(entries(saved, t))
    assert [entry.service for entry in shown] == list(saved)
    assert [entry.number for entry in shown] == [1, 2, 3, 4, 5]
    said = " ".join(Shown(run(saved, language)).texts).replace("\\", "")
    for entry in shown:
        assert " ".join(entry.offer.split()) in said
        assert " ".join(entry.place.split()) in said
    assert t("My list: {n}", n="5") in said


def test_an_offer_is_saved_at_the_end_and_taken_off() -> None:
    first, second, third = ids(3)
    assert changed(run((first, second), service=third), f"save-{third}") == (first, second, third)
    assert changed(run((first, second), service=first), f"save-{first}") == (second,)
    assert changed(run((first, second)), f"my-list-remove-{second}") == (first,)
    assert changed(run((first, second)), "my-list-clear") == ()


def test_a_full_list_says_so_and_takes_no_more() -> None:
    full, more = ids(MOST_SAVED), ids(MOST_SAVED + 1)[-1]
    assert with_toggled(full, more) == full
    at = run(full, service=more)
    assert at.button(key=f"save-{more}").disabled
    assert "60" in at.caption[-1].value
    assert not run(full, service=full[0]).button(key=f"save-{full[0]}").disabled


def test_an_empty_list_tells_how_it_is_filled_and_offers_no_files() -> None:
    at = run(())
    assert "Nothing is saved yet" in at.markdown[0].value
    assert not at.get("download_button")


def test_all_files_are_offered_and_every_button_has_a_name_of_its_own() -> None:
    at = run(ids(4))
    assert len(at.get("download_button")) == 6 + 3  # three leaflets, and six files
    names = [button.label for button in at.button]
    assert len(set(names)) == len(names)


def test_a_name_is_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = my_list.Entry("s", 1, "Cost *5 $* [x](y) :red[z]", "<b>")
    monkeypatch.setattr(my_list, "entries", lambda saved, t: [entry])
    at = run(ids(1))
    assert r"Cost \*5 \$\* \[x\]\(y\) \:red\[z\]" in at.markdown[0].value
    assert r"\<b\>" in at.markdown[0].value
