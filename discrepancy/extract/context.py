"""What every claim extractor gets to see of one document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from discrepancy.extract.mentions.quotes import Quote, find_quotes
from discrepancy.extract.mentions.speech import Speeches
from discrepancy.language.entries import Entry, find_entries
from discrepancy.language.tokens import Sentence
from discrepancy.model import Document, Mentions


@dataclass(frozen=True)
class Context:
    """One document with its sentences (headline and body only) and mentions."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: Mentions

    @cached_property
    def speeches(self) -> Speeches:
        """Who says what, by passage."""
        return Speeches(self.mentions.attributions)

    @cached_property
    def _quotes(self) -> tuple[Quote, ...]:
        return find_quotes(self.document.text)

    def quoted(self, position: int) -> bool:
        """Whether the character at ``position`` stands between quotation marks."""
        at = bisect_right(self._quotes, position, key=lambda quote: quote.start) - 1
        return at >= 0 and position < self._quotes[at].end

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return find_entries(self.document)

    def entry(self, position: int) -> Entry | None:
        """The entry of a live blog that holds the character at ``position``."""
        at = bisect_right(self._entries, position, key=lambda entry: entry.span.start) - 1
        return self._entries[at] if at >= 0 else None

    def published(self, position: int) -> date | None:
        """The day on which the words at ``position`` were published."""
        entry = self.entry(position)
        return entry.day if entry else self.document.published

    def __hash__(self) -> int:
        """Cheap, so that what is worked out for a whole document can be kept for the next claim kind."""
        return hash((self.document.id, self.document.sha256))
