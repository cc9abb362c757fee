"""The types that travel between the stages: frozen, compared by value, without behaviour beyond their fields."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from discrepancy.values.names import Actor, Place
from discrepancy.values.quantity import Quantity
from discrepancy.values.stance import Stance
from discrepancy.values.timerange import TimeRange

Kind = Literal["number", "date", "place", "actor", "cause", "polarity", "quote", "identity"]
KINDS: tuple[Kind, ...] = get_args(Kind)
ZoneKind = Literal[
    "headline", "dateline", "byline", "caption", "credit", "prompt", "foreign", "related", "repeat", "body"
]
NumberRole = Literal[
    "count",
    "age",
    "money",
    "percentage",
    "measure",
    "duration",
    "rate",
    "score",
    "ordinal",
    "identifier",
    "clock",
    "date-part",
    "house-number",
    "model-name",
    "fraction",
]
Factual = Literal["asserted", "hedged", "denied", "hypothetical", "future"]
Standing = Literal["AGREES", "COMPATIBLE", "UPDATES", "CONFLICTS", "UNCLEAR"]
Severity = Literal["low", "medium", "high"]
QUOTE_CONTEXT = 32
LONGEST_EVIDENCE = 400


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open code-point range of ``Document.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Zone:
    """A labelled stretch of a document. Text is marked, never deleted."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Quoted words and where they stand; made only by ``Document.evidence``.

    prefix, suffix   up to 32 characters on each side, so that the quote can be found again when a text moves
    sentence         the sentence that holds the quote
    """

    document: str
    span: Span
    text: str
    prefix: str
    suffix: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article; ``text`` is exactly what was read and is never changed.

    id               the file's stem where unique
    published        day of publication, None when unknown
    published_from   where that day was found: "given", "dateline", "text" or "unknown"
    zones            labelled stretches in text order that cover the text; only headline and body make claims
    sha256           of the text in UTF-8
    warnings         what the reader should know: replaced bytes, guessed encoding, hidden characters
    """

    id: str
    text: str
    path: str = ""
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    published_from: str = "unknown"
    url: str | None = None
    zones: tuple[Zone, ...] = ()
    sha256: str = ""
    warnings: tuple[str, ...] = ()

    def evidence(self, start: int, end: int, sentence: Span | None = None) -> Evidence:
        """Quote ``[start, end)``, so that quote and offsets cannot disagree."""
        before, after = self.text[max(0, start - QUOTE_CONTEXT) : start], self.text[end : end + QUOTE_CONTEXT]
        return Evidence(self.id, Span(start, end), self.text[start:end], before, after, sentence or Span(start, end))


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number in the text: its value and what it is.

    span      the whole expression with its modifier and unit ("at least 62", "$1.5bn", "40 metres")
    number    the bare number inside it ("62")
    """

    span: Span
    number: Span
    text: str
    quantity: Quantity
    role: NumberRole


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression.

    value       TIMEX3 value ("2016-09-17", "P3D"), None when it could not be anchored
    type        TIMEX3 type: DATE, TIME, DURATION or SET
    range       the stretch of time it names; None for durations, sets and unresolved expressions
    """

    span: Span
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    range: TimeRange | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name in the text."""

    span: Span
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A person or body in the text."""

    span: Span
    text: str
    actor: Actor


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what.

    source, cue, content   spans of the text; the source may stand in another sentence (carried speaker: empty source)
    speaker                the resolved speaker, None when nobody can be named
    chain                  further speakers, outermost first, where A cites B
    direct                 quoted words
    denies                 the cue denies the content ("denied that ...")
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    direct: bool
    speaker: Actor | None = None
    chain: tuple[Actor, ...] = ()
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything the mention grammars found in one document, each list in text order."""

    quantities: tuple[QuantityMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something in a role of a claim's clause.

    role     victim, agent, instrument, object, subject
    noun     lemma of the head noun ("soldier")
    group    class from the lexicon ("military", "civilian", "child"), None when unknown
    actor    the named body, where there is one
    words    lemmas of the whole phrase, for comparison
    """

    role: str
    noun: str
    group: str | None = None
    actor: Actor | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of which whole a claim speaks of.

    level        sub-incident, incident, day, battle, war ("incident" when nothing else is said)
    part         a part of a larger number ("among them", "of the dead", "including")
    additional   on top of another number ("another 12")
    total        explicitly the whole ("in all", "a total of")
    """

    level: str = "incident"
    part: bool = False
    additional: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event that a claim is about, as far as its clause and the sentences before it say.

    places      places of the event, finest first
    days        when it happened
    weapon      class of weapon or hazard from the lexicon ("air-strike", "bomb", "earthquake")
    nouns       lemmas of event nouns in reach ("strike", "crash")
    relation    main, earlier, other: how the text sets it against the article's own event
    own_place   the places stand in the claim's own sentence, not in one before it
    own_day     the days stand in the claim's own sentence
    """

    places: tuple[Place, ...] = ()
    days: tuple[TimeRange, ...] = ()
    weapon: str | None = None
    nouns: frozenset[str] = frozenset()
    relation: str = "main"
    own_place: bool = False
    own_day: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a claim inherits from its clause and sentence.

    predicate     lemma of the governing verb or event noun
    content       lemmas of the content words of the sentence
    clause        the same for the clause alone
    sentence      running number of the sentence in the document
    topics        families of the attribute words around the claim ("speed", "cost")
    asked         lemmas of those attribute words: head noun, verb, adjective behind the unit
    names         lemmas of the proper names of the sentence
    speaker       who says it; None is the outlet's own voice
    zone          zone in which it stands
    cues          named signals of the sentence ("rise", "latest", "first-report", "denial")
    """

    sentence: int
    predicate: str | None = None
    participants: tuple[Participant, ...] = ()
    scope: Scope = Scope()
    occasion: Occasion = Occasion()
    speaker: Actor | None = None
    direct: bool = False
    factuality: Factual = "asserted"
    content: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    zone: ZoneKind = "body"
    published: date | None = None


Value = Quantity | TimeRange | Place | Actor | Stance | str


@dataclass(frozen=True, slots=True)
class Claim:
    """The answer that one passage gives to one question.

    id          document id and running number: "a:7"
    attribute   what is asked ("killed", "injured", "speed", "count:bus", "intent")
    shown       the value as the text puts it ("at least 90")
    """

    id: str
    document: str
    kind: Kind
    attribute: str
    value: Value
    shown: str
    evidence: Evidence
    frame: Frame


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document."""

    document: Document
    mentions: Mentions
    claims: tuple[Claim, ...]


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
