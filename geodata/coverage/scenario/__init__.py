"""What if offers were added, moved, closed, or knew more languages and hours?

change, scenario      one change each; any number of them with a name, as a small JSON file
fault, parsing        what can be wrong with a scenario; what a file holds, or every fault in it
replay                the offers after the changes; what of a scenario does not fit the tables at hand
tables                answers to many questions, of which only what changed is worked out again
difference            people gained and lost
"""

from geodata.coverage.scenario.change import Add, Change, Close, Confirm, Move, OpenAt, Speak, States
from geodata.coverage.scenario.fault import ScenarioFault
from geodata.coverage.scenario.replay import applied, faults_of
from geodata.coverage.scenario.scenario import Scenario, changed_tables, from_json, to_json

__all__ = [
    "Add", "Change", "Close", "Confirm", "Move", "OpenAt", "Scenario", "ScenarioFault", "Speak", "States", "applied",
    "changed_tables", "faults_of", "from_json", "to_json",
]  # fmt: skip
