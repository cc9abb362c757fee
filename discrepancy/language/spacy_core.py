"""spaCy without its command line.

``import spacy`` brings its commands along, for the sake of one function. They bring clients for the web, which open a
socket when they are imported and take a third of the start of a run.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

COMMANDS, WANTED = "spacy.cli", "spacy.cli.info"
THREADS = "OPENBLAS_NUM_THREADS"


def import_spacy() -> Any:
    """The module ``spacy``; its commands are imported by who asks for them."""
    if "spacy" in sys.modules:
        return importlib.import_module("spacy")
    stand_ins = {name: ModuleType(name) for name in (COMMANDS, WANTED)}
    vars(stand_ins[WANTED])["info"] = _info
    sys.modules.update(stand_ins)
    try:
        return importlib.import_module("spacy")
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


@contextlib.contextmanager
def one_thread() -> Iterator[bool]:
    """Let numpy, imported first in here, multiply on one thread; gives whether it does.

    Waiting for one another costs threads more than they save on a sentence. A numpy that is there already stays as is.
    """
    if THREADS in os.environ or "numpy" in sys.modules:
        yield os.environ.get(THREADS) == "1"
        return
    os.environ[THREADS] = "1"
    try:
        yield True
    finally:
        del os.environ[THREADS]


def _info(*args: Any, **options: Any) -> Any:
    """What ``spacy.info`` does, from its own place."""
    return importlib.import_module(WANTED).info(*args, **options)
