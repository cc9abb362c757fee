"""A report to its files and to standard output."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from discrepancy.cli.options import standard_output, terminal, wants_screen
from discrepancy.model import Report
from discrepancy.report import FORMATS, IN_PARTS
from discrepancy.report.table import to_table
from discrepancy.report.write import Content, write_outputs


def write_report(ctx: click.Context, report: Report, formats: Mapping[str, str], options: Mapping[str, Any]) -> None:
    """Write ``report`` to each path of ``formats`` in its format, and print it where that was asked for."""
    files = {path: _written(report, name) for path, name in formats.items()}
    write_outputs(files, _shown(report, options) if wants_screen(ctx, files) else "", standard_output())


def _written(report: Report, name: str) -> Content:
    return IN_PARTS[name](report) if name in IN_PARTS else FORMATS[name](report)


def _shown(report: Report, options: Mapping[str, Any]) -> Content:
    if options["format"] != "table":
        return _written(report, options["format"])
    width, color = terminal(options["color"])
    return to_table(report, width=width, color=color, verbose=options["verbose"])
