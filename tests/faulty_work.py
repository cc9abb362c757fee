"""Work that goes wrong: other processes import it by name."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def work(task: str) -> str:
    """``task`` in capitals. "error" fails, "killer" kills its process, a path that is not there does so once."""
    if task == "error":
        raise ValueError(task)
    path = Path(task)
    if task == "killer" or (path.is_absolute() and not path.exists()):
        if path.is_absolute():
            path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return path.name.upper()
