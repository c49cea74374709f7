"""Which counts of people are withheld, so that nobody can be singled out, not even by adding and subtracting.

Two rules, as official statistics have them (Hundepool, Domingo-Ferrer, Franconi, Giessing, Schulte Nordholt, Spicer and
de Wolf: Statistical Disclosure Control, Wiley 2012, chapters 4.2 to 4.4):

**Primary.** A count is withheld where few people live, or where few were counted (`primary`). Zero may be shown: nobody
stands behind it.

**Secondary.** Totals are known, so a count withheld alone follows by subtraction. More counts are withheld until the
best that anybody can do leaves room. What an attacker knows is written down as linear relations (`Knowledge`): every
published count, all populations, areas adding up to the area around them, columns adding up to a total column, and no
count below zero or above the population. Then each withheld count must be able to take a whole window of values
(`hidden`), and the counts that have to move with it are withheld too, the cheapest ones first: a least-cost flow
through the table, one small linear program for each end of a window (the network heuristic of chapter 4.4, which goes
back to Kelly, Golden and Assad, Networks 1992). Areas within areas by one total and its parts make a network, so the
corners of these programs are whole people: what they show to be possible is possible with people, too.

What is cheap is judged by published numbers only, never by the withheld count itself. Otherwise the choice would talk:
who knows that the smallest neighbour was taken learns that the others are not smaller (a minimality attack: Wong, Fu,
Wang and Pei, VLDB 2007).
"""

from geodata.districts.disclosure.counts import Counts, primary
from geodata.districts.disclosure.hidden import hidden
from geodata.districts.disclosure.indicator_rows import (
    Reason,
    from_edition,
    parents,
    reason,
    with_hidden,
    with_protection,
)  # fmt: skip

__all__ = [
    "Counts", "Reason", "from_edition", "hidden", "parents", "primary", "reason", "with_hidden", "with_protection",
]  # fmt: skip
