"""The filters: sections as tiles, everything else behind a button; each option says what it would give."""

from functools import partial

import streamlit as st

from geodata.facilities import Answer, Facet, Query, option_counts
from geodata.i18n import Translator
from ui import address, loaders, wording
from ui.widgets import coded_choices

_MARKS = ("circle", "square", "triangle")


def sections(answer: Answer, t: Translator) -> None:
    """Three tiles with mark, name and live count."""
    query, index = answer.query, loaders.offer_index()
    counts = option_counts(query, index, near=answer.near, among=answer.among)["section"]
    names = loaders.names(t.language)
    tiles = {
        code: f"![](app/static/mark-{mark}.svg) {t.number(counts[code])}  \n{_short(names[code])}"
        for mark, code in zip(_MARKS, index.options["section"].codes, strict=True)
    }
    coded_choices(
        t("Section of the guide"),
        tiles,
        chosen=query.codes("section"),
        key=f"section-{t.language}",
        on_choice=partial(address.change_codes, "section"),
    )


def row(answer: Answer, t: Translator) -> None:
    """Topic, language, district and target group, each behind a button that names what is chosen."""
    query, index = answer.query, loaders.offer_index()
    counts = option_counts(query, index, near=answer.near, among=answer.among)
    for facet, title, names in _facets(query, t):
        chosen = query.codes(facet)
        label = _button(title, [names[code] for code in chosen], t=t)
        with st.popover(label, type="primary" if chosen else "secondary", key=f"{facet}-popover"):
            coded_choices(
                title,
                {code: _option(words, counts[facet][code], t=t) for code, words in names.items()},
                chosen=chosen,
                key=f"{facet}-{t.language}",
                on_choice=partial(address.change_codes, facet),
                label_visibility="visible",
            )
            if facet == "spoken" and index.assumed_spoken:
                _assumption(index.assumed_spoken, t)
    if query.asked:
        st.button(
            t("Clear all filters"), type="tertiary", key="clear", on_click=address.change, kwargs={"query": Query()}
        )


def _facets(query: Query, t: Translator) -> list[tuple[Facet, str, dict[str, str]]]:
    index, names = loaders.offer_index(), loaders.names(t.language)
    wanted = query.codes("section") or loaders.taxonomy().sections
    topics = [code for code in index.options["topic"].codes if loaders.taxonomy().section_of(code) in wanted]
    topics += [code for code in query.codes("topic") if code not in topics]
    spoken = {code: t.language_name(code) for code in index.options["spoken"].codes}
    groups = {code: wording.group_name(code, t) for code in wording.GROUPS if code in index.options["group"].codes}
    return [
        ("topic", t("Topic"), {code: names[code] for code in topics}),
        ("spoken", t("Language spoken"), dict(sorted(spoken.items(), key=lambda item: t.sort_key(item[1])))),
        ("district", t("District"), {code: names[code] for code in index.options["district"].codes}),
        ("group", t("For whom"), groups),
    ]


def _option(words: str, count: int, *, t: Translator) -> str:
    if count:
        return f"{words} · {t.number(count)}"
    return t("{option} · none", option=words)


def _button(title: str, chosen: list[str], *, t: Translator) -> str:
    if not chosen:
        return title
    if len(chosen) == 1:
        return t("{title}: {choice}", title=title, choice=chosen[0])
    return t("{title}: {n} chosen", title=title, n=t.number(len(chosen)))


def _assumption(code: str, t: Translator) -> None:
    st.caption(
        t(
            "Where an offer says nothing about languages, we count it as {language}. This is an assumption.",
            language=t.language_name(code),
        )
    )


def _short(name: str) -> str:
    return name.replace("[", "").replace("]", "")
