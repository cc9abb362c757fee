"""The letter that stands for a position wherever it is shown, so that colour is never the only sign."""

from __future__ import annotations

ALPHABET = 26


def letter(number: int) -> str:
    """A for position 0, B for 1; numbers once the alphabet is used up."""
    return chr(ord("A") + number) if number < ALPHABET else str(number + 1)
