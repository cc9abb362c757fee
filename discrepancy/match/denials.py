"""Pairs each denial with the claim that it denies: most often one to three sentences before it in the same article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from discrepancy.lexicon import words
from discrepancy.match.kinship import kindred
from discrepancy.match.occasions import one_occasion
from discrepancy.match.topics import apart, distance, names_of, own_words, same_speaker, shared
from discrepancy.match.weights import total
from discrepancy.model import Claim, Pair, Reason

AXIS = "responsible"
REACH = 3
ENOUGH = 2.1
FEWEST_WORDS = 2
BESIDE = 0.01  # so that the best stands first
_POINTERS = frozenset({"it", "so", "that", "these", "this", "those"})
_PERSONAL = frozenset({"he", "i", "it", "she", "they", "we", "you"})
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
            yield from _same_breath(best, pairs)


def _same_breath(best: Pair, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """What else the one who is answered said just before or after it: "denied this" may mean all of it."""
    said, denial = best.left, best.right
    if "vague" not in denial.frame.cues or "charge" in said.frame.cues:
        return
    for pair in pairs:
        near = pair.left.document == said.document and abs(apart(pair.left, said)) <= 1
        if pair is not best and near and same_speaker(pair.left, said):
            yield Pair(pair.left, denial, best.reasons, best.score - BESIDE)


def _pair(denial: Claim, other: Claim) -> Pair | None:
    gap = apart(other, denial)
    if not _may_answer(denial, other, gap):
        return None
    reasons = tuple(_reasons(denial, other, gap))
    return Pair(other, denial, reasons, total(reasons))


def _may_answer(denial: Claim, other: Claim, gap: int) -> bool:
    """Whether the denial can be the answer to the claim ``gap`` sentences before it, or in another article."""
    across = denial.document != other.document
    if not (across or gap in _NEAR) or _touches(denial, other) or _own_words(denial, other):
        return False
    if "trailing" in denial.frame.cues and not _trails(denial, other, gap):
        return False
    charged = "charge" in other.frame.cues
    if charged and own_words(denial)[:1] == ["who"] and not _accused_denies(denial, other):
        return False  # whoever is said to deny in passing denies what he himself is accused of
    if across:
        habit = "background" in denial.frame.cues | other.frame.cues
        answered = charged and not habit and _accused_denies(denial, other)
        return answered and _one_act(denial, other) and one_occasion(denial, other)
    after = gap == 0 and other.evidence.span.start > denial.evidence.span.start
    if after and "vague" in denial.frame.cues:
        return False
    told = bool(_topic(denial, other) or _points_back(denial, gap)) and not _of_whom(denial, other)
    return charged or (gap >= 0 and _is_plain(other) and told)


def _reasons(denial: Claim, other: Claim, gap: int) -> Iterator[Reason]:
    charged, vague = "charge" in other.frame.cues, "vague" in denial.frame.cues
    if denial.document == other.document:
        yield Reason("near", distance(gap), _NEAR[gap])
    if "trailing" in denial.frame.cues:
        yield Reason("trails", "it is said of what stands right before it", 0.8)
    topic = _topic(denial, other)
    if topic:
        yield Reason("topic", "both speak of " + ", ".join(topic), min(1.8, 0.6 * len(topic)))
    elif "otherwise" in denial.frame.cues:
        yield Reason("untold", "it says that it was otherwise, and takes up no word", -0.4)
    if charged:
        yield Reason("charge", "one side brings a charge", 1.0)
        if _accused_denies(denial, other):
            yield Reason("accused", "the accused is the one who denies", 1.0)
    elif other.frame.speaker is None:
        yield Reason("voice", "nobody is named who says it", -0.6)
    if vague and gap in {0, 1} and other.frame.speaker is not None:
        yield Reason("answer", "it answers what has just been said", 0.6)
    if not vague and len(topic) < 2 and not (charged and _accused_denies(denial, other)):
        yield Reason("other-matter", "the denial names another matter", -1.5)
    if not charged and other.frame.factuality == "hedged":
        yield Reason("open", "one side is hedged", -0.5)
    if not charged and other.frame.cues & {"background", "limited"}:
        yield Reason("background", "one side speaks of another time", -0.8)


def _is_plain(statement: Claim) -> bool:
    """Whether it tells something that can be denied, and does not itself call something false ("rejects claims")."""
    clause = statement.frame.clause
    if clause & words("acts", "denial", "verbs") and clause & words("acts", "denial", "anaphors"):
        return False
    return len(clause) >= FEWEST_WORDS and statement.frame.content.isdisjoint(words("acts", "denial", "adjectives"))


def _topic(denial: Claim, other: Claim) -> tuple[str, ...]:
    """The words that both share.

    Those for the one who denies are no matter of a plain statement: "rail operator X denied", "the rail bridge fell".
    """
    charged = "charge" in other.frame.cues
    return shared(other.frame.clause, denial.frame.clause if charged else denial.frame.clause - _denier(denial))


def _denier(denial: Claim) -> frozenset[str]:
    return _party(denial) | names_of(denial.frame.speaker)


def _accused_denies(denial: Claim, charge: Claim) -> bool:
    return bool(shared(_party(charge), _denier(denial)))


def _points_back(denial: Claim, gap: int) -> bool:
    """Whether a denial without words of its own says "this" or "it" of what stands before it, or trails it."""
    if denial.frame.cues & {"retort", "trailing"}:
        return gap <= 1
    own = {word.strip(".,;:'\"").lower() for word in denial.evidence.text.split()}
    return bool(own & _POINTERS)


def _one_act(denial: Claim, other: Claim) -> bool:
    """Whether the denial names something else than the parties that stands in the sentence of the charge too."""
    told = denial.frame.clause - words("acts", "denial", "verbs") - words("acts", "denial", "anaphors")
    return bool(set(shared(told, other.frame.content)) - _named(denial) - _named(other))


def _named(claim: Claim) -> frozenset[str]:
    """Names and head nouns of those who are accused or deny."""
    heads = frozenset(person.noun for person in claim.frame.participants if person.role == "accused")
    return heads | claim.frame.names


def _of_whom(denial: Claim, other: Claim) -> bool:
    """Whether nobody can tell of whom it is said: "she said she had paid", "he said he had not"."""
    return "elided" in denial.frame.cues and not _PERSONAL.isdisjoint(w.lower() for w in own_words(other)[:2])


def _trails(denial: Claim, other: Claim, gap: int) -> bool:
    """Whether the denial stands behind what somebody says; "charged with fraud, which he denies" is no dispute."""
    before = denial.document == other.document and other.evidence.span.start < denial.evidence.span.start
    return other.frame.speaker is not None and before and gap == 0


def _touches(one: Claim, other: Claim) -> bool:
    a, b = one.evidence.span, other.evidence.span
    return one.document == other.document and a.start < b.end and b.start < a.end


def _own_words(denial: Claim, other: Claim) -> bool:
    """Whether the one who denies said the other thing too."""
    return same_speaker(denial, other) or bool(names_of(other.frame.speaker) & _denier(denial))


def _party(claim: Claim) -> frozenset[str]:
    return frozenset(word for person in claim.frame.participants if person.role == "accused" for word in person.words)
