"""Reading in a process of its own: what hangs, crashes or eats memory there costs one file, never the run.

One process is started for the first such file. It loads the libraries and makes a copy of itself for each file, so
that no file can change what is read from the next, and a long list of files pays for the start once.
"""

from __future__ import annotations

import atexit
import json
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from discrepancy.errors import ExtraMissing, ReadError
from discrepancy.read.draft import Contents, draft_of_fields

EXTRA = "files"
LENGTH = struct.Struct(">I")
_ROOT = str(Path(__file__).parents[2])
_START = "from discrepancy.read.child_process import serve; serve()"

Work = Callable[[bytes, str], Contents]


def need(library: str, what: str, name: str) -> None:
    """Raise ReadError named ``name`` where ``library``, which reads ``what``, is not installed."""
    if find_spec(library) is None:
        raise ReadError(name, str(ExtraMissing(f"reading {what}", EXTRA)))


def in_child(work: Work, data: bytes, name: str) -> Contents:
    """``work(data, name)``, done in another process within limits of time and memory; raises ReadError."""
    if not hasattr(os, "fork"):
        raise ReadError(name, "cannot be read on this system; save the article as .txt")
    with _LOCK:
        answer = _HOUSE.ask(f"{work.__module__}:{work.__name__}", data, name)
    if "error" in answer:
        raise ReadError(name, str(answer["error"]))
    drafts = tuple(draft_of_fields(fields) for fields in answer["drafts"])
    return Contents(drafts, bool(answer["several"]), tuple(answer["warnings"]))


class _House:
    """The process that reads, started when it is first needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def ask(self, work: str, data: bytes, name: str) -> dict[str, Any]:
        """The answer to one task. A process that is gone is started again, once."""
        task = json.dumps({"work": work, "name": name}).encode()
        for _ in range(2):
            with suppress(OSError, EOFError):
                into, out = self._pipes()
                for part in (task, data):
                    into.write(LENGTH.pack(len(part)) + part)
                into.flush()
                return dict(json.loads(read_part(out)))
            self.end()
        raise ReadError(name, "no process to read it in can be started")

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            # the same words in any order of hashing, on any machine, from libraries that ask for neither
            paths = os.pathsep.join(filter(None, (_ROOT, *sys.path)))
            fixed = {"PYTHONPATH": paths, "PYTHONHASHSEED": "0", "TZ": "UTC"}
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, **fixed},
                start_new_session=True,  # Ctrl-C is for the program, whose end ends this process too
            )
            self._owner = os.getpid()
        if self._process.stdin is None or self._process.stdout is None:
            raise EOFError
        return self._process.stdin, self._process.stdout

    def end(self) -> None:
        """Stop the process; a copy of this object in a forked program leaves it to its owner."""
        if self._process is not None and self._owner == os.getpid():
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    if pipe:
                        pipe.close()
        self._process = None


def read_part(stream: IO[bytes]) -> bytes:
    """The next part of a conversation; raises EOFError when it is over."""
    (size,) = LENGTH.unpack(_exactly(stream, LENGTH.size))
    return _exactly(stream, size)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


_LOCK = threading.Lock()
_HOUSE = _House()
atexit.register(_HOUSE.end)
