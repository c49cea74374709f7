"""Sections and their topics, in the order of the guide."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd


@dataclass(frozen=True)
class Taxonomy:
    """The terms of `taxonomy.csv`: sections, and topics that lie in one section each.

    Attributes:
        table: the table's columns, sorted by `order`.
    """

    table: pd.DataFrame

    @classmethod
    def from_table(cls, table: pd.DataFrame) -> "Taxonomy":
        """From the columns `code`, `parent_code` ("" for a section), `order` and one `name_` column per language."""
        return cls(table.sort_values("order", kind="stable", ignore_index=True))

    @property
    def sections(self) -> tuple[str, ...]:
        """Codes of the sections, in order."""
        return self.topics("")

    def topics(self, section: str | None = None) -> tuple[str, ...]:
        """Codes of the topics of one section, or of all sections one after the other."""
        if section is None:
            return tuple(topic for each in self.sections for topic in self.topics(each))
        return tuple(self.table.loc[self.table["parent_code"] == section, "code"])

    def section_of(self, topic: str) -> str:
        """Code of the section in which a topic lies; "" for a section or an unknown code."""
        return self._parents.get(topic, "")

    @cached_property
    def _parents(self) -> dict[str, str]:
        return dict(zip(self.table["code"], self.table["parent_code"], strict=True))

    def names(self, language: str) -> dict[str, str]:
        """Words for every section and topic in a language of the table."""
        return dict(zip(self.table["code"], self.table[f"name_{language}"], strict=True))
