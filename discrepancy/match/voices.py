"""Who gives a figure: the speaker, or the source that holds it ("the register has 57")."""

from __future__ import annotations

from discrepancy.lexicon import words
from discrepancy.match.claim_parts import counted_noun, rivals, role
from discrepancy.match.topics import names_of
from discrepancy.model import Claim, Participant
from discrepancy.values.quantity import Quantity

UNSAID = words("nouns", "unsaid") | words("nouns", "pronouns")


def teller(claim: Claim) -> Participant | None:
    """The source that holds the figure of ``claim`` where nobody is said to speak; None where there is none."""
    subject = role(claim, "subject")
    if subject is None or subject.noun in UNSAID or claim.frame.predicate not in words("tellers", "verbs"):
        return None
    known = subject.noun in words("tellers", "things") or subject.group is not None or role(claim, "named-subject")
    bare = counted_noun(claim) is None or _unit(claim)
    return subject if known or bare else None


def _unit(claim: Claim) -> bool:
    return isinstance(claim.value, Quantity) and claim.value.unit is not None


def opposed(left: Claim, right: Claim) -> bool:
    """Whether two different voices give the figures: speakers, or the sources that hold them."""
    if left.frame.speaker is not None and right.frame.speaker is not None:
        return rivals(left, right)
    one, two = _names(left), _names(right)
    return bool(one and two) and not one & two


def voiced(claim: Claim) -> bool:
    """Whether anybody but the outlet gives the figure."""
    return claim.frame.speaker is not None or teller(claim) is not None


def _names(claim: Claim) -> frozenset[str]:
    if claim.frame.speaker is not None:
        return names_of(claim.frame.speaker)
    source = teller(claim)
    return frozenset(word.lower() for word in source.words | {source.noun}) if source is not None else frozenset()
