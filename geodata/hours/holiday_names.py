"""Names of Germany's public holidays, in English as the calendar has them: codes, and messages to translate."""

from typing import Final

from geodata.i18n import N_

LANGUAGE_OF_NAMES: Final = "en_US"

HOLIDAY_NAMES: Final = (
    N_("New Year's Day"),
    N_("Epiphany"),
    N_("Women's Day"),
    N_("Good Friday"),
    N_("Easter Sunday"),
    N_("Easter Monday"),
    N_("Labor Day"),
    N_("Ascension Day"),
    N_("Pentecost"),
    N_("Pentecost Monday"),
    N_("Corpus Christi"),
    N_("Augsburg Peace Festival"),
    N_("Assumption Day"),
    N_("World Children's Day"),
    N_("German Unity Day"),
    N_("Reformation Day"),
    N_("All Saints' Day"),
    N_("Repentance and Prayer Day"),
    N_("Christmas Day"),
    N_("Second Day of Christmas"),
)
"""What `Place.holiday` answers in every state of Germany, single years apart; a name that is missing here is shown in
English."""
