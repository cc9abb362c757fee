"""Confidence of a verdict: the score of its pair as a probability, nothing else."""

from __future__ import annotations

import math

from discrepancy.model import Pair


def confidence(pair: Pair, *, middle: float = 0.0, steep: float = 1.0) -> float:
    """Probability (0 to 1) that the two claims of ``pair`` answer one question, from its reasons alone.

    middle   the score that is as good as a coin
    steep    how fast it turns there
    """
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, (pair.score - middle) * steep)))), 4)
