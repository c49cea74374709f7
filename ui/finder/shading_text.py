"""What a legend says of a shaded figure, on any page: title, classes, what is withheld, definition, date and source."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from html import escape
from typing import Any

from geodata.adapters.city_data import CityData
from geodata.districts.comparison.value import Value
from geodata.districts.disclosure import reason
from geodata.districts.editions import Edition
from geodata.districts.shading.shade import LegendClass, Shading
from geodata.i18n import Translator
from ui.districts import quantities, words


class ShadingText:
    """Texts of an edition as it is shaded, in one language; `names` are the areas' by key, in the order of outlines."""

    def __init__(
        self, shading: Shading, edition: Edition, *, data: CityData, names: Mapping[str, str], t: Translator
    ) -> None:
        self.shading = shading
        self._edition = edition
        self._data = data
        self._names = names
        self._t = t
        records = shading.rows.assign(district_key=shading.rows.index).to_dict("records")
        self.values = {value.key: value for value in map(Value.from_row, records)}

    @cached_property
    def indicator(self) -> Mapping[str, Any]:
        """The figure's texts in definitions.toml."""
        texts: Mapping[str, Any] = self._data.definitions["indicator"][self._edition.indicator]
        return texts

    @cached_property
    def definition(self) -> Mapping[str, Any]:
        """The texts of its definition."""
        texts: Mapping[str, Any] = self._data.definitions["definition"][self._edition.definition]
        return texts

    @property
    def unit(self) -> str:
        """Unit of the figure."""
        return str(self.indicator["unit"])

    @property
    def estimated(self) -> bool:
        """Whether the values are estimates."""
        return self._edition.status == "estimated"

    @property
    def badge(self) -> str:
        """The word "estimate" as a chip, where it is one."""
        word = escape(self._t("Estimate"))
        return f' <span class="f-chip f-chip-care">{word}</span>' if self.estimated else ""

    def says(self, key: str) -> str:
        """An area's value with its bounds, or why there is none."""
        t, value = self._t, self.values.get(key)
        if value is None or value.state == "no_data":
            return t("no data")
        if value.state == "withheld":
            return t("not shown")
        text = quantities.quantity(value.value, value.unit, t=t)
        if value.lower < value.upper:
            lower = quantities.bare(value.lower, value.unit, t=t)
            upper = quantities.quantity(value.upper, value.unit, t=t)
            text = t("{value} ({lower} to {upper})", value=text, lower=lower, upper=upper)
        return t("{value}, estimated", value=text) if value.status == "estimated" else text

    @cached_property
    def sayings(self) -> tuple[str, ...]:
        """What is said of every area, in the order of the outlines."""
        return tuple(map(self.says, self.shading.keys))

    def limits(self, part: LegendClass) -> str:
        """A class's limits, the unit once; "4.8–6.6%"."""
        lower = quantities.bare(part.lower, self.unit, t=self._t)
        return f"{lower}–{quantities.quantity(part.upper, self.unit, t=self._t)}"

    def notes(self, sources: Sequence[str] = ()) -> list[str]:
        """Definition, date, source and one example of the bounds; `sources` where others than the table's own count."""
        t = self._t
        names = self._data.definitions["data_source"]
        sources = sources or [names[code]["name"][t.language] for code in self._edition.rows["source"].iloc[0]]
        notes = [
            t("Definition: {name}.", name=self.definition["name"][t.language]),
            t("As of {date}.", date=t.date(self._edition.reference_date)),
            t("Source: {name}.", name=t.join(sources)),
        ]
        bounded = [value for value in self.values.values() if value.lower < value.upper]
        if bounded:
            key = max(bounded, key=lambda value: value.value).key
            example = f"{self._names[key]} {self.says(key)}"
            notes.append(t("Every value has bounds, for example {value}.", value=example))
        return notes

    def not_comparable(self) -> str:
        """The city's own figures that follow another definition, "" where there is none."""
        t, apart = self._t, set(self.definition.get("not_comparable_with", ()))
        figures = self._data.figures
        rows = figures[figures["definition"].isin(apart) & (figures["unit"] == self.unit)]
        shown = [
            t(
                "{value} ({year})",
                value=quantities.quantity(row["value"], row["unit"], t=t),
                year=row["reference_date"][:4],
            )
            for row in rows.to_dict("records")
        ]
        return t("Not comparable with {figures}.", figures=t.join(shown)) if shown else ""

    def reason(self, key: str) -> str:
        """Why an area's value is withheld."""
        why = reason(self.values[key].denominator, city=self._data.city)
        return self._t(words.REASONS[why], n=self._t.number(self._data.city.suppress_below))
