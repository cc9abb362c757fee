"""What stands in a text: numbers, times, places, actors, and who said what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from discrepancy.model.document import Span
from discrepancy.values.names import Actor, Place
from discrepancy.values.quantity import Quantity
from discrepancy.values.timerange import TimeRange

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
