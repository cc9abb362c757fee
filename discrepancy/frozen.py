"""Frozen values that cost no more to make than open ones.

``dataclass(frozen=True)`` guards its fields while the program runs, and making a value has to get round the guard: that
takes longer than all else in it. Here the type checker is the guard.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_Value]) -> type[_Value]:
    """A slotted dataclass whose fields are set once, when it is made; equal values have one hash."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
