"""Earlier answers in a small SQLite file, safe for several runs at once."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from geodata.errors import ConfigurationError
from geodata.geocoding.match import Match, Quality

NONE_DAYS: Final = 30
"""After so many days "no match" is asked again: maps grow."""

_WAIT_S: Final = 30.0  # how long one run waits for another that is writing; a write takes milliseconds
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS answers (
    provider TEXT NOT NULL,
    query TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (provider, query)
) WITHOUT ROWID
"""


class GeocodeStore:
    """Answers by (provider, normal form of the question). Only answers and "none" are kept, errors never.

    Args:
        path: SQLite file, made when missing.
        today: the day from which the age of "none" is counted.

    Raises:
        ConfigurationError: the file cannot be made or is no SQLite file.
    """

    def __init__(self, path: Path, *, today: Callable[[], date] = date.today) -> None:
        self._path = path
        self._today = today
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with self._open() as connection:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            raise ConfigurationError(f"The store of earlier answers {path} cannot be used: {error}") from error

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self._path, timeout=_WAIT_S, isolation_level=None)
        try:
            yield connection
        finally:
            connection.close()

    def find(self, provider: str, query: str) -> Match | None:
        """The stored answer; None when there is none, or when it is a "none" older than 30 days."""
        with self._open() as connection:
            row = connection.execute(
                "SELECT asked_on, answer FROM answers WHERE provider = ? AND query = ?", (provider, query)
            ).fetchone()
        if row is None:
            return None
        match = Match.from_record(json.loads(row[1]))
        oldest = self._today() - timedelta(days=NONE_DAYS)
        return None if match.quality is Quality.NONE and date.fromisoformat(row[0]) < oldest else match

    def keep(self, provider: str, query: str, *, match: Match) -> None:
        """Remember an answer; it replaces an earlier one."""
        answer = json.dumps(match.to_record(), ensure_ascii=False, sort_keys=True)
        with self._open() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)",
                (provider, query, self._today().isoformat(), answer),
            )


class NoStore:
    """Remembers nothing: for what visitors type."""

    def find(self, provider: str, query: str) -> Match | None:  # the protocol's arguments
        """Nothing is known."""
        return None

    def keep(self, provider: str, query: str, *, match: Match) -> None:
        """Nothing is kept."""
