"""``discrepancy serve`` from the shell."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable

import httpx
import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_the_page_is_served_until_it_is_interrupted() -> None:
    """Its address stands on standard error; nothing is written to standard output."""
    # A shell that starts the tests in the background leaves interrupts ignored, and children inherit that.
    heeded = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    program = f"{heeded}; from discrepancy.__main__ import run; run()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as served:
        assert served.stderr is not None
        line = served.stderr.readline()
        found = re.fullmatch(r"(http://127\.0\.0\.1:[0-9]+/) \(Ctrl-C ends it\)\n", line)
        assert found, line
        assert "Where do these articles disagree?" in httpx.get(found[1]).text
        served.send_signal(signal.SIGINT)
        output, errors = served.communicate(timeout=60)

    assert (served.returncode, output, errors.strip()) == (130, "", "")


def test_a_port_in_use_is_one_line(run: Run) -> None:
    """It names the port and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))

    assert result.exit_code == 2
    assert result.stderr == f"discrepancy: port {port}: address already in use; choose another with --port\n"


def test_an_extra_that_is_not_installed_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is imported from it."""
    monkeypatch.setattr("discrepancy.cli.serve.LIBRARIES", ("no_such_library",))
    result = run("serve")

    assert result.exit_code == 2
    assert result.stderr == 'discrepancy: the local page needs an extra: pip install "discrepancy[web]"\n'


def test_a_store_and_a_review_file_exclude_each_other(run: Run) -> None:
    """Both would keep the decisions."""
    result = run("serve", "--db", "event.db", "--review", "reviews.json")

    assert result.exit_code == 2
    assert "--review and --db exclude each other" in result.stderr
