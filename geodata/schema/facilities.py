"""Columns of `facilities.csv` (one row a place) and `services.csv` (one row an offer at a place)."""

from typing import Final

from geodata.schema import cells, codes, spoken_hours
from geodata.schema.columns import Column, Kind, Reference, Table
from geodata.schema.facility_rules import FACILITY_RULES, SERVICE_RULES

_DISTRICT: Final = Reference("districts.geojson", "key")
_TERM: Final = Reference("taxonomy.csv", "code")

FACILITIES: Final = Table(
    file="facilities.csv",
    key=("facility_id",),
    rules=FACILITY_RULES,
    columns=(
        Column("facility_id", required=True, check=cells.slug),
        Column("name", required=True),
        Column("gloss_en"),
        Column("gloss_ru"),
        Column("gloss_ar"),
        Column("gloss_translation_status", check=cells.one_of(codes.TRANSLATION_STATUSES)),
        Column("operator"),
        Column("street_address"),
        Column("postal_code", check=cells.postal_code),
        Column("city"),
        Column("district_key", reference=_DISTRICT),
        Column("latitude", Kind.NUMBER, check=cells.latitude),
        Column("longitude", Kind.NUMBER, check=cells.longitude),
        Column("address_visibility", required=True, check=cells.one_of(codes.VISIBILITIES)),
        Column("geocode_method", required=True, check=cells.one_of(codes.GEOCODE_METHODS)),
        Column("geocode_provider", check=cells.slug),
        Column("geocode_quality", required=True, check=cells.one_of(codes.GEOCODE_QUALITIES)),
        Column("geocode_date", check=cells.day),
        Column("geocode_check_m", Kind.NUMBER, check=cells.metres),
        Column("geocode_reason"),
        Column("osm_ref", check=cells.osm_object),
        Column("confirmed_in_osm", check=cells.one_of(codes.YES_NO)),
        Column("phone", check=cells.phone),
        Column("email", check=cells.email),
        Column("website", check=cells.web_address),
        Column("opening_hours", check=cells.opening_hours),
        Column("opening_hours_text"),
        Column("wheelchair", check=cells.one_of(codes.WHEELCHAIR)),
        Column("source_url", required=True, check=cells.web_address),
        Column("source_date", check=cells.edtf_date),
        Column("assured_date", check=cells.day),
        Column("confidence", required=True, check=cells.one_of(codes.CONFIDENCES)),
        Column("status", required=True, check=cells.one_of(codes.STATUSES)),
        Column("notes"),
    ),
)

SERVICES: Final = Table(
    file="services.csv",
    key=("service_id",),
    rules=SERVICE_RULES,
    columns=(
        Column("service_id", required=True, check=cells.slug),
        Column("facility_id", required=True, reference=Reference("facilities.csv", "facility_id")),
        Column("section", required=True, reference=_TERM),
        Column("topic", required=True, reference=_TERM),
        Column("name_de", required=True),
        Column("name_en"),
        Column("name_ru"),
        Column("name_ar"),
        Column("summary_de", required=True),
        Column("summary_en"),
        Column("summary_ru"),
        Column("summary_ar"),
        Column("translation_status_en", check=cells.one_of(codes.TRANSLATION_STATUSES)),
        Column("translation_status_ru", check=cells.one_of(codes.TRANSLATION_STATUSES)),
        Column("translation_status_ar", check=cells.one_of(codes.TRANSLATION_STATUSES)),
        Column("languages_spoken", Kind.LIST, check=cells.language),
        Column("worship_languages", Kind.LIST, check=cells.language),
        Column("languages_interpreted", Kind.LIST, check=cells.language),
        Column("material_languages", Kind.LIST, check=cells.language),
        Column("target_groups", Kind.LIST, required=True, check=cells.one_of(codes.TARGET_GROUPS)),
        Column("cost", check=cells.one_of(codes.COSTS)),
        Column("appointment", check=cells.one_of(codes.YES_NO)),
        Column("opening_hours", check=cells.opening_hours),
        Column("opening_hours_text"),
        Column(spoken_hours.COLUMN, check=spoken_hours.hours_by_language, optional=True),
        Column("notes"),
        Column("source_url", required=True, check=cells.web_address),
        Column("source_date", check=cells.edtf_date),
        Column("assured_date", check=cells.day),
        Column("status", required=True, check=cells.one_of(codes.STATUSES)),
        Column("facts_source"),
    ),
)
