"""``discrepancy report``: a result that was written before, in other formats, without computing again."""

from __future__ import annotations

from typing import Any

import click

from discrepancy.cli.commands import cli
from discrepancy.cli.options import (
    check_screen,
    color_option,
    debug_option,
    output_formats,
    output_option,
    quiet_option,
    standard_input,
    verbose_option,
)
from discrepancy.cli.outputs import write_report
from discrepancy.cli.program import say
from discrepancy.errors import ReadError
from discrepancy.report import FORMATS
from discrepancy.report.explain import summary
from discrepancy.report.reread import reread
from discrepancy.review import apply_reviews
from discrepancy.review_file import load_reviews

STANDARD_INPUT = "-"
LARGEST_RESULT = 128 * 1024 * 1024


@cli.command(short_help="Show a result again in other formats.")
@click.argument("result", metavar="RESULT.json")
@click.option("-f", "--format", type=click.Choice(list(FORMATS)), default="table", show_default=True)
@output_option
@click.option("--review", metavar="FILE", help="Mark conflicts with the decisions in this review file, and no others.")
@color_option
@quiet_option
@verbose_option
@debug_option
@click.pass_context
def report(ctx: click.Context, /, result: str, **options: Any) -> int:
    """Write the report RESULT.json (- is standard input), which compare wrote, in other formats.

    Nothing is computed again: the files are those that compare would have written in the same run, or, with --review,
    with these decisions. Exit code: 0, or 2 when it could not be done.
    """
    review = options["review"]
    formats = output_formats(options["output"], FORMATS, [result, *([review] if review else [])])
    check_screen(ctx, options["format"], formats)
    known = reread(_bytes(result), "standard input" if result == STANDARD_INPUT else result)
    if review is not None:
        known = apply_reviews(known, load_reviews(review))
    write_report(ctx, known, formats, options)
    if not options["quiet"]:
        say(summary(known))
    return 0


def _bytes(result: str) -> bytes:
    from discrepancy.read.open_file import file_bytes, stream_bytes

    if result != STANDARD_INPUT:
        return file_bytes(result, LARGEST_RESULT)
    stream = standard_input()
    if stream is None:
        raise ReadError("standard input", "is closed")
    return stream_bytes(stream, "standard input", LARGEST_RESULT)
