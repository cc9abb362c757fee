"""Fields of foreign JSON, each read as what it must be."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

T = TypeVar("T")


class Malformed(Exception):
    """A field that is not what it must be; the words name it: "claims[3].start is no offset"."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value in a JSON file, with the way to it (``path``) so that what is wrong can be named.

    Every method that finds something else than it should raises Malformed.
    """

    value: object
    path: str = ""

    def __getitem__(self, name: str) -> Field:
        """The field ``name`` of an object; a missing one is an error."""
        where = f"{self.path}.{name}" if self.path else name
        if not isinstance(self.value, dict):
            raise Malformed(f"{self.path or 'the whole'} is no object")
        if name not in self.value:
            raise Malformed(f"{where} is missing")
        return Field(self.value[name], where)

    def get(self, name: str) -> Field | None:
        """The field ``name``; None where it is missing or null."""
        known = isinstance(self.value, dict) and self.value.get(name) is not None
        return self[name] if known or not isinstance(self.value, dict) else None

    def pairs(self) -> Iterator[tuple[str, Field]]:
        """The fields of an object whose names are free."""
        if not isinstance(self.value, dict):
            raise Malformed(f"{self.path} is no object")
        return ((name, self[name]) for name in self.value)

    def list(self, least: int = 0, most: int | None = None) -> tuple[Field, ...]:
        """The members of a list."""
        if not isinstance(self.value, list):
            raise Malformed(f"{self.path} is no list")
        if len(self.value) < least or (most is not None and len(self.value) > most):
            raise Malformed(f"{self.path} has {len(self.value)} members")
        return tuple(Field(one, f"{self.path}[{number}]") for number, one in enumerate(self.value))

    def text(self) -> str:
        """A string."""
        if not isinstance(self.value, str):
            raise Malformed(f"{self.path} is no text")
        return self.value

    def name(self) -> str | None:
        """A string or null."""
        return None if self.value is None else self.text()

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise Malformed(f"{self.path} is neither true nor false")
        return self.value

    def number(self) -> float:
        """A finite number."""
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            try:
                number = float(self.value)
            except OverflowError:
                number = math.inf
            if math.isfinite(number):
                return number
        raise Malformed(f"{self.path} is no number")

    def share(self) -> float:
        """A number from 0 to 1."""
        number = self.number()
        if not 0 <= number <= 1:
            raise Malformed(f"{self.path} is not between 0 and 1")
        return number

    def number_or(self, missing: float) -> float:
        """A finite number, ``missing`` for null."""
        return missing if self.value is None else self.number()

    def offset(self, last: int) -> int:
        """A whole number from 0 to ``last``."""
        if not isinstance(self.value, int) or isinstance(self.value, bool) or not 0 <= self.value <= last:
            raise Malformed(f"{self.path} is no offset of the text")
        return self.value

    def whole(self) -> int:
        """A whole number."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise Malformed(f"{self.path} is no whole number")
        return self.value

    def moment(self) -> datetime:
        """A local date and time as ISO writes it."""
        try:
            moment = datetime.fromisoformat(self.text())
        except ValueError:
            raise Malformed(f"{self.path} is no time") from None
        if moment.tzinfo is not None:
            raise Malformed(f"{self.path} has a time zone")
        return moment

    def day(self) -> date | None:
        """A day as YYYY-MM-DD, or null."""
        text = self.name()
        try:
            return date.fromisoformat(text) if text is not None else None
        except ValueError:
            raise Malformed(f"{self.path} is no day") from None

    def one_of(self, known: Sequence[T]) -> T:
        """One of the values ``known``."""
        for one in known:
            if one == self.value and isinstance(self.value, type(one)):
                return one
        raise Malformed(f"{self.path} is none of {', '.join(map(str, known))}")
