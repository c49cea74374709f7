"""Whose hours hold for an offer: its own, or those of its place."""

from collections.abc import Mapping
from typing import Any


def rule_of(offer: Mapping[Any, Any], place: Mapping[Any, Any]) -> str:
    """The rule that holds for an offer: its own, else that of its place; "" = not stated as a rule.

    Hours of the offer in words mean that it does not keep those of its place.

    Args:
        offer: a row with `opening_hours` and `opening_hours_text`.
        place: a row of its facility with `opening_hours`.
    """
    if offer["opening_hours"] or offer["opening_hours_text"]:
        return str(offer["opening_hours"])
    return str(place["opening_hours"])
