"""Counts of people harmed, from words and their order alone: for languages that have a lexicon and no parser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from discrepancy.extract.context import Context
from discrepancy.extract.phrases.numbers import find_numbers
from discrepancy.extract.phrases.scene import find_days, find_places
from discrepancy.extract.phrases.tolls import toll_claims
from discrepancy.language.tokens import Sentence
from discrepancy.model import Claim, Document, Mentions, QuantityMention


def find_phrase_mentions(document: Document, sentences: Sequence[Sentence]) -> Mentions:
    """Numbers of people, days and places that the sentences name."""
    code = document.language
    numbers = [number for sentence in sentences for number in find_numbers(sentence, code)]
    return Mentions(
        quantities=tuple(QuantityMention(n.span, n.bare, n.text, n.quantity, "count") for n in numbers),
        times=tuple(day for sentence in sentences for day in find_days(sentence, document.published, code)),
        places=tuple(place for sentence in sentences for place in find_places(sentence, code)),
    )


def extract_phrases(context: Context) -> Iterable[Claim]:
    """All claims of a document in such a language."""
    return toll_claims(context)
