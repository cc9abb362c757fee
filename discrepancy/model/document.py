"""An article as it was read: text, zones, and the only way to quote from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

ZoneKind = Literal[
    "headline",
    "dateline",
    "byline",
    "caption",
    "credit",
    "prompt",
    "foreign",
    "related",
    "repeat",
    "embed",
    "comment",
    "stamp",
    "body",
]
QUOTE_CONTEXT = 32
LONGEST_EVIDENCE = 400


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open code-point range of ``Document.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Zone:
    """A labelled stretch of a document. Text is marked, never deleted.

    embed      what somebody posted on a network, shown in the article
    comment    comments of readers
    stamp      the time at which an entry of a live blog was posted
    """

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Quoted words and where they stand; made only by ``Document.evidence``.

    prefix, suffix   up to 32 characters on each side, so that the quote can be found again when a text moves
    sentence         the sentence that holds the quote
    """

    document: str
    span: Span
    text: str
    prefix: str
    suffix: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article; ``text`` is exactly what was read and is never changed.

    id               the file's stem where unique
    published        day of publication, None when unknown
    published_from   where that day was found: "given", "dateline", "text" or "unknown"
    zones            labelled stretches in text order that cover the text; only headline and body make claims
    language         the code of the language it is in (ISO 639-1)
    sha256           of the text in UTF-8
    warnings         what the reader should know: replaced bytes, guessed encoding, hidden characters
    """

    id: str
    text: str
    path: str = ""
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    published_from: str = "unknown"
    url: str | None = None
    language: str = "en"
    zones: tuple[Zone, ...] = ()
    sha256: str = ""
    warnings: tuple[str, ...] = ()

    def evidence(self, start: int, end: int, sentence: Span | None = None) -> Evidence:
        """Quote ``[start, end)``, so that quote and offsets cannot disagree."""
        before, after = self.text[max(0, start - QUOTE_CONTEXT) : start], self.text[end : end + QUOTE_CONTEXT]
        return Evidence(self.id, Span(start, end), self.text[start:end], before, after, sentence or Span(start, end))
