"""Collect first: whom to ask which question, in which order, and what the answers would settle, whatever they are.

calls      the unanswered questions, one call a facility, the most useful first
order      the order: which call next
answers    a call sheet that came back filled: changes of a scenario, or every fault in it
"""

from geodata.coverage.worklist.calls import Ask, Call, Worklist, worklist

__all__ = ["Ask", "Call", "Worklist", "worklist"]
