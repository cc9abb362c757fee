"""Commands on a store: add articles, list them, and say what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from discrepancy.changes import NOTHING, Change, changes, look_of
from discrepancy.cli.again import LARGEST_RESULT
from discrepancy.cli.articles import finish, read_articles
from discrepancy.cli.commands import cli
from discrepancy.cli.options import apart, articles_argument, debug_option, quiet_option, standard_output
from discrepancy.cli.program import CONFLICTS_FOUND, say
from discrepancy.errors import DiscrepancyError
from discrepancy.language.printable import printable
from discrepancy.read.open_file import file_bytes
from discrepancy.report.explain import counted, tally
from discrepancy.report.records import Record
from discrepancy.report.reread import reread
from discrepancy.report.write import write_outputs
from discrepancy.store.investigation import Investigation
from discrepancy.stored import stored_ids

LOOK = "(a look is a run of compare --db that found something else)"
DB = click.option("--db", required=True, metavar="FILE", help="The store; it is made where there is none.")


@cli.command(short_help="Add articles to a store.")
@articles_argument
@DB
@quiet_option
@debug_option
def add(articles: tuple[str, ...], db: str, quiet: bool) -> int:
    """Add ARTICLES (- is standard input) to a store, without comparing them.

    Prints "ok ID" for each article as soon as it is safe on the disk. An article that is there already is there once.
    """
    apart(articles, [db])
    documents, unread, warnings = read_articles(articles, fewest=1, held=stored_ids(db, needed=False))
    if not documents:
        raise DiscrepancyError("; ".join(f"{one.path}: {one.why}" for one in unread))
    new = 0
    with Investigation(db, create=True) as store:
        for document in documents:
            name, is_new = store.add(document)
            new += is_new
            _print([f"ok {name}"])
    known = f", {counted(len(documents) - new, 'was', 'were')} there already" if new < len(documents) else ""
    finish(warnings, None if quiet else f"{counted(new, 'article')} added{known}")
    return 0


@cli.command(short_help="Check a store and list its articles.")
@click.argument("db", metavar="FILE")
@debug_option
def articles(db: str) -> int:
    """Read the whole store FILE; print "ok" when it is sound, then the id of each article."""
    with Investigation(db) as store:
        store.check()
        names = [document.id for document in store.documents()]
    _print(["ok", *names])
    return 0


@cli.command(short_help="Say what is new, changed and gone since the last look.")
@click.argument("before", metavar="DB|OLD.json")
@click.argument("now", required=False, metavar="[NEW.json]")
@quiet_option
@debug_option
def diff(before: str, now: str | None, quiet: bool) -> int:
    """Compare the last two looks at the store DB, or two JSON reports of compare.

    A look is a run of compare --db that found something else than the one before, with the same settings. A conflict is
    changed when its question was there before, with other evidence. Exit code: 1 when a conflict is new or changed.
    """
    looks, since = _looks_in(before) if now is None else ((_look_at(before), _look_at(now)), "")
    found = changes(*looks)
    _print([line for change in found for line in _lines(change)])
    if not quiet:
        say((tally(change.what for change in found) or "nothing changed") + since)
    return CONFLICTS_FOUND if any(change.what in {"new", "changed"} for change in found) else 0


def _looks_in(db: str) -> tuple[tuple[Record, Record], str]:
    """The last two looks, and in words what the last one is set against."""
    with Investigation(db) as store:
        looks = store.looks()
    if not looks:
        raise DiscrepancyError(f"{printable(db)}: nothing was compared yet (compare --db FILE)")
    if len(looks) == 1:
        return (NOTHING, looks[0]), f" in the first look {LOOK}"
    return (looks[0], looks[1]), f" since the look before {LOOK}"


def _look_at(path: str) -> Record:
    return look_of(reread(file_bytes(path, LARGEST_RESULT), printable(path)))


def _lines(change: Change) -> Iterator[str]:
    names = f"{change.now or change.before}{f' (was {change.before})' if change.now and change.before else ''}"
    yield f"{change.what:<8} {f'{names}  ' if names else ''}{change.words}"
    if change.detail:
        yield f"         {change.detail}"


def _print(lines: Sequence[str]) -> None:
    write_outputs({}, "".join(f"{printable(line)}\n" for line in lines), standard_output())
