"""Seconds for a leaflet of 20 offers in Arabic, from rows to PDF, beside the district profile in Arabic, in one run.

Tables, catalogues, outlines and base map are read before: the app keeps them. The first one of a process opens the
fonts as well. No two runs have the same words, as the typesetter remembers what it has set.
Prints a table and the verdict: a leaflet takes at most one second.

    PYTHONPATH=. python benchmarks/leaflet.py [--runs 15]
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from typing import Final

from geodata.adapters.catalogues import read_translator
from geodata.adapters.city_data import read_city
from geodata.adapters.typesetting import leaflet_to_pdf, to_pdf
from geodata.exports.leaflet_words import Look
from geodata.exports.places_found import Found
from geodata.exports.profile import Profile
from geodata.i18n import Translator
from geodata.taxonomy import Taxonomy
from tests.conftest import DATA
from tests.exports.leaflet_sample import every_20th, read_ground, written
from tests.exports.profile_sample import sample_profile

OFFERS: Final = 20
MOST_S: Final = 1.0

Make = Callable[[int], bytes]
"""Makes a PDF that differs from those of other runs."""


def ways() -> dict[str, Make]:
    """What is made, by its name; the profile last."""
    city, german = read_city(DATA), read_translator("de")
    sections, ground = Taxonomy.from_table(city.taxonomy).sections, read_ground()

    def leaflet(count: int, *, counter: Translator | None = None, large: bool = False) -> Make:
        offers, look = every_20th(city, "ar", count=count), Look(sections, ground, large)
        return lambda run: leaflet_to_pdf(written(turned(offers, run), look, counter=counter))

    return {
        f"leaflet, {OFFERS} offers": leaflet(OFFERS),
        f"leaflet, {OFFERS} offers, German opposite": leaflet(OFFERS, counter=german),
        f"leaflet, {OFFERS} offers, large print": leaflet(OFFERS, large=True),
        "leaflet, 60 offers, German opposite": leaflet(60, counter=german),
        "profile": lambda run: to_pdf(numbered(sample_profile("ar"), run)),
    }


def turned(offers: Found, run: int) -> Found:
    """The same offers from another one on, so that each has another number."""
    return replace(offers, pairs=offers.pairs[run:] + offers.pairs[:run])


def numbered(profile: Profile, run: int) -> Profile:
    """With another number in every row."""
    tables = [
        replace(table, rows=tuple(replace(row, cells=(f"{row.cells[0]} {run}", *row.cells[1:])) for row in table.rows))
        for table in profile.tables
    ]
    return replace(profile, tables=tuple(tables), title=f"{profile.title} {run}")


def seconds(make: Make, run: int) -> tuple[float, int]:
    """Time of one run, and bytes made."""
    begin = time.perf_counter()
    pdf = make(run)
    return time.perf_counter() - begin, len(pdf)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    runs: int = parser.parse_args().runs
    made = ways()
    first, _ = seconds(next(iter(made.values())), 0)
    took: dict[str, list[float]] = {name: [] for name in made}
    size: dict[str, int] = {}
    for run in range(1, runs + 1):  # in turns, so that a busy moment of the machine meets all of them
        for name, make in made.items():
            spent, size[name] = seconds(make, run)
            took[name].append(spent)
    profile = median(took["profile"])
    print("| made | median s | slowest s | × profile | kB |\n| --- | ---: | ---: | ---: | ---: |")
    for name, spans in took.items():
        spent = median(spans)
        print(f"| {name} | {spent:.3f} | {max(spans):.3f} | {spent / profile:.2f} | {size[name] / 1000:.0f} |")
    worst = max(first, *(median(spans) for name, spans in took.items() if str(OFFERS) in name))
    verdict = "kept" if worst <= MOST_S else "NOT kept"
    print(f"\nThe first of the process took {first:.3f} s. At most {MOST_S:g} s: {verdict}.")


if __name__ == "__main__":
    main()
