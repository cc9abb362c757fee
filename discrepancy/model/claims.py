"""A claim, and what it inherits from the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal, get_args

from discrepancy.model.document import Document, Evidence, ZoneKind
from discrepancy.model.mentions import Mentions
from discrepancy.values.names import Actor, Place
from discrepancy.values.quantity import Quantity
from discrepancy.values.site import Site
from discrepancy.values.stance import Stance
from discrepancy.values.timerange import TimeRange

Kind = Literal["number", "date", "place", "actor", "cause", "polarity", "quote", "identity"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Factual = Literal["asserted", "hedged", "denied", "hypothetical", "future"]


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

    level        incident, period or war ("incident" when nothing else is said)
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
    relation    main, earlier, other, wider: how the text sets it against the article's own event
    incident    number within the document: 0 for the article's own event, below 0 for one that stands alone
    own_place   the places stand in the claim's own sentence, not in one before it
    own_day     the days stand in the claim's own sentence
    """

    places: tuple[Place, ...] = ()
    days: tuple[TimeRange, ...] = ()
    weapon: str | None = None
    nouns: frozenset[str] = frozenset()
    relation: str = "main"
    incident: int = 0
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
    inner         the clause itself where the quote holds more: without "she denied that"; else empty
    zone          zone in which it stands
    cues          named signals of the sentence ("rise", "latest", "first-report", "act:sink")
    published     day of publication, in a live blog that of the entry
    posted        the time at which the entry of a live blog was posted
    language      code of the language of the article; claims in two languages are no pair
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
    inner: str = ""
    zone: ZoneKind = "body"
    published: date | None = None
    posted: time | None = None
    language: str = "en"

    def cued(self, name: str) -> tuple[str, ...]:
        """The values of the cues of this name, sorted: "sink" of "act:sink"."""
        head = f"{name}:"
        return tuple(sorted(cue[len(head) :] for cue in self.cues if cue.startswith(head)))


Value = Quantity | TimeRange | Place | Site | Actor | Stance | str


@dataclass(frozen=True, slots=True)
class Claim:
    """The answer that one passage gives to one question.

    id          document id and running number: "a:7"
    attribute   what is asked ("killed", "injured", "speed", "count:bus", "intent")
    shown       the value as the text puts it ("at least 90")
    implied     worked out from what the passage says, where no figure stands; listed, never compared
    """

    id: str
    document: str
    kind: Kind
    attribute: str
    value: Value
    shown: str
    evidence: Evidence
    frame: Frame
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document."""

    document: Document
    mentions: Mentions
    claims: tuple[Claim, ...]
