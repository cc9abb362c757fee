"""Whole processes: what only shows at start, at exit and between pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pandas", "numpy", "spacy", "pint", "tabulate")
PROGRAM = [sys.executable, "-m", "discrepancy"]
LOADED = """
import atexit, sys
atexit.register(lambda: print([name for name in {heavy} if name in sys.modules], file=sys.stderr))
sys.argv = ["discrepancy", *{arguments}]
from discrepancy.__main__ import run
run()
"""


def python(program: str, *, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=cwd, check=False)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["compare", "--help"], ["compare", "x.txt", "y.txt"], ["compare"], ["schema"]],
)
def test_help_version_and_errors_load_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    """They come at once."""
    done = python(LOADED.format(heavy=HEAVY, arguments=arguments), cwd=tmp_path)

    assert done.stderr.splitlines()[-1] == "[]"
    assert "Traceback" not in done.stderr


def test_importing_the_package_loads_nothing_heavy(tmp_path: Path) -> None:
    """``import discrepancy`` in a notebook or a web server is cheap; what it offers is there all the same."""
    program = "import sys, discrepancy; print('click' in sys.modules, 'spacy' in sys.modules, discrepancy.__version__)"

    assert python(program, cwd=tmp_path).stdout.startswith("False False ")
    assert python("import discrepancy; discrepancy.nonsense", cwd=tmp_path).returncode == 1
    assert python("from discrepancy import compare, extract, read_document", cwd=tmp_path).returncode == 0


def test_a_missing_file_ends_with_2(tmp_path: Path) -> None:
    """One line, in a real process and with strict streams."""
    done = subprocess.run(
        [*PROGRAM, "compare", "x.txt", b"\xff.txt"],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        check=False,
    )

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"discrepancy: x.txt: no such file; \\xff.txt: no such file\n"


def test_a_reader_who_leaves_makes_no_noise(tmp_path: Path) -> None:
    """``discrepancy schema | head -0``."""
    process = subprocess.Popen([*PROGRAM, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path)
    assert process.stdout
    process.stdout.close()
    _, errors = process.communicate()

    assert (process.returncode, errors) == (0, b"")


def test_a_full_device_is_one_line_and_2(tmp_path: Path) -> None:
    """The output did not arrive, so it was not done."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "schema"], stdout=full, stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False
        )

    assert (done.returncode, done.stderr) == (2, "discrepancy: standard output: no space left on device\n")


@pytest.mark.parametrize("stream", [0, 1, 2])
def test_a_closed_stream_is_no_crash(tmp_path: Path, stream: int) -> None:
    """As under cron or a service manager."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {stream}>&-', "sh", *PROGRAM, "compare", "x.txt"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_formats_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    """The same report gives the same bytes in another process."""
    program = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent.parent)!r})\n"
        "from golden.sample import sample_report, sample_extraction\n"
        "from discrepancy.report import FORMATS, EXTRACTION_FORMATS\n"
        "from discrepancy.report.write import as_bytes\n"
        "out = [f(sample_report()) for f in FORMATS.values()]\n"
        "out += [f([sample_extraction()]) for f in EXTRACTION_FORMATS.values()]\n"
        "sys.stdout.buffer.write(b''.join(map(as_bytes, out)))\n"
    )
    seeds = ("0", "77")
    written = [
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        ).stdout
        for seed in seeds
    ]

    assert len(written[0]) > 5000
    assert written[0] == written[1]


def test_bash_completion_is_written(tmp_path: Path) -> None:
    """As the help says."""
    done = subprocess.run(
        [sys.executable, "-c", "from discrepancy.__main__ import run; run()"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "_DISCREPANCY_COMPLETE": "bash_source"},
        check=False,
    )

    assert done.returncode == 0
    assert "_discrepancy_completion" in done.stdout
