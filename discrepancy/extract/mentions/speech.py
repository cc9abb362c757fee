"""Who said what: attributions of a text, from its cues, its quotation marks and the sentences before."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.mentions.cues import Cue, find_cues
from discrepancy.extract.mentions.quotes import Quote, find_quotes
from discrepancy.extract.mentions.speakers import Speakers
from discrepancy.language.tokens import Sentence
from discrepancy.model import ActorMention, Attribution, Document, Span


def find_attributions(
    document: Document, sentences: Sequence[Sentence], actors: Sequence[ActorMention]
) -> tuple[Attribution, ...]:
    """All attributions in ``sentences``, in text order; a quote without a cue is added to the speech that it continues."""
    quotes = find_quotes(document.text)
    speakers = Speakers(actors)
    found: list[Attribution] = []
    for sentence in sentences:
        for cue in find_cues(sentence):
            if _inside(cue, quotes):
                continue
            content, direct = _with_quotes(cue, quotes, sentence)
            speaker = speakers.of(sentence, cue)
            found.append(Attribution(cue.source.spans, (cue.cue,), content, direct, speaker, denies=cue.denies))
        speakers.seen(sentence)
    return tuple(found)


def speaker_at(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The innermost attribution whose content covers most of ``[start, end)``, None for the outlet's own voice."""
    best: tuple[int, Attribution] | None = None
    for attribution in attributions:
        covered = sum(max(0, min(end, span.end) - max(start, span.start)) for span in attribution.content)
        if covered * 2 > end - start:
            size = sum(span.end - span.start for span in attribution.content)
            if best is None or size < best[0]:
                best = (size, attribution)
    return best[1] if best else None


def _inside(cue: Cue, quotes: Sequence[Quote]) -> bool:
    """Whether the cue itself is quoted; whoever is quoted vouches for it."""
    return any(quote.start < cue.cue.start and cue.cue.end < quote.end for quote in quotes)


def _with_quotes(cue: Cue, quotes: Sequence[Quote], sentence: Sentence) -> tuple[tuple[Span, ...], bool]:
    """Content of ``cue`` with each quote that it touches taken whole, and whether it is quoted words."""
    spans, quoted = list(cue.content), 0
    for quote in quotes:
        for i, span in enumerate(spans):
            shared = min(span.end, quote.end) - max(span.start, quote.start)
            if shared > 0 and 2 * shared >= min(span.end - span.start, quote.end - quote.start):
                quoted += shared
                if (
                    quote.end > sentence.end
                    or quote.start < sentence.start
                    or shared * 4 >= 3 * (span.end - span.start)
                ):
                    spans[i] = Span(min(span.start, quote.start), max(span.end, quote.end))
                break
    total = sum(span.end - span.start for span in cue.content)
    return tuple(spans), quoted * 2 >= total
