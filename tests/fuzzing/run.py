"""One target under the fuzzer, in a process of its own."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

LONGEST_INPUT = 8_000
MOST_MEMORY = 3_000  # MB
SLOWEST = 60  # seconds for one input, of the clock: other programs run too
WATCHED = ("discrepancy", "striprtf", "docx", "warcio", "feedparser", "email")


def run(name: str, folder: Path, seconds: int) -> None:
    """Fuzz one target; the library ends the process."""
    atheris = import_module("atheris")  # not in the locks for tests: it is made for few systems
    with atheris.instrument_imports(include=WATCHED):
        targets = import_module("fuzzing.targets")
    for seed in targets.seeds(name):  # models are loaded before the clock of the first input runs
        targets.TARGETS[name](seed)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST_INPUT}",
        f"-rss_limit_mb={MOST_MEMORY}",
        f"-timeout={SLOWEST}",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    atheris.Setup(["fuzz", *options, str(folder)], targets.TARGETS[name])
    atheris.Fuzz()
