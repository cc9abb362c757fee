"""Format ``table``: what a person reads first, for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from discrepancy.language.printable import printable
from discrepancy.model import Compatible, Conflict, Document, Position, Report
from discrepancy.report import explain

WIDTH = 100
NARROWEST = 60
CLAIMS_SHOWN = 3
HEADERS = ("answer", "who says so", "where", "in these words")
SHARES = (0.16, 0.22, 0.2)  # of the width, for the first three columns; the words take the rest
GAPS = 3 + 2 * (len(HEADERS) - 1)
STYLES = {"high": "31", "medium": "33", "low": "36", "bold": "1"}
PADDING = 2  # tabulate widens a column to its heading and this much
Row = tuple[str, str, str, str]


def to_table(report: Report, *, width: int = WIDTH, color: bool = False, verbose: bool = False) -> str:
    """The report for a terminal of ``width`` columns; ``verbose`` lists what was not flagged and why."""
    documents = {document.id: document for document in report.documents}
    blocks = [
        _conflict(number, conflict, documents, max(width, NARROWEST), _painter(color), verbose)
        for number, conflict in enumerate(report.conflicts, 1)
    ]
    if report.conflicts:
        blocks.append("\n".join(_sources(explain.cited(report))))
    rest = [*_rest(report, documents, verbose), *map(printable, explain.notes(report))]
    if not report.conflicts:
        rest.insert(0, explain.nothing_found(report))
    return "\n\n".join([*blocks, "\n".join(rest)]).rstrip("\n") + "\n"


def _painter(color: bool) -> Callable[[str, str], str]:
    return (lambda style, text: f"\x1b[{STYLES[style]}m{text}\x1b[0m") if color else (lambda _, text: text)


def _conflict(
    number: int,
    conflict: Conflict,
    documents: Mapping[str, Document],
    width: int,
    paint: Callable[[str, str], str],
    verbose: bool,
) -> str:
    rows = [row for position in conflict.positions for row in _rows(position, documents, verbose)]
    standing = f"{conflict.kind}, {paint(conflict.severity, conflict.severity)} severity"
    lines = [
        paint("bold", printable(f"{number}. {explain.one_line(conflict.question)}")),
        *_wrapped("", explain.answers(conflict, documents), width),
        f"   {standing}, confidence {conflict.confidence:.2f}",
        "",
        _grid(rows, width),
        "",
        *_wrapped("Why: ", explain.one_line(conflict.why), width),
        *_wrapped("Check next: ", explain.check_next(conflict, documents), width),
    ]
    if decided := explain.review_words(conflict.review):
        lines += _wrapped("Review: ", decided, width)
    if verbose:
        for heading, reasons in explain.weighed(conflict.reasons):
            lines.append(f"   {heading}:")
            lines += [f"   {one.weight:+.2f} {printable(explain.one_line(one.text))}" for one in reasons]
    return "\n".join(lines)


def _rows(position: Position, documents: Mapping[str, Document], verbose: bool) -> Iterator[Row]:
    shown = position.passages if verbose else position.passages[:CLAIMS_SHOWN]
    for number, claim in enumerate(shown):
        yield (
            "" if number else explain.one_line(position.shown),
            explain.speaker_words(claim, documents),
            explain.place_words(claim, documents),
            f"“{explain.one_line(claim.evidence.text)}”",
        )
    if len(shown) < len(position.passages):
        yield "", f"and {explain.counted(len(position.passages) - len(shown), 'more passage')} (-v)", "", ""


class _Words:
    """A cell that stays words: tabulate fails on the string "42,000", whatever it is told about numbers."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __str__(self) -> str:
        return self._text


def _grid(rows: Sequence[Row], width: int) -> str:
    from tabulate import tabulate  # takes longer to load than everything else here

    columns = [
        max(len(head) + PADDING, int(share * (width - GAPS))) for head, share in zip(HEADERS[:-1], SHARES, strict=True)
    ]
    columns.append(width - GAPS - sum(columns))
    cells = [[_Words(printable(cell)) for cell in row] for row in rows]
    text = tabulate(cells, headers=HEADERS, tablefmt="simple", disable_numparse=True, maxcolwidths=columns)
    return "\n".join(f"   {line}".rstrip() for line in text.splitlines())


def _wrapped(label: str, text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(printable(label + text), width, initial_indent="   ", subsequent_indent="   ")


def _sources(documents: Sequence[Document]) -> Iterator[str]:
    longest = max((len(document.id) for document in documents), default=0)
    yield "Articles quoted:"
    for document in documents:
        yield printable(f"   {document.id:<{longest}}  {explain.source_words(document)}")


def _rest(report: Report, documents: Mapping[str, Document], verbose: bool) -> Iterator[str]:
    for rival in explain.rival_figures(report):
        yield printable(explain.rival_words(rival, documents))
    different = explain.look_different(report)
    hint = "" if verbose else " (-v lists them)"
    if different:
        words = explain.counted(len(different), "pair looks different and is", "pairs look different and are")
        yield f"{words} not: {printable(explain.tally(one.reason for one in different))}{hint}"
        yield from _listed(different, documents, verbose)
    if report.not_compared:
        words = explain.counted(len(report.not_compared), "claim was", "claims were")
        yield f"{words} not compared{hint}"
        if verbose:
            for one in report.not_compared:
                place = explain.place_words(one.claim, documents)
                yield printable(f"  - {explain.one_line(one.claim.shown)}, {place}: {explain.one_line(one.why)}")


def _listed(different: Sequence[Compatible], documents: Mapping[str, Document], verbose: bool) -> Iterator[str]:
    if verbose:
        for one in different:
            yield printable(f"  - {one.reason}: {explain.compatible_words(one, documents)}")
