"""What the file of a scenario holds, or everything that is wrong with it."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields
from itertools import islice
from typing import Any, Final

import opening_hours as osm_opening_hours

from geodata.coverage.scenario.change import KINDS, Add, Change
from geodata.coverage.scenario.fault import ScenarioFault, shown
from geodata.errors import BrokenScenario
from geodata.schema.languages import language_codes

VERSION: Final = 1
MOST_BYTES: Final = 1_000_000
MOST_CHANGES: Final = 500
MOST_CHARACTERS: Final = 255
"""Of a text; OpenStreetMap has the same limit for opening hours."""
_MOST_LANGUAGES: Final = 100
_MOST_FAULTS: Final = 100
"""More are not read by anybody, and a file that was made to be wrong has a hundred thousand."""
_HASH: Final = re.compile("[0-9a-f]{64}", re.ASCII)

Found = Iterator[tuple[str, Any, tuple[str, ...]]]
"""Code, value, and what is allowed, of each fault of a value."""


def parse(content: str | bytes) -> dict[str, Any]:
    """The fields of a file, `changes` as a tuple of them.

    Raises:
        BrokenScenario: the file cannot be used; nothing else, whatever it holds.
    """
    raw = _json(content)
    faults = tuple(islice(_faults(raw), _MOST_FAULTS))
    if faults:
        raise BrokenScenario(faults)
    return {**raw, "changes": tuple(_change(each) for each in raw["changes"])}


def _json(content: str | bytes) -> Any:
    size = len(content) if isinstance(content, bytes) else len(content.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise BrokenScenario([ScenarioFault("too_large", value=str(size), allowed=(str(MOST_BYTES),))])
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
        return json.loads(text, object_pairs_hook=_object)
    except BrokenScenario:
        raise
    except UnicodeDecodeError:
        code = "not_utf8"
    except (ValueError, RecursionError):
        code = "not_json"
    raise BrokenScenario([ScenarioFault(code)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BrokenScenario([ScenarioFault("repeated_field", value=shown(twice))])
    return found


def _faults(raw: Any) -> Iterator[ScenarioFault]:
    if not isinstance(raw, dict):
        yield ScenarioFault("not_an_object", value=shown(raw))
    elif type(raw.get("version")) is not int or raw["version"] != VERSION:  # another version has other fields
        yield ScenarioFault("wrong_version", (0, "version"), shown(raw.get("version", "")), (str(VERSION),))
    else:
        yield from _field_faults(raw, _FILE, number=0, optional=frozenset())
        changes = raw.get("changes")
        if isinstance(changes, list) and len(changes) <= MOST_CHANGES:
            for number, change in enumerate(changes, 1):
                yield from _change_faults(change, number)


def _change_faults(change: Any, number: int) -> Iterator[ScenarioFault]:
    if not isinstance(change, dict):
        yield ScenarioFault("not_an_object", (number, ""), shown(change))
        return
    name = change.get("change")
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        yield ScenarioFault("unknown_change", (number, "change"), shown(change.get("change", "")), tuple(KINDS))
        return
    checks = _ADDED if kind is Add else _CHANGED
    wanted = {"change": _any} | {field.name: checks[field.name] for field in fields(kind)}
    optional = frozenset(field.name for field in fields(kind) if field.default is not MISSING)
    yield from _field_faults(change, wanted, number=number, optional=optional)


def _field_faults(
    raw: Mapping[str, Any], checks: Mapping[str, Callable[[Any], Found]], *, number: int, optional: frozenset[str]
) -> Iterator[ScenarioFault]:
    """Faults of an object whose fields are those of `checks`."""
    for name in (name for name in raw if name not in checks):
        yield ScenarioFault("unknown_field", (number, shown(name)), allowed=tuple(checks))
    for name, check in checks.items():
        if name in raw:
            for code, value, allowed in check(raw[name]):
                yield ScenarioFault(code, (number, name), shown(value), allowed)
        elif name not in optional:
            yield ScenarioFault("missing_field", (number, name))


def _any(_value: Any) -> Found:
    yield from ()


def _text(value: Any) -> Found:
    """Any text, also none."""
    if not isinstance(value, str):
        yield "not_text", value, ()
    elif len(value) > MOST_CHARACTERS:
        yield "too_long", value, (str(MOST_CHARACTERS),)
    elif any(unicodedata.category(character) in ("Cc", "Cs") for character in value):
        yield "control_character", value, ()


def _some_text(value: Any) -> Found:
    yield from _text(value)
    if isinstance(value, str) and not value.strip():
        yield "empty", value, ()


def _hours(value: Any) -> Found:
    faults = tuple(_text(value))
    yield from faults
    if not faults and value and not osm_opening_hours.validate(value):
        yield "wrong_hours", value, ()


def _some_hours(value: Any) -> Found:
    yield from _hours(value)
    if value == "":
        yield "empty", value, ()


def _languages(value: Any) -> Found:
    if not isinstance(value, list):
        yield "not_a_list", value, ()
    elif len(value) > _MOST_LANGUAGES:
        yield "too_long", value, (str(_MOST_LANGUAGES),)
    else:
        yield from (("unknown_language", code, ()) for code in value if not _is_language(code))


def _is_language(code: Any) -> bool:
    return isinstance(code, str) and code in language_codes()


def _some_languages(value: Any) -> Found:
    yield from _languages(value)
    if value == []:
        yield "empty", value, ()


def _tables(value: Any) -> Found:
    if not isinstance(value, dict):
        yield "not_an_object", value, ()
        return
    for name, digest in value.items():
        yield from _some_text(name)
        if not (isinstance(digest, str) and _HASH.fullmatch(digest)):
            yield "not_a_hash", digest, ()


def _list_of_changes(value: Any) -> Found:
    if not isinstance(value, list):
        yield "not_a_list", value, ()
    elif len(value) > MOST_CHANGES:
        yield "too_many_changes", len(value), (str(MOST_CHANGES),)


_FILE: Final = {"version": _any, "name": _text, "tables": _tables, "changes": _list_of_changes}
_ADDED: Final[dict[str, Callable[[Any], Found]]] = {
    "offer_id": _some_text,
    "at": _some_text,
    "section": _some_text,
    "topic": _text,
    "languages": _languages,
    "hours": _hours,
}
_CHANGED: Final = _ADDED | {"languages": _some_languages, "hours": _some_hours}


def _change(raw: Mapping[str, Any]) -> Change:
    given: dict[str, Any] = {
        name: tuple(value) if name == "languages" else value for name, value in raw.items() if name != "change"
    }
    return KINDS[raw["change"]](**given)
