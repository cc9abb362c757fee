"""What a number is: a count, an age, a year, part of a name. The first rule that recognises it decides.

The order matters: clock times and calendar days are told apart before units are believed, and names before counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from discrepancy.extract.mentions.number_bounds import Limit
from discrepancy.extract.mentions.number_pieces import Piece, joined
from discrepancy.extract.mentions.number_spans import Amount
from discrepancy.extract.mentions.number_units import period_after
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import NumberRole

OLDEST = 115
_RATE_REACH = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A number with its surroundings: pieces and tokens (by offset) of its sentence."""

    pieces: tuple[Piece, ...]
    amount: Amount
    limits: tuple[Limit, ...]
    tokens: Mapping[int, Token]
    sentence: Sentence

    def word(self, at: int) -> str:
        """The piece ``at`` in lower case; empty outside the sentence."""
        return self.pieces[at].lower if 0 <= at < len(self.pieces) else ""

    def before(self, steps: int = 1) -> str:
        """The piece so many steps before the number (and its currency sign)."""
        return self.word(self.amount.first - steps)

    def after(self, steps: int = 0) -> str:
        """The piece so many steps after the number and its unit."""
        return self.word(self.amount.last + steps)

    def text(self, first: int, last: int) -> str:
        """Pieces ``[first, last)`` in lower case as written."""
        return joined(self.pieces, first, last)

    def token(self, at: int) -> Token | None:
        """The parser's token that begins with piece ``at``."""
        return self.tokens.get(self.pieces[at].start) if 0 <= at < len(self.pieces) else None

    def glued(self, at: int) -> bool:
        """Whether piece ``at`` touches the one before it."""
        return 0 <= at < len(self.pieces) and self.pieces[at].glued

    @property
    def digits(self) -> str:
        """The number as written where it is one piece of plain digits, else empty."""
        piece = self.pieces[self.amount.number_first]
        plain = piece.kind == "number" and self.amount.number_last == self.amount.number_first + 1
        return piece.text if plain and piece.text.isdigit() else ""


@cache
def _list(name: str) -> frozenset[str]:
    return words("numbers", "roles", name)


def role_of(found: Found) -> NumberRole:
    """The role of the number, "count" when no rule knows better."""
    for rule in _RULES:
        role = rule(found)
        if role:
            return role
    return "count"


def _by_form(found: Found) -> NumberRole | None:
    if found.amount.form == "ordinal":
        return "date-part" if _beside_month(found) else "ordinal"
    if found.amount.form == "year":
        return "date-part"
    return "count" if found.amount.form == "zero" else None


def _clock(found: Found) -> NumberRole | None:
    first, last = found.amount.number_first, found.amount.number_last
    if found.amount.form not in ("digits", "words", "range") or found.amount.kind in ("money", "percentage"):
        return None
    if found.word(last) == ":" and found.glued(last) and found.glued(last + 1) and found.word(last + 1)[:1].isdigit():
        return "clock"
    if (
        found.word(first - 1) == ":"
        and found.glued(first)
        and found.glued(first - 1)
        and found.word(first - 2)[:1].isdigit()
    ):
        return "clock"
    after = found.word(last)
    meridiem = found.text(last, min(last + 3, len(found.pieces)))
    if after in ("am", "pm", "o'clock", "hrs") or meridiem.replace(" ", "") in ("a.m", "p.m"):
        return "clock"
    if len(found.digits) == 4 and (after in _list("zones") or found.word(last) == "h") and found.digits < "2400":
        return "clock"
    text = found.pieces[first].text
    hours, _, minutes = text.partition(".")
    timed = found.before() in ("at", "until", "by", "around", "about") or after in _list("zones")
    if len(minutes) == 2 and len(hours) <= 2 and timed and hours.isdigit() and int(hours) < 24 and minutes < "60":
        return "clock" if found.amount.unit is None and found.amount.scale == 1 else None
    return None


