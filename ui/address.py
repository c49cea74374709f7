"""The page's address is its memory: every choice stands in the URL as a short code, written in one place.

What the reader clicks changes the session's choices; what the reader types into the address bar wins over both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from geodata.districts.figures import Figures
from geodata.facilities import MINUTES_OFFERED, Facet, OfferIndex, Query
from geodata.facilities.saved import codes_of, ids_of, text_of
from ui import loaders, open_at
from ui.coverage import asked as coverage
from ui.districts import own_figures
from ui.districts.asked import Asked

VIEWS: Final = ("map", "list", "filter")
"""What a phone shows below the sections; a desktop shows all of them."""

_CHOICES: Final = "choices"
_WRITTEN: Final = "written_address"


@dataclass(frozen=True)
class Choices:
    """Everything a reader has chosen: language, question, selected place, shading, list page and phone view.

    `asked` is the question to the districts page, `cover` the one to the coverage page. `mine` are the
    ids of saved offers, in the order of the reader's list; short codes of them stand in the URL.

    Page 0 is the one on which the selected place stands, or the first. `near` is the code of a 100 m cell, `within` a
    limit in minutes on foot from there (0 = none). `shade` "" is the figure that is shaded first. `when` it should be
    open: a code of `open_at`, "" = any time.
    """

    language: str
    query: Query = field(default_factory=Query)
    facility: str = ""
    shade: str = ""
    page: int = 0
    view: str = "map"
    near: str = ""
    within: int = 0
    when: str = ""
    asked: Asked = field(default_factory=Asked)
    cover: coverage.Asked = field(default_factory=coverage.Asked)
    mine: tuple[str, ...] = ()

    @classmethod
    def from_params(
        cls,
        params: Mapping[str, Any],
        index: OfferIndex,
        *,
        languages: tuple[str, ...],
        figures: Figures | None = None,  # that may be shaded; None: those of the session, which a plain request lacks
    ) -> "Choices":
        """Read URL parameters; what is unknown, malformed or hostile is ignored. Language "" = not said."""
        view, shade, page, near, within, when = _texts(params, "view", "shade", "page", "near", "within", "open_at")
        facility = _known_facility(str(params.get("facility", "")), index)
        return cls(
            language=params["lang"] if params.get("lang") in languages else "",
            query=Query.from_params(params, index),
            facility=facility,
            shade=shade if shade in loaders.offered(figures or own_figures.table()) else "",
            page=int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 0,
            view=view if view in VIEWS else _first_view(facility),
            near=near if loaders.known_cell(near) else "",
            within=int(within) if loaders.known_cell(near) and within in map(str, MINUTES_OFFERED) else 0,
            when=when if open_at.known(when, near=loaders.known_cell(near)) else "",
            asked=Asked.from_params(params),
            cover=coverage.Asked.from_params(params),
            mine=ids_of(str(params.get("mine", "")), _services()),
        )

    def to_params(self) -> dict[str, str]:
        """The same choices as URL parameters; defaults are left out, the language never."""
        optional = {
            "facility": self.facility,
            "shade": self.shade,
            "page": str(self.page) if self.page > 1 or (self.page and self.facility) else "",
            "view": self.view if self.view != _first_view(self.facility) else "",
            "near": self.near,
            "within": str(self.within) if self.near and self.within else "",
            "open_at": self.when if open_at.known(self.when, near=bool(self.near)) else "",
            "mine": text_of(codes_of(self.mine, _services())) if self.mine else "",
        }
        chosen = {k: v for k, v in optional.items() if v}
        return {"lang": self.language, **self.query.to_params(), **chosen, **self._asked()}

    def _asked(self) -> dict[str, str]:
        return {**self.asked.to_params(), **self.cover.to_params()}


def _texts(params: Mapping[str, Any], *names: str) -> list[str]:
    return [str(params.get(name, "")) for name in names]


def _known_facility(facility: str, index: OfferIndex) -> str:
    return facility if facility in set(index.facilities["facility_id"]) else ""


def _first_view(facility: str) -> str:
    """What a phone shows where the address does not say: a place's own address opens its card, which is in the list."""
    return "list" if facility else VIEWS[0]


def current() -> Choices:
    """The choices of this run, read from the URL where it was changed from outside, and written back to it."""
    asked = st.query_params.to_dict()
    if _CHOICES not in st.session_state or asked != st.session_state.get(_WRITTEN):
        known = Choices.from_params(asked, loaders.offer_index(), languages=_languages())
        st.session_state[_CHOICES] = known if known.language else replace(known, language=_first_language())
    choices: Choices = st.session_state[_CHOICES]
    _write(choices.to_params())
    return choices


def change(**changes: Any) -> None:
    """Change choices from a widget's callback; a new question starts at the first page."""
    choices: Choices = st.session_state[_CHOICES]
    if "query" in changes:
        changes = {"page": 0, "facility": "", **changes}
    st.session_state[_CHOICES] = replace(choices, **changes)


def change_codes(facet: Facet, codes: tuple[str, ...]) -> None:
    """Choose other codes of one facet."""
    choices: Choices = st.session_state[_CHOICES]
    change(query=choices.query.with_codes(facet, codes))


def ask(**changes: Any) -> None:
    """Change the question to the districts page."""
    choices: Choices = st.session_state[_CHOICES]
    change(asked=replace(choices.asked, **changes))


def ask_coverage(**changes: Any) -> None:
    """Change the question to the coverage page."""
    choices: Choices = st.session_state[_CHOICES]
    change(cover=replace(choices.cover, **changes))


def link(choices: Choices, **changes: Any) -> str:
    """A real link, relative to the page, to the same choices with some changed."""
    return "?" + urlencode(params(choices, **changes), safe=",")


def params(choices: Choices, **changes: Any) -> dict[str, str]:
    """URL parameters of the same choices with some changed."""
    return replace(choices, **changes).to_params()


def _services() -> tuple[str, ...]:
    return tuple(loaders.offer_index().services["service_id"])


def _write(params: dict[str, str]) -> None:
    if st.query_params.to_dict() != params:
        st.query_params.from_dict(params)
    st.session_state[_WRITTEN] = params


def _languages() -> tuple[str, ...]:
    return tuple(loaders.city_data().city.languages)


def _first_language() -> str:
    """The browser's language where the city speaks it, else the city's own."""
    wished = (st.context.locale or "").split("-")[0].lower()
    return wished if wished in _languages() else loaders.city_data().city.default_language
