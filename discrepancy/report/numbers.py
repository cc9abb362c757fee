"""Numbers as files show them: no NaN, no infinity, no ``62.0``."""

from __future__ import annotations

import math

from discrepancy.model import Claim
from discrepancy.values.quantity import Quantity

LARGEST_EXACT = 2.0**53


def finite(number: float | None) -> int | float | None:
    """``number`` for a strict JSON file: None where it is missing or open, an int where it is whole."""
    if number is None or not math.isfinite(number):
        return None
    return int(number) if float(number).is_integer() and abs(number) < LARGEST_EXACT else float(number)


def interval(claim: Claim) -> tuple[int | float | None, int | float | None]:
    """The ends of the claim's value; None where they are open or where the value is no number."""
    value = claim.value
    return (finite(value.low), finite(value.high)) if isinstance(value, Quantity) else (None, None)
