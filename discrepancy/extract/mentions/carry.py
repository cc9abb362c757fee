"""Quotes without a cue of their own: added to the speech that they continue, or given to the one just named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from discrepancy.extract.mentions.quotes import Quote
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import words
from discrepancy.model import Attribution, Span

_FEWEST = 4
_GAP = 3


def carry_on(found: Sequence[Attribution], quotes: Sequence[Quote], sentences: Sequence[Sentence]) -> list[Attribution]:
    """``found`` with each untagged quote added to the attribution before it, where the text supports that."""
    grown = _counting_on(found, sentences)
    for quote in quotes:
        if _covered(grown, quote) or not _long(sentences, quote):
            continue
        inside = _same_sentence(grown, sentences, quote)
        if inside is not None or not _opens(sentences, quote):
            if inside is not None:
                grown[inside] = replace(grown[inside], content=(*grown[inside].content, Span(quote.start, quote.end)))
            continue
        before = _sentence_before(sentences, quote)
        at = None if before is None else _continued(grown, before, quote, quotes)
        if at is not None:
            grown[at] = replace(grown[at], content=(*grown[at].content, Span(quote.start, quote.end)), direct=True)
    return grown


def _counting_on(found: Sequence[Attribution], sentences: Sequence[Sentence]) -> list[Attribution]:
    """ "X said five had died. Another three were hurt.": the second sentence is still X's account."""
    grown = list(found)
    for before, sentence in pairwise(sentences):
        opening = " ".join(token.lower for token in sentence.tokens[:2])
        goes_on = any(f"{opening} ".startswith(f"{words_} ") for words_ in words("speech", "grammar", "counting_on"))
        own = any(sentence.start <= one.cue[0].start < sentence.end for one in found)
        if not goes_on or own or before.paragraph != sentence.paragraph:
            continue
        ends = [
            i
            for i, one in enumerate(grown)
            if one.speaker and any(abs(s.end - before.end) <= _GAP for s in one.content)
        ]
        if ends:
            at = ends[0]
            grown[at] = replace(grown[at], content=(*grown[at].content, Span(sentence.start, sentence.end)))
    return grown


def _covered(found: Sequence[Attribution], quote: Quote) -> bool:
    return any(min(s.end, quote.end) - max(s.start, quote.start) > 0 for one in found for s in one.content) or any(
        quote.start <= one.cue[0].start < quote.end for one in found
    )


def _opens(sentences: Sequence[Sentence], quote: Quote) -> bool:
    """Whether the quote opens a sentence."""
    return any(sentence.start <= quote.start <= sentence.start + 1 for sentence in sentences)


def _long(sentences: Sequence[Sentence], quote: Quote) -> bool:
    """Whether the quote is more than a phrase."""
    over = [s for s in sentences if s.start < quote.end and quote.start < s.end]
    return sum(len(s.within(quote.start, quote.end)) for s in over) >= _FEWEST


def _same_sentence(found: Sequence[Attribution], sentences: Sequence[Sentence], quote: Quote) -> int | None:
    """Index of the last cue with a speaker before the quote, in the same sentence."""
    own = next((s for s in sentences if s.start <= quote.start < s.end), None)
    here = [i for i, one in enumerate(found) if own and one.speaker and own.start <= one.cue[0].start < quote.start]
    return here[-1] if here else None


def _sentence_before(sentences: Sequence[Sentence], quote: Quote) -> Sentence | None:
    before = [sentence for sentence in sentences if sentence.end <= quote.start + 1 and sentence.start < quote.start]
    return before[-1] if before else None


def _continued(found: Sequence[Attribution], before: Sentence, quote: Quote, quotes: Sequence[Quote]) -> int | None:
    """Index of the attribution that ``quote`` goes on with: the last one of the sentence before."""
    here = [
        i for i, one in enumerate(found) if before.start <= one.cue[0].start < before.end and one.speaker is not None
    ]
    if here:
        return here[-1]
    ending = [
        i for i, one in enumerate(found) if any(abs(s.end - before.end) <= _GAP for s in one.content) and one.direct
    ]
    return ending[-1] if ending else None
