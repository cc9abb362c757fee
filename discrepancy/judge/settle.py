"""Verdicts -> questions: conflicts with their positions, and what looks different but is not."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from discrepancy.judge.happened import asked_event
from discrepancy.judge.questions import answer, asked_harm, question
from discrepancy.model import Claim, Compatible, Conflict, NotCompared, Position, Severity, Verdict
from discrepancy.values.groups import Groups
from discrepancy.values.quantity import Quantity
from discrepancy.values.stance import Stance

LONGEST_COMPATIBLE = 200
MOST_CLAIMS = 3
TELLING = 10
TOLD = 0.5  # of the confidence asked for, for two claims that look different and are not: to list them costs little
RIVAL = "rival-figures"
NEAR = 0.5  # of the confidence of a conflict, for a verdict that gives it one more answer
FURTHER = 0.7  # of the confidence asked for, for one more answer to a question already in dispute
BACKDROP = frozenset({"act", "agent", "assertion", "holder", "post", "proof:cue", "seat", "site", "tie"})
GRAVE = frozenset({"casualties", "hit", "injured", "killed", "missing"})


def settle(verdicts: Sequence[Verdict], min_confidence: float) -> tuple[tuple[Conflict, ...], tuple[Compatible, ...]]:
    """Conflicts at or above ``min_confidence``, surest first, and the compatible pairs worth telling."""
    sure = sorted(
        (v for v in verdicts if v.standing == "CONFLICTS" and v.confidence >= min_confidence),
        key=lambda v: (-v.confidence, v.pair.left.id, v.pair.right.id),
    )
    agreed = [v for v in verdicts if v.standing == "AGREES" and v.confidence >= min_confidence]
    agreeing = _by_claim(agreed)
    sure += _further(sure, verdicts, min_confidence)
    components = _components(sure, min_confidence)
    conflicts = [_conflict(group, agreeing) for group in _joined(components, agreed, min_confidence)]
    conflicts.sort(key=lambda c: (-c.confidence, c.positions[0].claims[0].id, c.id))
    conflicts = _once(conflicts)
    told = [
        Compatible(v.code, v.why, (v.pair.left, v.pair.right))
        for v in verdicts
        if v.standing in {"COMPATIBLE", "UPDATES"} and _is_sure(v, min_confidence)
    ]
    numbered = tuple(replace(conflict, id=f"c{number}") for number, conflict in enumerate(conflicts, 1))
    return numbered, tuple(told[:LONGEST_COMPATIBLE])


def _is_sure(verdict: Verdict, min_confidence: float) -> bool:
    """Whether a verdict is sure enough to be told; rival figures stand beside the conflicts and must be as sure."""
    listed = verdict.standing in {"COMPATIBLE", "UPDATES"} and verdict.code != RIVAL
    return verdict.confidence >= (TOLD * min_confidence if listed else min_confidence)


def _further(sure: Sequence[Verdict], verdicts: Sequence[Verdict], min_confidence: float) -> list[Verdict]:
    """Less sure verdicts that set a further toll against one already in dispute, wherever that toll is told again.

    They add an answer to a conflict that is shown anyway; none makes a conflict of its own.
    """
    disputed = {_toll(claim) for verdict in sure for claim in _ends(verdict)} - {None}
    found = [
        v
        for v in verdicts
        if v.standing == "CONFLICTS"
        and FURTHER * min_confidence <= v.confidence < min_confidence
        and v.pair.left.attribute == v.pair.right.attribute
        and len({_toll(claim) for claim in _ends(v)} & disputed) == 1
    ]
    return sorted(found, key=lambda v: (-v.confidence, v.pair.left.id, v.pair.right.id))


def _toll(claim: Claim) -> tuple[str, float, float] | None:
    """Attribute and interval of a toll too large to be the same by chance, None for every other claim."""
    if isinstance(claim.value, Quantity) and claim.value.low >= TELLING and claim.attribute in GRAVE:
        return claim.attribute, claim.value.low, claim.value.high
    return None


def unmatched(
    claims: Iterable[Claim],
    verdicts: Sequence[Verdict],
    conflicts: Iterable[Conflict],
    left_out: Mapping[str, str],
    min_confidence: float,
) -> tuple[NotCompared, ...]:
    """Claims of which nothing is told: without a counterpart, or without one that surely answers the same question.

    ``left_out`` gives the reason for those that were never looked at.
    """
    alone = "no other claim answers the same question"
    unsure = "compared, but with no claim that surely answers the same question"
    met = {claim.id for verdict in verdicts for claim in _ends(verdict)}
    settled = {c.id for v in verdicts if _is_sure(v, min_confidence) for c in _ends(v)}
    settled |= {claim.id for conflict in conflicts for position in conflict.positions for claim in position.claims}
    return tuple(
        NotCompared(claim, unsure if claim.id in met else left_out.get(claim.id, alone))
        for claim in claims
        if claim.id not in settled
    )


def worth_telling(claims: Iterable[Claim], verdicts: Iterable[Verdict]) -> tuple[Claim, ...]:
    """All claims but the plain assertions and quotes, kept only to be gainsaid, that nobody gainsaid."""
    met = {claim.id for verdict in verdicts for claim in _ends(verdict)}
    return tuple(claim for claim in claims if claim.id in met or not claim.frame.cues & BACKDROP)


def _near(weaker: float, surer: float, floor: float) -> bool:
    """Whether a verdict is sure enough to add an answer to a conflict; those below ``floor`` were picked to do so.

    Without this a low threshold would draw every loose figure of the articles into the one conflict that is sure.
    """
    return weaker < floor or weaker >= NEAR * surer


def _components(verdicts: Sequence[Verdict], floor: float) -> list[list[Verdict]]:
    """Verdicts of one kind that hang together by a shared claim, each group with its surest verdict first.

    ``verdicts`` come surest first, those below ``floor`` last. A claim may stand in a sure and in an unsure group.
    """
    groups = Groups()
    homes: dict[tuple[str, str], list[int]] = defaultdict(list)  # one verdict, the surest, for each group of a claim
    for number, verdict in enumerate(verdicts):
        for claim in _ends(verdict):
            held = homes[verdict.kind, claim.id]
            kin = [
                other
                for other in held
                if _near(verdict.confidence, verdicts[other].confidence, floor)
                or _told_by(verdict) == _told_by(verdicts[other])
            ]
            for other in kin:
                groups.join(number, other)
            if not kin:
                held.append(number)
    found: dict[int, list[Verdict]] = defaultdict(list)
    for number, verdict in enumerate(verdicts):
        found[groups.of(number)].append(verdict)
    return [sorted(group, key=lambda v: -v.confidence) for _, group in sorted(found.items())]


def _told_by(verdict: Verdict) -> frozenset[object]:
    """The answers that a verdict sets against one another."""
    return frozenset(_answer(claim) for claim in _ends(verdict))


def _joined(groups: list[list[Verdict]], agreed: Sequence[Verdict], floor: float) -> list[list[Verdict]]:
    """Groups made one where two of their claims give the same answer to the same question."""
    best = [group[0].confidence for group in groups]
    homes: dict[tuple[str, str], int] = {}
    for number in sorted(range(len(groups)), key=lambda number: -best[number]):
        for verdict in groups[number]:
            for claim in _ends(verdict):
                homes.setdefault((verdict.kind, claim.id), number)
    merged = Groups()
    told = [(*_ends(verdict), verdict.confidence) for verdict in agreed]
    told += [(one, other, 1.0) for one, other in _echoes(v for group in groups for v in group)]
    for one, other, sure in told:
        a, b = homes.get((one.kind, one.id)), homes.get((other.kind, other.id))
        if a is not None and b is not None and _near(min(sure, best[a], best[b]), max(best[a], best[b]), floor):
            merged.join(a, b)
    found: dict[int, list[Verdict]] = defaultdict(list)
    for number, group in enumerate(groups):
        found[merged.of(number)] += group
    return [sorted(group, key=lambda v: -v.confidence) for _, group in sorted(found.items())]


def _echoes(verdicts: Iterable[Verdict]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of one attribute that give the same figure, when it is too large to be the same by chance."""
    first: dict[tuple[str, float, float], Claim] = {}
    for verdict in verdicts:
        for claim in _ends(verdict):
            toll = _toll(claim)
            if toll is not None and (known := first.setdefault(toll, claim)) is not claim:
                yield known, claim


