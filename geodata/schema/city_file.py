"""Reading `city.toml`: every key is declared with what it may hold and what stands in for it while it is wrong."""

import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple
from zoneinfo import available_timezones

from pyproj import CRS
from pyproj.exceptions import CRSError

from geodata.schema.city import BoundingBox, City
from geodata.schema.contact import is_email
from geodata.schema.fault import Fault
from geodata.schema.languages import language_codes

CITY_FILE: Final = "city.toml"


class _Key(NamedTuple):
    allows: Callable[[object], bool]
    allowed: str
    stand_in: Any
    is_required: bool = True


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _codes(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_text, value)) and len(set(value)) == len(value)


def _languages(value: object) -> bool:
    return isinstance(value, list) and _codes(value) and language_codes().issuperset(value)


def _postal_codes(value: object) -> bool:
    return isinstance(value, list) and _codes(value) and all(re.fullmatch("[0-9A-Z -]{3,10}", code) for code in value)


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _pattern(expression: str) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(expression, value, re.ASCII) is not None


def _metric(value: object) -> bool:
    try:
        return isinstance(value, str) and CRS.from_user_input(value).axis_info[0].unit_name == "metre"
    except (CRSError, IndexError):
        return False


def _box(value: object) -> bool:
    if not isinstance(value, dict) or set(value) != {"south", "west", "north", "east"}:
        return False
    return all(map(_number, value.values())) and _ordered(value)


def _ordered(box: Mapping[str, float]) -> bool:
    return -90 <= box["south"] < box["north"] <= 90 and -180 <= box["west"] < box["east"] <= 180


def _office(value: object) -> bool:
    """An e-mail address of a function: before its @ no dot, as stands between somebody's names."""
    return value == "" or (isinstance(value, str) and is_email(value) and not re.search("[._]", value.split("@")[0]))


def _credits(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(x, dict) and _text(x.get("text")) for x in value)


_WORLD: Final = {"south": -90.0, "west": -180.0, "north": 90.0, "east": 180.0}
_KEYS: Final = {
    "name": _Key(_text, "the city's name", ""),
    "default_language": _Key(lambda v: _languages([v]), "one language code", "en"),
    "languages": _Key(_languages, "a list of language codes of ISO 639, each once", ["en"]),
    "assumed_spoken": _Key(lambda v: _languages([v]), "one language code of ISO 639", "en"),
    "phone_region": _Key(_pattern("[A-Z]{2}"), "a country code such as DE", "DE"),
    "bounding_box": _Key(_box, "south < north and west < east, in degrees", _WORLD),
    "metric_crs": _Key(_metric, "a projected reference system in metres, such as EPSG:25832", "EPSG:25832"),
    "timezone": _Key(lambda v: v in available_timezones(), "an IANA time zone such as Europe/Berlin", "UTC"),
    "country": _Key(_pattern("[A-Z]{2}"), "a country code such as DE", "DE"),
    "subdivision": _Key(_pattern("[A-Z0-9]{1,3}"), "a subdivision code such as NI", "NI"),
    "postal_codes": _Key(_postal_codes, "a list of postal codes, each once; may be left out", [], is_required=False),
    "suppress_below": _Key(_count, "a whole number of people", 0),
    "suppress_count_below": _Key(_count, "a whole number of people", 0),
    "default_indicator": _Key(_text, "one of `indicators`", ""),
    "indicators": _Key(_codes, "a list of indicators, each once", []),
    "report_to": _Key(
        _office,
        "an e-mail address of an office, no person's, such as info@example.org; may be left out",
        "",
        is_required=False,
    ),
    "coverage_topic": _Key(_text, "a topic of taxonomy.csv; may be left out", "", is_required=False),
    "coverage_language": _Key(
        lambda v: _languages([v]), "one language code of ISO 639; may be left out", "", is_required=False
    ),
    "title": _Key(lambda v: isinstance(v, dict) and all(map(_text, v.values())), "a title for each language", {}),
    "attribution": _Key(_credits, "at least one [[attribution]] with a text", []),
}


def parse_city(content: bytes) -> tuple[City, list[Fault]]:
    """The settings and every fault in them; a faulty key is replaced by one that lets all values pass."""
    try:
        raw: dict[str, Any] = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return _city({}), [Fault(CITY_FILE, 0, "", str(error), "a TOML file in UTF-8")]
    faults = [
        _fault(key, raw[key], allowed="no other keys than " + ", ".join(_KEYS)) for key in raw if key not in _KEYS
    ]
    good: dict[str, Any] = {}
    for key, declared in _KEYS.items():
        if key in raw and _allows(declared, raw[key]):
            good[key] = raw[key]
        elif key in raw or declared.is_required:
            faults.append(_fault(key, raw.get(key, ""), allowed=declared.allowed))
    return _city(good), faults + _contradictions(good)


def _allows(declared: _Key, value: object) -> bool:
    try:
        return declared.allows(value)
    except TypeError:  # an unhashable value where a code belongs
        return False


def _fault(key: str, value: object, *, allowed: str) -> Fault:
    return Fault(CITY_FILE, 0, key, str(value), allowed)


def _contradictions(good: Mapping[str, Any]) -> list[Fault]:
    languages, indicators = good.get("languages", []), good.get("indicators", [])
    faults = []
    if languages and good.get("default_language", languages[0]) not in languages:
        faults.append(_fault("default_language", good["default_language"], allowed=", ".join(languages)))
    if indicators and good.get("default_indicator", indicators[0]) not in indicators:
        faults.append(_fault("default_indicator", good["default_indicator"], allowed=", ".join(indicators)))
    missing = [language for language in languages if "title" in good and language not in good["title"]]
    return faults + [_fault(f"title.{language}", "", allowed="a title in this language") for language in missing]


def _city(good: Mapping[str, Any]) -> City:
    values = {key: good.get(key, declared.stand_in) for key, declared in _KEYS.items()}
    values["bounding_box"] = BoundingBox(**{side: float(value) for side, value in values["bounding_box"].items()})
    values["attribution"] = tuple(credit["text"] for credit in values["attribution"])
    values["postal_codes"] = tuple(values["postal_codes"])
    values["languages"], values["indicators"] = tuple(values["languages"]), tuple(values["indicators"])
    return City(**values)
