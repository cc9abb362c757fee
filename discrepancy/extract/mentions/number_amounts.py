"""One number with its sign, currency and unit: "$1.5bn", "-5 °C", "12.3m tonnes", "94 km an hour", "$80 per sq m"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from discrepancy.extract.mentions.number_pieces import Piece, after_hyphen, joined, word_at
from discrepancy.extract.mentions.number_reader import read_number
from discrepancy.extract.mentions.number_units import (
    Unit,
    UnitKind,
    compound,
    currency_before,
    period_after,
    share_after,
    unit_after,
)
from discrepancy.extract.mentions.number_words import Form, Number, and_a_half
from discrepancy.language.tokens import Token
from discrepancy.lexicon import words


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


_LOOSE = 0.75, 1.35  # what may pass for "an hour"

Tokens = Mapping[int, Token]


def read_single(pieces: tuple[Piece, ...], at: int, tokens: Tokens) -> Amount | None:
    """The number at piece ``at`` with its own currency or unit."""
    money = currency_before(pieces, at) if at and pieces[at].kind in ("number", "fraction") else None
    number = _unit_and_a_half(pieces, at) or read_number(pieces, at, money=money is not None)
    if number is None:
        return None
    if not _counts(pieces, number, tokens):
        return None
    number = _millions(pieces, number, tokens) if not money else number
    return _with_unit(pieces, number, money)


def _unit_and_a_half(pieces: tuple[Piece, ...], at: int) -> Number | None:
    """ "an hour and a half", "lasted an hour": the article stands for one."""
    if pieces[at].lower not in ("a", "an"):
        return None
    unit = unit_after(pieces, at + 1, digits=False)
    if unit is None:
        return None
    if and_a_half(pieces, after_hyphen(pieces, unit.last))[0]:
        return Number(at, at + 1, 1.0, 1.0, "words", 1.0)
    lasted = unit.kind == "duration" and _lasts(pieces, at)
    return Number(at, at + 1, *_LOOSE, "vague") if lasted else None


def _lasts(pieces: tuple[Piece, ...], at: int) -> bool:
    """Whether the words before say that something took as long: "lasted an hour", "took less than a day"."""
    before = at - 1
    while word_at(pieces, before) in words("times", "lengths", "loose"):
        before -= 1
    return word_at(pieces, before) in words("times", "lengths", "takes")


def _counts(pieces: tuple[Piece, ...], number: Number, tokens: Tokens) -> bool:
    """Whether a spelled number is one: "one" as a pronoun is none."""
    if number.last - number.first != 1 or pieces[number.first].lower != "one":
        return True
    before, after = word_at(pieces, number.first - 1), word_at(pieces, number.last)
    token = tokens.get(pieces[number.first].start)
    counted = token is not None and token.dep == "nummod" and before not in ("no", "any", "each", "every")
    if (before in words("numbers", "beside", "not_one") and not counted) or after == "another":
        return False
    if token is None or after in ("of", "or", "to", "-"):
        return True
    pronoun = before in words("numbers", "beside", "before_pronoun") and token.dep != "nummod"
    return token.tag == "CD" and not pronoun


def _millions(pieces: tuple[Piece, ...], number: Number, tokens: Tokens) -> Number:
    """ "5m people" and "12.3m tonnes" are millions; elsewhere "m" stands for metres."""
    last = number.last
    if number.scale != 1 or last + 1 >= len(pieces) or pieces[last].text != "m" or number.form != "digits":
        return number
    following = tokens.get(pieces[last + 1].start)
    unit = unit_after(pieces, last + 1, digits=False)
    plural = following is not None and following.tag == "NNS" and following.lower not in ("hurdles", "races", "sprints")
    if (unit and unit.kind != "duration") or plural or pieces[last + 1].lower == "people":
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
        return _part_of_unit(pieces, amount)
    halves, end = and_a_half(pieces, last) if number.form in ("words", "digits") and not money else (0.0, last)
    amount = replace(amount, low=amount.low + halves, high=amount.high + halves, last=end)
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


def _part_of_unit(pieces: tuple[Piece, ...], amount: Amount) -> Amount:
    """ "a quarter of an hour", "three quarters of a mile"."""
    of_a = word_at(pieces, amount.last) == "of" and word_at(pieces, amount.last + 1) in ("a", "an")
    unit = unit_after(pieces, amount.last + 2, digits=False) if of_a and amount.form == "fraction" else None
    return replace(amount, last=unit.last, unit=unit.name, kind=unit.kind) if unit else amount
