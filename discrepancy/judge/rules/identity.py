"""Rule ``identity``: one person, two posts or ties that exclude one another.

What it flags
    "Deputy minister Ana Lund" against "the minister, Ana Lund"; "his nephew Karim" against "his son Karim".
Why it matters
    A wrong post turns a private word into an official one.
What it leaves alone
    Former and acting posts, posts that one person may hold side by side, and other people of the same name.
"""

from __future__ import annotations

from math import exp

from discrepancy.model import Pair, Verdict

_MIDDLE = 1.6


def judge_identity(pair: Pair) -> Verdict | None:
    """A conflict of kind identity between two posts of one person, None for every other pair."""
    if "post" not in pair.left.frame.cues or "post" not in pair.right.frame.cues:
        return None
    confidence = 1 / (1 + exp(-(pair.score - _MIDDLE) * 1.5))
    why = f"one person is given as {pair.left.value} and as {pair.right.value}"
    return Verdict(pair, "CONFLICTS", "identity", "differs", why, confidence)
