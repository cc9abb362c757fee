"""Pairs each negated clause with the assertion that it excludes, in strict frames only.

Frames: "no X was V-ed" with X among the parties of the other clause, "nobody V-ed" with the same act, "did not V" with
the same act. Inside one article the two stand close together and have two speakers; between articles they must share
telling words. Weights were fitted on annotated news events and rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from discrepancy.lexicon import words
from discrepancy.match.kinship import kindred
from discrepancy.match.occasions import one_occasion
from discrepancy.match.topics import apart, concepts, proper_words, rarity, same_speaker, shared, specific, weekdays
from discrepancy.model import Claim, Pair, Reason

REACH = 3
FEWEST_WORDS = 2
ENOUGH_NEAR = 2.5
ENOUGH_FAR = 3.0
_NEAR = {0: 0.2, 1: 0.7, 2: 0.2, 3: -0.5}
_LIGHT = frozenset({"be", "do", "get", "have", "make", "take", "give", "come", "go"})
_OWNING = frozenset({"give", "have", "own", "possess", "know"})
_BEING = frozenset({"be", "exist", "happen", "occur", "take"})
_HARM = frozenset({"=dead", "=harm", "=murder"})
_JOINERS = ("who ", "which ", "that ", "whose ", "where ", "when ", "as ", "after ", "if ")


def match_negations(claims: Sequence[Claim]) -> Iterable[Pair]:
    """The best counterpart of each negated clause, if any is good enough; an assertion is used once."""
    stated = [c for c in claims if "assertion" in c.frame.cues and _settled(c)]
    negated = [c for c in claims if "negation" in c.frame.cues and _settled(c)]
    telling = rarity([c for c in claims if c.frame.cues & {"assertion", "negation"}])
    kin = kindred(claims)
    best = [pair for no in negated if (pair := _best(_reach(stated, no, kin), no, telling)) is not None]
    best.sort(key=lambda pair: -pair.score)
    used: set[tuple[str, int]] = set()
    for pair in best:
        key = (pair.left.document, pair.left.evidence.span.start)
        if key not in used:
            used.add(key)
            yield pair


def _reach(stated: Sequence[Claim], no: Claim, kin: frozenset[frozenset[str]]) -> list[Claim]:
    """Statements of the same article near by, and of articles about the same event."""
    return [
        yes
        for yes in stated
        if (
            abs(apart(yes, no)) <= REACH
            if yes.document == no.document
            else frozenset((yes.document, no.document)) in kin and one_occasion(yes, no)
        )
    ]


def _settled(claim: Claim) -> bool:
    return claim.frame.factuality != "hedged" and not claim.frame.cues & {"limited", "background"}


def _best(stated: Sequence[Claim], no: Claim, telling: dict[str, float]) -> Pair | None:
    pairs = [pair for yes in stated if (pair := _pair(yes, no, telling)) is not None]
    return max(pairs, key=lambda pair: pair.score, default=None)


def _pair(yes: Claim, no: Claim, telling: dict[str, float]) -> Pair | None:
    gap = abs(apart(yes, no))
    near = gap <= REACH
    if _excluded(yes, no, near):
        return None
    frame = _frame(yes, no, near)
    if frame is None:
        return None
    common = shared(yes.frame.clause, no.frame.clause)
    if yes.document != no.document and not specific(common, telling):
        return None
    rare = min(3.0, sum(max(telling.get(c, 1.0) for c in concepts((word,))) for word in common))
    reasons = [frame, Reason("topic", "both speak of " + ", ".join(common), round(rare * (0.4 if near else 1.5), 2))]
    covered = len(shared(no.frame.clause, yes.frame.clause)) / max(1, len(no.frame.clause))
    reasons.append(Reason("covered", f"{covered:.0%} of the negated clause", round(covered * 0.9, 2)))
    reasons.append(_voices(yes, no))
    if near:
        reasons.append(Reason("near", f"{gap} sentences apart", _NEAR[gap]))
    elif proper_words(no) - proper_words(yes) - yes.frame.clause:
        reasons.append(Reason("names", "the negation names somebody or something else", -0.7))
    if not near:
        reasons.append(_names(yes, no))
    if yes.evidence.text.lower().startswith(_JOINERS):
        reasons.append(Reason("aside", "one side stands in a side remark", -0.7))
    score = round(sum(reason.weight for reason in reasons), 2)
    return Pair(yes, no, tuple(reasons), score) if score >= (ENOUGH_NEAR if near else ENOUGH_FAR) else None


def _excluded(yes: Claim, no: Claim, near: bool) -> bool:
    """Whether the two cannot be opposed: one speaker, one sentence part, other weekdays, an early report overtaken."""
    a, b = yes.evidence.span, no.evidence.span
    if near and (a.start < b.end and b.start < a.end):
        return True
    if same_speaker(yes, no):
        return True
    days = weekdays(yes), weekdays(no)
    if days[0] and days[1] and not days[0] & days[1]:
        return True
    return not near and no.frame.predicate in words("acts", "unsettled", "words")


def _frame(yes: Claim, no: Claim, near: bool) -> Reason | None:
    cues, predicate = no.frame.cues, no.frame.predicate or ""
    focus = [cue[6:] for cue in cues if cue.startswith("focus:")]
    narrow = [cue[5:] for cue in cues if cue.startswith("only:")]
    same_act = predicate not in _LIGHT and bool(concepts((predicate,)) & concepts(yes.frame.clause))
    parties = {p.noun for p in yes.frame.participants} | {yes.frame.predicate or ""}
    if len(shared(narrow, yes.frame.clause)) < len(narrow):
        return None
    if not near and _only_harm(yes, no):
        return None
    if predicate in _OWNING and not (near and yes.frame.predicate in _OWNING | _BEING):
        return None
    if focus:
        if shared(focus, parties):
            return Reason("none", f"no {focus[0]} on one side", 1.4 if same_act or predicate in _LIGHT else 0.8)
        if shared(focus, yes.frame.clause) and (same_act or predicate in _LIGHT):
            return Reason("none", f"no {focus[0]} on one side", 0.8)
        return None
    if not same_act:
        return None
    if "none" in cues:
        return Reason("nobody", f"nobody: {predicate}", 1.3)
    if not near and not concepts((predicate,)) & concepts((yes.frame.predicate or "",)):
        return None
    if len(yes.frame.clause) < FEWEST_WORDS:
        return None
    own = {w for p in no.frame.participants for w in p.words}
    other = {w for p in yes.frame.participants for w in p.words}
    if near or shared(own, other):
        return Reason("not", f"not: {predicate}", 1.0)
    return None


def _names(yes: Claim, no: Claim) -> Reason:
    """Between articles: the same or other proper names in the two sentences."""
    one, other = yes.frame.names, no.frame.names
    if one & other:
        return Reason("same-names", "both sentences name " + ", ".join(sorted(one & other)[:3]), 0.3)
    return Reason("other-names", "no name in common", -0.5 if one and other else 0.0)


def _only_harm(yes: Claim, no: Claim) -> bool:
    """Whether the two share no more than words of death and injury: tolls are compared elsewhere."""
    return all(concepts((word,)) & _HARM for word in shared(yes.frame.clause, no.frame.clause))


def _voices(yes: Claim, no: Claim) -> Reason:
    one, other = yes.frame.speaker, no.frame.speaker
    if one is not None and other is not None:
        return Reason("speakers", f"{one.name} against {other.name}", 0.9)
    if one is None and other is None:
        return Reason("speakers", "both in the outlets' own voice", -0.7 if yes.document != no.document else -1.4)
    return Reason("speakers", "one speaker against an outlet", -0.2)
