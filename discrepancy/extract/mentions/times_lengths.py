"""Durations, repetitions and vague references: "for 26 hours", "every day", "recently"."""

from __future__ import annotations

from discrepancy.extract.mentions.times_grammar import Anchor, Match, Reading, Rule

_CLOCK_UNITS = {"S", "M", "H"}
_SMALLER = {"H": "M", "M": "S"}
_PLAIN: dict[str, tuple[int, str]] = {
    "D": (1, "D"), "N": (1, "D"), "W": (1, "W"), "F": (2, "W"), "WE": (2, "D"),
    "MO": (1, "M"), "Q": (3, "M"), "Y": (1, "Y"), "E": (10, "Y"), "C": (100, "Y"),
}  # fmt: skip


def period_value(count: float, unit: str) -> str:
    """TIMEX3 period: ``P3D``, ``PT26H``; a negative count is unknown (``PXD``)."""
    if unit in _CLOCK_UNITS:
        if count > 0 and count % 1 == 0.5 and unit in _SMALLER:
            whole = f"{int(count)}{unit}" if count > 1 else ""
            return f"PT{whole}30{_SMALLER[unit]}"
        return f"PT{_amount(count)}{unit}"
    if count < 0 and unit == "C":
        return "PXC"
    factor, letter = _PLAIN[unit]
    if count >= 0 and count != int(count) and letter == "Y" and factor == 1:
        years = int(count)
        return f"P{years}Y{round((count - years) * 12)}M"
    return f"P{_amount(count * factor)}{letter}"


def _amount(count: float) -> str:
    if count < 0:
        return "X"
    return str(int(count)) if count == int(count) else f"{count:g}"


def _duration(match: Match, anchor: Anchor) -> Reading | None:
    unit = match.get("UNITS") or match.get("UNIT")
    count = match.get("NUM")
    if match.has("-") and unit == "Q" and match.get("UNITS"):
        return Reading("DURATION", None, void=True)
    return Reading("DURATION", period_value(1.0 if count is None else count, unit))


def _one_year(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DURATION", "P1Y")


def _and_a_half(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DURATION", period_value(1.5, match.get("UNIT")))


def _between(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DURATION", period_value(-1.0, match.get("UNITS")))


def _vague_duration(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DURATION", period_value(-1.0, match.get("UNITS")))


def _age(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DURATION", None, void=True)


def _every(match: Match, anchor: Anchor) -> Reading | None:
    weekday, unit, month = match.get("WEEKDAY"), match.get("UNIT"), match.get("MONTH")
    if weekday:
        return Reading("SET", f"XXXX-WXX-{weekday}")
    if month:
        return Reading("SET", f"XXXX-{month:02}")
    count = match.get("NUM")
    return Reading("SET", period_value(1.0 if count is None else count, unit or match.get("UNITS")))


def _weekdays(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("SET", f"XXXX-WXX-{match.get('WEEKDAYS')}")


def _often(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("SET", match.get("OFTEN"))


def _reference(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DATE", match.get("REF"))


def _past(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DATE", "PAST_REF")


def _present(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DATE", "PRESENT_REF")


def _future(match: Match, anchor: Anchor) -> Reading | None:
    return Reading("DATE", "FUTURE_REF")


RULES: tuple[Rule, ...] = (
    ("the? REL|ANA|first? NUM LIKE? UNITS", _duration),
    ("the? NUM - UNIT|UNITS", _duration),
    ("the? REL? NUM to|or|- NUM UNITS", _between),
    ("the|a|an? LIKE? NUM - UNIT|UNITS - old|olds", _age),
    ("NUM UNIT|UNITS - old", _age),
    ("NUM UNIT|UNITS old|older|younger", _age),
    ("NUM LIKE? UNIT", _duration),
    ("a|an LIKE? UNIT", _duration),
    ("a|an UNIT and a half", _and_a_half),
    ("UNITS", _vague_duration),
    ("the|these|recent UNITS", _vague_duration),
    ("REL|ANA UNITS", _vague_duration),
    ("the fiscal? year", _one_year),
    ("every|each UNIT|WEEKDAY|MONTH", _every),
    ("every NUM UNITS", _every),
    ("WEEKDAYS", _weekdays),
    ("OFTEN", _often),
    ("REF", _reference),
    ("the past", _past),
    ("the future", _future),
    ("the near|immediate|distant|foreseeable future", _future),
    ("a later date|time|stage", _future),
    ("as soon as possible", _future),
    ("the near|short|long|medium term", _future),
    ("coming UNITS", _future),
    ("at the moment", _present),
    ("right now", _present),
    ("these days", _present),
)
