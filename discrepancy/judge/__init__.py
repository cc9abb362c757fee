"""Pairs -> verdicts -> conflicts; pure per pair until the verdicts are settled into questions."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.judge.rules import RULES
from discrepancy.model import Pair, Verdict


def judge_pairs(pairs: Iterable[Pair]) -> tuple[Verdict, ...]:
    """The verdict of the first rule that has something to say about each pair."""
    found = (next((verdict for rule in RULES if (verdict := rule(pair)) is not None), None) for pair in pairs)
    return tuple(verdict for verdict in found if verdict is not None)
