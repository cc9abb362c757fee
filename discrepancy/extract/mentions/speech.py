"""Who said what: attributions of a text, from its cues, its quotation marks and the sentences before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from discrepancy.extract.mentions.carry import carry_on
from discrepancy.extract.mentions.colons import find_colons
from discrepancy.extract.mentions.cues import Cue, find_cues
from discrepancy.extract.mentions.quotes import Quote, find_quotes, quotes_near
from discrepancy.extract.mentions.speakers import Speakers
from discrepancy.extract.mentions.turns import find_turns
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import words
from discrepancy.model import ActorMention, Attribution, Document, Span
from discrepancy.values.names import Actor

_NEAR = 200
_AROUND = 12


def find_attributions(
    document: Document, sentences: Sequence[Sentence], actors: Sequence[ActorMention]
) -> tuple[Attribution, ...]:
    """All attributions in ``sentences``, in text order; a quote without a cue is added to the speech it continues.

    A cue that vouches for nothing (wants, asks, praises) has no speaker: nobody asserts its content.
    """
    quotes = find_quotes(document.text)
    speakers = Speakers(actors)
    found: list[Attribution] = []
    for sentence in sentences:
        for cue in (*find_cues(sentence), *find_colons(sentence)):
            if not _inside(cue, quotes):
                found.append(_attribution(cue, sentence, quotes, speakers))
        speakers.seen(sentence)
    turns = find_turns(document.text, actors)
    labels = {turn.cue[0].start for turn in turns}
    found = [*(one for one in found if one.cue[0].start not in labels), *turns]
    found.sort(key=lambda one: (one.cue[0].start, one.cue[0].end))
    return tuple(_with_chain(carry_on(found, quotes, sentences, speakers.subjects)))


class Speeches:
    """The attributions of one document, prepared so that a passage finds its own among thousands."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._attributions = attributions
        self._known: dict[tuple[int, int], Attribution | None] = {}
        self._cues = [one.cue[0].start for one in attributions]
        spans = sorted((s.start, s.end, i) for i, one in enumerate(attributions) for s in one.content)
        self._starts = [start for start, _, _ in spans]
        # how far the contents up to each one reach: once that is not far enough, none before is
        self._reach = list(accumulate((end for _, end, _ in spans), max))
        self._owners = [i for _, _, i in spans]

    def led_by(self, start: int, end: int) -> Attribution | None:
        """The attribution whose cue holds ``[start, end)``."""
        near = self._attributions[: bisect_right(self._cues, start)][-_AROUND:]
        return next((one for one in reversed(near) if any(c.start <= start and end <= c.end for c in one.cue)), None)

    def at(self, start: int, end: int) -> Attribution | None:
        """The innermost attribution whose content covers most of ``[start, end)``; None for the outlet's own voice.

        One with a named speaker goes before one without.
        """
        if (start, end) not in self._known:
            self._known[start, end] = self._found(start, end)
        return self._known[start, end]

    def _found(self, start: int, end: int) -> Attribution | None:
        owners: set[int] = set()
        for k in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._reach[k] <= start:
                break
            owners.add(self._owners[k])
        return _innermost([self._attributions[i] for i in sorted(owners)], start, end)


def _innermost(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    best: tuple[bool, int, Attribution] | None = None
    for attribution in attributions:
        said = _shared(attribution.content, start, end)
        if not said:
            continue
        if said * 2 > end - start - _shared(_frame(attribution), start, end):
            size = sum(span.end - span.start for span in attribution.content)
            rank = (attribution.speaker is None, size)
            if best is None or rank < best[:2]:
                best = (*rank, attribution)
    return best[2] if best else None


def _frame(attribution: Attribution) -> tuple[Span, ...]:
    """ "X said" as one stretch, where X stands beside the cue."""
    cue = attribution.cue[0]
    near = [s for s in attribution.source if abs(s.start - cue.start) < _NEAR]
    return (Span(min(s.start for s in (cue, *near)), max(s.end for s in (cue, *near))),)


def _shared(spans: Sequence[Span], start: int, end: int) -> int:
    shared = 0
    for span in spans:
        if span.start < end and start < span.end:
            shared += min(end, span.end) - max(start, span.start)
    return shared


def _attribution(cue: Cue, sentence: Sentence, quotes: Sequence[Quote], speakers: Speakers) -> Attribution:
    content, direct = _with_quotes(cue, quotes, sentence)
    things = cue.group == "find" or cue.token.lemma in words("speech", "grammar", "of_things")
    speaker = speakers.of(sentence, cue.source, things=things)
    vouched = cue.group in words("speech", "grammar", "asserting")
    return Attribution(cue.source.spans, (cue.cue,), content, direct, speaker if vouched else None, (), cue.denies)


def _inside(cue: Cue, quotes: Sequence[Quote]) -> bool:
    """Whether the cue itself is quoted; whoever is quoted vouches for it."""
    near = quotes_near(quotes, cue.cue.start, cue.cue.end)
    return any(quote.start < cue.cue.start and cue.cue.end < quote.end for quote in near)


def _with_quotes(cue: Cue, quotes: Sequence[Quote], sentence: Sentence) -> tuple[tuple[Span, ...], bool]:
    """Content of ``cue`` with each quote that it touches taken whole, and whether it is quoted words."""
    spans, quoted = list(cue.content), 0
    for quote in quotes_near(quotes, min(span.start for span in spans), max(span.end for span in spans)):
        for i, span in enumerate(spans):
            shared = min(span.end, quote.end) - max(span.start, quote.start)
            if shared > 0 and 2 * shared >= min(span.end - span.start, quote.end - quote.start):
                quoted += shared
                over = quote.end > sentence.end or quote.start < sentence.start
                if over or shared * 4 >= 3 * (span.end - span.start):
                    spans[i] = Span(min(span.start, quote.start), max(span.end, quote.end))
                break
    total = sum(span.end - span.start for span in cue.content)
    return tuple(spans), quoted * 2 >= total


def _with_chain(found: Sequence[Attribution]) -> list[Attribution]:
    """Each attribution with the speakers of those around it, outermost first."""
    chained = []
    for i, one in enumerate(found):
        around = [
            other
            for other in found[max(0, i - _AROUND) : i + _AROUND]
            if other is not one and any(s.start <= one.cue[0].start and one.cue[0].end <= s.end for s in other.content)
        ]
        around.sort(key=lambda other: (-sum(s.end - s.start for s in other.content), other.cue[0].start))
        chain: list[Actor] = []
        for other in around:
            if other.speaker and other.speaker != one.speaker and other.speaker not in chain:
                chain.append(other.speaker)
        chained.append(replace(one, chain=tuple(chain)))
    return chained
