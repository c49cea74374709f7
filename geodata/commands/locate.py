"""`python -m geodata locate "TEXT"`: one address or place, for a person or, with --json, for a program."""

import argparse
import json
from typing import Any

from geodata.commands.geocode import answer_cells
from geodata.commands.open_chain import Wired, add_chain_options, open_chain
from geodata.geocoding.match import Match


def add_to(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the subcommand."""
    command = subparsers.add_parser("locate", help="find one address or place")
    command.add_argument("text", help="an address or a name")
    command.add_argument("--json", action="store_true", help="answer as JSON")
    add_chain_options(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the answer; 0 when there is a point, 1 when there is none."""
    wired = open_chain(arguments)
    match = wired.chain.locate(arguments.text)
    print(json.dumps(_record(match, wired), ensure_ascii=False) if arguments.json else _sentence(match, wired))
    return 0 if match.point else 1


def _record(match: Match, wired: Wired) -> dict[str, Any]:
    numbers = {name: getattr(match, name) for name in ("latitude", "longitude", "uncertainty_m")}
    more = {"reference": match.reference, "date": match.date, "reason_code": match.reason.code}
    values = {"reason_values": dict(match.reason.values), "suggestions": list(match.suggestions)}
    return answer_cells(match, wired) | numbers | more | values


def _sentence(match: Match, wired: Wired) -> str:
    cells = answer_cells(match, wired)
    if match.point is None:
        return "\n".join([cells["reason"], *(f"  {suggestion}" for suggestion in match.suggestions)])
    where = f"{cells['latitude']}, {cells['longitude']} (± {cells['uncertainty_m']} m)"
    return f"{match.label}: {where}, district {cells['district_key'] or '–'}, {match.quality}. {cells['reason']}"
