"""Rule ``identity``: one person, two posts or ties that exclude one another.

What it flags
    "Deputy minister Ana Lund" against "the minister, Ana Lund"; "his nephew Karim" against "his son Karim";
    "the attacker is her former husband" against "they did not know each other"; one professor at two universities.
Why it matters
    A wrong post turns a private word into an official one.
What it leaves alone
    Former and acting posts, posts that one person may hold side by side, and other people of the same name.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Claim, Pair, Verdict
from discrepancy.values.stance import Stance

_MIDDLE = 1.6
_CUES = frozenset({"post", "seat", "tie"})


def judge_identity(pair: Pair) -> Verdict | None:
    """A conflict of kind identity between two posts of one person, None for every other pair."""
    if not pair.left.frame.cues & pair.right.frame.cues & _CUES:
        return None
    sure = confidence(pair, middle=_MIDDLE, steep=1.5)
    why = f"one person is given as {_told(pair.left)} and as {_told(pair.right)}"
    return Verdict(pair, "CONFLICTS", "identity", "differs", why, sure)


def _told(claim: Claim) -> str:
    return claim.shown if isinstance(claim.value, Stance) else str(claim.value)
