"""Many articles in one text, as the archives of newspapers export them: split on their marks and field labels.

Nothing is left out without a word: a number that is missing, an article without text, words outside of all articles
and articles that are much shorter than they say are warnings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from discrepancy.errors import ReadError
from discrepancy.language.printable import printable
from discrepancy.read.draft import Contents, Draft
from discrepancy.read.export_fields import Fields, centred_fields, factiva_fields, stacked_fields, title_line

_NUMBERED = re.compile(r"\s{0,200}([0-9]{1,5}) of ([0-9]{1,5}) DOCUMENTS?\s{0,50}\Z")
_CLOSED = re.compile(r"\s{0,20}End of Document\s{0,20}\Z", re.IGNORECASE)
_LENGTH = re.compile(r"\s{0,20}length:\s{0,20}[0-9,.]{1,9} words?\s{0,20}\Z", re.IGNORECASE)
_COVER = re.compile(r"\s{0,20}Documents \(([0-9]{1,5})\)\s{0,20}\Z")
_CODE = re.compile(r"(?:AN[ \t]{1,20})?Document [A-Za-z]{1,12}[A-Za-z0-9]{8,40}\s{0,20}\Z")
_LABEL = re.compile(r"(SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|AN)(?:[ \t]{1,20}|\Z)")
_HEADS = re.compile(r"HD[ \t]{2,20}\S")
_WORD = re.compile(r"\w{1,60}")
_MOST = 2_000
# counts of words differ by what is counted; an article of half its length is cut
_LEAST_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class _Piece:
    """The lines of one article.

    open     the mark that ends an article is missing
    number   as the file counts it, 0 where it does not
    """

    lines: tuple[str, ...]
    open: bool = False
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Split:
    """The pieces of a file, what it says about their number, and the lines that belong to none."""

    pieces: tuple[_Piece, ...]
    total: int | None
    outside: tuple[str, ...]
    fields: Callable[[Sequence[str]], Fields]


def articles_of_export(text: str, name: str, warnings: Sequence[str] = ()) -> Contents | None:
    """All articles of an export; None where ``text`` is none. Raises ReadError where no piece holds an article."""
    split = _split(text.splitlines())
    if split is None:
        return None
    drafts: list[Draft] = []
    told = [*warnings, *_missing(split)]
    for place, piece in enumerate(split.pieces[:_MOST], 1):
        fields = split.fields(piece.lines)
        label = f"article {piece.number or place}" + (f" ({printable(fields.title[:60])})" if fields.title else "")
        if not _WORD.search(fields.body):
            told.append(f"{label} has no text")
            continue
        body = f"{fields.title}\n\n{fields.body}" if fields.title else fields.body
        drafts.append(Draft(body, None, fields.title, fields.outlet, fields.published, warnings=_notes(piece, fields)))
    if len(split.pieces) > _MOST:
        told.append(f"holds {len(split.pieces)} articles; the first {_MOST} are read")
    if not drafts:
        raise ReadError(name, f"is an export without the text of any article ({told[-1]})")
    return Contents(tuple(drafts), len(split.pieces) > 1, tuple(told))


def _split(lines: Sequence[str]) -> _Split | None:
    if any(_NUMBERED.match(line) for line in lines):
        return _numbered(lines)
    if any(_CLOSED.match(line) for line in lines) and any(_LENGTH.match(line) for line in lines):
        return _closed(lines)
    if any(_HEADS.match(line) for line in lines) and {"LP", "TD", "AN"} & set(_labels(lines)):
        return _headed(lines)
    return None


def _numbered(lines: Sequence[str]) -> _Split:
    """Pieces that begin with "2 of 7 DOCUMENTS"."""
    starts = [(i, found) for i, line in enumerate(lines) if (found := _NUMBERED.match(line))]
    ends = [*(i for i, _ in starts[1:]), len(lines)]
    pieces = tuple(
        _Piece(tuple(lines[i + 1 : end]), number=int(found[1])) for (i, found), end in zip(starts, ends, strict=True)
    )
    total = max(int(found[2]) for _, found in starts)
    return _Split(pieces, total, tuple(lines[: starts[0][0]]), centred_fields)


def _headed(lines: Sequence[str]) -> _Split:
    """Pieces that begin with the label of a section or a headline; what stands behind the code is outside."""
    starts: list[int] = []
    for i, line in enumerate(lines):
        label = _LABEL.match(line)
        if label and label[1] == "HD":
            before = max((at for at in range(max(0, i - 3), i) if lines[at].strip()), default=i)
            starts.append(before if before < i and lines[before].startswith("SE ") else i)
    pieces: list[_Piece] = []
    outside = list(lines[: starts[0]])
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        close = next((i + 1 for i in range(start, end) if _CODE.match(lines[i])), None)
        pieces.append(_Piece(tuple(lines[start : close or end]), open=close is None))
        outside += lines[close or end : end]
    return _Split(tuple(pieces), None, tuple(outside), factiva_fields)


def _closed(lines: Sequence[str]) -> _Split:
    """Pieces that begin with their headline, some lines above their length, and end with "End of Document"."""
    starts = [title_line(lines, i) for i, line in enumerate(lines) if _LENGTH.match(line)]
    pieces: list[_Piece] = []
    outside: list[str] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        close = next((i for i in range(start, end) if _CLOSED.match(lines[i])), None)
        pieces.append(_Piece(tuple(lines[start : end if close is None else close]), open=close is None))
        outside += lines[close + 1 : end] if close is not None else ()
    cover = next((int(found[1]) for line in lines[: starts[0]] if (found := _COVER.match(line))), None)
    # the page in front lists the titles: its number of articles is held against those that are there
    front = lines[: starts[0]] if cover is None else ()
    return _Split(tuple(pieces), cover, (*front, *outside), stacked_fields)


def _labels(lines: Sequence[str]) -> Iterator[str]:
    return (found[1] for line in lines if (found := _LABEL.match(line)))


def _missing(split: _Split) -> Iterator[str]:
    """What the file says it holds and does not."""
    numbers = [piece.number for piece in split.pieces if piece.number]
    total = split.total
    if numbers and total:
        gone = sorted(set(range(1, min(total, 100_000) + 1)) - set(numbers))
        if gone:
            shown = ", ".join(map(str, gone[:10])) + (" and more" if len(gone) > 10 else "")
            yield f"says that it holds {total} articles; missing: number {shown}"
    elif total is not None and total != len(split.pieces):
        yield f"says that it holds {total} articles; {len(split.pieces)} are there"
    outside = sum(len(_WORD.findall(line)) for line in split.outside)
    if outside:
        yield f"{outside} words before, between or behind the articles are not read"


def _notes(piece: _Piece, fields: Fields) -> tuple[str, ...]:
    found = list(fields.notes)
    words = len(_WORD.findall(fields.body))
    if fields.words and words < _LEAST_SHARE * fields.words:
        found.append(f"has {words} of the {fields.words} words that the export names; it may be cut")
    if piece.open:
        found.append("ends without the mark that ends an article; it may be cut, or hold another one")
    return tuple(found)
