"""The tolls of an event as each speaker gave them, day by day: what the page and the charts draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from discrepancy.model import Claim, Document, Report
from discrepancy.report.explain import plain, speaker_words
from discrepancy.values.quantity import Quantity

HARMS = ("killed", "injured", "missing", "displaced", "arrested")
LONG_AGO = 366  # days
STATED = frozenset({"asserted", "hedged"})


@dataclass(frozen=True, slots=True)
class Toll:
    """One figure: the day its article came out, the interval it stands for (None: no upper end), and who says it.

    at   the figure itself, which for a loose one lies inside the interval ("about 20" is 20, from 17 to 23)
    """

    day: date
    at: float
    low: float
    high: float | None
    shown: str
    speaker: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Course:
    """All tolls of one kind of harm, by day, then speaker, then figure; ``harm`` is the attribute ("killed")."""

    harm: str
    tolls: tuple[Toll, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which a toll was published, earliest first."""
        return tuple(sorted({toll.day for toll in self.tolls}))

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who gives a toll, in the order of their first one."""
        return tuple(dict.fromkeys(toll.speaker for toll in self.tolls))


def courses(report: Report) -> tuple[Course, ...]:
    """One course for each kind of harm that is told on at least two days, deaths first.

    Only figures that an article gives for the event itself count: no parts, no additions, no earlier events, nothing
    denied or feared, and no figure whose noun had to be carried over from another clause.
    """
    documents = {document.id: document for document in report.documents}
    told = [claim for claim in report.claims if is_toll(claim)]
    found = (_course(harm, [c for c in told if c.attribute == harm], documents) for harm in HARMS)
    return tuple(course for course in found if len(course.days) > 1 and any(toll.at for toll in course.tolls))


def _course(harm: str, claims: Sequence[Claim], documents: Mapping[str, Document]) -> Course:
    names = _fullest_names(claims)
    tolls = []
    for claim in claims:
        document, value = documents.get(claim.document), claim.value
        if document is None or document.published is None or not isinstance(value, Quantity):
            continue
        if _is_long_ago(claim, document.published):
            continue
        speaker = names[claim.frame.speaker.key] if claim.frame.speaker else plain(speaker_words(claim, documents))
        high = None if value.high == float("inf") else value.high
        at = value.low if value.written is None else value.written
        tolls.append(Toll(document.published, max(at, 0), max(value.low, 0), high, plain(claim.shown), speaker, claim))
    tolls.sort(key=lambda toll: (toll.day, toll.speaker, toll.low, toll.claim.id))
    return Course(harm, tuple(tolls))


def is_toll(claim: Claim) -> bool:
    """Whether ``claim`` gives a figure for the event itself: no part or addition, nothing denied, feared or vague."""
    frame = claim.frame
    return (
        claim.kind == "number"
        and isinstance(claim.value, Quantity)
        and claim.value.unit is None
        and claim.value.bound != "vague"
        and frame.factuality in STATED
        and frame.occasion.relation == "main"
        and not (frame.scope.part or frame.scope.additional)
        and not any(participant.role == "carried" for participant in frame.participants)
    )


def _is_long_ago(claim: Claim, published: date) -> bool:
    """The sentence dates the figure itself, more than a year before the article: another event, whatever it is."""
    occasion = claim.frame.occasion
    ends = [day.end.date() for day in occasion.days]
    return occasion.own_day and bool(ends) and (published - max(ends)).days > LONG_AGO


def _fullest_names(claims: Sequence[Claim]) -> dict[str, str]:
    """The longest name under which each speaker appears: "Kerry" and "John Kerry" are one line."""
    names: dict[str, str] = {}
    for claim in claims:
        if claim.frame.speaker:
            name = plain(claim.frame.speaker.name)
            held = names.get(claim.frame.speaker.key, "")
            names[claim.frame.speaker.key] = max(held, name, key=lambda words: (len(words), words))
    return names
