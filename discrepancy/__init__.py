"""Find where news articles about one event disagree: who says what, in which words, and why both cannot be true."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "extract", "read_document"]
_HOMES = {"compare": "discrepancy.pipeline", "extract": "discrepancy.pipeline", "read_document": "discrepancy.read"}


def __getattr__(name: str) -> Any:
    """Load the stages only when they are used: ``import discrepancy`` stays cheap."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
