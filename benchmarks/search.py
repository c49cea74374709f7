"""Questions a second, and how many are answered: our search beside SQLite FTS5, rapidfuzz and bm25s, in one run.

The questions are those of `tests/search/judged.csv`, the texts the same for all: names, summaries, topics and sections
of every offer in every language. Only ours knows the table of everyday words. One of the first three offers has to be
one that a person judged right. Times are those of the processor, so that a busy machine does not change them much.
"""

import argparse
import re
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import bm25s
import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process
from snowballstemmer import stemmer

from geodata.adapters.city_data import CityData, read_city
from geodata.adapters.gazetteer_file import open_gazetteer
from geodata.adapters.search_rows import index_of
from geodata.geocoding import PlaceIndex
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.transliterate import script
from geodata.search import SearchIndex, search
from geodata.search.texts import texts_of
from geodata.taxonomy import Taxonomy
from tests.search.judged import Judged, read_judged

DATA = Path(__file__).resolve().parent.parent / "data"
SEED = 7  # the same offers in every run
FIRST = 3
SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu ra re ri".split()
WORD = re.compile(r"\w+")

Ask = Callable[[str], list[int]]


@dataclass(frozen=True)
class Way:
    """One way to search: its name, how it is built from the texts of the offers, and whether many make it slow."""

    name: str
    build: Callable[[list[str]], Ask]
    is_slow: bool = False


def fts5(texts: list[str]) -> Ask:
    """SQLite's full-text search over groups of three letters; words are joined by OR."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE offers USING fts5(text, tokenize='trigram')")
    database.executemany("INSERT INTO offers (rowid, text) VALUES (?, ?)", enumerate(texts))

    def ask(question: str) -> list[int]:
        words = [f'"{word}"' for word in WORD.findall(question) if len(word) >= 3]
        rows = database.execute(
            "SELECT rowid FROM offers WHERE offers MATCH ? ORDER BY rank LIMIT ?", (" OR ".join(words), FIRST)
        )
        return [row for (row,) in rows] if words else []

    return ask


def rapidfuzz_with(scorer: Callable[..., float]) -> Callable[[list[str]], Ask]:
    """Every text is compared with the question."""

    def build(texts: list[str]) -> Ask:
        plain = [text.casefold() for text in texts]
        return lambda question: [
            row for _, _, row in process.extract(question.casefold(), plain, scorer=scorer, limit=FIRST)
        ]

    return build


def bm25_with_snowball(texts: list[str]) -> Ask:
    """BM25 over the stems of German, Russian and Arabic words (`bm25s`)."""
    stemmers = {"latin": stemmer("german"), "cyrillic": stemmer("russian"), "arabic": stemmer("arabic")}

    @cache
    def stem(word: str) -> str:
        return str(stemmers[script(word)].stemWord(word))

    def stems(text: str) -> list[str]:
        return [stem(word) for word in WORD.findall(text.casefold())]

    ranker = bm25s.BM25()
    ranker.index([stems(text) for text in texts], show_progress=False)

    def ask(question: str) -> list[int]:
        rows, scores = ranker.retrieve([stems(question)], k=FIRST, show_progress=False)
        return [int(row) for row, score in zip(rows[0], scores[0], strict=True) if score > 0]

    return ask


WAYS = (
    Way("SQLite FTS5, trigram", fts5),
    Way("rapidfuzz, WRatio", rapidfuzz_with(fuzz.WRatio), is_slow=True),
    Way("rapidfuzz, token set", rapidfuzz_with(fuzz.token_set_ratio), is_slow=True),
    Way("bm25s with Snowball", bm25_with_snowball),
)


def joined_texts(city: CityData) -> list[str]:
    """All texts of each offer, in every language, as one."""
    found: list[list[str]] = [[] for _ in range(len(city.services))]
    for row, _, text in texts_of(city.services, city.facilities, taxonomy=Taxonomy.from_table(city.taxonomy)):
        found[row].append(text)
    return [" ".join(texts) for texts in found]


def larger(city: CityData, offers: int) -> CityData:
    """A city of so many offers, drawn by lot; each place has a made-up word in its name, so that the words grow too."""
    chance = np.random.default_rng(SEED)
    services = city.services.iloc[chance.integers(len(city.services), size=offers)].reset_index(drop=True)
    places = city.facilities.set_index("facility_id").loc[services["facility_id"]].reset_index(drop=True)
    words = ["".join(chance.choice(SYLLABLES, 3)).capitalize() for _ in range(offers)]
    services["service_id"] = [f"{key}-{number}" for number, key in enumerate(services["service_id"])]
    services["facility_id"] = places["facility_id"] = [f"place-{number}" for number in range(offers)]
    places["name"] = [f"{name} {word}" for name, word in zip(places["name"], words, strict=True)]
    return replace(city, services=services, facilities=pd.DataFrame(places))


def print_way(name: str, ask: Ask, *, judged: list[Judged], ids: list[str]) -> None:
    """Print one line of the table; the first question is asked once before the clock runs."""
    ask(judged[0].query)
    took, right = [], 0
    for question in judged:
        start = time.process_time()
        rows = ask(question.query)
        took.append((time.process_time() - start) * 1_000)
        right += not question.acceptable.isdisjoint(ids[row] for row in rows)
    took.sort()
    late = took[min(len(took) - 1, round(len(took) * 0.95))]
    per_second = 1_000 * len(took) / sum(took)
    print(
        f"| {name} | {right}/{len(judged)} | {per_second:,.{0 if per_second > 10 else 1}f}"
        f" | {took[len(took) // 2]:.1f} | {late:.1f} |"
    )


def ours(index: SearchIndex) -> Ask:
    """Our search, its first rows."""
    return lambda question: search(question, index, limit=FIRST).rows.tolist()


def print_table(city: CityData, judged: list[Judged], *, gazetteer: Gazetteer, places: PlaceIndex) -> None:
    """Print the ways beside each other for the offers of one city."""
    # A copy of an offer is as right as the offer itself.
    ids = [key if len(city.services) < 1_000 else key.rpartition("-")[0] for key in city.services["service_id"]]
    texts = joined_texts(city)
    start = time.process_time()
    index = index_of(city, DATA, gazetteer=gazetteer, places=places)
    print(f"\n{len(city.services):,} offers, {len(index.vocabulary.words):,} words; "
          f"our index is built in {time.process_time() - start:.1f} s\n")  # fmt: skip
    print("| way | right in the first 3 | questions/s | median CPU ms | p95 CPU ms |\n|---|---:|---:|---:|---:|")
    print_way("ours", ours(index), judged=judged, ids=ids)
    for way in WAYS:
        few = judged[::8] if way.is_slow and len(ids) > 1_000 else judged
        print_way(way.name, way.build(texts), judged=few, ids=ids)


def main() -> None:
    """Print a table for the shipped offers and one for many."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=50_000, help="offers of the larger city (default: 50000)")
    parser.add_argument("--table", default="judged", help="table of tests/search: judged, held_out or fresh")
    arguments = parser.parse_args()
    city, gazetteer = read_city(DATA), open_gazetteer(DATA)
    judged, places = read_judged(arguments.table, city), PlaceIndex(gazetteer)
    print_table(city, judged, gazetteer=gazetteer, places=places)
    if arguments.offers:
        print_table(larger(city, arguments.offers), judged, gazetteer=gazetteer, places=places)


if __name__ == "__main__":
    main()
