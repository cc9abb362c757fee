"""Numbers with their unit, and two numbers that make one: ranges ("60 to 70") and shares ("one in five")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from discrepancy.extract.mentions.number_pieces import Piece, joined
from discrepancy.extract.mentions.number_units import (
    Unit,
    UnitKind,
    compound,
    currency_before,
    period_after,
    share_after,
    unit_after,
)
from discrepancy.extract.mentions.number_words import Form, Number, read_number
from discrepancy.language.tokens import Token
from discrepancy.lexicon import table

_DASHES = frozenset("-–—~")
_CHANGES = frozenset(
    "rise rises rose risen rising increase increased increases increasing fall falls fell fallen falling drop dropped drops "
    "dropping jump jumped climb climbed climbing decline declined lower lowered raise raised raising cut revise revised "
    "grow grew grown growing slow slowed slump slumped up down reduced reduce upgraded downgraded changed narrowed eased".split()
)
_ROUND_WHOLES = frozenset({2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 100.0, 1000.0, 10000.0, 100000.0})


@dataclass(frozen=True, slots=True)
class Amount:
    """One or two bare numbers with their unit.

    first, last                  pieces of the whole, currency sign and unit included
    number_first, number_last    pieces of the bare numbers
    form                         that of the number, or "range"
    per                          the unit is a rate ("km/day", "USD/barrel")
    """

    first: int
    last: int
    number_first: int
    number_last: int
    low: float
    high: float
    form: Form | Literal["range"]
    unit: str | None = None
    kind: UnitKind | None = None
    per: bool = False
    mantissa: float = 0.0
    scale: float = 1.0
    rounded: bool = False
    descending: bool = False

    @property
    def written(self) -> float | None:
        """The number as written; None for a range or a vague word."""
        return None if self.form in ("vague", "range") else self.low


Tokens = Mapping[int, Token]


def read_amount(pieces: tuple[Piece, ...], at: int, tokens: Tokens) -> Amount | None:
    """The number at piece ``at`` with its unit, joined with a second number where they make one."""
    one = _single(pieces, at, tokens)
    if one is None:
        return None
    if one.form in ("ordinal", "zero", "year"):
        return one
    return _share(pieces, one) or _range(pieces, one, tokens) or one


def _single(pieces: tuple[Piece, ...], at: int, tokens: Tokens) -> Amount | None:
    money = currency_before(pieces, at) if pieces[at].kind in ("number", "fraction") or at else None
    number = read_number(pieces, at, money=money is not None)
    if number is None:
        return None
    if pieces[at].kind == "word":
        money = None
        if not _counts(pieces, number, tokens):
            return None
    number = _millions(pieces, number, tokens) if not money else number
    return _with_unit(pieces, number, money)


def _counts(pieces: tuple[Piece, ...], number: Number, tokens: Tokens) -> bool:
    """Whether a spelled number is one: "one" as a pronoun and "second" as a verb are none."""
    if number.last - number.first != 1 or pieces[number.first].lower != "one":
        return True
    before = pieces[number.first - 1].lower if number.first else ""
    after = pieces[number.last].lower if number.last < len(pieces) else ""
    if before in _NOT_ONE or after in ("another", "'s") or pieces[number.first].text.endswith("'s"):
        return False
    token = tokens.get(pieces[number.first].start)
    return token is None or token.tag == "CD" or after == "of"


_NOT_ONE = frozenset("no any every this that which each another other the some".split())


def _millions(pieces: tuple[Piece, ...], number: Number, tokens: Tokens) -> Number:
    """ "5m people" and "12.3m tonnes" are millions; elsewhere "m" stands for metres."""
    last = number.last
    if number.scale != 1 or last + 1 >= len(pieces) or pieces[last].text != "m" or number.form != "digits":
        return number
    following = tokens.get(pieces[last + 1].start)
    unit = unit_after(pieces, last + 1, digits=False)
    plural = following is not None and following.tag == "NNS" and following.lower not in ("hurdles", "races", "sprints")
    if unit and unit.kind != "duration" or plural or pieces[last + 1].lower == "people":
        value = number.low * 1e6
        return replace(number, last=last + 1, low=value, high=value, mantissa=number.low, scale=1e6)
    return number


def _with_unit(pieces: tuple[Piece, ...], number: Number, money: Unit | None) -> Amount:
    digits = number.form in ("digits", "fraction") and pieces[number.first].kind != "word"
    unit = money or (None if number.form == "zero" else unit_after(pieces, number.last, digits=digits))
    sign = -1.0 if _negative(pieces, number, unit) else 1.0
    first = unit.first if money and unit else number.first
    last = unit.last if unit and not money else number.last
    if money and (code := unit_after(pieces, number.last, digits=True)) and code.kind == "money":
        last, unit = code.last, (code if "$" in joined(pieces, money.first, money.last) else unit)
    low, high = sorted((sign * number.low, sign * number.high))
    amount = Amount(
        first - (sign < 0),
        last,
        number.first,
        number.last,
        low,
        high,
        number.form,
        mantissa=number.mantissa,
        scale=number.scale,
        rounded=number.rounded,
    )
    if unit is None:
        return amount
    return _rate(pieces, replace(amount, unit=unit.name, kind=unit.kind))


def _negative(pieces: tuple[Piece, ...], number: Number, unit: Unit | None) -> bool:
    at = number.first - 1
    if at < 0 or unit is None or not pieces[number.first].glued:
        return at >= 0 and unit is not None and pieces[at].lower == "minus"
    return pieces[at].text == "-" and (not pieces[at].glued or pieces[at - 1].lower == "minus")


def _rate(pieces: tuple[Piece, ...], amount: Amount) -> Amount:
    """The amount with "an hour", "per barrel" taken into its unit."""
    unit = amount.unit or ""
    period = period_after(pieces, amount.last)
    if period and amount.kind != "duration":
        name = compound(unit, period[0])
        speed = name in ("km/h", "mph", "m/s")
        return replace(amount, last=period[1], unit=name, per=not speed)
    if period and amount.kind == "duration" and pieces[amount.last].lower != "every":
        return replace(amount, last=period[1], unit=f"{unit}/{period[0]}", per=True)
    share = share_after(pieces, amount.last)
    if share and amount.kind in ("money", "measure"):
        return replace(amount, last=share[1], unit=f"{unit}/{share[0]}", per=True)
    return amount


def _share(pieces: tuple[Piece, ...], one: Amount) -> Amount | None:
    """ "one in five", "four in ten", "47 in every hundred", "three out of four"."""
    if one.unit is not None or one.form not in ("digits", "words") or one.last >= len(pieces):
        return None
    at = one.last
    if pieces[at].lower == "out" and at + 1 < len(pieces) and pieces[at + 1].lower == "of":
        at += 1
    elif pieces[at].lower != "in":
        return None
    at += 1
    every = at < len(pieces) and pieces[at].lower in ("every", "each")
    at += every
    whole = _whole(pieces, at)
    if whole is None or not 0 < one.low < whole.low or not (every or whole.low in _ROUND_WHOLES):
        return None
    unit = unit_after(pieces, whole.last, digits=False)
    if unit and not every:
        return None
    share = one.low / whole.low
    return replace(
        one, last=whole.last, number_last=whole.last, low=share, high=share, form="fraction", scale=1.0, rounded=False
    )


def _whole(pieces: tuple[Piece, ...], at: int) -> Number | None:
    if at >= len(pieces):
        return None
    if pieces[at].lower in ("hundred", "thousand", "million"):
        value = float(table("numbers")["scales"][pieces[at].lower])
        return Number(at, at + 1, value, value, "words")
    number = read_number(pieces, at)
    return number if number and number.form in ("digits", "words") else None


def _range(pieces: tuple[Piece, ...], one: Amount, tokens: Tokens) -> Amount | None:
    link = _link(pieces, one)
    if link is None:
        return None
    joiner, at = link
    if at >= len(pieces):
        return None
    sign = currency_at(pieces, at)
    two = _single(pieces, sign, tokens)
    if (
        two is None
        or two.form in ("ordinal", "zero", "year", "fraction")
        or two.form != one.form
        and "vague" in (one.form, two.form)
    ):
        return None
    if one.unit is not None and two.unit != one.unit and not (one.kind == "money" and two.unit is None):
        return None
    one = _scaled_like(one, two)
    if not _makes_range(pieces, joiner, one, two):
        return None
    low, high = min(one.low, two.low), max(one.high, two.high)
    return replace(
        two,
        first=one.first,
        number_first=one.number_first,
        low=low,
        high=high,
        form="range",
        unit=two.unit or one.unit,
        kind=two.kind or one.kind,
        descending=one.low >= two.high,
        mantissa=one.low,
    )


def currency_at(pieces: tuple[Piece, ...], at: int) -> int:
    """The piece after a currency sign at ``at``, or ``at`` itself."""
    for length in (3, 2, 1):
        if at + length < len(pieces) and pieces[at + length].kind == "number":
            unit = currency_before(pieces, at + length)
            if unit and unit.first == at:
                return at + length
    return at


def _link(pieces: tuple[Piece, ...], one: Amount) -> tuple[str, int] | None:
    """The joiner after the first number and where the second begins."""
    at = one.last
    if at >= len(pieces):
        return None
    word = pieces[at].lower
    opening = pieces[one.first - 1].lower if one.first else ""
    if word in _DASHES:
        return "-", at + 1
    if word == "and":
        return ("and", at + 1) if opening == "between" else None
    if word == "to":
        return ("from" if opening == "from" else "to"), at + 1
    return ("or", at + 1) if word == "or" else None


def _scaled_like(one: Amount, two: Amount) -> Amount:
    """ "$1.2-1.5 billion": the scale word of the second number holds for the first as well."""
    if (
        two.scale > 1
        and one.scale == 1
        and one.low < two.mantissa
        and one.form in ("digits", "words")
        and one.high < 1000
    ):
        return replace(one, low=one.low * two.scale, high=one.high * two.scale)
    return one


def _makes_range(pieces: tuple[Piece, ...], joiner: str, one: Amount, two: Amount) -> bool:
    after = pieces[two.last] if two.last < len(pieces) else None
    another = (
        after is not None
        and after.text in _DASHES
        and two.last + 1 < len(pieces)
        and pieces[two.last + 1].kind == "number"
    )
    if joiner == "-":
        dash = pieces[one.last]
        spaced = not dash.glued and not pieces[one.last + 1].glued
        word_form = one.form == "words" and two.form == "words"
        return (
            not another
            and (dash.glued == pieces[one.last + 1].glued)
            and not (spaced and word_form)
            and one.form != "ordinal"
        )
    if joiner == "and":
        return one.low <= two.high
    if joiner == "or":
        return one.low < two.low <= 3 * one.low + 1
    if joiner == "from":
        return one.low < two.low and not _changes(pieces, one.first - 1)
    return one.low < two.low or (
        one.unit is None and two.unit is None and one.form == two.form and _tally(pieces, one, two)
    )


def _tally(pieces: tuple[Piece, ...], one: Amount, two: Amount) -> bool:
    """ "voted 77 to 75", "won 5 to 3"."""
    near = {piece.lower for piece in pieces[max(0, one.first - 6) : two.last + 6]}
    return bool(near & set(table("numbers")["score"]["near"]))


def _changes(pieces: tuple[Piece, ...], at: int) -> bool:
    return any(piece.lower in _CHANGES for piece in pieces[max(0, at - 6) : at])
