"""Rule ``unharmed``: one says that nobody was killed or hurt, the other counts them.

What it flags
    "Three civilians were killed" against "no civilian was harmed"; "14 people died" against "there were no deaths from
    the strike".
Why it matters
    Whether there were victims at all decides what the event was.
What it leaves alone
    Harm to others, wounds where only deaths are ruled out, "nobody was badly hurt", "nobody was hurt there", what was
    not reported yet, one speaker's own words.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Pair, Verdict

_MIDDLE = 0.8


def judge_unharmed(pair: Pair) -> Verdict | None:
    """A conflict of kind polarity between a toll and a none, None for every other pair."""
    if pair.left.kind != "number" or "negation" not in pair.right.frame.cues:
        return None
    sure = confidence(pair, middle=_MIDDLE, steep=1.5)
    return Verdict(pair, "CONFLICTS", "polarity", "differs", "one side counts those of whom the other says none", sure)