def _ends(verdict: Verdict) -> tuple[Claim, Claim]:
    return verdict.pair.left, verdict.pair.right


def _by_claim(verdicts: Sequence[Verdict]) -> dict[tuple[str, str], dict[int, Verdict]]:
    """The verdicts on each claim, with their places in ``verdicts``."""
    found: dict[tuple[str, str], dict[int, Verdict]] = defaultdict(dict)
    for number, verdict in enumerate(verdicts):
        for claim in _ends(verdict):
            found[verdict.kind, claim.id][number] = verdict
    return found


def _conflict(group: Sequence[Verdict], agreeing: Mapping[tuple[str, str], dict[int, Verdict]]) -> Conflict:
    best = group[0]
    by_value: dict[object, list[Claim]] = defaultdict(list)
    plain, counted = _gainsaid(group), _counted(group)
    echoes: dict[int, Verdict] = {}
    for mine in {claim.id for verdict in group for claim in _ends(verdict)}:
        known = agreeing.get((best.kind, mine), {})
        echoes |= {number: v for number, v in known.items() if v.confidence >= NEAR * best.confidence}
    for verdict in (*group, *(verdict for _, verdict in sorted(echoes.items(), key=lambda item: item[0]))):
        for claim in _ends(verdict):
            if claim.id in counted:
                continue
            held = by_value["yes" if claim.id in plain else _answer(claim)]
            if claim not in held and len(held) < MOST_CLAIMS:
                held.append(claim)
    told = [claim for held in by_value.values() for claim in held]
    asked, happened = asked_harm(told), asked_event(told)
    positions = [
        Position(said if said == "yes" else answer(claims[0], asked, happened), tuple(claims))
        for said, claims in by_value.items()
    ]
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


