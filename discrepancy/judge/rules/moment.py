"""Rule ``moment``: two times for one event, or a weekday that does not fit its date.

What it flags
    "The ferry sank at 9.40 p.m." against "the ferry went down shortly before midnight"; "Monday, 18 March 2019".
Why it matters
    Times order events and give alibis; a wrong weekday often shows which of two dates is the slip.
What it leaves alone
    Coarser forms of one time ("in March" and "17 March"), clock times in different zones, the beginning of one thing
    against its end, plans for what may happen more than once, and days on which somebody merely spoke.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Pair, Verdict


def judge_moment(pair: Pair) -> Verdict | None:
    """Compare the two times of ``pair``; None for claims that are not dates."""
    if pair.left.kind != "date":
        return None
    if pair.left.attribute == "weekday":
        if pair.left.value == pair.right.value:
            return None
        why = f"{pair.right.shown} was not a {pair.left.shown}"
    else:
        why = f"{pair.left.shown} and {pair.right.shown} exclude each other"
    return Verdict(pair, "CONFLICTS", "date", "differs", why, confidence(pair))
