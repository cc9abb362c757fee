"""Rule ``place``: one happening at two sites that shut each other out.

What it flags
    "He was shot at the gate" against "he was shot in bed"; a fire on the ground floor and on the second; the north and
    the south bank; two towns of which neither holds the other.
Why it matters
    Where somebody stood or died decides who could see it and who did it.
What it leaves alone
    A room and its house, a village and its province, "near" and "in", the way from one place to another, and other
    happenings of the same kind.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Pair, Verdict


def judge_place(pair: Pair) -> Verdict | None:
    """A conflict of kind place between two sites of one happening, None for every other pair."""
    if pair.left.kind != "place" or pair.right.kind != "place":
        return None
    why = f"one happening, two sites: {pair.left.shown} / {pair.right.shown}"
    return Verdict(pair, "CONFLICTS", "place", "differs", why, confidence(pair))
