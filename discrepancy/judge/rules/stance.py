"""Rule ``stance``: opposed answers to a question on which accounts often part.

What it flags
    "It was a mistake" against "The attack was intentional"; "a short circuit" against "welding work caused the fire";
    "the exit was locked" against "the exit stood open"; a budget approved against the budget rejected; "acquitted"
    against "guilty on all counts".
Why it matters
    Cause, intention and state decide who is to blame.
What it leaves alone
    Answers of one speaker, guesses, earlier events, causes that nobody gives as the cause, states of another thing or
    of another time, and verdicts on other charges.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Pair, Verdict

_MIDDLE = 1.3


def judge_stance(pair: Pair) -> Verdict | None:
    """A conflict between two sides of one axis, None for every other pair."""
    left, right = pair.left, pair.right
    if "stance" not in left.frame.cues & right.frame.cues or left.attribute != right.attribute:
        return None
    sure = confidence(pair, middle=_MIDDLE, steep=1.5)
    why = f"opposed answers: {left.shown} / {right.shown}"
    return Verdict(pair, "CONFLICTS", left.kind, "differs", why, sure)