def _beside_month(found: Found) -> bool:
    first, last = found.amount.number_first, found.amount.number_last
    months = _list("months")
    after = found.word(last + (found.word(last) in ("of", "-", ".", "/")))
    before = found.word(first - 1 - (found.word(first - 1) in ("-", ".", "/", "the")))
    if not (after in months or before in months):
        return False
    word = after if after in months else before
    near = found.pieces[last : last + 2] if after in months else found.pieces[max(0, first - 2) : first]
    return word not in ("may", "march", "mar", "sun") or any(
        piece.text[0].isupper() for piece in near if piece.lower == word
    )


def _calendar(found: Found) -> NumberRole | None:
    amount = found.amount
    if amount.form not in ("digits", "words", "range") or amount.kind not in (None, "duration") or amount.scale != 1:
        return None
    first = amount.number_first
    text = found.pieces[first].text
    day = amount.high <= 31 and amount.kind is None
    if (day or len(found.digits) == 4) and _beside_month(found):
        return "date-part"
    if day and _joined_to_day(found):
        return "date-part"
    if day and found.before() in _list("weekdays") and found.digits:
        return "date-part"
    if text[0] == "0" and len(text) in (2, 5) and "." in text[2:3] + "." and amount.kind is None and text[:2] != "0.":
        return "date-part"
    if _in_numeric_date(found):
        return "date-part"
    return "date-part" if _is_year(found) else None


def _joined_to_day(found: Found) -> bool:
    """The first of two days ("17 and 18 September") or the second ("May 5 and 6", "May 5, 2016")."""
    first, last = found.amount.number_first, found.amount.number_last
    if found.word(last) in ("and", "to", "-", "–", "or") and found.word(last + 1)[:1].isdigit():
        return found.word(last + 2) in _list("months")
    if found.word(first - 1) in ("and", "to", "-", "–", "or") and found.word(first - 2)[:1].isdigit():
        return found.word(first - 3) in _list("months")
    return False


def _in_numeric_date(found: Found) -> bool:
    """Part of "17/09/2016", "2016-09-17" or "01-08"."""
    first, last = found.amount.number_first, found.amount.number_last
    if found.amount.form == "range":
        parts = [piece.text for piece in found.pieces[first:last] if piece.kind == "number"]
        return any(part[0] == "0" and len(part) == 2 for part in parts)
    for at, other in ((last, last + 1), (first - 1, first - 2)):
        mark = found.word(at)
        touching = found.glued(max(at, other)) and found.glued(max(at, other) - 1 if other < at else at)
        if mark in ("/", "-") and touching and found.word(other).isdigit() and found.amount.kind is None:
            return mark == "/" or len(found.word(other)) == 2
    return False


def _is_year(found: Found) -> bool:
    text = found.digits
    range_of_years = found.amount.form == "range" and 1500 <= found.amount.low <= found.amount.high <= 2100
    if range_of_years and found.amount.unit is None:
        pieces = found.pieces[found.amount.number_first : found.amount.number_last]
        return not any("," in piece.text for piece in pieces) and not found.limits and not _counts_noun(found)
    if len(text) != 4 or not 1500 <= int(text) <= 2100 or found.limits:
        return False
    if found.amount.unit is not None and not (
        found.amount.kind == "duration" and found.before() in _list("before_year")
    ):
        return False
    if found.word(found.amount.number_last) == "s" and found.glued(found.amount.number_last):
        return True
    return not _counts_noun(found) or found.before() in ("in", "since", "of", "by", "until", "during")


def _counts_noun(found: Found) -> bool:
    """Whether the parser hangs the number as a count on a plural noun to its right."""
    token = found.token(found.amount.number_last - 1)
    if token is None:
        return False
    head = found.sentence.head(token)
    return head.i > token.i and token.dep == "nummod" and head.tag in ("NNS", "NNPS")


def _decade(found: Found) -> NumberRole | None:
    last = found.amount.number_last
    if not (found.word(last) == "s" and found.glued(last) and found.digits):
        return None
    return "age" if found.before() in ("his", "her", "their") else "date-part"


