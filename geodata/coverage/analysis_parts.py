"""Reads the parts of an analysis out of JSON, one typed reader each; what is wrong is collected, not raised."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from geodata.coverage.scenario.fault import shown
from geodata.errors import DataError

MOST_BYTES: Final = 2_000_000
"""Of a file; the largest scenario has half of that."""
_MOST_LANGUAGES: Final = 100
_HASH: Final = re.compile("[0-9a-f]{64}", re.ASCII)

CODES: Final = (
    "too_large", "not_json", "not_an_object", "not_this_kind", "missing_field", "unknown_field", "repeated_field",
    "not_text", "not_whole", "not_a_number", "not_yes_or_no", "not_texts", "not_a_hash",
)  # fmt: skip
"""Everything that can be wrong with the file; what is wrong with the question is a `Wrong`."""

Value = TypeVar("Value")


@dataclass(frozen=True)
class AnalysisFault:
    """A fault of the file of an analysis.

    Attributes:
        code: one of `CODES`.
        where: the field, such as "question.minutes"; "" = the file.
        value: what was found, cut to a line and fit to be shown.
        allowed: what may stand there, where that is a short list or a limit.
    """

    code: str
    where: str = ""
    value: str = ""
    allowed: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " ".join(filter(None, (self.where, self.code, self.value and repr(self.value), *self.allowed)))


def loaded(content: str | bytes) -> dict[str, Any]:
    """The object that a JSON text holds.

    Raises:
        DataError: with one `AnalysisFault`; nothing else, whatever the text holds.
    """
    size = len(content)
    if size > MOST_BYTES:
        raise DataError([AnalysisFault("too_large", value=str(size), allowed=(str(MOST_BYTES),))])
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        found = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except DataError:
        raise
    except (ValueError, RecursionError) as error:
        raise DataError([AnalysisFault("not_json")]) from error
    if not isinstance(found, dict):
        raise DataError([AnalysisFault("not_an_object")])
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DataError([AnalysisFault("repeated_field", shown(twice))])
    return found


def _no_constant(name: str) -> None:
    raise ValueError(name)  # NaN and Infinity are no JSON


@dataclass
class Parts:
    """Typed readers of one object; a value of another type is a fault, and stands for the default.

    Attributes:
        raw: the object as it was read.
        keys: names of the fields it may have.
        path: where it stands, such as "question."; "" = the file itself.
        faults: all that was found so far, in the order of reading.
    """

    raw: dict[str, Any]
    keys: Sequence[str]
    path: str = ""
    faults: list[AnalysisFault] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in self.raw.keys() - set(self.keys):
            self.faults.append(AnalysisFault("unknown_field", shown(f"{self.path}{name}"), allowed=tuple(self.keys)))

    def inside(self, name: str, keys: Sequence[str]) -> "Parts":
        """Readers of an object in a field that must be there; its faults are listed here, too."""
        found = self.raw.get(name)
        if name not in self.raw:
            self._add("missing_field", name, value=None)
        elif not isinstance(found, dict):
            self._add("not_an_object", name, value=found)
        return Parts(found if isinstance(found, dict) else {}, keys, f"{self.path}{name}.", self.faults)

    def text(self, name: str, default: str = "") -> str:
        """A text."""
        return self._read(name, default, right=isinstance(self.raw.get(name), str), code="not_text")

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, each taken once; empty where there is none."""
        found = self.raw.get(name)
        right = isinstance(found, list) and len(found) <= _MOST_LANGUAGES and all(isinstance(t, str) for t in found)
        return tuple(dict.fromkeys(self._read(name, (), right=right, code="not_texts")))

    def whole(self, name: str, default: int) -> int:
        """A whole number."""
        return self._read(name, default, right=type(self.raw.get(name)) is int, code="not_whole")

    def number(self, name: str, default: float) -> float:
        """A number."""
        found = self.raw.get(name)
        right = type(found) is float or (type(found) is int and abs(found) <= MOST_BYTES)
        return float(self._read(name, default, right=right, code="not_a_number"))

    def yes_or_no(self, name: str) -> bool:
        """True or false; false where there is none."""
        return self._read(name, False, right=isinstance(self.raw.get(name), bool), code="not_yes_or_no")  # noqa: FBT003

    def hashes(self, name: str) -> dict[str, str]:
        """SHA-256 of files by their names, in the order of the alphabet; empty where there are none."""
        found: dict[str, Any] = self._read(name, {}, right=isinstance(self.raw.get(name), dict), code="not_an_object")
        for file, digest in found.items():
            if not (isinstance(digest, str) and _HASH.fullmatch(digest)):
                self._add("not_a_hash", f"{name}.{file}", value=digest)
        return {file: str(digest) for file, digest in sorted(found.items())}

    def _read(self, name: str, default: Value, *, right: bool, code: str) -> Value:
        if name not in self.raw:
            return default
        if right:
            found: Value = self.raw[name]
            return found
        self._add(code, name, value=self.raw[name])
        return default

    def _add(self, code: str, name: str, *, value: Any) -> None:
        self.faults.append(AnalysisFault(code, shown(f"{self.path}{name}"), "" if value is None else shown(value)))
