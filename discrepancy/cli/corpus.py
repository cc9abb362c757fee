"""``discrepancy corpus``: a whole archive."""

from __future__ import annotations

import os
import sys
import time
from typing import Any

import click

from discrepancy.cli.articles import finish
from discrepancy.cli.commands import cli
from discrepancy.cli.options import debug_option, quiet_option
from discrepancy.cli.program import CONFLICTS_FOUND, say
from discrepancy.errors import DiscrepancyError
from discrepancy.report.explain import counted
from discrepancy.settings import MIN_CONFIDENCE, Settings

FORMATS = ("csv", "jsonl", "parquet")


@cli.command(short_help="Group an archive into events, and find the conflicts of each.")
@click.argument("archive", metavar="IN")
@click.option("-o", "--output", required=True, metavar="OUT", help="A folder: a new one, or that of an earlier run.")
@click.option(
    "-f",
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    default=("csv", "jsonl"),
    show_default=True,
    help="Format of the conflicts. Repeatable.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="Processes at once.")
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True)
@click.option("--master", metavar="URL", help="The Spark to work on; without it one on this machine.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=MIN_CONFIDENCE, show_default=True)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when conflicts are found.")
@quiet_option
@debug_option
def corpus(
    archive: str, output: str, formats: tuple[str, ...], jobs: int, quiet: bool, min_confidence: float, **options: Any
) -> int:
    """Put the articles of IN (a folder or a file that holds many) into events and write their conflicts into OUT.

    OUT gets the conflicts (conflicts.csv and others), all articles with their events (articles.csv), a report for each
    event with conflicts, and index.html. A run that was stopped goes on where it was when it is started again; articles
    that were added, changed or taken away are worked on alone.
    """
    from discrepancy.corpus.outputs import need
    from discrepancy.corpus.run import run

    need(formats)
    settings = Settings(min_confidence=min_confidence)
    engine = _engine(settings, jobs, options["engine"], options["master"])
    progress = Progress(shown=not quiet)
    try:
        outcome = run(archive, output, settings, formats, engine, progress.tell)
    finally:
        progress.end()
    if not outcome.articles:
        raise DiscrepancyError("; ".join(f"{one.path}: {one.why}" for one in outcome.unread) or "no article was found")
    troubles = [f"{one.path}: {one.why}" for one in (*outcome.unread, *outcome.failed)]
    if outcome.died:
        troubles.append(f"{counted(outcome.died, 'process', 'processes')} died; what was under way was done again")
    counts = (counted(outcome.conflicts, "conflict"), counted(outcome.events, "event"))
    failed = f", {len(outcome.failed)} given up" if outcome.failed else ""
    told = f"{counts[0]} in {counts[1]}, {counted(outcome.articles, 'article')}{failed}"
    finish([*outcome.warnings, *troubles], None if quiet else told)
    return CONFLICTS_FOUND if outcome.conflicts and not options["exit_zero"] else 0


def _engine(settings: Settings, jobs: int, name: str, master: str | None) -> Any:
    """What does the work."""
    from discrepancy.corpus.run import Processes
    from discrepancy.corpus.spark import Spark

    if master is not None and name != "spark":
        raise click.UsageError("--master needs --engine spark")
    return Spark(settings, master, jobs) if name == "spark" else Processes(settings, jobs)


class Progress:
    """How far a run is: a line that changes on a terminal, a new line now and then elsewhere; short work needs none."""

    PATIENCE = 1.0  # seconds before anything is shown
    TERMINAL, ELSEWHERE = 0.2, 30.0  # seconds between two looks

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr is not None
        self._terminal = self._shown and sys.stderr.isatty()
        self._what = ""
        self._began = self._last = 0.0
        self._drawn = False

    def tell(self, what: str, done: int, number: int) -> None:
        """``done`` of ``number`` are done, or of nobody knows how many (0)."""
        if not self._shown:
            return
        now = time.monotonic()
        if what != self._what:
            self.end()
            self._what, self._began, self._last = what, now, now - (self.TERMINAL if self._terminal else 0.0)
        pause = self.TERMINAL if self._terminal else self.ELSEWHERE
        if now - self._began < self.PATIENCE or now - self._last < pause:
            return
        self._last = now
        line = told(what, done, number, now - self._began)
        if self._terminal:
            self._drawn = True
            click.echo(f"\r\x1b[2K{line}", err=True, nl=False)
        else:
            say(line)

    def end(self) -> None:
        """Clear the line."""
        if self._drawn:
            click.echo("\r\x1b[2K", err=True, nl=False)
        self._drawn = False


def told(what: str, done: int, number: int, seconds: float) -> str:
    """One line of progress, with the rate and the time that is left."""
    rate = done / seconds
    if not number:
        return f"{what}: {done:,}"
    left = round((number - done) / rate) if rate else 0
    minutes, rest = divmod(left, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{what}: {done:,} of {number:,}, {rate:.1f} a second, {hours}:{minutes:02}:{rest:02} left"
