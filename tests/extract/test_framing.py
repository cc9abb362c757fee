"""What a claim quotes: whole clauses without loose ends."""

from __future__ import annotations

import pytest

from discrepancy.extract.document import extract_claims
from discrepancy.model import Claim, Document

TEXT = (
    "“The bells rang at two and people were out in minutes,” said Ada Lund. "
    "The mill was shut, the gate was locked, but nobody had the key; the owner was away – or so the police said."
)


def polarity(text: str) -> list[Claim]:
    found = extract_claims(Document("a", text))
    assert all(text[c.evidence.span.start : c.evidence.span.end] == c.evidence.text for c in found.claims)
    return [claim for claim in found.claims if claim.kind in {"polarity", "quote"}]


def test_no_quote_ends_in_a_conjunction_or_a_comma() -> None:
    """It would read as if the words had been torn off."""
    quotes = [claim.evidence.text for claim in polarity(TEXT)]

    assert "The bells rang at two" in quotes
    assert "The bells rang at two and people were out in minutes" in quotes
    assert [quote for quote in quotes if quote.lower().endswith((",", ";", ":", "–", " and", " but", " or"))] == []


@pytest.mark.parametrize(
    "words", ["The mill has not opened yet", "He did not stay for a while", "Nobody had seen that"]
)
def test_a_word_that_ends_a_sentence_stays(words: str) -> None:
    """Only what joins to words left out is a loose end."""
    assert [claim.evidence.text for claim in polarity(f"{words}.")] == [words]
