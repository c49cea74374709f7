"""What `city.toml` says: names, languages, bounds and thresholds of the one city a data directory is about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BoundingBox:
    """Degrees in WGS 84; a place outside of it is a mistake."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True)
class City:
    """The settings of one city.

    Attributes:
        name: the city's own name.
        default_language: reader's language when the browser asks for none of `languages`.
        languages: reader's languages, ISO 639 codes, in the order of the menu.
        assumed_spoken: language that counts as spoken where an offer states nothing else; shown as an assumption.
        phone_region: ISO 3166 code of the country whose short numbers are valid.
        bounding_box: where the city's places lie.
        metric_crs: projected reference system in which distances are measured, in metres.
        timezone: IANA name, for opening hours.
        country, subdivision: ISO 3166 codes, for public holidays.
        postal_codes: those of the city beside the ones its facilities name; an address with another lies elsewhere.
        suppress_below: shares with a smaller denominator (people) are withheld.
        suppress_count_below: shares made from a count (people) of 1 to one less than this are withheld.
        default_indicator: indicator shaded first.
        indicators: those the map offers, in order.
        title: name of the app by language.
        attribution: credits, shown with every map.
        report_to: e-mail address of the office that readers write to about mistakes; "" = they find it themselves.
        coverage_topic, coverage_language: topic and spoken language that the coverage page asks for first; "" = any.
    """

    name: str
    default_language: str
    languages: tuple[str, ...]
    assumed_spoken: str
    phone_region: str
    bounding_box: BoundingBox
    metric_crs: str
    timezone: str
    country: str
    subdivision: str
    postal_codes: tuple[str, ...]
    suppress_below: int
    suppress_count_below: int
    default_indicator: str
    indicators: tuple[str, ...]
    title: dict[str, str]
    attribution: tuple[str, ...]
    report_to: str = ""
    coverage_topic: str = ""
    coverage_language: str = ""
