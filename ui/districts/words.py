"""Words for the codes of the districts page."""

from typing import Final

from geodata.i18n import N_

LEVELS: Final = {"district": N_("Districts"), "polling_district": N_("Polling districts")}
METHODS: Final = {
    "natural_breaks": N_("Natural breaks"),
    "quantiles": N_("Equal numbers of areas"),
    "equal_interval": N_("Equal steps"),
    "pretty_breaks": N_("Round numbers"),
    "own": N_("Own limits"),
}
METHOD_NOTES: Final = {
    "natural_breaks": N_("Values that lie close together share a class (Fisher-Jenks)."),
    "quantiles": N_("Every class holds about the same number of areas (quantiles)."),
    "equal_interval": N_("Every class is equally wide."),
    "pretty_breaks": N_("The limits are round numbers."),
    "own": N_("You set the upper limits yourself."),
}
GROUPS: Final = {
    "migration": N_("Migration"),
    "age": N_("Age"),
    "population": N_("Population"),
    "offers": N_("Offers"),
    "reach": N_("Reach on foot"),
}
STATUSES: Final = {
    "official": N_("official figure"),
    "aggregated": N_("added up from published cells"),
    "estimated": N_("estimate"),
}
REASONS: Final = {
    "few_people": N_("not shown: fewer than {n} people"),
    "few_counted": N_("not shown: too few people counted, here or in a value that would follow from this one"),
}
