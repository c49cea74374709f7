"""Everything a question is looked up in; built once for a city, pure and in memory."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.geocoding import PlaceIndex
from geodata.hours import rule_of, rules_for
from geodata.schema import language_hours
from geodata.search.areas import Area, Areas
from geodata.search.folding import collapsed, tokens
from geodata.search.grammar import FILLERS, LANGUAGES, SMALL_WORDS, WEEKDAY_NAMES
from geodata.search.names import Names, glosses_of, names_of, other_names_of
from geodata.search.postings import Postings
from geodata.search.spoken import Languages
from geodata.search.spoken_names import SpokenNames
from geodata.search.synonyms import Phrases
from geodata.search.texts import texts_of
from geodata.search.vocabulary import Vocabulary
from geodata.taxonomy import Taxonomy


@dataclass(frozen=True)
class Offers:
    """What a chip asks of an offer, one entry an offer.

    Attributes:
        ids: `service_id`.
        facilities: `facility_id`; the first offer of a facility in the table is its main one.
        topics, sections: codes.
        districts: key of the district, "" where unknown or hidden.
        points: (n, 2) latitude and longitude in degrees, WGS 84; NaN where unknown or hidden.
        languages: spoken (worship among it), interpreted, and of the material; codes.
        rules: the opening hours that hold for the offer (`rule_of`).
        language_rules: those of single languages, by code.
    """

    ids: tuple[str, ...]
    facilities: NDArray[np.str_]
    topics: NDArray[np.str_]
    sections: NDArray[np.str_]
    districts: NDArray[np.str_]
    points: NDArray[np.float64]
    languages: tuple[tuple[frozenset[str], ...], ...]
    rules: tuple[str, ...]
    language_rules: tuple[Mapping[str, str], ...]

    @classmethod
    def from_tables(cls, services: pd.DataFrame, facilities: pd.DataFrame) -> "Offers":
        """From validated and typed tables (`CityData`)."""
        houses = facilities.set_index("facility_id").loc[services["facility_id"]]
        hidden = (houses["address_visibility"] == "hidden").to_numpy()
        points = houses[["latitude", "longitude"]].to_numpy(dtype=np.float64).copy()
        points[hidden] = np.nan
        pairs = zip(services["languages_spoken"], services["worship_languages"], strict=True)
        spoken = tuple(frozenset((*spoken, *worship)) for spoken, worship in pairs)
        others = (services[column] for column in ("languages_interpreted", "material_languages"))
        return cls(
            tuple(services["service_id"]),
            services["facility_id"].to_numpy(dtype=np.str_),
            services["topic"].to_numpy(dtype=np.str_),
            services["section"].to_numpy(dtype=np.str_),
            np.where(hidden, "", houses["district_key"].to_numpy(dtype=np.str_)),
            points,
            (spoken, *(tuple(map(frozenset, codes)) for codes in others)),
            tuple(map(rule_of, services.to_dict("records"), houses.to_dict("records"))),
            tuple(map(language_hours, services["hours_by_language"])),
        )

    def __len__(self) -> int:
        return len(self.ids)

    def rules_for(self, languages: Sequence[str]) -> list[Collection[str]]:
        """The rules, one of which is enough, of each offer for who asks for one of some languages."""
        facts = zip(self.rules, self.language_rules, self.languages[0], strict=True)
        return [rules_for(languages, rule, own=own, spoken=spoken).values() for rule, own, spoken in facts]

    @cached_property
    def mains(self) -> NDArray[np.bool_]:
        """Whether it is the main offer of its facility."""
        first = np.unique(self.facilities, return_index=True)[1]
        return np.isin(np.arange(len(self)), first)


@dataclass(frozen=True)
class Called:
    """Offers by the names of their facilities, by these and what they are called in other languages, and by all names.

    `by_ear`: by names of facilities that are written down by ear.
    """

    facilities: Names
    houses: Names
    all: Names
    by_ear: SpokenNames

    @classmethod
    def from_tables(cls, services: pd.DataFrame, facilities: pd.DataFrame, *, silent: frozenset[str]) -> "Called":
        """From the names in every language; `silent` words say nothing in them."""
        own = tuple(names_of(services, facilities))
        houses = (*own, *glosses_of(services, facilities))
        everything = (*houses, *other_names_of(services))
        return cls(Names(own, silent), Names(houses, silent), Names(everything, silent), SpokenNames(own))


@dataclass(frozen=True)
class SearchIndex:
    """The index; see `from_tables`.

    Attributes:
        called: offers by their names.
        silent: words, folded and collapsed, that say nothing in a question.
    """

    offers: Offers
    postings: Postings
    vocabulary: Vocabulary
    phrases: Phrases
    called: Called
    areas: Areas
    languages: Languages
    places: PlaceIndex | None
    silent: frozenset[str]

    @classmethod
    def from_tables(
        cls,
        services: pd.DataFrame,
        facilities: pd.DataFrame,
        *,
        taxonomy: pd.DataFrame,
        synonyms: pd.DataFrame,
        areas: Iterable[Area] = (),
        places: PlaceIndex | None = None,
    ) -> "SearchIndex":
        """Build the index.

        Args:
            services, facilities, taxonomy, synonyms: validated tables as the adapters read them.
            areas: the city itself, its districts and quarters by every name (`areas_of`).
            places: streets, stops and named places; without it only `areas` are places.
        """
        terms, parts = Taxonomy.from_table(taxonomy), Areas(areas)
        postings = Postings.from_texts(texts_of(services, facilities, taxonomy=terms), _words_of(synonyms))
        phrases = Phrases.from_table(synonyms, _names_of_terms(terms))
        silent = FILLERS | _keys(parts.city_names)
        offers, words = Offers.from_tables(services, facilities), Vocabulary(postings.words, _keys((SMALL_WORDS,)))
        called = Called.from_tables(services, facilities, silent=silent)
        return cls(offers, postings, words, phrases, called, parts, Languages(_codes(offers)), places, silent)

    def for_one_question(self) -> "SearchIndex":
        """The same index, with a memory for the words of one question (`Vocabulary.for_one_question`)."""
        return replace(self, vocabulary=self.vocabulary.for_one_question())

    def __len__(self) -> int:
        return len(self.offers)


def _words_of(synonyms: pd.DataFrame) -> Iterator[str]:
    """Words that are known without standing in an offer: small words, what is typed, and what is searched for it."""
    yield from (SMALL_WORDS, *WEEKDAY_NAMES, *synonyms["word"])
    rows = zip(synonyms["means"], synonyms["kind"], strict=True)
    yield from (text for means, kind in rows if kind in ("", "similar") for text in means)


def _keys(words: Sequence[str]) -> frozenset[str]:
    return frozenset(collapsed(token.text) for word in words for token in tokens(word, limit=None))


def _codes(offers: Offers) -> frozenset[str]:
    return frozenset(code for stated in offers.languages for codes in stated for code in codes)


def _names_of_terms(taxonomy: Taxonomy) -> list[tuple[str, str, str]]:
    """(kind, name, code) for the names of topics and sections in every language."""
    sections = frozenset(taxonomy.sections)
    languages = [language for language in LANGUAGES if f"name_{language}" in taxonomy.table]
    return [
        ("section" if code in sections else "topic", name, code)
        for language in languages
        for code, name in taxonomy.names(language).items()
        if name
    ]
