"""Why an answer is what it is: a code with values, and the English sentence that pages translate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from geodata.i18n import N_

SENTENCES: Final[Mapping[str, str]] = {
    "exact": N_("Number {number} on {street} is in the map data."),
    "exact_read_as": N_("Read as {street} {number}, which is in the map data."),
    "part_of": N_("Number {number} on {street} is part of {found}."),
    "middle_of": N_("Middle of the numbers {found} on {street}."),
    "other_letter": N_("No {number} on {street}; placed at {found}, the same number."),
    "between": N_("No such number on {street}; placed between {lower} and {upper}."),
    "nearest": N_("No such number on {street}; nearest {found}."),
    "no_number": N_("No such number on {street}; the middle of the street is shown."),
    "weak_link": N_("Number {number} may belong to {street} or to another street nearby."),
    "number_twice": N_("Number {number} is on {street} more than once, up to {metres} m apart."),
    "street": N_("The middle of {street}; no house number was given."),
    "place": N_("A place of the name {name} is in the map data."),
    "place_nearby": N_("Several places are called {name}, up to {metres} m apart; their middle is shown."),
    "only_quarter": N_("The rest of the address is not known; the middle of {name} is shown."),
    "no_number_place": N_("No house numbers are known at {name}; its middle is shown."),
    "quarter": N_("The middle of {name}."),
    "elsewhere": N_("“{words}” is not in this city; the address lies elsewhere."),
    "left_out": N_("Read as {label}; “{words}” was not understood."),
    "city": N_("Only the city is named, no street and no place."),
    "provider": N_("{provider} found {label}."),
    "hand": N_("Set by hand: {why}"),
    "hand_none": N_("Decided by hand that there is no point: {why}"),
    "ambiguous": N_("Several places fit; which one is meant?"),
    "not_found": N_("Nothing of this name is known in the city."),
    "empty": N_("Nothing was asked."),
    "no_address": N_("No address is known for this place."),
    "outside": N_("The point lies outside the city."),
    "near_border": N_("Within {metres} m of the border of {district}."),
    "open": N_("Not settled: {why}"),
    "kept_place": N_("The map data show a place of this name here."),
    "kept_address": N_("The map data show this address here."),
    "kept_street": N_("Only the street, or a number that may belong to another street."),
    "kept": N_("The point given in the table was kept."),
}
"""Reason code to English sentence; `{…}` are filled from the reason's values."""


@dataclass(frozen=True)
class Reason:
    """A code of `SENTENCES` with the values its sentence needs; `str()` is the English sentence."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", {key: str(value) for key, value in self.values.items()})

    @property
    def template(self) -> str:
        """The untranslated sentence, to be looked up in a catalogue and filled with `values`."""
        return SENTENCES[self.code]

    def __str__(self) -> str:
        return self.template.format(**self.values)


def reason(code: str, **values: object) -> Reason:
    """Shorthand: `reason("street", street="Neustadt")`."""
    return Reason(code, {key: str(value) for key, value in values.items()})
