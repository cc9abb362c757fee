"""Rule ``count``: two figures for the same question that share no value.

What it flags
    "62 soldiers were killed" against "at least 80 killed"; "carried 49 passengers" against "they were sixty"; equal
    attributes only, and only with positive evidence that both figures answer one question.
Why it matters
    A figure is what readers remember and what other reports copy; two exclusive figures cannot both be right.
What it leaves alone
    Figures whose ranges meet ("at least 60" and "62"), rounded forms of one figure, a later and higher count that is
    given as a newer state, lower bounds of rival speakers (reported as rival figures), parts of a whole, other events.
"""

from __future__ import annotations

from datetime import date, time

from discrepancy.judge.confidence import confidence
from discrepancy.judge.wording import why_apart
from discrepancy.model import Claim, Pair, Standing, Verdict
from discrepancy.values.quantity import Quantity

COUNTED_UP = frozenset(
    {"killed", "injured", "missing", "arrested", "displaced", "casualties", "hospitalised", "infected"}
)
CLOCK = frozenset({"minute", "hour"})
LOWER_BOUNDS = frozenset({"at_least", "more_than"})


def judge_count(pair: Pair) -> Verdict | None:
    """Compare the two figures of ``pair``; None for claims that are not numbers."""
    one, two = pair.left.value, pair.right.value
    if pair.left.kind != "number" or not isinstance(one, Quantity) or not isinstance(two, Quantity):
        return None
    relation = one.relate(two)
    if relation.standing == "disjoint":
        if _is_update(pair.left, pair.right) or _is_update(pair.right, pair.left):
            where = "passage" if pair.left.document == pair.right.document else "article"
            return _verdict(pair, "UPDATES", "update", f"the later {where} gives a newer state of the same count")
        return _verdict(pair, "CONFLICTS", "differs", why_apart(pair))
    if relation.standing == "same":
        return _verdict(pair, "AGREES", "paraphrase", "the same figure")
    if one.bound in LOWER_BOUNDS and two.bound in LOWER_BOUNDS and _rivals(pair):
        return _verdict(pair, "COMPATIBLE", "rival-figures", "lower bounds given by rival speakers")
    return _verdict(pair, "COMPATIBLE", relation.code, f"{pair.left.shown} and {pair.right.shown} can both be true")


def _verdict(pair: Pair, standing: Standing, code: str, why: str) -> Verdict:
    return Verdict(pair, standing, "number", code, why, confidence(pair))


def _rivals(pair: Pair) -> bool:
    a, b = pair.left.frame.speaker, pair.right.frame.speaker
    return a is not None and b is not None and a.key != b.key


def _is_update(earlier: Claim, later: Claim) -> bool:
    """Whether ``later`` gives a higher figure that its article presents as the newer state of the same count."""
    if earlier.attribute not in COUNTED_UP or earlier.attribute != later.attribute:
        return False
    one, two = earlier.value, later.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity) or two.low <= one.high:
        return False
    if earlier.frame.posted and later.frame.posted and earlier.document == later.document:
        return _posted(earlier) < _posted(later) and not _of_one_moment(earlier, later)
    if "rising" in later.frame.cues or "first" in earlier.frame.cues:
        return earlier.document == later.document or _published_in_order(earlier, later)
    same_line = (
        earlier.frame.speaker is None or later.frame.speaker is None or earlier.frame.speaker == later.frame.speaker
    )
    return same_line and earlier.document != later.document and _published_before(earlier, later)


def _posted(claim: Claim) -> tuple[date, time]:
    """When the entry of a live blog that makes ``claim`` was posted."""
    return claim.frame.published or date.min, claim.frame.posted or time.min


def _of_one_moment(one: Claim, two: Claim) -> bool:
    """Whether both say for the same hour or minute what the count was."""
    moments = [{day for day in claim.frame.occasion.days if day.grain in CLOCK} for claim in (one, two)]
    own = one.frame.occasion.own_day and two.frame.occasion.own_day
    return own and bool(moments[0] & moments[1])


def _published_before(earlier: Claim, later: Claim) -> bool:
    a, b = earlier.frame.published, later.frame.published
    return a is not None and b is not None and a < b


def _published_in_order(earlier: Claim, later: Claim) -> bool:
    a, b = earlier.frame.published, later.frame.published
    return a is None or b is None or a <= b
