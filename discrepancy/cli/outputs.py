"""A report to its files and to standard output."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from discrepancy.cli.options import standard_output, terminal, wants_screen
from discrepancy.model import Report
from discrepancy.report import FORMATS
from discrepancy.report.table import to_table
from discrepancy.report.write import write_outputs


def write_report(ctx: click.Context, report: Report, formats: Mapping[str, str], options: Mapping[str, Any]) -> None:
    """Write ``report`` to each path of ``formats`` in its format, and print it where that was asked for."""
    files = {path: FORMATS[name](report) for path, name in formats.items()}
    write_outputs(files, _shown(report, options) if wants_screen(ctx, files) else "", standard_output())


def _shown(report: Report, options: Mapping[str, Any]) -> str | bytes:
    if options["format"] != "table":
        return FORMATS[options["format"]](report)
    width, color = terminal(options["color"])
    return to_table(report, width=width, color=color, verbose=options["verbose"])
