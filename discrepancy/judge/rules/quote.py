"""Rule ``quote``: the same words of one speaker, given differently in substance.

What it flags
    "We will not stop at the river" against "We will not go beyond the river"; two versions that a text sets side by
    side; "no berth will be given up" against "no berth will be given up before 2024". Two sentences of the outlets' own
    that run alike but for a word with its opposite ("opened", "closed") are a question about the fact, not the words.
Why it matters
    A quotation is taken for a record; one changed word can turn it round.
What it leaves alone
    Shortened quotes, spelling, filler words, and different remarks of one speaker.
"""

from __future__ import annotations

from discrepancy.judge.confidence import confidence
from discrepancy.model import Pair, Verdict

_MIDDLE = 2.4


def judge_quote(pair: Pair) -> Verdict | None:
    """A conflict between two versions of one remark or one sentence, None for every other pair."""
    told = {reason.code: reason.text for reason in pair.reasons}
    if not told.keys() & {"alike", "cut", "only", "version"}:
        return None
    sure = confidence(pair, middle=_MIDDLE, steep=1.8)
    quoted = pair.left.frame.cues | pair.right.frame.cues
    if "opposite" in told and not told.keys() & {"speaker"} and "quote" not in quoted:
        why = f"two sentences run alike but for words that turn the meaning: {told['opposite']}"
        return Verdict(pair, "CONFLICTS", "polarity", "differs", why, sure)
    return Verdict(pair, "CONFLICTS", "quote", "differs", "the same remark is given in words that differ", sure)
