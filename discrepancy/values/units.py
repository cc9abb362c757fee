"""Quantities in other units. Currencies never convert: rates of exchange are not known."""

from __future__ import annotations

from discrepancy.values.conversion import conversion
from discrepancy.values.quantity import Quantity


def convert(quantity: Quantity, unit: str) -> Quantity | None:
    """``quantity`` in ``unit``, None where the two do not measure the same thing.

    An exact length in months or years becomes "about" in days: months are not equally long.
    """
    return quantity.converted(unit) if same_dimension(quantity.unit, unit) else None


def same_dimension(one: str | None, other: str | None) -> bool:
    """Whether numbers in the two units can be compared; a bare count only with a bare count."""
    return conversion(one, other) is not None
