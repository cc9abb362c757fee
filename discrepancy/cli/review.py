"""``discrepancy review``: the command that lists and sets what people decided about conflicts."""

from __future__ import annotations

from collections.abc import Sequence

import click

from discrepancy.cli.again import LARGEST_RESULT
from discrepancy.cli.commands import cli
from discrepancy.cli.options import debug_option, quiet_option, standard_output
from discrepancy.cli.program import say
from discrepancy.errors import SettingsError
from discrepancy.language.printable import printable
from discrepancy.model import STATUSES, Status
from discrepancy.read.open_file import file_bytes
from discrepancy.report.explain import counted, review_words, status_tally
from discrepancy.report.reread import is_report, reread
from discrepancy.report.write import write_outputs
from discrepancy.review import Reviewed, find_reviewed, reviews_of
from discrepancy.review_file import parse_reviews, set_review
from discrepancy.store.database import is_store
from discrepancy.store.investigation import Investigation


@cli.command(short_help="List or set what was decided about conflicts.")
@click.argument("file", metavar="FILE")
@click.argument("conflict", required=False, metavar="[CONFLICT]")
@click.option("--status", type=click.Choice(STATUSES), help="What was decided; without CONFLICT: list only these.")
@click.option("--note", help="Why, in your own words; an empty note clears it.")
@quiet_option
@debug_option
def review(file: str, conflict: str | None, status: Status | None, note: str | None, quiet: bool) -> int:
    """List the conflicts in FILE with what was decided about them, or decide about CONFLICT.

    FILE is a review file (compare --write-review makes one), a store (compare --db) or, to list only, a JSON report.
    CONFLICT is a fingerprint (c- and 12 digits) or the beginning of one.
    """
    if conflict is not None and (status is not None or note is not None):
        _show([_decide(file, conflict, status, note)])
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
    if is_store(file):
        with Investigation(file) as store:
            return store.reviews()
    data = file_bytes(file, LARGEST_RESULT)
    return reviews_of(reread(data, printable(file))) if is_report(data) else parse_reviews(data, printable(file))


def _decide(file: str, conflict: str, status: Status | None, note: str | None) -> Reviewed:
    if is_store(file):
        with Investigation(file) as store:
            return store.set_review(conflict, status=status, note=note)
    if is_report(file_bytes(file, LARGEST_RESULT)):
        raise SettingsError(f"{printable(file)}: is a report; decide in a review file (compare --write-review FILE)")
    return set_review(file, conflict, status=status, note=note)


def _show(conflicts: Sequence[Reviewed]) -> None:
    lines = [
        f"{one.fingerprint}  {review_words(one.review) or 'open'}{' (gone)' if one.gone else ''}\n"
        f"    {one.question} {one.answers}"
        for one in conflicts
    ]
    shown = "\n".join(printable(line) for block in lines for line in block.split("\n"))
    write_outputs({}, f"{shown}\n" if shown else "", standard_output())
