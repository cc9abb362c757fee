"""How one unit turns into another: plain factors, worked out by a units library that is loaded when first needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

# Canonical unit -> name in the units library. What is missing here (money above all) never converts.
LIBRARY_NAMES = {
    "acre": "acre",
    "barrel": "oil_bbl",
    "carat": "carat",
    "century": "century",
    "cm": "centimeter",
    "day": "day",
    "decade": "decade",
    "foot": "foot",
    "fortnight": "fortnight",
    "ft²": "foot ** 2",
    "ft³": "foot ** 3",
    "gallon": "gallon",
    "GB": "gigabyte",
    "GHz": "gigahertz",
    "gigatonne": "gigametric_ton",
    "gram": "gram",
    "GW": "gigawatt",
    "hectare": "hectare",
    "hour": "hour",
    "hp": "horsepower",
    "Hz": "hertz",
    "inch": "inch",
    "kg": "kilogram",
    "kiloton": "kilometric_ton",
    "km": "kilometer",
    "km/h": "kilometer / hour",
    "km²": "kilometer ** 2",
    "knot": "knot",
    "ksi": "kpsi",
    "kW": "kilowatt",
    "kWh": "kilowatt_hour",
    "light-year": "light_year",
    "litre": "liter",
    "m": "meter",
    "m/s": "meter / second",
    "MB": "megabyte",
    "mg": "milligram",
    "MHz": "megahertz",
    "mile": "mile",
    "mile²": "mile ** 2",
    "millisecond": "millisecond",
    "minute": "minute",
    "ml": "milliliter",
    "mm": "millimeter",
    "month": "month",
    "MPa": "megapascal",
    "mph": "mile / hour",
    "MW": "megawatt",
    "MWh": "megawatt_hour",
    "m²": "meter ** 2",
    "m³": "meter ** 3",
    "nautical mile": "nautical_mile",
    "night": "day",
    "nm": "nanometer",
    "ounce": "ounce",
    "pint": "pint",
    "pound": "pound",
    "psi": "psi",
    "second": "second",
    "TB": "terabyte",
    "ton": "US_ton",
    "tonne": "metric_ton",
    "V": "volt",
    "W": "watt",
    "week": "week",
    "yard": "yard",
    "year": "year",
    "°C": "degC",
    "°F": "degF",
    "µm": "micrometer",
}
# The everyday units by what they measure, in its base unit: known beforehand, so that the library need not be loaded.
COMMON = {
    "second": ("time", 1.0),
    "minute": ("time", 60.0),
    "hour": ("time", 3600.0),
    "day": ("time", 86400.0),
    "night": ("time", 86400.0),
    "week": ("time", 604800.0),
    "month": ("time", 2629800.0),
    "year": ("time", 31557600.0),
    "mm": ("length", 0.001),
    "cm": ("length", 0.01),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "mile": ("length", 1609.344),
    "gram": ("mass", 0.001),
    "kg": ("mass", 1.0),
    "tonne": ("mass", 1000.0),
    "pound": ("mass", 0.45359237),
    "hectare": ("area", 10000.0),
    "m²": ("area", 1.0),
    "km²": ("area", 1000000.0),
    "km/h": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "knot": ("speed", 1.852),
}
# Parts of one whole, worth so many per cent.
_SHARES = {"percent": 1.0, "fraction": 100.0}
_SMALL_CHANGE = {("pence", "GBP"): 0.01, ("GBP", "pence"): 100.0}
# Units that are not always equally long or heavy, and by how much they may differ.
_LOOSE = {"month": 0.08, "year": 0.01, "decade": 0.01, "century": 0.01, "ton": 0.12, "night": 0.5}
_LENGTHS_OF_YEARS = frozenset({"month", "year", "decade", "century"})


@dataclass(frozen=True, slots=True)
class Conversion:
    """``factor * number + offset``, exact to the share ``looseness``."""

    factor: float
    offset: float = 0.0
    looseness: float = 0.0

    def __call__(self, number: float) -> float:
        """The number in the other unit."""
        return number * self.factor + self.offset


@cache
def conversion(source: str | None, target: str | None) -> Conversion | None:
    """How numbers in ``source`` become numbers in ``target``; None where they cannot."""
    if source == target:
        return Conversion(1.0)
    if source is None or target is None:
        return None
    if source in _SHARES and target in _SHARES:
        return Conversion(_SHARES[source] / _SHARES[target])
    if (source, target) in _SMALL_CHANGE:
        return Conversion(_SMALL_CHANGE[source, target])
    if source in COMMON and target in COMMON:
        return _everyday(source, target)
    if source not in LIBRARY_NAMES or target not in LIBRARY_NAMES:
        return None
    return _measured(source, target)


def dimension(unit: str) -> str:
    """What ``unit`` measures ("time", "length"), or the unit itself where it stands alone."""
    return COMMON[unit][0] if unit in COMMON else unit


def _everyday(source: str, target: str) -> Conversion | None:
    (one, large), (other, small) = COMMON[source], COMMON[target]
    return Conversion(large / small, 0.0, _looseness(source, target)) if one == other else None


def _looseness(source: str, target: str) -> float:
    return 0.0 if {source, target} <= _LENGTHS_OF_YEARS else max(_LOOSE.get(source, 0.0), _LOOSE.get(target, 0.0))


def _measured(source: str, target: str) -> Conversion | None:
    registry = _registry()
    one, other = registry.parse_units(LIBRARY_NAMES[source]), registry.parse_units(LIBRARY_NAMES[target])
    if one.dimensionality != other.dimensionality:
        return None
    offset = float(registry.Quantity(0.0, one).to(other).magnitude)
    factor = float(registry.Quantity(1.0, one).to(other).magnitude) - offset
    return Conversion(factor, offset if abs(offset) > 1e-9 else 0.0, _looseness(source, target))


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()
