"""A conflict as a card: the question, its answers side by side, every quote in its sentence, and the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.model import Claim, Conflict, Document, Position, Reason
from discrepancy.report import explain
from discrepancy.report.explain import plain
from discrepancy.report.html.letters import letter
from discrepancy.report.html.scale import Scale, scale_of
from discrepancy.report.html.texts import READ
from discrepancy.report.html.words import live_address, outlet_of, speaker_of

PASSAGES_SHOWN = 8
PASSAGES_SHORT = 2
REASONS_SHOWN = 8
LEAD_IN = 120


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the words around it.

    before, after   the rest of its sentence
    lead_in         the words before the sentence
    link            the live page with the quote marked, where the article has an address
    anchor          where it stands in the full text below
    """

    speaker: str
    outlet: str
    published: str
    place: str
    lead_in: str
    before: str
    quote: str
    after: str
    link: str | None
    anchor: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One position: its letter, its value and the passages that hold it."""

    letter: str
    shown: str
    passages: tuple[Passage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Card:
    """One conflict: ``id`` is its fingerprint, ``line`` is to be pasted, ``review`` says what a person decided.

    short   quotes stand alone, and scale, reasons and what to check next are left to the data of the page
    """

    id: str
    question: str
    line: str
    kind: str
    severity: str
    confidence: float
    why: str
    check: str
    reasons: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    status: str
    review: str
    answers: tuple[Answer, ...]
    scale: Scale | None
    short: bool


def card_of(
    conflict: Conflict, name: str, documents: Mapping[str, Document], anchors: Mapping[str, str], *, short: bool = False
) -> Card:
    """The card for ``conflict``, whose fingerprint is ``name``."""
    return Card(
        id=name,
        question=plain(conflict.question),
        line=plain(f"{conflict.question} {explain.answers(conflict, documents)}"),
        kind=conflict.kind,
        severity=conflict.severity,
        confidence=conflict.confidence,
        why=plain(conflict.why),
        check="" if short else plain(explain.check_next(conflict, documents)),
        reasons=() if short else _weights(conflict.reasons),
        status=conflict.review.status,
        review=plain(explain.review_words(conflict.review)),
        answers=tuple(
            _answer(number, position, documents, anchors, short=short)
            for number, position in enumerate(conflict.positions)
        ),
        scale=None if short else scale_of(conflict),
        short=short,
    )


def _weights(reasons: tuple[Reason, ...]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The weights as lists for and against: the heaviest reasons, and the rest in one line, so that all adds up."""
    shown, rest = reasons[:REASONS_SHOWN], reasons[REASONS_SHOWN:]
    lists = [
        (heading, tuple((_signed(reason.weight), plain(reason.text)) for reason in lot))
        for heading, lot in explain.weighed(shown)
    ]
    if rest:
        counted = explain.counted(len(rest), "smaller reason")
        total = _signed(sum(reason.weight for reason in rest))
        lists.append(("The rest together", ((total, f"{counted}, in the data of this page"),)))
    return tuple(lists)


def _signed(weight: float) -> str:
    """ "+0.80", "−0.40" with a real minus; nothing is ever "-0.00"."""
    rounded = round(weight, 2) + 0.0
    return f"{rounded:+.2f}".replace("-", "−")


def _answer(
    number: int, position: Position, documents: Mapping[str, Document], anchors: Mapping[str, str], *, short: bool
) -> Answer:
    shown = position.passages[: PASSAGES_SHORT if short else PASSAGES_SHOWN]
    return Answer(
        letter(number),
        plain(position.shown),
        tuple(_passage(claim, documents, anchors, short=short) for claim in shown),
        len(position.passages) - len(shown),
    )


def _passage(claim: Claim, documents: Mapping[str, Document], anchors: Mapping[str, str], *, short: bool) -> Passage:
    document, evidence = documents[claim.document], claim.evidence
    text, span, sentence = document.text, evidence.span, evidence.sentence
    line = text.count("\n", 0, span.start) + 1
    return Passage(
        speaker=speaker_of(claim),
        outlet=outlet_of(claim, documents),
        published=explain.day_words(document.published) if document.published else "",
        place="" if short else plain(f"{document.id} line {line}, characters {span.start}–{span.end}"),
        lead_in="" if short else _words_before(document, sentence.start),
        before="" if short else _beside(text[sentence.start : span.start]),
        quote=plain(evidence.text),
        after="" if short else _beside(text[span.end : sentence.end]),
        link=None if short else live_address(document.url, evidence.text),
        anchor=anchors.get(claim.id, ""),
    )


def _beside(text: str) -> str:
    """``text`` on one line; a blank next to the quote is kept, so that punctuation stays where it was."""
    return plain(f"|{text}|")[1:-1]


def _words_before(document: Document, end: int) -> str:
    """The last words of the story before ``end``, at most a line, cut between words.

    Headlines, datelines and what else is not the story would read as if somebody had said them just before.
    """
    start = max((zone.span.end for zone in document.zones if zone.kind != "body" and zone.span.end <= end), default=0)
    if any(zone.span.start <= end - 1 < zone.span.end and zone.kind not in READ for zone in document.zones):
        return ""
    words = plain(document.text[max(start, end - LEAD_IN) : end])
    return words.partition(" ")[2] if end - start > LEAD_IN else words
