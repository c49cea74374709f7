"""Which rows are not shown: those about too few people. One rule for the table, the maps, the files and the reports."""

from geodata.coverage.gap_table import GapTable, Row, State
from geodata.schema import WHOLE_CITY, City


def is_withheld(row: Row, city: City) -> bool:
    """Whether a row stands for fewer people than the city publishes shares of, or counts a handful of them.

    As the city's rule for indicators says: a share is withheld below `suppress_below` people, or when one of the counts
    it is made of is 1 to one less than `suppress_count_below`. The city as a whole and areas where nobody of the group
    lives are always shown. Withheld for consistency: cells and minutes are in the repository.
    """
    if row.area_key == WHOLE_CITY or not row.residents:
        return False
    few = any(0 < count < city.suppress_count_below for count in (row.lower, row.upper, *row.without))
    return row.residents < city.suppress_below or few


def state_of(row: Row, wished_share: float, *, city: City) -> State:
    """State of a row as it is shown."""
    return "withheld" if is_withheld(row, city) else row.state(wished_share)


def shown_rows(table: GapTable, city: City) -> tuple[Row | None, ...]:
    """The rows in order; None in the place of one that is withheld."""
    return tuple(None if is_withheld(row, city) else row for row in table.rows)
