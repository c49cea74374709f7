"""Why the bounds of coverage are apart, in the reader's language: what the offers say, and what they leave open."""

from collections.abc import Iterator
from dataclasses import replace

from geodata.coverage.gap_table import GapTable, Row
from geodata.coverage.offers import fits
from geodata.exports.coverage_names import CENSUS_YEAR, spoken
from geodata.i18n import Translator


def reason(table: GapTable, t: Translator) -> str:
    """What the offers say, and how many people stand behind the headline."""
    return " ".join((f"{t.listed(_clauses(table, t))}.", *_people(table, t)))


def _people(table: GapTable, t: Translator) -> Iterator[str]:
    row = table.city
    numbers = {"lower": t.number(row.lower), "upper": t.number(row.upper), "year": CENSUS_YEAR}
    if row.lower != row.upper:
        yield t.plural(
            "That is why the answer is a span: {lower} to {upper} of {n} person (census {year}).",
            "That is why the answer is a span: {lower} to {upper} of {n} people (census {year}).",
            row.residents,
            **numbers,
        )
        return
    if table.fit.unsure.any():
        yield t("What is not stated makes no difference here.")
    yield t.plural(
        "That is {lower} of {n} person (census {year}).",
        "That is {lower} of {n} people (census {year}).",
        row.residents,
        **numbers,
    )


def _clauses(table: GapTable, t: Translator) -> Iterator[str]:
    """How many offers fit surely, name other languages only, or leave something open; some leave two things open."""
    question, fit = table.question, table.fit
    if question.languages and question.opening is None and not question.verified:
        yield from _speakers(table, t)
    else:
        yield t.plural("{n} offer surely fits", "{n} offers surely fit", int(fit.sure.sum()))
    if question.languages:
        others = fits(replace(question, languages=()), table.offers).possible & ~fit.possible
        yield t.plural("{n} names other languages only", "{n} name other languages only", int(others.sum()))
    counts = {code: int(unknown.sum()) for code, unknown in fit.unknown.items()}
    if counts["languages"]:
        yield t.plural("{n} does not say which languages", "{n} do not say which languages", counts["languages"])
    if counts["hours"]:
        yield t.plural(
            "of {n} the opening hours are not known for sure",
            "of {n} the opening hours are not known for sure",
            counts["hours"],
        )
    if counts["active"]:
        yield t.plural("{n} is not confirmed", "{n} are not confirmed", counts["active"])


def _speakers(table: GapTable, t: Translator) -> Iterator[str]:
    """How many offers speak what was asked; those of which it is assumed are counted apart."""
    sure, language = table.fit.sure, spoken(table.question.languages, t)
    assumed = int((sure & ~table.offers.stated).sum())
    stated = int(sure.sum()) - assumed
    yield t.plural(
        "{n} offer says that {language} is spoken",
        "{n} offers say that {language} is spoken",
        stated,
        language=language,
    )
    if assumed:
        yield t.plural(
            "for {n} that says nothing we assume {language}",
            "for {n} that say nothing we assume {language}",
            assumed,
            language=t.language_name(table.offers.assumed),
        )


def due_to(row: Row, table: GapTable, *, t: Translator) -> str:
    """What the span of an area is due to; for a row whose bounds differ."""
    n = row.unknown_offers
    match [code for code, unknown in table.fit.unknown.items() if unknown.any()]:
        case ["languages"]:
            return _due_to_languages(n, t)
        case ["hours"]:
            return _due_to_hours(n, t)
        case ["active"]:
            return t.plural(
                "The span is due to {n} offer that nobody has confirmed.",
                "The span is due to {n} offers that nobody has confirmed.",
                n,
            )
    return t.plural(
        "The span is due to {n} offer of which something asked for is not known.",
        "The span is due to {n} offers of which something asked for is not known.",
        n,
    )


def _due_to_languages(n: int, t: Translator) -> str:
    return t.plural(
        "The span is due to {n} offer whose languages nobody has stated.",
        "The span is due to {n} offers whose languages nobody has stated.",
        n,
    )


def _due_to_hours(n: int, t: Translator) -> str:
    return t.plural(
        "The span is due to {n} offer whose opening hours are not known for sure.",
        "The span is due to {n} offers whose opening hours are not known for sure.",
        n,
    )


def apart(table: GapTable, t: Translator) -> str:
    """Offers without an address, which are in no share; "" where there are none."""
    _, possible = table.without_address
    if not possible:
        return ""
    return t.plural(
        "{n} offer has no address (telephone, online, home visit) and is counted apart.",
        "{n} offers have no address (telephone, online, home visit) and are counted apart.",
        possible,
    )


def assumption(table: GapTable, t: Translator) -> str:
    """That a language counts as spoken where nothing is stated; "" where it was not asked for."""
    assumed = table.offers.assumed
    if assumed not in table.question.languages:
        return ""
    return t(
        "Where an offer states no language, we assume that this one is spoken: {language}.",
        language=t.language_name(assumed),
    )
