"""The process that reads one hostile file after the other, each in a copy of itself with limits set by the system."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module

from discrepancy.errors import ReadError
from discrepancy.read.child import LENGTH, read_part
from discrepancy.read.draft import Contents

SECONDS = 30  # of work, so that a busy machine reads the same
PATIENCE = 120  # by the clock, for what sleeps
MEMORY = 1536 * 1024 * 1024
LARGEST_ANSWER = 64 * 1024 * 1024
_PIECE = 1024 * 1024
_TOO_LONG = "takes longer than the time allowed to read and was given up"
_TOO_MUCH = "takes more memory to read than is allowed and was given up"
_DIED = "makes the library that reads it crash"


def serve() -> None:
    """Answer task after task on standard input, until it ends."""
    # nothing is fetched here; libraries that could open a socket to learn about the network when they are imported
    socket.has_ipv6 = False
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            task = json.loads(read_part(source))
            data = read_part(source)
        except EOFError:
            return
        module, _, function = task["work"].partition(":")
        import_module(module).prepare()
        answer = in_copy(module, function, data, task["name"])
        target.write(LENGTH.pack(len(answer)) + answer)
        target.flush()


def in_copy(module: str, function: str, data: bytes, name: str) -> bytes:
    """What a copy of this process finds in ``data``, or why it came to nothing."""
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(reading)
        _live(writing, module, function, data, name)
    os.close(writing)
    try:
        answer = _heard(reading)
    finally:
        os.close(reading)
        with suppress(ProcessLookupError):
            os.kill(copy, signal.SIGKILL)
        _, status = os.waitpid(copy, 0)
    if answer is None:
        return _error(_TOO_LONG)
    if answer:
        return answer
    killed_for_time = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU
    return _error(_TOO_LONG if killed_for_time else _DIED)


def _heard(reading: int) -> bytes | None:
    """All that comes through the pipe; None when it takes too long, nothing when the other side died."""
    deadline = time.monotonic() + PATIENCE
    parts = bytearray()
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        piece = os.read(reading, _PIECE)
        parts += piece
        if not piece or len(parts) > LARGEST_ANSWER:
            break
    # the last byte says that the answer is whole
    return bytes(parts[:-1]) if parts.endswith(b"\n") else b""


def _live(writing: int, module: str, function: str, data: bytes, name: str) -> None:
    """The whole life of the copy."""
    try:
        null = os.open(os.devnull, os.O_RDWR)
        for standard in range(3):  # nothing that a library prints may reach the conversation or the terminal
            os.dup2(null, standard)
        for what, limit, last in (
            (resource.RLIMIT_CPU, SECONDS, SECONDS + 1),  # at the last one the system no longer says why it kills
            (resource.RLIMIT_AS, MEMORY, MEMORY),
            (resource.RLIMIT_CORE, 0, 0),
            (resource.RLIMIT_FSIZE, 0, 0),
        ):
            with suppress(ValueError, OSError):  # some systems know fewer limits
                resource.setrlimit(what, (limit, last))
        answer = memoryview(_answer(module, function, data, name) + b"\n")
        while answer:
            answer = answer[os.write(writing, answer) :]
    finally:
        os._exit(0)


def _answer(module: str, function: str, data: bytes, name: str) -> bytes:
    try:
        contents: Contents = getattr(import_module(module), function)(data, name)
        return json.dumps(asdict(contents)).encode()
    except ReadError as error:
        return _error(error.reason)
    except MemoryError:
        return _error(_TOO_MUCH)
    except RecursionError:
        return _error("is nested too deeply to be read")
    except Exception as error:
        # the message of the error may quote the file
        return _error(f"cannot be read ({type(error).__name__} in the library that reads it)")


def _error(reason: str) -> bytes:
    return json.dumps({"error": reason}).encode()
