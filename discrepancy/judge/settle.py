"""Verdicts -> questions: conflicts with their positions, and what looks different but is not."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from discrepancy.judge.questions import question
from discrepancy.model import Claim, Compatible, Conflict, NotCompared, Position, Severity, Verdict
from discrepancy.values.quantity import Quantity

LONGEST_COMPATIBLE = 200
MOST_CLAIMS = 3


def settle(verdicts: Sequence[Verdict], min_confidence: float) -> tuple[tuple[Conflict, ...], tuple[Compatible, ...]]:
    """Conflicts at or above ``min_confidence``, surest first, and the compatible pairs worth telling."""
    sure = sorted(
        (v for v in verdicts if v.standing == "CONFLICTS" and v.confidence >= min_confidence),
        key=lambda v: (-v.confidence, v.pair.left.id, v.pair.right.id),
    )
    conflicts = [_conflict(group) for group in _components(sure)]
    conflicts.sort(key=lambda c: (-c.confidence, c.positions[0].claims[0].id, c.id))
    told = [
        Compatible(v.code, v.why, (v.pair.left, v.pair.right))
        for v in verdicts
        if v.standing in {"COMPATIBLE", "UPDATES"} and v.confidence >= min_confidence
    ]
    numbered = tuple(replace(conflict, id=f"c{number}") for number, conflict in enumerate(conflicts, 1))
    return numbered, tuple(told[:LONGEST_COMPATIBLE])


def unmatched(claims: Iterable[Claim], verdicts: Iterable[Verdict]) -> tuple[NotCompared, ...]:
    """Claims that found no counterpart."""
    met = {claim.id for verdict in verdicts for claim in (verdict.pair.left, verdict.pair.right)}
    return tuple(
        NotCompared(claim, "no other claim answers the same question") for claim in claims if claim.id not in met
    )


def _components(verdicts: Sequence[Verdict]) -> list[list[Verdict]]:
    """Verdicts of one kind that hang together by a shared claim, each group with its surest verdict first."""
    group_of: dict[tuple[str, str], int] = {}
    groups: dict[int, list[Verdict]] = {}
    for number, verdict in enumerate(verdicts):
        ends = [(verdict.kind, verdict.pair.left.id), (verdict.kind, verdict.pair.right.id)]
        old = sorted({group_of[end] for end in ends if end in group_of})
        home = old[0] if old else number
        merged = [v for other in old for v in groups.pop(other)] + [verdict]
        groups[home] = merged
        for member in merged:
            for claim in (member.pair.left, member.pair.right):
                group_of[member.kind, claim.id] = home
    return [sorted(group, key=lambda v: -v.confidence) for _, group in sorted(groups.items())]


def _conflict(group: Sequence[Verdict]) -> Conflict:
    best = group[0]
    by_value: dict[object, list[Claim]] = defaultdict(list)
    for verdict in group:
        for claim in (verdict.pair.left, verdict.pair.right):
            held = by_value[_answer(claim)]
            if claim not in held and len(held) < MOST_CLAIMS:
                held.append(claim)
    positions = [Position(claims[0].shown, tuple(claims)) for claims in by_value.values()]
    positions.sort(key=lambda p: (_order(p.claims[0]), p.shown))
    claims = [claim for position in positions for claim in position.claims]
    text = "|".join(f"{claim.document}:{claim.evidence.span.start}" for claim in claims)
    name = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Conflict(
        name,
        best.kind,
        question(best.kind, claims),
        tuple(positions),
        best.why,
        best.pair.reasons,
        best.confidence,
        _severity(best),
    )


def _answer(claim: Claim) -> object:
    value = claim.value
    return (value.low, value.high, value.bound, value.unit, claim.attribute) if isinstance(value, Quantity) else value


def _order(claim: Claim) -> float:
    return claim.value.low if isinstance(claim.value, Quantity) else 0.0


def _severity(verdict: Verdict) -> Severity:
    grave = {verdict.pair.left.attribute, verdict.pair.right.attribute} & {
        "killed",
        "injured",
        "hit",
        "missing",
        "casualties",
    }
    if verdict.kind in {"cause", "polarity", "actor"} or grave:
        return "high"
    return "low" if verdict.pair.left.attribute in {"age", "ordinal"} else "medium"
