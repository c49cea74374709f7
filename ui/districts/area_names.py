"""Names of areas as they stand in a sentence: with their article after "in", and in Arabic with their own direction."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from geodata.districts.area_keys import POLLING_DISTRICT, level_of
from geodata.i18n import Translator
from geodata.schema import WHOLE_CITY

_WITH_ARTICLE: Final = "stadt"
"""In German a part of town whose name ends so has its article: in der Nordstadt, but in Grone."""


@dataclass(frozen=True)
class AreaNames:
    """Names by key, for one reader."""

    names: Mapping[str, str]
    t: Translator

    def name(self, key: str) -> str:
        """The name as it stands on the sign; the whole city is "City"."""
        if key == WHOLE_CITY:
            return self.t("City")
        return self.t.isolated(self.names.get(key, key))

    def within(self, key: str) -> str:
        """The place in a sentence: "in Grone", with what the language puts before the name."""
        t, name = self.t, self.name(key)
        if key == WHOLE_CITY:
            return t("in the whole city")
        if level_of(key) == POLLING_DISTRICT:
            return t("in the polling district {name}", name=name)
        if self.names.get(key, key).endswith(_WITH_ARTICLE):
            return t("in the {name}", name=name)
        return t("in {name}", name=name)
