"""Rule ``actor``: one act, laid at two doors.

What it flags
    "Northern troops opened fire first" against "It was southern soldiers who did"; two groups that claim one attack;
    two owners of one mine, two people at one helm.
Why it matters
    Who did it is what the parties to a quarrel tell differently.
What it leaves alone
    One body under two names, acts of one side on different days, and accusations nobody answers.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Pair, Verdict

_MIDDLE = 1.7


def judge_actor(pair: Pair) -> Verdict | None:
    """A conflict of kind actor between two agents of one act, None for every other pair."""
    if not any(cue in pair.left.frame.cues & pair.right.frame.cues for cue in ("act", "agent", "holder")):
        return None
    if pair.left.attribute != pair.right.attribute:
        return None
    sure = confidence(pair, middle=_MIDDLE, steep=1.5)
    why = f"the same act is laid at two doors: {pair.left.value} / {pair.right.value}"
    return Verdict(pair, "CONFLICTS", "actor", "differs", why, sure)
