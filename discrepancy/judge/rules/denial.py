"""Rule ``denial``: a charge or claim, and the denial that answers it.

What it flags
    "Residents accused the army of shelling the market" against "The army denied any role."
Why it matters
    A reader who sees only one of the two believes a question settled that is open.
What it leaves alone
    A denial of something else, a denial by the one who made the claim, and charges that nobody denies.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Pair, Verdict

_MIDDLE = 2.0


def judge_denial(pair: Pair) -> Verdict | None:
    """A conflict of kind polarity where one side is a denial, None for every other pair."""
    if "denial" not in pair.left.frame.cues | pair.right.frame.cues:
        return None
    sure = confidence(pair, middle=_MIDDLE, steep=1.2)
    return Verdict(pair, "CONFLICTS", "polarity", "differs", "one side makes the charge, the other denies it", sure)