def _model(found: Found) -> NumberRole | None:
    """ "F-16", "Covid-19", "S23", "5G": letters touch the number."""
    first, last = found.amount.number_first, found.amount.number_last
    pieces = found.pieces
    if pieces[first].kind != "number" or found.amount.kind == "money":
        return None
    if found.amount.first < first and found.amount.unit is not None:
        return None
    before = pieces[first - 1] if first else None
    if before and pieces[first].glued and before.kind == "word" and found.amount.scale == 1:
        return "model-name"
    if before and pieces[first].glued and before.text in "-/" and before.glued and first > 1:
        name = pieces[first - 2]
        if name.kind == "word" and name.lower not in (
            "mid",
            "sub",
            "pre",
            "post",
            "under",
            "over",
            "minus",
            "and",
            "to",
        ):
            return "model-name" if name.text[0].isupper() or len(name.text) <= 2 else None
    after = pieces[last] if last < len(pieces) else None
    if after and after.glued and after.kind == "word" and found.amount.last == last and found.amount.scale == 1:
        return "model-name"
    return None


def _age(found: Found) -> NumberRole | None:
    amount = found.amount
    if amount.kind == "duration":
        return _age_in_years(found)
    if amount.unit is not None or amount.form not in ("digits", "words", "range") or amount.scale != 1:
        return None
    first = min([amount.first, *(limit.first for limit in found.limits)])
    lead = [found.word(first - 1), found.word(first - 2), found.word(first - 3)]
    if lead[0] in ("between", "from"):
        lead = lead[1:]
    if lead[0] in ("aged", "age", "ages") and amount.high <= OLDEST:
        return "age"
    if lead[0] in ("of", "at") and lead[1] in ("age", "ages") and amount.high <= OLDEST:
        return "age"
    if lead[0] == "of" and lead[1] in _list("people") and amount.high <= OLDEST and not found.after().isalpha():
        return "age" if lead[2] in ("a", "an", "the", "old", "young") else None
    if lead[0] in ("turned", "turning", "turns") and amount.high <= OLDEST and not _counts_noun(found):
        return "age"
    return "age" if _apposed(found) else None


def _age_in_years(found: Found) -> NumberRole | None:
    last = found.amount.last
    if found.amount.unit not in ("year", "month", "week", "day"):
        return None
    at = last + (found.word(last) == "-")
    if found.word(at) in ("old", "olds"):
        return "age"
    if found.word(last) == "of" and found.word(last + 1) == "age":
        return "age"
    before = min([found.amount.first, *(limit.first for limit in found.limits)])
    return "age" if found.word(before - 1) == "aged" else None


def _apposed(found: Found) -> bool:
    """ "Anna Berg, 34," and "Anna Berg (34)": a bare number set off after a name."""
    first, last = found.amount.first, found.amount.last
    if not found.digits or not 0 < found.amount.high <= OLDEST or found.limits or found.amount.form == "range":
        return False
    name = found.token(first - 2)
    if name is None or name.tag not in ("NNP", "NN", "NNPS") or name.lower in _list("months") | _list("weekdays"):
        return False
    if found.before() == "," and name.text[0].isupper():
        return found.after() in (
            ",",
            ";",
            "",
            ".",
            ")",
            "-",
            "–",
            "—",
            "who",
            "of",
            "and",
            "from",
            "was",
            "told",
            "said",
        )
    return found.before() == "(" and found.after() == ")" and name.text[0].isupper() and found.amount.high > 9


def _score(found: Found) -> NumberRole | None:
    amount = found.amount
    if amount.form != "range" or amount.unit is not None:
        return None
    if amount.descending and amount.high < 1000:
        return "score"
    near = {piece.lower for piece in found.pieces[max(0, amount.first - 6) : amount.last + 6]}
    results = words("numbers", "score", "near")
    dash = any(piece.text in "-–" for piece in found.pieces[amount.number_first : amount.number_last])
    return "score" if dash and amount.high < 200 and near & results and not _counts_noun(found) else None


def _by_unit(found: Found) -> NumberRole | None:
    amount = found.amount
    if amount.per:
        return "rate"
    if amount.form == "fraction" and amount.unit is None:
        return "fraction"
    return amount.kind


