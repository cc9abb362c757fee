"""Numbers that belong to a name or to a sign: models, labels, addresses, telephone numbers, footnotes, formulas."""

from __future__ import annotations

from discrepancy.extract.mentions.number_context import Found, beside, role_words
from discrepancy.model import NumberRole

_SPELLED_LABELS = frozenset({"number", "category", "level", "phase", "type", "grade", "stage", "chapter", "part"})
_LIST_MARKS = frozenset({",", "and", "or", "to", "&"})
_LIST_ENDS = frozenset({",", ".", "and", "or", "of", ")", ";", ""})
_BRACKETS = {"(": ")", "[": "]"}
_OPERATORS = frozenset({"*", "+", "=", "^"})


def model_role(found: Found) -> NumberRole | None:
    """ "F-16", "Covid-19", "S23", "5G": letters touch the number."""
    amount, pieces = found.amount, found.pieces
    first, last = amount.number_first, amount.number_last
    if pieces[first].kind == "dotted":
        return "identifier"
    if pieces[first].kind != "number" or amount.first < first:
        return None
    if first and pieces[first].glued and pieces[first - 1].kind == "word" and amount.scale == 1:
        return "model-name"
    if first > 1 and pieces[first].glued and pieces[first - 1].text in "-/" and pieces[first - 1].glued:
        name = pieces[first - 2]
        if name.kind == "word":
            return None if name.lower in beside("prefixes") else "model-name"
    touching = last < len(pieces) and pieces[last].glued and pieces[last].kind == "word"
    if touching and amount.last == last and amount.scale == 1:
        return None if found.word(last) in ("s", "th") else "model-name"
    return None


def house_role(found: Found) -> NumberRole | None:
    """ "47 Garrick Road": a number before capitalised words that end in a word for a street."""
    last = found.amount.number_last
    amount = found.amount
    bare = amount.form in ("digits", "range") and amount.unit is None and amount.scale == 1 and not found.limits
    if not bare or not 0 < amount.high < 100_000 or not float(amount.low).is_integer():
        return None
    for at in range(last, min(last + 4, len(found.pieces))):
        piece = found.pieces[at]
        if piece.kind != "word" or not piece.text[0].isupper():
            return None
        if at > last and piece.lower in role_words("streets"):
            return "house-number"
    return None


def label_role(found: Found) -> NumberRole | None:
    """ "train 417", "No. 7", "heads 13, 14 and 17", "section 4(1)", telephone numbers, the number of a list item."""
    amount = found.amount
    if amount.form not in ("digits", "words", "range") or amount.scale != 1 or amount.unit is not None:
        return None
    if _computed(found):  # the plus sign of "1+1" looks like the limit of "60+"
        return "identifier"
    if found.limits:
        return None
    if _in_list(found) or _bracketed(found):
        return "identifier"
    text = found.pieces[amount.number_first].text
    zeroed = len(text) > 1 and text[0] == "0" and text.isdigit()
    if found.before() == "#" or zeroed or len(found.digits) >= 8 or _phone(found) or _item(found):
        return "identifier"
    return "identifier" if _labelled(found) else None


def _labelled(found: Found) -> bool:
    first = found.amount.number_first
    mark = found.word(first - 1)
    label_at = first - 2 if mark in (".", "#", "°", ":") else first - 1
    label = found.word(label_at)
    if not {label, label.removesuffix("s")} & role_words("labels") or (
        mark == ":" and label not in ("tel", "telephone", "phone")
    ):
        return False
    token = found.token(label_at)
    if "," in found.pieces[first].text or (token is not None and token.tag[:2] == "VB"):  # "the prison houses 2,140"
        return False
    if label in ("no", "nos") and not found.pieces[label_at].text[0].isupper():
        return False
    if found.amount.form == "words" and label not in _SPELLED_LABELS:
        return False
    return not (found.counts_noun and found.pieces[label_at].text[0].islower())


def _in_list(found: Found) -> bool:
    """Whether the number goes on a list of labels ("heads 1 to 12, 15 and 16")."""
    if found.previous is None or found.previous[0] != "identifier" or found.amount.form != "digits":
        return False
    between = found.pieces[found.previous[1] : found.amount.first]
    if not between:  # the groups of a telephone number
        return not found.counts_noun
    listed = len(between) <= 2 and all(piece.lower in _LIST_MARKS for piece in between)
    token = found.token(found.amount.number_first)
    hung = token is not None and token.dep in ("conj", "appos") and found.sentence.head(token).i < token.i
    return listed and (hung or found.after() in _LIST_ENDS)


def _bracketed(found: Found) -> bool:
    """ "section 4(1)", "the strike[2]", "alert(1)": brackets without a blank before them count nothing."""
    first, last = found.amount.number_first, found.amount.number_last
    closing = _BRACKETS.get(found.word(first - 1))
    return closing == found.word(last) and all(found.glued(at) for at in (first - 1, first, last))


def _computed(found: Found) -> bool:
    """ "7*7", "1+1", "x=1": a sign of arithmetic touches two numbers, or an equals sign the one."""
    first, last = found.amount.number_first, found.amount.number_last
    if found.word(first - 1) == "=" and found.glued(first):
        return True
    before = found.word(first - 1) in _OPERATORS and found.glued(first) and found.glued(first - 1)
    after = found.word(last) in _OPERATORS and found.glued(last) and found.glued(last + 1)
    return (before and found.word(first - 2)[-1:].isdigit()) or (after and found.word(last + 1)[:1].isdigit())


def _item(found: Found) -> bool:
    """ "4. The court finds": the number that opens a numbered paragraph."""
    first, last = found.amount.number_first, found.amount.number_last
    opens = first == 0 or (first == 1 and found.word(0) == "(")
    return opens and len(found.digits) in (1, 2) and found.word(last) in (".", ")") and found.glued(last)


def _phone(found: Found) -> bool:
    """Digits in three or more groups, or after a plus sign."""
    first, last = found.amount.number_first, found.amount.number_last
    if found.word(first - 1) == "+" and found.glued(first):
        return True
    marks = ("-", "/", ")")
    behind = found.word(first - 1) in marks and found.glued(first) and found.word(first - 2).isdigit()
    ahead = found.word(last) in marks and found.glued(last + 1) and found.word(last + 1).isdigit()
    return bool(found.digits) and ((behind and ahead) or (len(found.digits) > 2 and (behind or ahead)))


def named_role(found: Found) -> NumberRole | None:
    """ "Windows 10", "Apple Watch 5", "S&P 500": a bare number that ends or stands inside a name."""
    first = found.amount.number_first
    token, name = found.token(first), found.token_up_to(first - 1)
    if not found.digits or found.limits or found.amount.unit is not None or token is None or name is None:
        return None
    if name.tag not in ("NNP", "NNPS") or name.text.islower() or name.i + 1 != token.i:
        return None
    head = found.sentence.head(token)
    following = found.token(found.amount.number_last)
    if head.i < token.i:
        counted = following is not None and following.tag in ("NNS", "JJ", "CD", "NN")
        return None if counted else "model-name"
    inside = following is not None and following.text[0].isupper() and {following.tag, head.tag} <= {"NNP", "NN"}
    return "model-name" if inside and token.dep in ("nummod", "compound") else None
