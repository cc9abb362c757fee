"""Acts that shut each other out: the council approved the plan, or it rejected it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from discrepancy.extract.arguments import Pronouns, arguments_of, with_particle
from discrepancy.extract.clauses import Clause, find_clauses
from discrepancy.extract.context import Context
from discrepancy.extract.framing import clause_claim, frame_of
from discrepancy.lexicon import table
from discrepancy.model import Claim, Participant
from discrepancy.values.stance import Stance

CUES = frozenset({"stance", "proof:deed"})


@cache
def _sides() -> dict[str, tuple[tuple[str, str], ...]]:
    """Act -> the axes on which it takes a side, each with that side."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for axis, sides in table("states")["acts"].items():
        for side, acts in sides.items():
            for act in acts:
                found[act] = (*found.get(act, ()), (f"state:{axis}", side))
    return found


@cache
def _verbs() -> frozenset[str]:
    return frozenset(act.split()[0] for act in _sides())


def extract_opposed(context: Context) -> Iterable[Claim]:
    """Each clause that says that one of two exclusive acts was done to somebody or something."""
    for sentence in context.sentences:
        if _verbs().isdisjoint(sentence.lemmas):
            continue
        for clause in find_clauses(sentence):
            act = with_particle(sentence, clause.verb)
            if act in _sides() and not (clause.open or clause.negation):
                for axis, side in _sides()[act]:
                    yield from _claims(context, clause, axis, side)


def _claims(context: Context, clause: Clause, axis: str, side: str) -> Iterable[Claim]:
    frame = frame_of(context, clause, cues=CUES | ({"background"} if clause.is_background else set()))
    told = arguments_of(clause, Pronouns(context, frame.speaker))
    people = tuple(_as_party(who) for who in told if who.role != "act")
    if any(who.role == "party" for who in people):
        frame = replace(frame, participants=people)
        yield clause_claim(context, clause, frame, "polarity", axis, Stance(axis, side))


def _as_party(who: Participant) -> Participant:
    """Whom the act befalls is the one that is spoken of."""
    turned = {"undergoer": "party", "party": "doer"}
    return replace(who, role=turned.get(who.role, who.role))
