"""What a number is: a count, an age, a year, part of a name. The first rule that recognises it decides.

The order matters: clock times and calendar days are told apart before units are believed, and names before counts.
"""

from __future__ import annotations

from collections.abc import Callable

from discrepancy.extract.mentions.number_context import Found, beside, calendar_words, role_words
from discrepancy.extract.mentions.number_dates import beside_month, clock_role, date_role
from discrepancy.extract.mentions.number_names import house_role, label_role, model_role, named_role
from discrepancy.extract.mentions.number_units import period_after
from discrepancy.lexicon import table, words
from discrepancy.model import NumberRole

OLDEST = 115
_WHOLE = 100
_AGAINST = frozenset(["against", "to", "from", "versus", "v", "compared with", "compared to", "up from", "down from"])
_RATE_REACH = 5
_AFTER_AGE = frozenset([",", ";", "", ".", ")", "-", "–", "—", "who", "of", "and", "from", "was", "told", "said"])


def role_of(found: Found) -> NumberRole:
    """The role of the number, "count" when no rule knows better."""
    for rule in _RULES:
        role = rule(found)
        if role:
            return role
    return "count"


def age_end(found: Found) -> int:
    """The piece after the words that make an age of a number of years ("-old", " of age")."""
    last = found.amount.last
    if found.amount.kind != "duration":
        return last
    at = last + (found.word(last) == "-")
    if found.word(at) in ("old", "olds"):
        return at + 1
    return last + 2 if found.text(last, last + 2) == "of age" else last


def _by_form(found: Found) -> NumberRole | None:
    if found.amount.form == "ordinal":
        return "date-part" if beside_month(found) else "ordinal"
    if found.amount.form == "year":
        return "date-part"
    return "count" if found.amount.form == "zero" else None


def _age(found: Found) -> NumberRole | None:
    amount = found.amount
    if amount.kind == "duration":
        return _age_in_years(found)
    if amount.unit is not None or amount.form not in ("digits", "words", "range") or amount.scale != 1:
        return None
    if not 0 < amount.high <= OLDEST:
        return None
    if _in_decade_of_life(found) or _aged(found) or _next_age(found) or _first_of_ages(found):
        return "age"
    return "age" if _apposed(found) or _is_so_old(found) else None


def _age_in_years(found: Found) -> NumberRole | None:
    if found.amount.unit not in ("year", "month", "week", "day"):
        return None
    if age_end(found) > found.amount.last or found.word(found.start - 1) == "aged":
        return "age"
    return None


def _in_decade_of_life(found: Found) -> bool:
    """ "in his 60s"."""
    last = found.amount.number_last
    return found.word(last) == "s" and found.glued(last) and found.before() in ("his", "her", "their", "early", "late")


def _aged(found: Found) -> bool:
    """ "aged 60", "at the age of six", "a woman of 29", "turned 18"."""
    lead = [found.word(found.start - step) for step in (1, 2, 3)]
    if lead[0] in ("between", "from"):
        lead = lead[1:]
    if lead[0] in ("aged", "age", "ages") or (lead[0] in ("of", "at") and lead[1] in ("age", "ages")):
        return True
    following = found.token(found.amount.last)
    free = following is None or following.tag[:2] not in ("NN", "JJ", "CD")
    if (
        lead[0] == "of"
        and lead[1] in role_words("people")
        and lead[2:]
        and lead[2] in ("a", "an", "the", "old", "young")
    ):
        return free
    return lead[0] in ("turned", "turning", "turns") and free


def _next_age(found: Found) -> bool:
    """ "aged 10 and 11", "aged 8, 10 and 11"."""
    if found.previous is None or found.previous[0] != "age" or found.limits or not found.digits:
        return False
    following = found.token(found.amount.last)
    free = following is None or following.tag[:2] not in ("NN", "JJ")
    between = found.text(found.previous[1], found.amount.first)
    return free and (between in ("and", "or") or (between == "," and found.after() in (",", "and", "or")))


