"""All targets by name, and the inputs that the fuzzer begins with."""

from __future__ import annotations

from collections.abc import Callable

from fuzzing import grammars, readers

TARGETS: dict[str, Callable[[bytes], None]] = {**grammars.TARGETS, **readers.TARGETS}


def seeds(name: str) -> tuple[bytes, ...]:
    """What the fuzzer begins with for the target ``name``."""
    return grammars.SEEDS[name] if name in grammars.TARGETS else readers.seeds(name)
