"""Pairs each denial with the claim that it denies: most often one to three sentences before it in the same article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from discrepancy.lexicon import words
from discrepancy.match.kinship import kindred
from discrepancy.match.occasions import one_occasion
from discrepancy.match.topics import apart, distance, names_of, same_speaker, shared
from discrepancy.model import Claim, Pair, Reason

AXIS = "responsible"
REACH = 3
ENOUGH = 2.1
FEWEST_WORDS = 2
_POINTERS = frozenset({"it", "so", "that", "these", "this", "those"})
_NEAR = {0: 2.0, 1: 1.6, 2: 1.0, 3: 0.2, -1: 0.4}


def match_denials(claims: Sequence[Claim]) -> Iterable[Pair]:
    """The best counterpart of each denial, if any is good enough."""
    denials = [c for c in claims if "denial" in c.frame.cues]
    others = [c for c in claims if "charge" in c.frame.cues or "assertion" in c.frame.cues]
    kin = kindred(claims)
    for denial in denials:
        reach = [c for c in others if c.document == denial.document or frozenset((c.document, denial.document)) in kin]
        pairs = [pair for other in reach if (pair := _pair(denial, other)) is not None]
        best = max(pairs, key=lambda pair: pair.score, default=None)
        if best is not None and best.score >= ENOUGH:
            yield best


def _pair(denial: Claim, other: Claim) -> Pair | None:
    gap = apart(other, denial)
    across = denial.document != other.document
    if not (across or gap in _NEAR) or _touches(denial, other) or _own_words(denial, other):
        return None
    charged, vague = "charge" in other.frame.cues, "vague" in denial.frame.cues
    after = vague and gap == 0 and other.evidence.span.start > denial.evidence.span.start
    if after or (gap < 0 and not charged):
        return None
    reasons = [] if across else [Reason("near", distance(gap), _NEAR[gap])]
    accused, denier = _party(other), _party(denial) | names_of(denial.frame.speaker)
    # words for the one who denies are no matter of a plain statement: "rail operator X denied", "the rail bridge fell"
    topic = shared(other.frame.clause, denial.frame.clause if charged else denial.frame.clause - denier)
    if topic:
        reasons.append(Reason("topic", "both speak of " + ", ".join(topic), min(1.8, 0.6 * len(topic))))
    if charged:
        reasons.append(Reason("charge", "one side brings a charge", 1.0))
        if shared(accused, denier):
            reasons.append(Reason("accused", "the accused is the one who denies", 1.0))
    if not charged and other.frame.clause & words("acts", "denial", "adjectives"):
        return None
    habit = "background" in denial.frame.cues | other.frame.cues
    same = shared(accused, denier)
    if across and (habit or not charged or not same):
        return None
    if across and not (_one_act(denial, other) and one_occasion(denial, other)):
        return None
    if not charged and other.frame.speaker is None:
        reasons.append(Reason("voice", "nobody is named who says it", -0.6))
    if not charged and len(other.frame.clause) < FEWEST_WORDS:
        return None
    if not charged and not topic and not _points_back(denial):
        return None
    if vague and gap in {0, 1} and other.frame.speaker is not None:
        reasons.append(Reason("answer", "it answers what has just been said", 0.6))
    if not vague and len(topic) < 2 and not (charged and shared(accused, denier)):
        reasons.append(Reason("other-matter", "the denial names another matter", -1.5))
    if not charged and other.frame.factuality == "hedged":
        reasons.append(Reason("open", "one side is hedged", -0.5))
    if not charged and other.frame.cues & {"background", "limited"}:
        reasons.append(Reason("background", "one side speaks of another time", -0.8))
    return Pair(other, denial, tuple(reasons), sum(reason.weight for reason in reasons))


def _points_back(denial: Claim) -> bool:
    """Whether a denial without words of its own says "this" or "it" of what stands before it."""
    return bool({word.strip(".,;:'\"").lower() for word in denial.evidence.text.split()} & _POINTERS)


def _one_act(denial: Claim, other: Claim) -> bool:
    """Whether the denial names something else than the parties that stands in the sentence of the charge too."""
    told = denial.frame.clause - words("acts", "denial", "verbs") - words("acts", "denial", "anaphors")
    return bool(set(shared(told, other.frame.content)) - _named(denial) - _named(other))


def _named(claim: Claim) -> frozenset[str]:
    """Names and head nouns of those who are accused or deny."""
    heads = frozenset(person.noun for person in claim.frame.participants if person.role == "accused")
    return heads | claim.frame.names


def _touches(one: Claim, other: Claim) -> bool:
    a, b = one.evidence.span, other.evidence.span
    return one.document == other.document and a.start < b.end and b.start < a.end


def _own_words(denial: Claim, other: Claim) -> bool:
    """Whether the one who denies said the other thing too."""
    denier = _party(denial) | names_of(denial.frame.speaker)
    return same_speaker(denial, other) or bool(names_of(other.frame.speaker) & denier)


def _party(claim: Claim) -> frozenset[str]:
    return frozenset(word for person in claim.frame.participants if person.role == "accused" for word in person.words)
