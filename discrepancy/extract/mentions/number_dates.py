"""Numbers that are clock times or parts of a calendar date."""

from __future__ import annotations

from discrepancy.extract.mentions.number_context import Found, beside, calendar_words, role_words
from discrepancy.lexicon import table
from discrepancy.model import NumberRole

_PAST = ("past", "to")
_LINKS = ("and", "to", "-", "–", "or", ",")


def clock_role(found: Found) -> NumberRole | None:
    """ "3:30 a.m.", "0700 GMT", "at 19.07", "five o'clock", "three in the morning"."""
    amount = found.amount
    if amount.form not in ("digits", "words", "range") or amount.first != amount.number_first or amount.scale != 1:
        return None
    first, last = amount.number_first, amount.number_last
    if found.word(last) == ":" and found.glued(last) and found.word(last + 1)[:1].isdigit():
        return "clock"
    if found.word(first - 1) == ":" and found.glued(first) and found.glued(first - 1):
        return "clock" if found.word(first - 2)[:1].isdigit() else None
    meridiem = found.text(last, last + 3).replace(" ", "")
    if found.word(last) in ("am", "pm", "hrs") or meridiem[:3] in ("a.m", "p.m") or meridiem == "o'clock":
        return "clock"
    if (
        len(found.digits) == 4
        and found.digits < "2400"
        and (found.word(last) in role_words("zones") or meridiem[:1] == "h")
    ):
        return "clock"
    if _minutes_to_hour(found):
        return "clock"
    if amount.unit is not None:
        return None
    return "clock" if _dotted_time(found) or _hour(found) else None


def _minutes_to_hour(found: Found) -> bool:
    """Both numbers of "eight minutes past two" and "ten past nine", and the hour of "quarter to eight"."""
    amount, before = found.amount, found.word(found.start - 1)
    if amount.unit is None and before in _PAST and 0 < amount.high <= 12:
        told = found.previous is not None and found.previous == ("clock", found.start - 1)
        return told or found.word(found.start - 2) in ("half", "quarter")
    following = found.token(amount.last + 2)
    free = following is None or following.tag[:2] not in ("NN", "JJ", "CD")
    hour = found.word(amount.last + 1)
    worth = int(hour) if hour.isdecimal() and len(hour) <= 2 else table("numbers")["ones"].get(hour, 0)
    return found.after() in _PAST and amount.unit == "minute" and amount.high < 60 and 0 < worth <= 12 and free


def _dotted_time(found: Found) -> bool:
    hours, _, minutes = found.pieces[found.amount.number_first].text.partition(".")
    timed = found.word(found.start - 1) in ("at", "until", "by", "from") or found.after() in role_words("zones")
    timed = timed or (found.start == 0 and found.after() in ("-", "–", "—"))  # a live report: "17.05 - Police say"
    shaped = len(minutes) == 2 and len(hours) <= 2 and hours.isdigit() and minutes < "60"
    return shaped and timed and int(hours) < 24 and not found.near(6) & beside("fixed")


def _hour(found: Found) -> bool:
    if not float(found.amount.low).is_integer() or not 0 < found.amount.high <= 12:
        return False
    last, before = found.amount.number_last, found.word(found.start - 1)
    if found.text(last, last + 2) == "in the" and found.word(last + 2) in beside("day_parts"):
        return before in ("at", "by", "until", "from", "till", "before", "after", "and", "around", "about") or bool(
            found.limits
        )
    if found.text(last, last + 2) in ("at night", "last night", "this morning", "this evening", "that night"):
        return True
    if before == "past" and found.word(found.start - 2) in ("half", "quarter", "ten", "five", "twenty"):
        return True
    if before != "at" or found.near(7) & beside("fixed"):
        return False
    following = found.token(last)
    return following is None or (
        following.tag[:2] not in ("NN", "JJ", "CD", "VB", "RB") and following.lower not in ("of", "-", "%", "out")
    )


