"""Figures that leave out what they count: "The army lost 12 tanks. The rebels put it at 30."

Such a figure counts what the figure before it counts. It takes over that noun, unit or harm, and is marked with the
cue "elided", so that matching knows that the word is not there.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace

from discrepancy.lexicon import table, words
from discrepancy.model import Claim, Participant
from discrepancy.values.quantity import Quantity

ELIDED = "elided"
REACH = 1
FARTHEST = 40.0
UNITLESS = frozenset({"count"})
NEVER = frozenset({"ordinal", "fraction", "hit"})


def fill_in(claims: Iterable[tuple[Claim, bool]]) -> Iterator[Claim]:
    """Claims of one document in text order, with what bare figures leave out.

    Beside each claim stands whether its figure is free: not "the three", "of 29", which take up something said before.
    """
    before: Claim | None = None
    for claim, free in claims:
        filled = _filled(claim, before) if before is not None and free else claim
        yield filled
        if filled.attribute not in NEVER and not _says_when(filled, before):
            before = filled


def _says_when(claim: Claim, before: Claim | None) -> bool:
    """Whether a length of time goes with the figure before: "counted eleven in the first three days: nine by night"."""
    return claim.attribute == "duration" and before is not None and before.frame.sentence == claim.frame.sentence


def _filled(claim: Claim, before: Claim) -> Claim:
    value, model = claim.value, before.value
    if claim.frame.sentence - before.frame.sentence > REACH:
        return claim
    if _some_of(claim, before):
        return replace(claim, attribute=before.attribute)
    if not isinstance(value, Quantity) or not isinstance(model, Quantity) or not _bare(claim):
        return claim
    if not _alike(value, model) or not _goes_on(claim, before):
        return claim
    noun = _what(before)
    carried = () if noun is None else (replace(noun, role="carried"),)
    planned = before.frame.factuality == "future" and claim.frame.factuality == "asserted"
    frame = replace(
        claim.frame,
        participants=(*claim.frame.participants, *carried),
        topics=claim.frame.topics | before.frame.topics,
        cues=claim.frame.cues | {ELIDED},
        factuality="future" if planned else claim.frame.factuality,
    )
    value = replace(value, unit=model.unit) if model.unit is not None else value
    return replace(claim, attribute=before.attribute, value=value, frame=frame)


def _some_of(claim: Claim, before: Claim) -> bool:
    """Whether the figure tells apart those harmed before: "31 people were killed. Seven were children"."""
    what, whole = _what(claim), _what(before)
    return (
        claim.attribute in UNITLESS
        and claim.frame.scope.part
        and before.attribute in table("harm")
        and what is not None
        and what.group is not None
        and (whole is None or whole.group is not None)
    )


def _bare(claim: Claim) -> bool:
    value = claim.value
    return (
        claim.attribute in UNITLESS
        and isinstance(value, Quantity)
        and value.unit is None
        and not any(who.role == "counted" for who in claim.frame.participants)
        and not claim.frame.scope.additional
    )


def _what(claim: Claim) -> Participant | None:
    return next((who for who in claim.frame.participants if who.role in {"counted", "carried"}), None)


def _alike(one: Quantity, two: Quantity) -> bool:
    sizes = [quantity.low if math.isinf(quantity.high) else quantity.high for quantity in (one, two)]
    if min(sizes) <= 0:
        return max(sizes) > 0 and two.unit is None
    return max(sizes) / min(sizes) <= FARTHEST


def _goes_on(claim: Claim, before: Claim) -> bool:
    """Whether the clause of ``claim`` gives a figure and nothing more: another voice, a restating verb or "it was"."""
    frame = claim.frame
    subject = next((who for who in frame.participants if who.role == "subject"), None)
    if frame.predicate in words("tellers", "rests"):
        return False
    if frame.predicate in words("tellers", "verbs") or frame.predicate is None:
        return before.attribute != "age"
    if subject is not None and subject.noun in words("tellers", "stand_ins"):
        return True
    same = frame.predicate == before.frame.predicate
    measured = isinstance(before.value, Quantity) and before.value.unit is not None
    return same or (frame.predicate == "be" and subject is None and not measured)
