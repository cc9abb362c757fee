"""Quotes without a cue of their own: added to the speech that they continue, or given to the one just named."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from discrepancy.extract.mentions.quotes import Quote
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import words
from discrepancy.model import ActorMention, Attribution, Span

_FEWEST = 4
_GAP = 3


def carry_on(
    found: Sequence[Attribution],
    quotes: Sequence[Quote],
    sentences: Sequence[Sentence],
    subjects: Mapping[int, ActorMention],
) -> list[Attribution]:
    """``found`` with each untagged quote added to the attribution before it, where the text supports that.

    subjects   by running number of a sentence, the one named person that it speaks of
    """
    speech = _Speech(found, sentences)
    for before, sentence in pairwise(sentences):
        speech.count_on(before, sentence)
    for quote in quotes:
        speech.carry(quote, subjects)
    return sorted(speech.found, key=lambda one: (one.cue[0].start, one.cue[0].end))


class _Speech:
    """The attributions of a text, looked up by the sentence they stand in."""

    def __init__(self, found: Sequence[Attribution], sentences: Sequence[Sentence]) -> None:
        self.found = list(found)
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._cues: dict[int, list[int]] = defaultdict(list)
        self._contents: dict[int, list[int]] = defaultdict(list)
        for i, one in enumerate(self.found):
            self._cues[self._number(one.cue[0].start)].append(i)
            for span in one.content:
                self._note(i, span)

    def count_on(self, before: Sentence, sentence: Sentence) -> None:
        """ "X said five had died. Another three were hurt.": the second sentence is still X's account."""
        opening = " ".join(token.lower for token in sentence.tokens[:2])
        goes_on = any(f"{opening} ".startswith(f"{start} ") for start in words("speech", "grammar", "counting_on"))
        if goes_on and not self._cues[sentence.index] and before.paragraph == sentence.paragraph:
            ends = [i for i in self._ending(before) if self.found[i].speaker] or self._framing(before)
            if ends:
                self._grow(ends[0], Span(sentence.start, sentence.end))

    def carry(self, quote: Quote, subjects: Mapping[int, ActorMention]) -> None:
        """Give ``quote`` to a speaker, unless it has one or is only a phrase."""
        number = self._number(quote.start)
        over = self._over(Span(quote.start, quote.end))
        length = sum(len(self._sentences[n].within(quote.start, quote.end)) for n in over)
        if number < 0 or length < _FEWEST or self._covered(quote, over):
            return
        span = Span(quote.start, quote.end)
        inside = [i for i in self._cues[number] if self.found[i].speaker and self.found[i].cue[0].start < quote.start]
        if inside:
            self._grow(inside[-1], span)
        elif quote.start <= self._sentences[number].start + 1 and number:
            self._go_on(self._sentences[number - 1], self._sentences[number], span, subjects)

    def _go_on(self, before: Sentence, here: Sentence, span: Span, subjects: Mapping[int, ActorMention]) -> None:
        """The quote goes on with the last speech of the sentence before, or is spoken by the one named there."""
        last = [i for i in self._cues[before.index] if self.found[i].speaker]
        last = last or [i for i in self._ending(before) if self.found[i].direct]
        named = subjects.get(before.index)
        if last:
            self._grow(last[-1], span)
            self.found[last[-1]] = replace(self.found[last[-1]], direct=True)
        elif named is not None and before.paragraph == here.paragraph:
            mark = Span(span.start, span.start + 1)
            self.found.append(Attribution((named.span,), (mark,), (span,), True, named.actor))
            self._note(len(self.found) - 1, span)

    def _number(self, at: int) -> int:
        """Index of the sentence that holds ``at`` or ends before it."""
        return bisect_right(self._starts, at) - 1

    def _over(self, span: Span) -> range:
        return range(max(0, self._number(span.start)), self._number(span.end - 1) + 1)

    def _note(self, i: int, span: Span) -> None:
        for number in self._over(span):
            self._contents[number].append(i)

    def _grow(self, i: int, span: Span) -> None:
        self.found[i] = replace(self.found[i], content=(*self.found[i].content, span))
        self._note(i, span)

    def _covered(self, quote: Quote, over: range) -> bool:
        spans = (s for n in over for i in self._contents[n] for s in self.found[i].content)
        touched = any(min(s.end, quote.end) > max(s.start, quote.start) for s in spans)
        cues = (self.found[i].cue[0].start for n in over for i in self._cues[n])
        return touched or any(quote.start <= start < quote.end for start in cues)

    def _ending(self, sentence: Sentence) -> list[int]:
        """Attributions whose content ends with ``sentence``."""
        near = dict.fromkeys(self._contents[sentence.index])
        return [i for i in near if any(abs(s.end - sentence.end) <= _GAP for s in self.found[i].content)]

    def _framing(self, sentence: Sentence) -> list[int]:
        """Attributions whose "X said" ends ``sentence``."""
        return [
            i
            for i in self._cues[sentence.index]
            if self.found[i].speaker
            and any(abs(s.end - sentence.end) <= _GAP for s in (*self.found[i].cue, *self.found[i].source))
        ]
