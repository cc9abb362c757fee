"""Do two claims of two articles speak of one occasion? What they say of day and place must not part them.

An article about one event also tells of the day before, of the next town, of last year; such sentences answer nothing
that the other article asks.
"""

from __future__ import annotations

from datetime import timedelta

from discrepancy.match.claim_parts import finest
from discrepancy.model import Claim
from discrepancy.values.names import Place
from discrepancy.values.places import level_of, same_place

NEXT_DAY = timedelta(days=1)
_FINE = frozenset({"part", "day", "week"})  # a clock time says the hour; its day is only inferred


def one_occasion(left: Claim, right: Claim) -> bool:
    """Whether neither day nor place nor a word like "earlier" sets the two apart; claims of one article pass."""
    if left.document == right.document:
        return True
    one, two = left.frame.occasion, right.frame.occasion
    return (one.relation == "earlier") == (two.relation == "earlier") and not (
        _other_day(left, right) or _other_place(left, right)
    )


def one_news(left: Claim, right: Claim) -> bool:
    """The same, and days carried over from the sentences before count in full: for articles that are months apart."""
    return one_occasion(left, right) and (left.document == right.document or _gap(left, right) is None)


def one_day(left: Claim, right: Claim) -> bool:
    """Whether neither day nor a word like "earlier" sets the two apart, wherever it was."""
    one, two = left.frame.occasion, right.frame.occasion
    return (one.relation == "earlier") == (two.relation == "earlier") and not _other_day(left, right)


def one_place(left: Claim, right: Claim) -> bool:
    """Whether no place sets the two apart, whenever it was."""
    return not _other_place(left, right)


def _gap(left: Claim, right: Claim) -> timedelta | None:
    """Time between the nearest starts of the days of two claims, None where days meet or are not given."""
    mine, theirs = ([day for day in claim.frame.occasion.days if day.grain in _FINE] for claim in (left, right))
    if not mine or not theirs or any(a.relate(b).standing != "disjoint" for a in mine for b in theirs):
        return None
    return min(abs(a.start - b.start) for a in mine for b in theirs)


def _other_day(left: Claim, right: Claim) -> bool:
    """Carried-over days are less sure: they count from two days apart, and only against a day of the sentence."""
    gap, own = _gap(left, right), (left.frame.occasion.own_day, right.frame.occasion.own_day)
    return gap is not None and (all(own) or (any(own) and gap > NEXT_DAY))


def _other_place(left: Claim, right: Claim) -> bool:
    """Names that a gazetteer does not know may be parts of one another; they count only in both sentences.

    A street or a hospital may stand in any town.
    """
    one, two = left.frame.occasion, right.frame.occasion
    standings = {
        same_place(a, b).standing for a in finest(one.places) for b in finest(two.places) if _is_site(a) == _is_site(b)
    }
    if not standings or standings & {"same", "overlapping"}:
        return False
    own = one.own_place, two.own_place
    return all(own) or (any(own) and standings == {"disjoint"})


def _is_site(place: Place) -> bool:
    return level_of(place).startswith("site:")