def date_role(found: Found) -> NumberRole | None:
    """Days beside a month or weekday, years, decades, and dates in digits."""
    amount = found.amount
    if amount.form not in ("digits", "words", "range") or amount.kind is not None or amount.scale != 1:
        return None
    text = found.pieces[amount.number_first].text
    day = amount.high <= 31
    if (day or len(found.digits) == 4) and beside_month(found):
        return "date-part"
    if day and (_joined_to_day(found) or (found.digits and found.before() in calendar_words("weekdays"))):
        return "date-part" if not found.counts_noun else None
    if _decade(found) or _in_numeric_date(found) or _is_year(found):
        return "date-part"
    zeroed = text[0] == "0" and len(text) in (2, 5) and not text.startswith("0.")
    return "date-part" if zeroed and amount.form == "digits" else None


def beside_month(found: Found) -> bool:
    """Whether the name of a month stands next to the number ("17 September", "the 17th of May")."""
    first, last = found.amount.number_first, found.amount.number_last
    months = calendar_words("months")
    after_at = last + (found.word(last) in ("of", "-", ".", "/"))
    before_at = first - 1 - (found.word(first - 1) in ("-", ".", "/", "the"))
    for at in (after_at, before_at):
        word = found.word(at)
        if word in months and (word not in ("may", "march", "mar", "dec") or found.pieces[at].text[0].isupper()):
            return not (found.counts_noun if at == after_at else _counts_within(found, at))
    return False


def _counts_within(found: Found, month_at: int) -> bool:
    """ "In July 31 girls fell ill": the month is complete without the number."""
    following = found.token(found.amount.number_last)
    plural = following is not None and following.tag == "NNS"
    return plural and found.word(month_at - 1) in ("by", "during", "in", "last", "since", "this", "until")


def _joined_to_day(found: Found) -> bool:
    """The first of two days ("17 and 18 September") or the second ("May 5 and 6")."""
    first, last = found.amount.number_first, found.amount.number_last
    months = calendar_words("months")
    if found.word(last) in _LINKS and found.word(last + 1).isdigit() and found.word(last + 2) in months:
        return True
    linked = found.word(first - 1) in _LINKS[:-1] and found.word(first - 2).isdigit()
    return linked and found.word(first - 3) in months


def _in_numeric_date(found: Found) -> bool:
    """Part of "17/09/2016", "2016-09-17" or "01-08"."""
    first, last = found.amount.number_first, found.amount.number_last
    if found.amount.form == "range":
        parts = [piece.text for piece in found.pieces[first:last] if piece.kind == "number"]
        return any(part[0] == "0" and len(part) == 2 for part in parts)
    for mark_at, other_at, touching in (
        (last, last + 1, found.glued(last) and found.glued(last + 1)),
        (first - 1, first - 2, found.glued(first) and found.glued(first - 1)),
    ):
        mark, other = found.word(mark_at), found.word(other_at)
        if touching and other.isdigit() and mark in ("/", "-") and len(other) <= 4:
            return mark == "/" or len(other) == 2
    return False


def _decade(found: Found) -> bool:
    last = found.amount.number_last
    plural = found.word(last) in ("s", "'s") and found.glued(last)
    return (
        plural and bool(found.digits) and found.amount.low % 10 == 0 and found.before() not in ("his", "her", "their")
    )


def _is_year(found: Found) -> bool:
    amount, text = found.amount, found.digits
    if found.limits or (_counts_next(found) and found.before() not in ("in", "since", "until", "during")):
        return False
    if amount.form == "range":
        texts = [
            piece.text for piece in found.pieces[amount.number_first : amount.number_last] if piece.kind == "number"
        ]
        return 1500 <= amount.low <= amount.high <= 2100 and all(len(text) == 4 for text in texts)
    if len(text) != 4 or not 1500 <= int(text) <= 2100:
        return False
    before = found.token_up_to(amount.first - 1)
    if (
        before is not None
        and before.tag.startswith("VB")
        and before.lemma not in ("begin", "end", "start", "bear", "close")
    ):
        return False
    return not (found.before() == "of" and found.before(2) in beside("totals"))


def _counts_next(found: Found) -> bool:
    """Whether the number counts the plural noun beside it; the year of a name does not ("2019 season tickets")."""
    following = found.token(found.amount.number_last)
    return found.counts_noun and following is not None and following.tag in ("NNS", "NNPS", "JJ", "CD")