def _first_of_ages(found: Found) -> bool:
    """ "Two brothers, 19 and 23,": bare numbers set off after people."""
    people = found.token_up_to(found.amount.first - 2)
    if people is None or not found.digits or found.limits or found.before() != "," or found.after() not in ("and", ","):
        return False
    following = found.token(found.amount.last + 1)
    named = people.tag == "NNS" and any(people.lemma in nouns for nouns in table("people").values())
    return named and following is not None and following.text.isdecimal()


def _apposed(found: Found) -> bool:
    """ "Anna Berg, 34," and "Anna Berg (34)": a bare number set off after a name."""
    name = found.token_up_to(found.amount.first - 2)
    if not found.digits or found.limits or name is None:
        return False
    if not name.text[0].isupper():
        set_off = found.before() == "," and found.after() == "," and name.tag == "NN"
        return set_off and name.lower not in beside("fixed") | beside("totals")
    if name.tag not in ("NNP", "NN", "NNPS") or name.lower in calendar_words("months") | calendar_words("weekdays"):
        return False
    if found.before() == ",":
        return found.after() in _AFTER_AGE
    return found.before() == "(" and found.after() == ")"


def _is_so_old(found: Found) -> bool:
    """ "He was 51." and "who is 34,": a person, a form of be, a bare number and nothing counted."""
    full = found.before() in ("was", "is") and found.before(2) in ("he", "she", "who")
    if found.limits or not (full or found.before().replace("’", "'") in ("he's", "she's", "who's")):
        return False
    return found.after() in (".", ",", ";", "", "when", "and", "at", "on", "in", '"')


def _elided(found: Found) -> NumberRole | None:
    """ "62 per cent against 58": the second figure shares the sign of the first."""
    if found.previous is None or found.previous[0] != "percentage" or found.amount.unit is not None or found.limits:
        return None
    following = found.token(found.amount.last)
    free = following is None or following.tag[:2] not in ("NN", "JJ", "CD")
    year = found.amount.form == "year" or (found.amount.scale == 1 and found.amount.high > _WHOLE)
    return "percentage" if free and not year and found.text(found.previous[1], found.amount.first) in _AGAINST else None


def _score(found: Found) -> NumberRole | None:
    amount = found.amount
    if amount.form != "range" or amount.unit is not None or amount.high >= 1000:
        return None
    if amount.descending:
        return "score"
    dash = any(piece.text in ("-", "–") for piece in found.pieces[amount.number_first : amount.number_last])
    tally = dash and amount.high < 200 and found.near(6) & words("numbers", "score", "near")
    return "score" if tally and not found.counts_noun else None


def _magnitude(found: Found) -> NumberRole | None:
    amount = found.amount
    if amount.unit is not None or not 0 < amount.high <= 10 or amount.form == "fraction":
        return None
    at = amount.last + (found.after() == "-")
    if (
        found.before() == "magnitude"
        or found.text(found.start - 2, found.start) == "magnitude of"
        or found.word(at) == "magnitude"
    ):
        return "measure"
    decimal = not float(amount.low).is_integer()
    return "measure" if decimal and found.near(10) & beside("quakes") else None


def _by_unit(found: Found) -> NumberRole | None:
    amount = found.amount
    if amount.per:
        return "rate"
    if amount.form == "fraction" and amount.unit is None:
        return "fraction"
    return amount.kind


def _daily(found: Found) -> NumberRole | None:
    """ "300 people a day": a count with its period after the noun."""
    if found.amount.unit is not None or found.amount.form == "fraction":
        return None
    last = found.amount.last
    for at in range(last, min(last + _RATE_REACH, len(found.pieces))):
        if at > last and found.word(at) != "/" and period_after(found.pieces, at):
            return "rate"
        token = found.token(at)
        if token is None or (token.tag not in ("NN", "NNS", "JJ", "NNP", "VBN", "VBG") and token.lower != "of"):
            return None
    return None


Rule = Callable[[Found], NumberRole | None]
_RULES: tuple[Rule, ...] = (
    _by_form,
    clock_role,
    _age,
    date_role,
    _elided,
    model_role,
    _magnitude,
    _score,
    _by_unit,
    house_role,
    label_role,
    named_role,
    _daily,
)
