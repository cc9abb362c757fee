"""What every claim extractor gets to see of one document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from discrepancy.extract.antecedents import Antecedents, find_antecedents
from discrepancy.extract.mentions.quotes import Quote, find_quotes, quotes_near
from discrepancy.extract.mentions.speech import Speeches
from discrepancy.language.entries import Entry, find_entries
from discrepancy.language.tokens import Sentence
from discrepancy.model import Document, Mentions, PlaceMention, TimeMention


@dataclass(frozen=True, eq=False)
class Context:
    """One document with its sentences (headline and body only) and mentions.

    Each is itself alone, so that what is worked out for a document can be kept for the next claim kind at no cost.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: Mentions

    @cached_property
    def speeches(self) -> Speeches:
        """Who says what, by passage."""
        return Speeches(self.mentions.attributions)

    @cached_property
    def antecedents(self) -> Antecedents:
        """Whom pronouns stand for, as far as that is plain."""
        return find_antecedents(self.sentences, self.mentions.actors)

    @cached_property
    def _quotes(self) -> tuple[Quote, ...]:
        return find_quotes(self.document.text)

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self._quotes]

    def quoted(self, position: int) -> bool:
        """Whether the character at ``position`` stands between quotation marks."""
        at = bisect_right(self._quote_starts, position) - 1
        return at >= 0 and position < self._quotes[at].end

    def quotes(self, sentence: Sentence) -> bool:
        """Whether a quotation touches ``sentence``."""
        return bool(quotes_near(self._quotes, sentence.start, sentence.end))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that holds the character at ``position``, or the last one before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, position) - 1)]

    def parsed(self, position: int) -> bool:
        """Whether a sentence holds the character at ``position``: a dateline, or all of an article, may hold none."""
        return bool(self.sentences) and self.sentence_at(position).start <= position < self.sentence_at(position).end

    @cached_property
    def _place_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions.places]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions.times]

    def places_in(self, sentence: Sentence) -> Sequence[PlaceMention]:
        """The places that ``sentence`` names."""
        starts = self._place_starts
        return self.mentions.places[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]

    def times_in(self, sentence: Sentence) -> Sequence[TimeMention]:
        """The times that ``sentence`` names."""
        starts = self._time_starts
        return self.mentions.times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]

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
