"""Rule ``negation``: one says that it happened, the other that it did not.

What it flags
    "No shot was fired" against "Officers fired into the air"; "the alarm did not go off" against "the alarm sounded";
    "denied that the crane had been overloaded" against "the crane was overloaded"; "there was no tunnel" against "they
    left through a tunnel".
Why it matters
    Whether something happened at all is the first thing a reader takes away.
What it leaves alone
    Other times and parts ("no more", "not yet", "the other patients"), other parties, other objects, one speaker's own
    words, guesses and plans.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Pair, Verdict

STEEP = 1.5


def judge_negation(pair: Pair) -> Verdict | None:
    """A conflict of kind polarity where one side negates what the other asserts, None for every other pair."""
    cues = pair.left.frame.cues, pair.right.frame.cues
    if not ("assertion" in cues[0] and "negation" in cues[1]):
        return None
    sure = confidence(pair, steep=STEEP)
    return Verdict(pair, "CONFLICTS", "polarity", "differs", "one side asserts what the other rules out", sure)
