"""Find where news articles about one event disagree: who says what, in which words, and why both cannot be true."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__version__ = "0.1.0"
__all__ = ["__version__", "compare", "extract", "read_document"]
_HOMES = {"compare": "discrepancy.pipeline", "extract": "discrepancy.pipeline", "read_document": "discrepancy.read"}


class _Package(ModuleType):
    """Loads the public functions when they are used, so that ``import discrepancy`` stays cheap.

    The function ``extract`` shares its name with the package of that stage. Python would bind the package over it as
    soon as the stage is loaded; here the function keeps the name. The stage is reached by ``from discrepancy.extract``.
    """

    def __getattribute__(self, name: str) -> Any:
        if name in _HOMES:
            return getattr(import_module(_HOMES[name]), name)
        return super().__getattribute__(name)


sys.modules[__name__].__class__ = _Package
