"""The commands: each reads, calls the library, writes and returns its exit code."""

from __future__ import annotations

from typing import Any

import click

from discrepancy import __version__
from discrepancy.cli.articles import finish, found_later, read_articles
from discrepancy.cli.config import load_config
from discrepancy.cli.decisions import keep_decisions, known_decisions
from discrepancy.cli.options import (
    apart,
    articles_argument,
    cache_option,
    check_screen,
    color_option,
    debug_option,
    output_formats,
    output_option,
    quiet_option,
    standard_output,
    verbose_option,
    wants_screen,
)
from discrepancy.cli.outputs import write_report
from discrepancy.cli.program import CONFLICTS_FOUND, Program
from discrepancy.cli.serve import serve
from discrepancy.errors import SettingsError
from discrepancy.model import KINDS, Report
from discrepancy.report import EXTRACTION_FORMATS, FORMATS
from discrepancy.report.explain import counted, summary
from discrepancy.report.selection import NEVER, SEVERITIES, has_failed, select_conflicts
from discrepancy.report.write import write_outputs
from discrepancy.review import apply_reviews
from discrepancy.settings import MIN_CONFIDENCE, Settings
from discrepancy.stored import (
    compare_cached,
    compare_stored,
    extract_cached,
    keep_look,
    open_cache,
    open_investigation,
    stored_ids,
)

COMPLETION = (
    'Shell completion: eval "$(_DISCREPANCY_COMPLETE=bash_source discrepancy)"; zsh_source and fish_source too.'
)


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=COMPLETION,
)
@click.version_option(__version__, prog_name="discrepancy", message="%(prog)s %(version)s")
def cli() -> None:
    """Find where news articles about one event disagree, with the quoted words on every side."""


cli.add_command(serve)


@cli.command(context_settings={"auto_envvar_prefix": "DISCREPANCY"}, short_help="Print where articles disagree.")
@click.argument("articles", nargs=-1, metavar="ARTICLE...")
@click.option("-f", "--format", type=click.Choice(list(FORMATS)), default="table", show_default=True)
@output_option
@click.option("--kind", type=click.Choice(KINDS), multiple=True, help="Look for this kind of conflict. Repeatable.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=MIN_CONFIDENCE, show_default=True)
@click.option("--min-severity", type=click.Choice(SEVERITIES), default="low", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice([NEVER, *SEVERITIES]),
    default="low",
    show_default=True,
    help="Exit with 1 when a shown conflict is at least this severe.",
)
@click.option("--review", metavar="FILE", help="Mark conflicts with the decisions in this review file.")
@click.option("--write-review", metavar="FILE", help="Bring this review file up to date, or make it.")
@click.option("--db", metavar="FILE", help="Add ARTICLES to this store (made where there is none), compare all in it.")
@cache_option
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when conflicts are found.")
@color_option
@quiet_option
@verbose_option
@click.option(
    "--config",
    is_eager=True,
    expose_value=False,
    callback=load_config,
    metavar="FILE",
    help="Read defaults here, not from the nearest discrepancy.toml or pyproject.toml.",
)
@debug_option
@click.pass_context
def compare(ctx: click.Context, /, articles: tuple[str, ...], **options: Any) -> int:
    """Compare ARTICLES (- is standard input) and print where they disagree.

    Exit code: 0 nothing conflicts, 1 conflicts found, 2 could not do it. Conflicts that a review file calls explained,
    duplicate or false_alarm are shown and do not count.

    A flag counts more than an environment variable (DISCREPANCY_MIN_CONFIDENCE), that more than discrepancy.toml or
    [tool.discrepancy] of pyproject.toml.
    """
    review, write_review, db = options["review"], options["write_review"], options["db"]
    if not articles and db is None:
        raise click.UsageError("Missing argument 'ARTICLE...'.")
    others = [path for path in (write_review, db, options["cache"]) if path is not None]
    apart(articles, others)
    formats = output_formats(options["output"], FORMATS, [*articles, *others])
    check_screen(ctx, options["format"], formats)
    decisions = known_decisions(review, write_review)
    documents, unread, warnings = read_articles(articles, fewest=2, held=stored_ids(db, needed=not articles))
    settings = Settings(min_confidence=options["min_confidence"], kinds=options["kind"])
    with open_investigation(db) as store, open_cache(options["cache"], settings) as cache:
        report: Report = (
            compare_stored(store, documents, settings, unread, cache)
            if store
            else compare_cached(cache, documents, settings, unread)
        )
        report = apply_reviews(report, store.reviews() if store and review is None else decisions)
        warnings += keep_decisions(write_review, report, settings.kinds)
        shown = select_conflicts(report, min_severity=options["min_severity"])
        write_report(ctx, shown, formats, options)
        if store:
            keep_look(store, report, settings, decided=review is None)
    finish([*warnings, *found_later(documents, report.documents)], None if options["quiet"] else summary(shown))
    return CONFLICTS_FOUND if has_failed(shown, NEVER if options["exit_zero"] else options["fail_on"]) else 0


@cli.command(context_settings={"auto_envvar_prefix": "DISCREPANCY_EXTRACT"}, short_help="List what articles claim.")
@articles_argument
@click.option("-f", "--format", type=click.Choice(list(EXTRACTION_FORMATS)), default="json", show_default=True)
@output_option
@cache_option
@quiet_option
@debug_option
@click.pass_context
def extract(ctx: click.Context, /, articles: tuple[str, ...], **options: Any) -> int:
    """List the claims, quantities, times, names and attributions of each of ARTICLES (- is standard input)."""
    kept = [options["cache"]] if options["cache"] is not None else []
    apart(articles, kept)
    formats = output_formats(options["output"], EXTRACTION_FORMATS, [*articles, *kept])
    documents, _, warnings = read_articles(articles, fewest=1)
    settings = Settings()
    with open_cache(options["cache"], settings) as cache:
        extractions = extract_cached(cache, documents, settings)
    files = {path: EXTRACTION_FORMATS[name](extractions) for path, name in formats.items()}
    shown = EXTRACTION_FORMATS[options["format"]](extractions) if wants_screen(ctx, files) else ""
    write_outputs(files, shown, standard_output())
    found = counted(sum(len(extraction.claims) for extraction in extractions), "claim")
    later = found_later(documents, [extraction.document for extraction in extractions])
    finish([*warnings, *later], None if options["quiet"] else f"{found} in {counted(len(extractions), 'article')}")
    return 0


@cli.command()
def rules() -> None:
    """List the rules, and the codes that say why two claims do not conflict."""
    from discrepancy.judge.rules import CODES, rule_names, rule_text

    lines = [f"{name:<18} {rule_text(name).splitlines()[0].partition(':')[2].strip()}" for name in rule_names()]
    lines += ["", *(f"{code:<18} {words}" for code, words in CODES.items())]
    _print("\n".join(lines).lstrip("\n") + "\n")


@cli.command()
@click.argument("name")
def explain(name: str) -> None:
    """Say what the rule or code NAME means."""
    from discrepancy.judge.rules import CODES, rule_names, rule_text

    if name in rule_names():
        _print(rule_text(name).rstrip("\n") + "\n")
    elif name in CODES:
        _print(f"{name}: {CODES[name]}\n")
    else:
        raise SettingsError(f"{name}: no such rule or code; discrepancy rules lists them")


@cli.command()
def schema() -> None:
    """Print the JSON Schema of the JSON files."""
    from importlib.resources import files

    _print((files("discrepancy.report") / "schema.json").read_text(encoding="utf-8"))


def _print(text: str) -> None:
    write_outputs({}, text, standard_output())
