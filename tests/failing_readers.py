"""Stand-ins for libraries that fail; they live in a module of their own, so that another process can load them."""

from __future__ import annotations

import os
import signal
import sys
import time

from discrepancy.read.draft import Contents, Draft


def prepare() -> None:
    """The process calls it before the first task of this module."""


def crash(data: bytes, name: str) -> Contents:
    """A library that crashes."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return Contents(())


def eat(data: bytes, name: str) -> Contents:
    """A library that takes all the memory there is."""
    return Contents((Draft("x" * (1 << 40)),))


def spin(data: bytes, name: str) -> Contents:
    """A library that never ends."""
    while True:
        pass


def doze(data: bytes, name: str) -> Contents:
    """A library that waits for something that never comes."""
    time.sleep(3600)
    return Contents(())


def dig(data: bytes, name: str) -> Contents:
    """A library that calls itself for ever."""
    return dig(data, name)


def chat(data: bytes, name: str) -> Contents:
    """A library that prints."""
    sys.stdout.write("noise\n" * 1000)
    sys.stdout.flush()
    return Contents((Draft(data.decode()),))
