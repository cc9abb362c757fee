"""What the page shows, as plain words: nothing here knows about markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from discrepancy.language.printable import printable
from discrepancy.model import STATUSES, Claim, Conflict, Document, Position, Report
from discrepancy.report import explain
from discrepancy.report.fingerprint import fingerprints
from discrepancy.report.html.letters import letter
from discrepancy.report.html.matrix import Matrix, matrix_of
from discrepancy.report.html.scale import Scale, scale_of
from discrepancy.report.html.texts import Piece, pieces_of, sides_of

CARDS_SHOWN = 400
PASSAGES_SHOWN = 8
LISTED = 400
LEAD_IN = 120
FRAGMENT_WORDS = 4


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
    """One conflict: ``id`` is its fingerprint, ``line`` is to be pasted, ``review`` says what a person decided."""

    id: str
    question: str
    line: str
    kind: str
    severity: str
    confidence: float
    why: str
    check: str
    reasons: tuple[tuple[str, str], ...]
    status: str
    review: str
    answers: tuple[Answer, ...]
    scale: Scale | None


@dataclass(frozen=True, slots=True)
class Source:
    """One article with its text in pieces."""

    id: str
    anchor: str
    words: str
    title: str
    sha256: str
    address: str | None
    warnings: tuple[str, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page, in the order it is read."""

    summary: str
    cards: tuple[Card, ...]
    more: int
    matrix: Matrix
    kinds: tuple[str, ...]
    severities: tuple[str, ...]
    statuses: tuple[tuple[str, str], ...]
    rivals: tuple[str, ...]
    different: tuple[tuple[str, str], ...]
    not_compared: tuple[tuple[str, str], ...]
    unlisted: int
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


def page_of(report: Report) -> Page:
    """The page for ``report``; long lists are cut and say by how much."""
    documents = {document.id: document for document in report.documents}
    anchors = {claim.id: f"q{number}" for number, claim in enumerate(report.claims, 1)}
    different = explain.look_different(report)
    named = list(zip(report.conflicts, fingerprints(report), strict=True))
    cards = tuple(_card(conflict, name, documents, anchors) for conflict, name in named[:CARDS_SHOWN])
    sides = sides_of(report)
    return Page(
        summary=explain.summary(report) if report.conflicts else explain.nothing_found(report),
        cards=cards,
        more=len(report.conflicts) - len(cards),
        matrix=matrix_of(report, documents),
        kinds=tuple(dict.fromkeys(card.kind for card in cards)),
        severities=tuple(s for s in ("high", "medium", "low") if any(card.severity == s for card in cards)),
        statuses=tuple((s, explain.status_words(s)) for s in STATUSES if any(card.status == s for card in cards)),
        rivals=tuple(plain(explain.rival_words(rival, documents)) for rival in explain.rival_figures(report)),
        different=tuple((one.reason, plain(explain.compatible_words(one, documents))) for one in different[:LISTED]),
        not_compared=tuple(
            (plain(f"{one.claim.shown}, {explain.place_words(one.claim, documents)}"), plain(one.why))
            for one in report.not_compared[:LISTED]
        ),
        unlisted=max(0, len(different) - LISTED) + max(0, len(report.not_compared) - LISTED),
        notes=tuple(map(plain, explain.notes(report))),
        sources=tuple(
            _source(number, document, pieces_of(document, report, anchors, sides))
            for number, document in enumerate(report.documents, 1)
        ),
    )


def plain(text: str) -> str:
    """``text`` on one line, with hidden characters written out."""
    return printable(explain.one_line(text))


def _card(conflict: Conflict, name: str, documents: Mapping[str, Document], anchors: Mapping[str, str]) -> Card:
    return Card(
        id=name,
        question=plain(conflict.question),
        line=plain(f"{conflict.question} {explain.answers(conflict, documents)}"),
        kind=conflict.kind,
        severity=conflict.severity,
        confidence=conflict.confidence,
        why=plain(conflict.why),
        check=plain(explain.check_next(conflict, documents)),
        reasons=tuple((f"{reason.weight:+.2f}", plain(reason.text)) for reason in conflict.reasons),
        status=conflict.review.status,
        review=plain(explain.review_words(conflict.review)),
        answers=tuple(
            _answer(number, position, documents, anchors) for number, position in enumerate(conflict.positions)
        ),
        scale=scale_of(conflict),
    )


def _answer(number: int, position: Position, documents: Mapping[str, Document], anchors: Mapping[str, str]) -> Answer:
    shown = position.claims[:PASSAGES_SHOWN]
    return Answer(
        letter(number),
        plain(position.shown),
        tuple(_passage(claim, documents, anchors) for claim in shown),
        len(position.claims) - len(shown),
    )


def _passage(claim: Claim, documents: Mapping[str, Document], anchors: Mapping[str, str]) -> Passage:
    document, evidence = documents[claim.document], claim.evidence
    text, sentence = document.text, evidence.sentence
    line = text.count("\n", 0, evidence.span.start) + 1
    return Passage(
        speaker=plain(explain.speaker_words(claim, documents)),
        outlet=plain(document.outlet or document.id),
        published=explain.day_words(document.published) if document.published else "",
        place=plain(f"{document.id} line {line}, characters {evidence.span.start}–{evidence.span.end}"),
        lead_in=_words_before(text, sentence.start),
        before=_beside(text[sentence.start : evidence.span.start]),
        quote=plain(evidence.text),
        after=_beside(text[evidence.span.end : sentence.end]),
        link=_live(document.url, evidence.text),
        anchor=anchors.get(claim.id, ""),
    )


def _beside(text: str) -> str:
    """``text`` on one line; a blank next to the quote is kept, so that punctuation stays where it was."""
    return plain(f"|{text}|")[1:-1]


def _words_before(text: str, end: int) -> str:
    """The last words before ``end``, at most a line, cut between words."""
    words = plain(text[max(0, end - LEAD_IN) : end])
    return words.partition(" ")[2] if end > LEAD_IN else words


def address(url: str | None) -> str | None:
    """``url`` where a browser may follow it."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def _live(url: str | None, words: str) -> str | None:
    """The page with a text fragment, so that the browser scrolls to the quote and marks it."""
    where, quoted = address(url), words.split()
    if where is None or not quoted:
        return None
    ends = [quoted] if len(quoted) <= 2 * FRAGMENT_WORDS else [quoted[:FRAGMENT_WORDS], quoted[-FRAGMENT_WORDS:]]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{where.partition('#')[0]}#:~:text={fragment}"


def _source(number: int, document: Document, pieces: tuple[Piece, ...]) -> Source:
    return Source(
        id=plain(document.id),
        anchor=f"d{number}",
        words=plain(explain.source_words(document)),
        title=plain(document.title or ""),
        sha256=document.sha256,
        address=address(document.url),
        warnings=tuple(map(plain, document.warnings)),
        pieces=pieces,
    )
