"""Hours in the form of ISO 8601."""

from __future__ import annotations

from decimal import Decimal


def duration(hours: float) -> tuple[str, bool]:
    """Give hours as `xsd:duration`, to the second, and whether that is exact."""
    exact = Decimal(repr(hours)) * 3600
    seconds = int(exact.to_integral_value())
    parts = zip((seconds // 3600, seconds // 60 % 60, seconds % 60), "HMS", strict=True)
    return "PT" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0S"), seconds == exact
