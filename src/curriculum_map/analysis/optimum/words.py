"""What is said about a cost: how much, and whether it is proved that less is impossible."""

from __future__ import annotations

from math import ceil
from typing import Literal

from curriculum_map.analysis.speech import Speech

Measure = Literal["hours", "units"]


def amount(units: int, cost: float, measure: Measure, speech: Speech) -> str:
    """Say how many units there are and, if it is known, how many hours they take."""
    counted = speech.counted("units", units)
    if measure == "units":
        return counted
    return speech.say("amount:hours", units=counted, hours=speech.hours(cost))


def verdict(units: int, cost: float, bound: float, measure: Measure, speech: Speech) -> str:
    """Say what a choice of units costs, and how far from the cheapest one it can be.

    Args:
        units: Number of units.
        cost: What they cost, in hours or units.
        bound: What any choice costs at least.
        measure: What is counted.
        speech: The language to say it in.
    """
    said = amount(units, cost, measure, speech)
    if measure == "units":
        said = speech.say("amount:counted", units=said)
    if bound >= cost:
        return speech.say("proved", amount=said)
    if bound <= 0:
        return speech.say("unproved:unbounded", amount=said)
    above = ceil((cost - bound) / bound * 100)
    return speech.say("unproved", amount=said, percent=above)
