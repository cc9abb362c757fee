"""``python -m discrepancy`` and the console script."""

from __future__ import annotations

import gc

from discrepancy.settings import COLLECT_AFTER


def run() -> None:
    """Run the command line; an interruption before it stands ends like one after it."""
    gc.set_threshold(COLLECT_AFTER)
    try:
        from discrepancy.cli import cli

        cli(prog_name="discrepancy")
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    run()
