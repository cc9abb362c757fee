"""Processor time and peak memory, of this process and of others."""

from __future__ import annotations

import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
STATUS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what was measured, the seconds it took, and the words that set it against the others."""

    what: str
    seconds: float
    notes: tuple[str, ...] = ()


def seconds_of(work: Callable[[], object]) -> float:
    """Processor seconds that ``work`` takes in this process: other programs on the machine disturb them least."""
    before = time.process_time()
    work()
    return time.process_time() - before


def program_seconds(arguments: Sequence[str], *, rounds: int) -> float:
    """The fewest processor seconds of ``rounds`` runs of the Python program with ``arguments``, loading included."""
    return min(_once(arguments) for _ in range(rounds))


def _once(arguments: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def peak_memory() -> float:
    """The most megabytes that this process ever held."""
    if STATUS.exists():  # elsewhere a process starts with the peak of the one that began it
        lines = STATUS.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024 / MEGABYTE
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak * (1 if sys.platform == "darwin" else 1024) / MEGABYTE


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """The power of the size with which the time grows between two runs, each (size, seconds); 1 is linear."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])
