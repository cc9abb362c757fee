"""Numbers in sentences: what they are worth and what they are.

One pass over the pieces of a sentence: a bare number, its unit, a second number where the two make a range or a
share, the words that limit it, and last its role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.extract.mentions.number_amounts import Amount
from discrepancy.extract.mentions.number_bounds import Limit, limit_after, limited, limits_before
from discrepancy.extract.mentions.number_context import Found, beside
from discrepancy.extract.mentions.number_pieces import Piece, cut
from discrepancy.extract.mentions.number_reader import may_begin, may_hold_number
from discrepancy.extract.mentions.number_roles import age_end, role_of
from discrepancy.extract.mentions.number_spans import read_amount
from discrepancy.language.tokens import Sentence
from discrepancy.model import NumberRole, QuantityMention, Span
from discrepancy.values.quantity import Bound, Quantity

_UNBOUND: frozenset[NumberRole] = frozenset({"identifier", "model-name", "house-number", "score"})


def find_quantities(sentences: Sequence[Sentence]) -> tuple[QuantityMention, ...]:
    """Every number of ``sentences`` in text order, with document offsets."""
    return tuple(mention for sentence in sentences for mention in _in_sentence(sentence))


def _in_sentence(sentence: Sentence) -> Iterator[QuantityMention]:
    if not may_hold_number(sentence.text):
        return
    pieces = cut(sentence.text)
    starting, ending = sentence.starting, sentence.ending
    previous: tuple[NumberRole, int] | None = None
    before: Found | None = None
    at = 0
    while at < len(pieces):
        amount = read_amount(pieces, at, starting) if may_begin(pieces[at]) else None
        if amount is None:
            at += 1
            continue
        limits = _limits(pieces, amount) or _inherited(pieces, amount, before)
        found = Found(pieces, amount, limits, sentence, starting, ending, previous)
        role = role_of(found)
        yield _mention(found, role)
        previous, before = (role, amount.last), found
        at = max(at + 1, amount.last if _ends_in_second(pieces, amount) else amount.number_last)


def _ends_in_second(pieces: tuple[Piece, ...], amount: Amount) -> bool:
    """Whether the last word of its unit looks like an ordinal: "780 cubic metres per second"."""
    return amount.unit is not None and pieces[amount.last - 1].lower == "second"


def _limits(pieces: tuple[Piece, ...], amount: Amount) -> tuple[Limit, ...]:
    if amount.form in ("ordinal", "zero", "year"):
        return ()
    after = limit_after(pieces, amount.last)
    return (*limits_before(pieces, amount.first), *((after,) if after else ()))


def _inherited(pieces: tuple[Piece, ...], amount: Amount, before: Found | None) -> tuple[Limit, ...]:
    """The limits of "more than 30 miles (48 km)" hold for the same length in brackets too."""
    if (
        before is None
        or not before.limits
        or amount.kind not in ("measure", "money")
        or amount.unit == before.amount.unit
    ):
        return ()
    opens = amount.first == before.amount.last + 1 and pieces[amount.first - 1].text in ("(", "/")
    if not opens or before.amount.kind != amount.kind or amount.form == "range":
        return ()
    return tuple(Limit(limit.kind, amount.first, amount.first) for limit in before.limits)


def _mention(found: Found, role: NumberRole) -> QuantityMention:
    sentence, pieces, amount = found.sentence, found.pieces, found.amount
    limits = tuple(limit for limit in found.limits if _applies(limit, found, role))
    first = min([amount.first, *(limit.first for limit in limits)])
    last = max([age_end(found) if role == "age" else amount.last, *(limit.last for limit in limits)])
    start, end = pieces[first].start, pieces[last - 1].end
    number = Span(
        sentence.start + pieces[amount.number_first].start, sentence.start + pieces[amount.number_last - 1].end
    )
    span = Span(sentence.start + start, sentence.start + end)
    return QuantityMention(span, number, sentence.text[start:end], _quantity(amount, limits, role), role)


def _quantity(amount: Amount, limits: tuple[Limit, ...], role: NumberRole) -> Quantity:
    low, high = amount.low, amount.high
    bound: Bound = "range" if amount.form == "range" else "vague" if amount.form == "vague" else "exact"
    loose = [limit for limit in limits if limit.kind in ("about", "nearly")]
    for limit in [limit for limit in limits if limit not in loose] or loose[:1]:
        if limit not in loose or amount.form != "range":
            low, high, bound = limited(limit.kind, low, high)
    return Quantity(low, high, bound, _unit(amount, role), amount.written, amount.rounded)


def _unit(amount: Amount, role: NumberRole) -> str | None:
    if amount.unit is None:
        return {"age": "year", "measure": "magnitude", "fraction": "fraction", "percentage": "percent"}.get(role)
    return amount.unit


def _applies(limit: Limit, found: Found, role: NumberRole) -> bool:
    """Whether the phrase limits this number: "over three days" is a stretch, "near 5 Main Street" no bound."""
    phrase = found.text(limit.first, limit.last)
    if role in _UNBOUND:
        return False
    if phrase == "over" and role == "duration":
        return found.word(limit.first - 1) in beside("before_over")
    if phrase == "near":
        return role in ("money", "percentage")
    if phrase == "within":
        return role == "measure"
    return phrase != "some" or found.amount.low != 1
