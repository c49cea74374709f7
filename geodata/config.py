"""Settings of one installation, read from the environment in this module only."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Settings:
    """Where the data lie, and what may be asked of other servers.

    Attributes:
        data_directory: one city's tables (FINDER_DATA; the repository's own `data/` unless set).
        geocode_store: SQLite file of earlier geocoding results (FINDER_GEOCODE_STORE; git-ignored).
        nominatim_url: base address of a Nominatim of the operator's own (FINDER_NOMINATIM_URL), or None.
        user_agent: how geocoding requests introduce themselves (FINDER_USER_AGENT), or None.
        network: whether public geocoders may be asked (FINDER_NETWORK=1); off unless the operator says so.
    """

    data_directory: Path
    geocode_store: Path
    nominatim_url: str | None = None
    user_agent: str | None = None
    network: bool = False


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read the settings; empty values count as not set."""
    env = os.environ if environment is None else environment
    data = Path(env.get("FINDER_DATA") or _REPOSITORY / "data")
    return Settings(
        data_directory=data,
        geocode_store=Path(env.get("FINDER_GEOCODE_STORE") or data / "pack" / "geocode-store.sqlite"),
        nominatim_url=env.get("FINDER_NOMINATIM_URL") or None,
        user_agent=env.get("FINDER_USER_AGENT") or None,
        network=env.get("FINDER_NETWORK") == "1",
    )
