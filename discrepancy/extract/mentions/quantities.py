"""Numbers in sentences: what they are worth and what they are.

One pass over the pieces of a sentence: a bare number, its unit, a second number where the two make a range or a
share, the words that limit it, and last its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.extract.mentions.number_bounds import Limit, limit_after, limited, limits_before
from discrepancy.extract.mentions.number_pieces import Piece, cut
from discrepancy.extract.mentions.number_roles import Found, role_of
from discrepancy.extract.mentions.number_spans import Amount, read_amount
from discrepancy.language.tokens import Sentence
from discrepancy.model import NumberRole, QuantityMention, Span
from discrepancy.values.quantity import Bound, Quantity

LISTED_ROLES: frozenset[NumberRole] = frozenset(
    {"count", "age", "money", "percentage", "measure", "duration", "rate", "fraction", "score"}
)


def find_quantities(sentences: Sequence[Sentence]) -> tuple[QuantityMention, ...]:
    """Every number of ``sentences`` in text order, with document offsets."""
    return tuple(mention for sentence in sentences for mention in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> Iterator[QuantityMention]:
    pieces = cut(sentence.text)
    tokens = {token.start - sentence.start: token for token in sentence.tokens}
    at = 0
    while at < len(pieces):
        amount = read_amount(pieces, at, tokens)
        if amount is None:
            at += 1
            continue
        limits = _limits(pieces, amount)
        found = Found(pieces, amount, limits, tokens, sentence)
        yield _mention(found, role_of(found))
        at = max(at + 1, amount.number_last)


def _limits(pieces: tuple[Piece, ...], amount: Amount) -> tuple[Limit, ...]:
    if amount.form in ("ordinal", "zero"):
        return ()
    before = limits_before(pieces, amount.first)
    after = limit_after(pieces, amount.last)
    return (*before, *((after,) if after else ()))


def _mention(found: Found, role: NumberRole) -> QuantityMention:
    sentence, pieces, amount = found.sentence, found.pieces, found.amount
    limits = tuple(limit for limit in found.limits if _applies(limit, found, role))
    first = min([amount.first, *(limit.first for limit in limits)])
    last = max([amount.last, *(limit.last for limit in limits)])
    span = Span(sentence.start + pieces[first].start, sentence.start + pieces[last - 1].end)
    number = Span(
        sentence.start + pieces[amount.number_first].start, sentence.start + pieces[amount.number_last - 1].end
    )
    text = sentence.text[span.start - sentence.start : span.end - sentence.start]
    return QuantityMention(span, number, text, _quantity(amount, limits, role), role)


def _quantity(amount: Amount, limits: tuple[Limit, ...], role: NumberRole) -> Quantity:
    low, high, bound = amount.low, amount.high, _bare(amount)
    unit = "year" if role == "age" and amount.unit is None else amount.unit
    for limit in sorted(limits, key=lambda limit: limit.kind in ("about", "nearly"), reverse=True):
        if limit.kind in ("about", "nearly") and len(limits) > 1:
            continue
        if amount.form == "range" and limit.kind in ("about", "nearly"):
            bound = "range"
        else:
            low, high, bound = limited(limit.kind, low, high)
    return Quantity(low, high, bound, unit, amount.written, amount.rounded)


def _bare(amount: Amount) -> Bound:
    if amount.form == "range":
        return "range"
    return "vague" if amount.form == "vague" else "exact"


def _applies(limit: Limit, found: Found, role: NumberRole) -> bool:
    """Whether the phrase limits this number: "over three days" is a stretch, "within reach of 5" no bound."""
    before = found.word(limit.first - 1)
    phrase = found.text(limit.first, limit.last)
    if role in ("identifier", "model-name", "house-number", "score"):
        return False
    if phrase == "over" and role == "duration":
        return before in _BEFORE_OVER
    if phrase == "near":
        return role in ("money", "percentage")
    if phrase == "within":
        return role == "measure"
    if phrase == "some":
        return found.amount.low != 1
    return True


_BEFORE_OVER = frozenset(
    "after are be been for in is just last lasted lasting of spent take takes taking than took was well were with".split()
)
