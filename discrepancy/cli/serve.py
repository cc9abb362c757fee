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
@click.option(
    "--db", metavar="FILE", help="Keep articles, decisions and looks in this store, made where there is none."
)
@debug_option
def serve(port: int, opens: bool, review: str | None, db: str | None) -> None:
    """Serve a page on this machine: paste or drop articles, see the report in place, decide about conflicts.

    It answers to this machine only and ends with Ctrl-C. Articles, reports and decisions are kept in memory, unless a
    review file or a store is named.
    """
    if any(find_spec(library) is None for library in LIBRARIES):
        raise ExtraMissing("the local page", "web")
    if review is not None and db is not None:
        raise click.UsageError("--review and --db exclude each other: a store keeps decisions itself")
    from discrepancy.web import server
    from discrepancy.web.decisions import Decisions
    from discrepancy.web.jobs import Jobs

    decisions = Decisions(review, db=db)

    def ready(address: str) -> None:
        say(f"{address} (Ctrl-C ends it)")
        if opens:
            webbrowser.open(address)

    server.serve(server.listen(port), Jobs(db=db), decisions, ready=ready)
