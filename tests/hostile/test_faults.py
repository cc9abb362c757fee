"""Faults that no file can show: processes that are killed, two writers at once, a disk that is full, no network."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MANY = [sys.executable, str(HERE / "many_articles.py")]
PROGRAM = [sys.executable, "-m", "discrepancy"]
EVENT = sorted(map(str, (ROOT / "data" / "deir-ez-zor-2016").glob("*.txt")))
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def done(*command: str, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, text=True, env=ENVIRONMENT, preexec_fn=before, timeout=120, check=False
    )


def started(*command: str) -> subprocess.Popen[str]:
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)


@pytest.mark.parametrize("acknowledged", [1, 2, 7, 40])
def test_what_was_acknowledged_survives_kill_9(tmp_path: Path, acknowledged: int) -> None:
    """The writer is killed in the middle of its work; the store is sound and holds all that was said to be safe."""
    db = str(tmp_path / "event.db")
    writer = started(*MANY, "add", db, "k", "100000")
    assert writer.stdout is not None
    heard = [writer.stdout.readline() for _ in range(acknowledged)]
    writer.kill()
    heard += writer.communicate()[0].splitlines(keepends=True)
    listed = done(*MANY, "list", db).stdout.splitlines()

    assert writer.returncode == -signal.SIGKILL
    assert listed[0] == "ok"
    assert {line.split()[1] for line in heard if line.endswith("\n")} <= set(listed)
    assert done(*PROGRAM, "articles", db).stdout.splitlines() == listed


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    """Both make the store, both finish, and every article is there."""
    db = str(tmp_path / "event.db")
    writers = [started(*MANY, "add", db, prefix, "60") for prefix in "xy"]
    errors = [writer.communicate(timeout=120)[1] for writer in writers]

    assert ([writer.returncode for writer in writers], errors) == ([0, 0], ["", ""])
    assert set(done(*MANY, "list", db).stdout.split()) == {"ok", *(f"{p}{n}" for p in "xy" for n in range(60))}


def no_room() -> None:
    """No file of this process can grow beyond 4 KB: what a full disk does, without the rights to make one."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


@pytest.mark.parametrize(
    "command",
    [
        ("compare", *EVENT, "-q", "-o", "report.json"),
        ("compare", *EVENT, "-q", "-o", "report.html"),
        ("compare", *EVENT, "-q", "--db", "event.db"),
        ("add", *EVENT, "--db", "event.db"),
    ],
)
def test_a_full_disk_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """Exit code 2, one line, the older report as it was, and nothing lying about."""
    monkeypatch.chdir(tmp_path)
    for name in ("report.json", "report.html"):
        Path(name).write_text("the older report", encoding="utf-8")
    run = done(*PROGRAM, *command, before=no_room)

    assert (run.returncode, len(run.stderr.splitlines()), "Traceback" in run.stderr) == (2, 1, False)
    left = {path.name: path.read_text(encoding="utf-8") for path in Path().iterdir()}
    assert left == dict.fromkeys(("report.json", "report.html"), "the older report")


def test_a_store_on_a_full_disk_keeps_what_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A further article is refused with one line; everything before it is there."""
    monkeypatch.chdir(tmp_path)
    done(*PROGRAM, "add", *EVENT[:3], "--db", "event.db")
    refused = done(*PROGRAM, "add", EVENT[3], "--db", "event.db", before=no_room)

    assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (2, "", 1)
    assert done(*PROGRAM, "articles", "event.db").stdout.split() == ["ok", *(Path(one).stem for one in EVENT[:3])]


@pytest.mark.parametrize("megabytes", [200, 260, 280, 300])
def test_too_little_memory_is_one_line(tmp_path: Path, megabytes: int) -> None:
    """No traceback, no death by a signal or in a library, nothing written, wherever the memory ends."""

    def little_memory() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))

    run = done(*PROGRAM, "compare", *EVENT, "-o", str(tmp_path / "r.json"), before=little_memory)

    assert (run.returncode, run.stdout, len(run.stderr.splitlines())) == (2, "", 1)
    assert run.stderr.startswith("discrepancy: ")
    assert list(tmp_path.iterdir()) == []


NO_NETWORK = """
import sys


def watch(event, arguments):
    named = event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.connect", "socket.bind")
    if named or (event == "socket.__new__" and arguments[1] != 1):  # 1: a socket of this machine alone
        with open({log!r}, "a", encoding="utf-8") as log:
            print(event, arguments, file=log)


sys.addaudithook(watch)
"""


def test_no_socket_is_opened_by_any_process_of_a_comparison(tmp_path: Path) -> None:
    """Not even to find out what the machine could do: neither the program nor the process that reads pages."""
    log, site = tmp_path / "log", tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(NO_NETWORK.format(log=str(log)), encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><article><p>{Path(EVENT[0]).read_text()}</p></article></body></html>", "utf-8")
    environment = {**ENVIRONMENT, "PYTHONPATH": os.pathsep.join((str(site), str(ROOT)))}
    outputs = [f"-o{tmp_path / name}" for name in ("r.json", "r.html", "r.csv", "r.xlsx", "r.sarif")]
    run = subprocess.run([*PROGRAM, "compare", *EVENT, str(page), *outputs], env=environment, check=False)
    probe = subprocess.run([sys.executable, "-c", "import socket; socket.socket()"], env=environment, check=False)

    assert (run.returncode, probe.returncode) == (1, 0)
    assert len(log.read_text(encoding="utf-8").splitlines()) == 1, "the one of the probe"
