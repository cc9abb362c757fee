"""Whether something happened, asked of the event: "Did the alarm sound?", and not "Was it working?".

A side of a question may be taken by what did or did not happen. Where both sides speak of that, the question is about
the event; where one tells of a state ("the alarm was broken"), an event that did not happen is told as just that.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model import Claim
from discrepancy.values.stance import Stance

_NEGATED = frozenset({"not", "none", "denial"})


def asked_event(claims: Sequence[Claim]) -> Claim | None:
    """The claim that names the event which all of ``claims`` say did or did not happen; None where one does not.

    One that says it did goes before one that says it did not.
    """
    if any(_event(claim) is None for claim in claims):
        return None
    return min(claims, key=lambda claim: (_negated(claim), claim.id), default=None)


def event_question(asked: Claim) -> str:
    """ "Did the alarm sound?"."""
    subject, verb = _event(asked) or ("it", "happen")
    return f"Did {subject} {verb}?"


def event_answer(claim: Claim, asked: Claim | None) -> str | None:
    """ "Yes" or "no" to the event ``asked`` for; else "did not sound" of an event that a claim rules out."""
    event = _event(claim)
    if asked is not None:
        return "yes" if (_side(claim) == _side(asked)) != _negated(asked) else "no"
    return f"did not {event[1]}" if event is not None and _negated(claim) else None


def _event(claim: Claim) -> tuple[str, str] | None:
    """To whom or what it happened, and the verb."""
    for told in claim.frame.cued("did"):
        subject, _, verb = told.partition(":")
        return subject, verb
    return None


def _negated(claim: Claim) -> bool:
    return bool(claim.frame.cues & _NEGATED)


def _side(claim: Claim) -> str | None:
    return claim.value.side if isinstance(claim.value, Stance) else None
