"""Apache Spark gives the rows of one machine, also when a worker dies."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from archives import contents

PROGRAM = [sys.executable, "-m", "discrepancy", "corpus"]
FORMATS = ["-f", "csv", "-f", "jsonl", "-f", "parquet"]
WITHOUT = "Spark needs a Java runtime and the extra spark; one of them is not there"


@pytest.fixture
def java() -> None:
    if not shutil.which("java") or find_spec("pyspark") is None:
        pytest.skip(WITHOUT)


def workers(program: int) -> list[int]:
    """The Python workers below the process ``program``, by their numbers."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()[1:]]
    below = {program}
    for _ in rows:
        below |= {int(pid) for pid, parent, _ in rows if int(parent) in below}
    return [int(pid) for pid, parent, words in rows if int(pid) in below and "pyspark" in words and "daemon" in words]


def test_spark_writes_the_same_bytes_after_a_worker_was_killed(
    java: None, archive: Path, made: Path, tmp_path: Path
) -> None:
    """In local mode: what a killed worker was at is done again, and nothing is lost or there twice."""
    command = [*PROGRAM, str(archive), "-o", str(tmp_path / "out"), *FORMATS, "--engine", "spark", "--jobs", "2"]
    program: subprocess.Popen[Any] = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    killed: list[int] = []
    while not killed and program.poll() is None:
        # the first is the one that makes the others
        for worker in workers(program.pid)[1:]:
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)
    told = program.communicate()[1]

    assert (program.returncode, len(killed) > 0) == (1, True), told
    assert contents(tmp_path / "out") == contents(made)


def test_without_java_one_line_says_so(archive: Path, tmp_path: Path) -> None:
    """Whether Spark is installed or not: what is missing is named."""
    bare = {"PATH": str(tmp_path), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [*PROGRAM, str(archive), "-o", str(tmp_path / "out"), "--engine", "spark"],
        capture_output=True,
        text=True,
        check=False,
        env=bare,
    )
    missing = "Java 17 or 21" if find_spec("pyspark") else 'pip install "discrepancy[spark]"'

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert missing in done.stderr
