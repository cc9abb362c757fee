"""Decisions of people: the command that lists and sets them, and how ``compare`` reads and writes them."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from discrepancy.cli.commands import cli
from discrepancy.cli.options import debug_option, quiet_option, standard_output
from discrepancy.cli.program import say
from discrepancy.errors import ReadError, SettingsError
from discrepancy.language.printable import printable
from discrepancy.model import STATUSES, Status
from discrepancy.read.open_file import file_bytes
from discrepancy.report.explain import counted, review_words, status_tally
from discrepancy.report.json_report import SCHEMA as REPORT_SCHEMA
from discrepancy.report.write import write_outputs
from discrepancy.review import Reviewed, find_reviewed, reviews_in
from discrepancy.review_file import parse_reviews, set_review


@cli.command(short_help="List or set what was decided about conflicts.")
@click.argument("file", metavar="FILE")
@click.argument("conflict", required=False, metavar="[CONFLICT]")
@click.option("--status", type=click.Choice(STATUSES), help="What was decided; without CONFLICT: list only these.")
@click.option("--note", help="Why, in your own words; an empty note clears it.")
@quiet_option
@debug_option
def review(file: str, conflict: str | None, status: Status | None, note: str | None, quiet: bool) -> int:
    """List the conflicts in FILE with what was decided about them, or decide about CONFLICT.

    FILE is a review file (compare --write-review makes one) or, to list only, a JSON report. CONFLICT is a fingerprint
    (c- and 12 digits) or the beginning of one.
    """
    if conflict is not None and (status is not None or note is not None):
        if _report_in(file) is not None:
            raise SettingsError(
                f"{printable(file)}: is a report; decide in a review file (compare --write-review FILE)"
            )
        _show([set_review(file, conflict, status=status, note=note)])
        return 0
    if note is not None:
        raise click.UsageError("--note needs the fingerprint of a conflict")
    known = _listed(file)
    if conflict is not None:
        _show([find_reviewed(known, conflict)])
        return 0
    wanted = [one for _, one in sorted(known.items()) if status in (None, one.review.status)]
    _show(wanted)
    if not quiet:
        told = status_tally(one.review.status for one in wanted)
        say(f"{counted(len(wanted), 'conflict')}{f': {told}' if told else ''}")
    return 0


def _listed(file: str) -> dict[str, Reviewed]:
    report = _report_in(file)
    if report is None:
        return parse_reviews(file_bytes(file), printable(file))
    try:
        return reviews_in(report["conflicts"])
    except (AttributeError, KeyError, TypeError):
        raise ReadError(printable(file), "is a damaged report") from None


def _report_in(file: str) -> dict[str, list[dict[str, object]]] | None:
    """The JSON report in ``file``; None for anything else."""
    try:
        data = json.loads(file_bytes(file))
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and data.get("schema") == REPORT_SCHEMA else None


def _show(conflicts: Sequence[Reviewed]) -> None:
    lines = [
        f"{one.fingerprint}  {review_words(one.review) or 'open'}{' (gone)' if one.gone else ''}\n"
        f"    {one.question} {one.answers}"
        for one in conflicts
    ]
    shown = "\n".join(printable(line) for block in lines for line in block.split("\n"))
    write_outputs({}, f"{shown}\n" if shown else "", standard_output())
