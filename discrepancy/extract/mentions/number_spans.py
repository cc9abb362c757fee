"""Two numbers that make one: ranges ("60 to 70", "$1.2-1.5 billion") and shares ("one in five")."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extract.mentions.number_amounts import Amount, Tokens, read_single
from discrepancy.extract.mentions.number_pieces import Piece, word_at
from discrepancy.extract.mentions.number_reader import read_number
from discrepancy.extract.mentions.number_units import currency_before, unit_after
from discrepancy.extract.mentions.number_words import Number, lexicon
from discrepancy.lexicon import words

_DASHES = frozenset({"-", "–", "—", "~"})
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1_000, 10_000, 100_000})
_FURTHEST_ALTERNATIVE = 3  # "five or ten" is one loose figure, "one or ten" are two


def read_amount(pieces: tuple[Piece, ...], at: int, tokens: Tokens) -> Amount | None:
    """The number at piece ``at`` with its unit, joined with a second number where they make one."""
    one = read_single(pieces, at, tokens)
    if one is None or one.form in ("ordinal", "zero", "year"):
        return one
    return _share(pieces, one, tokens) or _range(pieces, one, tokens) or one


def _share(pieces: tuple[Piece, ...], one: Amount, tokens: Tokens) -> Amount | None:
    """ "one in five", "one match in five", "47 in every hundred", "three out of four"."""
    if one.unit is not None or one.form not in ("digits", "words"):
        return None
    noun = tokens.get(pieces[one.last].start) if one.low == 1 and one.last < len(pieces) else None
    first = one.last + (noun is not None and noun.tag == "NN")
    at = first + (word_at(pieces, first) == "out")
    if word_at(pieces, at) != ("in" if at == first else "of"):
        return None
    every = word_at(pieces, at + 1) in ("every", "each")
    whole = _whole(pieces, at + 1 + every)
    if whole is None or not 0 < one.low < whole.low or not (every or whole.low in _WHOLES):
        return None
    following = tokens.get(pieces[whole.last].start) if whole.last < len(pieces) else None
    if first > one.last and following is not None and following.tag[:2] in ("NN", "JJ"):
        return None
    if not every and unit_after(pieces, whole.last, digits=False):
        return None
    share, end = one.low / whole.low, whole.last
    return replace(one, last=end, number_last=end, low=share, high=share, form="fraction", scale=1.0, rounded=False)


def _whole(pieces: tuple[Piece, ...], at: int) -> Number | None:
    if at >= len(pieces):
        return None
    if pieces[at].lower in ("hundred", "thousand", "million"):
        value = lexicon("scales")[pieces[at].lower]
        return Number(at, at + 1, value, value, "words")
    number = read_number(pieces, at)
    return number if number and number.form in ("digits", "words") else None


def _range(pieces: tuple[Piece, ...], one: Amount, tokens: Tokens) -> Amount | None:
    """The range that begins with ``one``; or ``one`` with the unit of the second number it is set against."""
    joiner, at = _link(pieces, one)
    if not joiner or at >= len(pieces):
        return None
    two = read_single(pieces, _after_currency(pieces, at), tokens)
    if two is None or two.first != at or not _alike(one, two):
        return None
    one = _scaled_like(one, two)
    if not _makes_range(pieces, joiner, one, two):
        return replace(one, unit=two.unit, kind=two.kind) if joiner == "from" and one.unit is None else None
    opened = word_at(pieces, one.first - 1) in ("between", "from") and joiner in ("and", "from")
    return replace(
        two,
        first=one.first - opened,
        number_first=one.number_first,
        low=min(one.low, two.low),
        high=max(one.high, two.high),
        form="range",
        unit=two.unit or one.unit,
        kind=two.kind or one.kind,
        descending=one.low >= two.high,
    )


def _link(pieces: tuple[Piece, ...], one: Amount) -> tuple[str, int]:
    """The joiner after the first number and where the second begins; empty where nothing joins."""
    at = one.last
    word, opening = word_at(pieces, at), word_at(pieces, one.first - 1)
    started = any(piece.lower == "from" for piece in pieces[max(0, one.first - 3) : one.first])
    if word in _DASHES:
        if word_at(pieces, at + 1) == "to" and word_at(pieces, at + 2) == "-":
            return "to", at + 3
        return "-", at + 1
    if word == "and":
        return ("and" if opening == "between" else ""), at + 1
    if word == "to":
        return ("from" if started else "to"), at + 1
    return ("or" if word == "or" else ""), at + 1


def _after_currency(pieces: tuple[Piece, ...], at: int) -> int:
    """The piece after a currency sign at ``at``, or ``at`` itself."""
    for length in (3, 2, 1):
        if at + length < len(pieces) and pieces[at + length].kind == "number":
            unit = currency_before(pieces, at + length)
            if unit and unit.first == at:
                return at + length
    return at


def _alike(one: Amount, two: Amount) -> bool:
    """Whether the two can be ends of one range: numbers of one kind, in one unit."""
    if two.form in ("ordinal", "zero", "year", "fraction") or (
        one.form != two.form and "vague" in (one.form, two.form)
    ):
        return False
    if one.unit is None:
        return two.kind != "money" or two.first == two.number_first
    return one.unit == two.unit or (two.unit or "").startswith(one.unit + "/") or (one.kind == "money" and not two.unit)


def _scaled_like(one: Amount, two: Amount) -> Amount:
    """ "$1.2-1.5 billion": the scale word of the second number holds for the first as well."""
    shared = two.scale > 1 and one.scale == 1 and one.low < two.mantissa and one.high < 1000
    if not shared or one.form not in ("digits", "words"):
        return one
    return replace(one, low=one.low * two.scale, high=one.high * two.scale)


def _makes_range(pieces: tuple[Piece, ...], joiner: str, one: Amount, two: Amount) -> bool:
    if joiner == "-":
        return _dashed(pieces, one, two)
    if joiner == "and":
        return one.low <= two.high
    if joiner == "or":
        return one.low < two.low <= _FURTHEST_ALTERNATIVE * one.low + 1
    if joiner == "from":
        return one.low < two.low and not _rises(pieces, one.first - 1)
    if one.low < two.low:
        return not (1900 <= one.low <= 2100 and one.unit is None and (two.unit or two.scale > 1))
    return one.unit is None and two.unit is None and one.form == two.form and _tally(pieces, one, two)


def _dashed(pieces: tuple[Piece, ...], one: Amount, two: Amount) -> bool:
    """A dash with equal gaps, and no third number behind it ("4-3-3")."""
    before, after = pieces[one.last].glued, pieces[one.last + 1].glued
    third = word_at(pieces, two.last) in _DASHES and word_at(pieces, two.last + 1)[:1].isdigit()
    third = third or (word_at(pieces, one.first - 1) in _DASHES and word_at(pieces, one.first - 2)[:1].isdigit())
    words_apart = not before and one.form == "words" and two.form == "words"
    return before == after and not third and not words_apart


def _tally(pieces: tuple[Piece, ...], one: Amount, two: Amount) -> bool:
    """ "voted 77 to 75", "won 5 to 3"."""
    near = {piece.lower for piece in pieces[max(0, one.first - 6) : two.last + 6]}
    return bool(near & words("numbers", "score", "near"))


def _rises(pieces: tuple[Piece, ...], at: int) -> bool:
    """Whether "from 20 to 30" tells of a rise: two numbers at two times, not one range."""
    changes, falls = words("numbers", "beside", "changes"), words("numbers", "beside", "falls")
    return any(piece.lower in changes - falls for piece in pieces[max(0, at - 6) : at])
