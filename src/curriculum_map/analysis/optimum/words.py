"""What is said about a cost: how much, and whether it is proved that less is impossible."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal

Measure = Literal["hours", "units"]


def amount(units: int, cost: float, measure: Measure) -> str:
    """Say how many units there are and, if it is known, how many hours they take."""
    counted = f"{units} unit{'s' * (units != 1)}"
    return f"{counted}, {cost:.10g} h" if measure == "hours" else counted


def verdict(units: int, cost: float, bound: float, measure: Measure) -> str:
    """Say what a choice of units costs, and how far from the cheapest one it can be.

    Args:
        units: Number of units.
        cost: What they cost, in hours or units.
        bound: What any choice costs at least.
        measure: What is counted.
    """
    said = amount(units, cost, measure)
    why = "" if measure == "hours" else " (units are counted, for not all of them state hours)"
    if bound >= cost:
        return f"Proved cheapest: {said}{why}."
    if bound <= 0:
        return f"Not proved: {said}{why}; nothing is known about cheaper ones."
    above = ceil((cost - bound) / bound * 100)
    return f"Not proved: {said}{why}; at most {above} % above the cheapest possible."


def sentence(parts: Sequence[str]) -> str:
    """Make a sentence of its parts; empty for none."""
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if said else ""
