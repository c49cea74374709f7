"""How good the coordinates of the facilities are, and which of them a person should look at."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from geodata.geocoding.facility_points import DISAGREEMENT_M, is_hidden, point_of
from geodata.geocoding.match import Quality

Row = Mapping[str, str]


def print_report(rows: Sequence[Row]) -> None:
    """Print rows by quality and method, then the lists to check."""
    print(f"{len(rows)} places; quality and method of their points:")
    for (quality, method), count in sorted(Counter(map(_class, rows)).items()):
        print(f"  {quality:<13}{method:<12}{count:>5}")
    for title, listed in to_check(rows).items():
        print(f"{title}: {len(listed)}")
        for line in listed:
            print(f"  {line}")


def _class(row: Row) -> tuple[str, str]:
    return row["geocode_quality"], row["geocode_method"]


def to_check(rows: Iterable[Row]) -> dict[str, list[str]]:
    """Lines to look at, by what is wrong; hidden places are in none of them."""
    shown = [row for row in rows if not is_hidden(row)]
    rough = (Quality.STREET, Quality.QUARTER)
    return {
        f"Address and place of the same name more than {DISAGREEMENT_M:.0f} m apart": [
            f"{row['facility_id']}: {row['geocode_check_m']} m ({row['street_address']})"
            for row in shown
            if float(row["geocode_check_m"] or 0) > DISAGREEMENT_M
        ],
        "Only the street or the quarter is known": [_line(row) for row in shown if row["geocode_quality"] in rough],
        "An address, but no point": [_line(row) for row in shown if row["street_address"] and not point_of(row)],
    }


def _line(row: Row) -> str:
    return f"{row['facility_id']}: {row['street_address']} ({row['geocode_reason']})"
