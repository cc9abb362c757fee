"""A report as large as a long investigation makes it: thousands of conflicts among many articles, all invented."""

from __future__ import annotations

from datetime import date, timedelta

from discrepancy.model import Claim, Conflict, Document, Frame, Kind, Position, Reason, Report, Severity, Zone
from discrepancy.model.document import Span
from discrepancy.values.names import Actor
from discrepancy.values.quantity import exact

SPEAKERS = (
    *(
        "the harbour office",
        "Mayor Ines Tarrow",
        "the fire brigade of Osterlund",
        "the miners' union",
        "Colonel Wim Faro",
    ),
    *("the Ministry of the Interior", "residents", "the hospital of Saint Brede", "a spokeswoman", "the relief league"),
)
KINDS: tuple[Kind, ...] = ("number", "number", "date", "polarity")
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
THINGS = ("people", "soldiers", "houses", "boats", "shells", "lorries", "villages", "patients", "prisoners", "strikes")
PLACES = ("Osterlund", "Karrow Bridge", "the old harbour", "Lower Vaal", "Mirren Hill", "the valley of the Tess")
ENDINGS = (
    "and said that the road to the north had been closed since the early morning",
    "while aid workers waited at the checkpoint for a permit to cross the river",
    "after a night in which the power failed in most parts of the district",
    "although nobody had been able to reach the place to see for himself",
)
REASONS = tuple(
    f"{words} {number}"
    for number in range(8)
    for words in (
        "within one article: both are about one topic and share words that are rare elsewhere",
        "two different speakers are set against each other, sentence by sentence",
        "the next best counterpart says less of the same",
    )
)


def large_report(conflicts: int, articles: int = 100) -> Report:
    """``conflicts`` questions with two or three answers each, about as wordy and as well founded as real ones."""
    sentences: list[list[str]] = [[] for _ in range(articles)]
    told: list[list[tuple[int, int, int, str]]] = []  # article, sentence, figure, speaker
    for number in range(conflicts):
        thing, place = THINGS[number % len(THINGS)], PLACES[number * 7 % len(PLACES)]
        told.append([])
        for answer in range(3 if number % 4 == 0 else 2):
            figure, turn = 3 + number % 90 + 17 * answer, number * 3 + answer
            article, speaker = turn * 31 % articles, SPEAKERS[turn % len(SPEAKERS)]
            told[-1].append((article, len(sentences[article]), figure, speaker))
            sentences[article].append(
                f"{speaker[:1].upper()}{speaker[1:]} counted {figure} {thing} at {place} on day {number}, "
                f"{ENDINGS[turn % len(ENDINGS)]}."
            )
    documents, starts = zip(*(_document(number, said) for number, said in enumerate(sentences)), strict=True)
    held, found = [], []
    for number, sides in enumerate(told, 1):
        positions = []
        for article, place_in, figure, speaker in sides:
            start, end = starts[article][place_in]
            claim = _claim(documents[article], f"{len(held)}", start, end, figure, speaker, place_in)
            held.append(claim)
            positions.append(Position(str(figure), (claim,)))
        found.append(_conflict(number, tuple(positions)))
    return Report(tuple(documents), tuple(held), tuple(found))


def _document(number: int, sentences: list[str]) -> tuple[Document, list[tuple[int, int]]]:
    """The article, and where each of its sentences starts and ends."""
    text, places = f"Report {number} from the district\n\n", []
    headline = len(text)
    for sentence in sentences:
        places.append((len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    zones = (Zone("headline", Span(0, headline)), Zone("body", Span(headline, len(text))))
    day = date(2031, 1, 1) + timedelta(days=number // 4)
    document = Document(
        f"paper-{number}",
        text,
        f"articles/paper-{number}.txt",
        f"Report {number} from the district",
        f"The {number}th Courier",
        day,
        "given",
        zones=zones,
        sha256=f"{number:064x}",
    )
    return document, places


def _claim(document: Document, name: str, start: int, end: int, figure: int, speaker: str, sentence: int) -> Claim:
    evidence = document.evidence(start, start + document.text[start:end].index(","), Span(start, end))
    frame = Frame(sentence=sentence, speaker=Actor(speaker, speaker.lower().replace(" ", "-"), "organisation"))
    return Claim(
        f"{document.id}:{name}", document.id, "number", "count:thing", exact(figure), str(figure), evidence, frame
    )


def _conflict(number: int, positions: tuple[Position, ...]) -> Conflict:
    words = " and ".join(position.shown for position in positions)
    reasons = tuple(
        Reason(f"reason-{n}", text, round(0.9 - 0.04 * n, 2)) for n, text in enumerate(REASONS[: 3 + number * 5 % 21])
    )
    why = f"{words} share no value; both count the same thing, and they come from different speakers"
    return Conflict(
        f"c{number}",
        KINDS[number % len(KINDS)],
        f"How many were counted on day {number}?",
        positions,
        why,
        reasons,
        round(1 - number / 10_000, 4),
        SEVERITIES[number % len(SEVERITIES)],
    )
