"""The types of the model as JSON and back: nothing in a file can name any other type."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, get_args, get_type_hints

from discrepancy.model import Document, Extraction

_SET = "set"
_MOMENTS: dict[str, type[date] | type[time]] = {"date": date, "datetime": datetime, "time": time}


def to_plain(value: Any) -> str:
    """``value`` as JSON; equal values give equal text."""
    return json.dumps(_plain(value), separators=(",", ":"))


def from_plain(text: str) -> Any:
    """What ``to_plain`` was given; raises ValueError for everything else."""
    try:
        return _value(json.loads(text))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from None


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {type(value).__name__: [_plain(getattr(value, field.name)) for field in fields(value)]}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, frozenset):
        return {_SET: [_plain(one) for one in sorted(value)]}
    if isinstance(value, date | time):
        return {type(value).__name__: value.isoformat()}
    return value


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(_value(one) for one in plain)
    if not isinstance(plain, dict):
        return plain
    ((name, content),) = plain.items()
    if name == _SET:
        return frozenset(_value(one) for one in content)
    if name in _MOMENTS:
        return _MOMENTS[name].fromisoformat(content)
    return _types()[name](*(_value(one) for one in content))


@cache
def _types() -> dict[str, Any]:
    """Every type of the model that an extraction can hold, by name."""
    found: dict[str, Any] = {}
    waiting: list[Any] = [Document, Extraction]
    while waiting:
        kind = waiting.pop()
        waiting += get_args(kind)
        if is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in found:
            found[kind.__name__] = kind
            waiting += get_type_hints(kind).values()
    return found
