"""A run that is killed goes on where it was, and ends with the bytes of an undisturbed run."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from archives import contents

OPTIONS = ["-f", "csv", "-f", "jsonl", "-f", "parquet"]
# runs the command, and kills itself as nothing else could when WHAT is called for the ANY-th time
KILLED = """
import os, signal, sys
from discrepancy.corpus import {module} as module
from discrepancy.__main__ import run
calls, real = [], module.{name}
def fatal(*arguments, **named):
    calls.append(1)
    if len(calls) == {any}:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments, **named)
module.{name} = fatal
run()
"""
# runs the command with processes even for so few articles, and kills one of them AFTER so many seconds
BEREFT = """
import multiprocessing, threading, time
from discrepancy.corpus import run as module
from discrepancy.__main__ import run
def kill():
    while len(multiprocessing.active_children()) < 2:
        time.sleep(0.01)
    time.sleep({after})
    multiprocessing.active_children()[0].kill()
module.LITTLE = 0
threading.Thread(target=kill, daemon=True).start()
run()
"""
MOMENTS = {
    "while it reads": ("archive", "Article", 6),
    "while it extracts": ("run", "find", 5),
    "while it groups": ("run", "group", 1),
    "while it compares": ("run", "compare", 2),
    "while it writes": ("outputs", "_put", 3),
}


def start(program: list[str], archive: Path, out: Path) -> int:
    command = [sys.executable, *program, "corpus", str(archive), "-o", str(out), *OPTIONS]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_a_run_killed_at_every_stage_ends_with_the_same_bytes(archive: Path, made: Path, tmp_path: Path) -> None:
    """Killed again and again, each time later; what was done before is not lost, and no half file is left."""
    for module, name, calls in MOMENTS.values():
        program = KILLED.format(module=module, name=name, any=calls)
        assert start(["-c", program], archive, tmp_path / "out") == -signal.SIGKILL

    assert start(["-m", "discrepancy"], archive, tmp_path / "out") == 1
    assert contents(tmp_path / "out") == contents(made)


@pytest.mark.parametrize("after", [0.0, 0.7])
def test_a_process_that_is_killed_at_work_changes_nothing_and_is_told(
    archive: Path, made: Path, tmp_path: Path, after: float
) -> None:
    """As it starts or a little later: another one does what it had begun, and the run says that there was a loss."""
    out = tmp_path / "out"
    program = BEREFT.format(after=after)
    command = [sys.executable, "-c", program, "corpus", str(archive), "-o", str(out), *OPTIONS, "--jobs", "2"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    assert ended.returncode == 1
    assert " died; what was under way was done again" in ended.stderr
    assert contents(out) == contents(made)
