"""A run that is killed goes on where it was, and ends with the bytes of an undisturbed run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
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
# runs the command, and starts processes even for so few articles
SHARED_OUT = """
from discrepancy.corpus import run as module
from discrepancy.__main__ import run
module.LITTLE = 0
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


def workers(program: int) -> list[int]:
    """The processes that ``program`` started to work for it."""
    children = Path(f"/proc/{program}/task/{program}/children").read_text().split()
    return [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="finds the processes in /proc")
@pytest.mark.parametrize("after", [0.0, 0.7])
def test_a_process_that_is_killed_at_work_changes_nothing_and_is_told(
    archive: Path, made: Path, tmp_path: Path, after: float
) -> None:
    """As it starts or a little later: another one does what it had begun, and the run says that there was a loss."""
    out = tmp_path / "out"
    command = [sys.executable, "-c", SHARED_OUT, "corpus", str(archive), "-o", str(out), *OPTIONS, "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as program:
        while program.poll() is None and len(workers(program.pid)) < 2:
            time.sleep(0.01)
        time.sleep(after)
        os.kill(workers(program.pid)[0], signal.SIGKILL)
        _, said = program.communicate(timeout=120)

    assert program.returncode == 1
    assert " died; what was under way was done again" in said
    assert contents(out) == contents(made)
