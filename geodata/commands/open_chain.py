"""Wires the geocoding chain from the command line and the settings; the only place that knows who exists."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from geodata.adapters.gazetteer_file import find_gazetteer, open_gazetteer
from geodata.adapters.geocode_decisions import DECISIONS_FILE, read_decisions
from geodata.adapters.geocode_store import GeocodeStore
from geodata.adapters.nominatim import GeopyProvider, open_nominatim, open_public, with_one_limiter
from geodata.adapters.outlines import read_districts
from geodata.config import Settings, read_settings
from geodata.geocoding.chain import Chain, Provider
from geodata.geocoding.district_lookup import District, from_wgs84
from geodata.geocoding.gazetteer import Gazetteer
from geodata.geocoding.geocoder import GazetteerGeocoder

PROVIDERS = ("gazetteer", "nominatim", "public")


@dataclass(frozen=True)
class Wired:
    """The chain, and what it stands on."""

    chain: Chain
    gazetteer: Gazetteer
    districts: tuple[District, ...]


def add_chain_options(command: argparse.ArgumentParser) -> None:
    """The options that `open_chain` reads."""
    command.add_argument("--data", type=Path, help="the city's data directory (default: FINDER_DATA or the app's own)")
    command.add_argument("--pack", type=Path, help="folder of the gazetteer (default: pack/ in the data directory)")
    command.add_argument("--gazetteer", type=Path, help="gazetteer file, for instance the one with exact house numbers")
    command.add_argument("--provider", action="append", choices=PROVIDERS, help="ask only these, in the usual order")
    command.add_argument("--offline", action="store_true", help="ask nobody outside this program")
    command.add_argument("--nominatim", metavar="URL", help="a Nominatim of your own (default: FINDER_NOMINATIM_URL)")
    command.add_argument("--store", type=Path, help="SQLite file of earlier answers (default: FINDER_GEOCODE_STORE)")


def open_chain(arguments: argparse.Namespace) -> Wired:
    """Open gazetteer, outlines, store, decisions, and the geocoders that may be asked.

    Raises:
        MissingFileError, DataError, ConfigurationError: as the parts say.
    """
    settings = read_settings()
    data = arguments.data or settings.data_directory
    gazetteer = open_gazetteer(data, arguments.gazetteer or find_gazetteer(arguments.pack or data / "pack"))
    store = GeocodeStore(arguments.store or settings.geocode_store)
    chain = Chain(_providers(arguments, settings, gazetteer=gazetteer), store, read_decisions(data / DECISIONS_FILE))
    return Wired(chain, gazetteer, _districts(data))


def _districts(data: Path) -> tuple[District, ...]:
    table = read_districts(data)
    named = zip(table["key"], table["name"], table.geometry, strict=True)
    return tuple(from_wgs84(key, name, outline=outline) for key, name, outline in named)


def _providers(arguments: argparse.Namespace, settings: Settings, *, gazetteer: Gazetteer) -> list[Provider]:
    wanted = arguments.provider or PROVIDERS
    foreign: list[GeopyProvider] = []
    url = arguments.nominatim or settings.nominatim_url
    if "nominatim" in wanted and url and not arguments.offline:
        foreign.append(open_nominatim(url, user_agent=settings.user_agent))
    if "public" in wanted and settings.network and not arguments.offline:
        foreign.extend(open_public(user_agent=settings.user_agent))
    with_one_limiter(foreign)
    own: list[Provider] = [GazetteerGeocoder(gazetteer)] if "gazetteer" in wanted else []
    return [*own, *foreign]