def _magnitude(found: Found) -> NumberRole | None:
    return "measure" if found.before() in ("magnitude", "measuring") or found.after() == "magnitude" else None


def _house(found: Found) -> NumberRole | None:
    last = found.amount.number_last
    if not found.digits or len(found.digits) > 5 or found.limits:
        return None
    for at in range(last, min(last + 4, len(found.pieces))):
        piece = found.pieces[at]
        if piece.kind != "word" or not piece.text[0].isupper():
            return None
        if at > last and piece.lower in _list("streets"):
            return "house-number"
    return None


def _identifier(found: Found) -> NumberRole | None:
    amount = found.amount
    first = amount.number_first
    if amount.form == "range" and amount.high < 100 and found.word(first - 1) not in _list("labels"):
        return None
    if found.limits or amount.form not in ("digits", "words", "range") or amount.scale != 1:
        return None
    if found.before() == "#" or (len(found.digits) > 1 and found.digits[0] == "0") or len(found.digits) >= 8:
        return "identifier"
    if _phone(found):
        return "identifier"
    mark = found.word(first - 1)
    label = found.word(first - 2) if mark in (".", "#", "°", ":") else mark
    if label not in _list("labels") or (mark == ":" and label not in ("tel", "telephone", "phone")):
        return None
    if label == "no" and mark != "." and not found.pieces[first - 1].text[0].isupper():
        return None
    if amount.form == "words" and label not in (
        "number",
        "category",
        "level",
        "phase",
        "type",
        "grade",
        "stage",
        "chapter",
        "part",
    ):
        return None
    return None if _counts_noun(found) and found.pieces[first - 1].text[0].islower() else "identifier"


def _phone(found: Found) -> bool:
    """Digits in three or more groups, or after a plus sign."""
    first, last = found.amount.number_first, found.amount.number_last
    if found.word(first - 1) == "+" and found.glued(first):
        return True
    marks = ("-", "/", ")")
    behind = found.word(first - 1) in marks and found.glued(first) and found.word(first - 2).isdigit()
    ahead = found.word(last) in marks and found.glued(last + 1) and found.word(last + 1).isdigit()
    return bool(found.digits) and ((behind and ahead) or (len(found.digits) > 2 and (behind or ahead)))


def _named(found: Found) -> NumberRole | None:
    """ "Windows 10", "Apple Watch 5", "S&P 500": a bare number that ends a name."""
    first = found.amount.number_first
    token, name = found.token(first), found.token(first - 1)
    if not found.digits or found.limits or token is None or name is None or name.tag not in ("NNP", "NNPS"):
        return None
    if not name.text[0].isupper() or name.text.isupper() and len(name.text) > 6:
        return None
    after = found.token(found.amount.number_last)
    head = found.sentence.head(token)
    if token.dep == "nummod" and head.i > token.i and head.tag in ("NNS", "NNPS", "NN"):
        return None
    if after is not None and (after.tag in ("NNS", "JJ", "CD") or after.tag.startswith("VB") and head.i > token.i):
        return None
    return "model-name" if head.i < token.i else None


def _daily(found: Found) -> NumberRole | None:
    """ "300 people a day": a count with its period after the noun."""
    if found.amount.unit is not None or found.amount.form == "fraction":
        return None
    last = found.amount.last
    for at in range(last, min(last + _RATE_REACH, len(found.pieces))):
        period = period_after(found.pieces, at)
        if period and at > last and found.word(at) != "/":
            return "rate"
        token = found.token(at)
        if (
            token is None
            or token.tag not in ("NN", "NNS", "JJ", "NNP", "IN", "VBN", "VBG")
            or (token.tag == "IN" and token.lower != "of")
        ):
            return None
    return None


Rule = Callable[[Found], NumberRole | None]
_RULES: tuple[Rule, ...] = (
    _by_form,
    _clock,
    _decade,
    _age,
    _calendar,
    _model,
    _magnitude,
    _score,
    _by_unit,
    _house,
    _identifier,
    _named,
    _daily,
)
