"""Feed the readers and the grammars with what no newsroom writes, guided by what it makes them do (make fuzz).

Each target runs in a process of its own for the time given. An input that breaks one is kept in FOLDER/TARGET/crash-...
and shown; the exit code is 1 then. Inputs that reach new code stay in FOLDER/TARGET, and the next run begins with them.
"""

from __future__ import annotations

import argparse
import sys
from multiprocessing import get_context
from pathlib import Path

from fuzzing.run import run
from fuzzing.targets import TARGETS, seeds


def main() -> int:
    """Fuzz the targets that were named, one after the other."""
    parser = argparse.ArgumentParser(
        prog="python -m fuzzing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", metavar="TARGET", help="these targets (default: all)")
    parser.add_argument("--seconds", type=int, default=600, help="for each target (default: %(default)s)")
    parser.add_argument("--folder", type=Path, default=Path("out/fuzz"), help="default: %(default)s")
    chosen = parser.parse_args()
    unknown = sorted({*(chosen.only or ())} - TARGETS.keys())
    if unknown:
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    broken = []
    for name in chosen.only or TARGETS:
        folder = chosen.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds(name)):
            (folder / f"seed-{number}").write_bytes(seed)
        print(f"{name}: {chosen.seconds} seconds", flush=True)
        process = get_context("spawn").Process(target=run, args=(name, folder, chosen.seconds))
        process.start()
        process.join()
        if process.exitcode:
            broken.append(name)
    print(f"broken: {', '.join(broken)}" if broken else "nothing broke")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
