"""Any number of changes under a name, kept in a small JSON file that can be shared and replayed."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import count

from geodata.coverage.scenario.change import NAMES, Add, Change
from geodata.coverage.scenario.parsing import VERSION, parse


@dataclass(frozen=True)
class Scenario:
    """Changes in the order in which they are made."""

    name: str = ""
    changes: tuple[Change, ...] = ()

    def with_change(self, change: Change) -> "Scenario":
        """One change more, at the end."""
        return replace(self, changes=(*self.changes, change))

    def without(self, row: int) -> "Scenario":
        """Without the change in a row, 0 = the first; what was done to an offer that it added goes with it."""
        undone = self.changes[row]
        kept = (*self.changes[:row], *self.changes[row + 1 :])
        if isinstance(undone, Add):
            kept = tuple(change for change in kept if change.offer_id != undone.offer_id)
        return replace(self, changes=kept)

    @property
    def added(self) -> Iterator[Add]:
        """The new offers as they were added."""
        return (change for change in self.changes if isinstance(change, Add))

    @property
    def next_id(self) -> str:
        """An id for a new offer: "new-1", or the next one that is free."""
        taken = {change.offer_id for change in self.changes}
        return next(offer_id for number in count(1) if (offer_id := f"new-{number}") not in taken)


def to_json(scenario: Scenario, data_hashes: Mapping[str, str]) -> str:
    """A scenario as a file: the same text for the same scenario and tables.

    Args:
        data_hashes: SHA-256, as 64 hexadecimal digits, of each table the scenario was made with, by file name.
    """
    changes = [{"change": NAMES[type(change)], **asdict(change)} for change in scenario.changes]
    content = {"version": VERSION, "name": scenario.name, "tables": dict(data_hashes), "changes": changes}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def from_json(content: str | bytes) -> Scenario:
    """Read a file; whether it fits the tables at hand, `faults_of` says.

    Raises:
        BrokenScenario: the file cannot be used; nothing else, whatever it holds.
    """
    found = parse(content)
    return Scenario(found["name"], found["changes"])


def changed_tables(content: str | bytes, data_hashes: Mapping[str, str]) -> tuple[str, ...]:
    """Names of the tables that are not the ones a file was made with, ascending.

    Raises:
        BrokenScenario: as `from_json`.
    """
    tables: Mapping[str, str] = parse(content)["tables"]
    return tuple(sorted(name for name, digest in tables.items() if data_hashes.get(name) != digest))
