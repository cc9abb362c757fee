"""Options that commands share, and what they mean together."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Collection, Sequence
from importlib.util import find_spec
from typing import BinaryIO

import click
from click.core import ParameterSource

from discrepancy.cli.program import remember_debug
from discrepancy.errors import ExtraMissing
from discrepancy.report import BINARY_FORMATS, EXTRAS, SUFFIXES, format_of
from discrepancy.report.table import WIDTH

articles_argument = click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
output_option = click.option(
    "-o",
    "--output",
    multiple=True,
    metavar="FILE",
    help="Write a report here; the suffix picks the format. Repeatable.",
)
color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True
)
verbose_option = click.option(
    "-v", "--verbose", is_flag=True, help="List what looks different and is not, and what was not compared."
)
cache_option = click.option(
    "--cache",
    metavar="FILE",
    help="Keep what is found in each article here (made where there is none); what is there is not parsed again.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="No summary line on standard error.")
debug_option = click.option(
    "--debug",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=remember_debug,
    help="Show where an unexpected error arose.",
)


def apart(articles: Sequence[str], written: Sequence[str]) -> None:
    """Refuse to write over an article, or two things into one file."""
    taken = {os.path.realpath(article) for article in articles}
    for path in written:
        if os.path.realpath(path) in taken:
            raise click.UsageError(f"{path}: is an article or an output already")
        taken.add(os.path.realpath(path))


def output_formats(outputs: Sequence[str], known: Collection[str], articles: Sequence[str]) -> dict[str, str]:
    """The format of each output file by its suffix; an output may not replace an article or another output."""
    chosen: dict[str, str] = {}
    for path in outputs:
        name = format_of(path, known)
        if name is None:
            suffixes = ", ".join(suffix for suffix, format_name in SUFFIXES.items() if format_name in known)
            raise click.UsageError(f"{path}: the suffix picks the format and must be one of {suffixes}")
        _need(name)
        chosen[path] = name
    apart(articles, outputs)
    return chosen


def check_screen(ctx: click.Context, name: str, files: Collection[str]) -> None:
    """See that the format ``name`` can be printed, where it will be: bytes go to a file or a pipe only."""
    if wants_screen(ctx, files):
        _need(name)
        if name in BINARY_FORMATS and on_terminal():
            raise click.UsageError(f"{name} is no text for a terminal; use -o FILE or a pipe")


def _need(name: str) -> None:
    if name in EXTRAS and find_spec(EXTRAS[name][0]) is None:
        raise ExtraMissing(name, EXTRAS[name][1])


def wants_screen(ctx: click.Context, files: Collection[str]) -> bool:
    """Whether to print: without output files, or when the format was asked for by hand."""
    return not files or ctx.get_parameter_source("format") is ParameterSource.COMMANDLINE


def standard_output() -> BinaryIO | None:
    """Standard output for bytes; None when it is closed."""
    return sys.stdout.buffer if sys.stdout else None


def standard_input() -> BinaryIO | None:
    """Standard input for bytes; None when it is closed."""
    return sys.stdin.buffer if sys.stdin else None


def on_terminal() -> bool:
    """Whether a person sees standard output as it is written."""
    return bool(sys.stdout) and sys.stdout.isatty()


def terminal(color: str) -> tuple[int, bool]:
    """Width of the table, and whether it is coloured; NO_COLOR is heeded unless colour is asked for by hand."""
    seen = on_terminal()
    width = shutil.get_terminal_size((WIDTH, 0)).columns if seen else WIDTH
    return width, color == "always" or (color == "auto" and seen and not os.environ.get("NO_COLOR"))