def _gainsaid(group: Sequence[Verdict]) -> set[str]:
    """Ids of plain assertions that somebody denies: together they are the one answer "yes"; a toll is its figure."""
    denied = [v for v in group if v.kind == "polarity" and any(isinstance(c.value, Stance) for c in _ends(v))]
    return {c.id for v in denied for c in _ends(v) if not isinstance(c.value, Quantity | Stance)}


def _counted(group: Sequence[Verdict]) -> set[str]:
    """Ids of plain assertions whose sentence also gives a figure: "four villagers were hurt" answers with four."""
    told = {claim.id: claim for verdict in group for claim in _ends(verdict)}.values()
    figures = {(claim.document, claim.frame.sentence) for claim in told if isinstance(claim.value, Quantity)}
    plain = [claim for claim in told if not isinstance(claim.value, Quantity | Stance)]
    return {claim.id for claim in plain if (claim.document, claim.frame.sentence) in figures}


def _answer(claim: Claim) -> object:
    value = claim.value
    if isinstance(value, Stance):
        return value.side
    if isinstance(value, Quantity):
        return (value.low, value.high, value.bound, value.unit, claim.attribute == "hit")
    return value


def _once(conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Without those whose every answer is quoted from the passages of a surer one: one matter under two names.

    Figures and times are left alone: one clause may hold several, each its own question. "None" is a denial.
    """
    kept: list[Conflict] = []
    for conflict in conflicts:
        wordy = conflict.kind not in {"number", "date"} or any(_none(position) for position in conflict.positions)
        if not (wordy and any(_retold(conflict, other) for other in kept if other.kind not in {"number", "date"})):
            kept.append(conflict)
    return kept


def _none(position: Position) -> bool:
    """Whether the answer is that there was none: "no civilians were hurt"."""
    value = position.claims[0].value
    return isinstance(value, Quantity) and value.high == 0


def _retold(conflict: Conflict, other: Conflict) -> bool:
    homes = [
        next((n for n, there in enumerate(other.positions) if _touch(position, there)), None)
        for position in conflict.positions
    ]
    if None not in homes:
        return len(set(homes)) == len(homes)
    rest = [p for p, home in zip(conflict.positions, homes, strict=True) if home is None]
    free = [p for n, p in enumerate(other.positions) if n not in homes]
    causes = conflict.kind == other.kind == "cause" and len(rest) < len(homes)
    return causes and all(any(_words(one) & _words(two) for two in free) for one in rest)


def _words(position: Position) -> frozenset[str]:
    """The words of an answer: one clause gives one cause, whatever the question is called."""
    return frozenset(position.shown.lower().split())


def _touch(one: Position, other: Position) -> bool:
    spans = [(c.document, c.evidence.span) for c in other.claims]
    return all(
        any(
            c.document == document and c.evidence.span.start < s.end and s.start < c.evidence.span.end
            for document, s in spans
        )
        for c in one.claims
    )


def _order(claim: Claim) -> float:
    return claim.value.low if isinstance(claim.value, Quantity) else 0.0


def _severity(verdict: Verdict) -> Severity:
    grave = {verdict.pair.left.attribute, verdict.pair.right.attribute} & GRAVE
    if verdict.kind in {"cause", "polarity", "actor"} or grave:
        return "high"
    return "low" if verdict.pair.left.attribute in {"age", "ordinal"} else "medium"
