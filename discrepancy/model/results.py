"""Pairs, verdicts, conflicts, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from discrepancy.model.claims import Claim, Kind
from discrepancy.model.document import Document

Standing = Literal["AGREES", "COMPATIBLE", "UPDATES", "CONFLICTS", "UNCLEAR"]
Severity = Literal["low", "medium", "high"]
Status = Literal["open", "confirmed", "explained", "pending", "duplicate", "false_alarm"]
STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class Reason:
    """One named piece of evidence for or against a pair: weights add up to the score."""

    code: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may answer the same question, with the reasons for and against; ``score`` is their sum."""

    left: Claim
    right: Claim
    reasons: tuple[Reason, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge says about a pair.

    code   reason code: a conflict code, or why it is none (bound, approximation, update, scope, ...)
    why    the same in words
    """

    pair: Pair
    standing: Standing
    kind: Kind
    code: str
    why: str
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Position:
    """One answer and the claims that hold it."""

    shown: str
    claims: tuple[Claim, ...]

    @property
    def passages(self) -> tuple[Claim, ...]:
        """One claim for each passage that is quoted: a denial may be read as two claims in the same words."""
        return tuple({(claim.document, claim.evidence.span): claim for claim in reversed(self.claims)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided about a conflict.

    status   open (nobody looked yet), confirmed (it is a conflict), explained (both hold, and the note says why),
             pending (being checked), duplicate (of another conflict), false_alarm (there is no conflict)
    note     the person's own words
    earlier  what was decided about this question before its evidence changed; empty when nothing was
    """

    status: Status = "open"
    note: str = ""
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One question with two or more positions that cannot all be true."""

    id: str
    kind: Kind
    question: str
    positions: tuple[Position, ...]
    why: str
    reasons: tuple[Reason, ...]
    confidence: float
    severity: Severity
    review: Review = Review()


@dataclass(frozen=True, slots=True)
class Compatible:
    """Claims that look different and are not; ``reason`` is a code of the annotation guide or "rival-figures"."""

    reason: str
    why: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A claim that found no counterpart, and why."""

    claim: Claim
    why: str


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read."""

    path: str
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one comparison."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    compatible: tuple[Compatible, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()
    unread: tuple[Unread, ...] = ()
    same_origin: tuple[tuple[str, ...], ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
