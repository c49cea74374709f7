"""Sections and their topics, in the order of the guide."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Taxonomy:
    """The terms of `taxonomy.csv`.

    Attributes:
        sections: codes of the sections, in order.
        topics: codes of the topics of each section, in order.
    """

    sections: tuple[str, ...]
    topics: dict[str, tuple[str, ...]]

    @classmethod
    def from_table(cls, table: pd.DataFrame) -> "Taxonomy":
        """From the table's columns `code`, `parent_code` ("" for a section) and `order`."""
        ordered = table.sort_values("order", kind="stable")
        sections = tuple(ordered.loc[ordered["parent_code"] == "", "code"])
        return cls(
            sections=sections,
            topics={section: tuple(ordered.loc[ordered["parent_code"] == section, "code"]) for section in sections},
        )

    @property
    def all_topics(self) -> tuple[str, ...]:
        """Every topic, section by section."""
        return tuple(topic for section in self.sections for topic in self.topics[section])
