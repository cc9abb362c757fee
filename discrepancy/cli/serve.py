"""``discrepancy serve``: the local page."""

from __future__ import annotations

import webbrowser
from importlib.util import find_spec

import click

from discrepancy.cli.options import debug_option
from discrepancy.cli.program import say
from discrepancy.errors import ExtraMissing

PORT = 8765
LIBRARIES = ("fastapi", "uvicorn", "python_multipart")


@click.command(short_help="Open a local page to compare articles on.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes any free one.")
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.option("--review", metavar="FILE", help="Keep what is decided about conflicts in this review file.")
@debug_option
def serve(port: int, opens: bool, review: str | None) -> None:
    """Serve a page on this machine: paste or drop articles, see the report in place, decide about conflicts.

    It answers to this machine only and ends with Ctrl-C. Articles and reports are kept in memory; so are decisions,
    unless a review file is named.
    """
    if any(find_spec(library) is None for library in LIBRARIES):
        raise ExtraMissing("the local page", "web")
    from discrepancy.web import server
    from discrepancy.web.decisions import Decisions

    decisions = Decisions(review)

    def ready(address: str) -> None:
        say(f"{address} (Ctrl-C ends it)")
        if opens:
            webbrowser.open(address)

    server.serve(server.listen(port), decisions, ready=ready)
