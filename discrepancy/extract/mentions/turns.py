"""Interviews and transcripts: lines that open with who speaks ("MAYOR VELL: ...", "Q: ...", "A: ...")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from discrepancy.extract.mentions.aliases import slug
from discrepancy.lexicon import words
from discrepancy.model import ActorMention, Attribution, Span
from discrepancy.values.names import Actor

_LABEL = re.compile(r"^[ \t]{0,8}([^\W\d_][^:\n\r]{0,40}):(?=[ \t]|$)", re.MULTILINE)
_FEWEST = 3


def find_turns(text: str, actors: Sequence[ActorMention]) -> tuple[Attribution, ...]:
    """The turns of a transcript, each from its label to the next; empty for a text that is none.

    A text is a transcript when three lines open with a label and half of the labels return; place names in capitals
    at the head of each item of a round-up do not. Questions have no speaker; "A" is whoever the first answer names.
    """
    labels = [match for match in _LABEL.finditer(text) if len(match[1].split()) <= 4]
    often = Counter(match[1] for match in labels)
    labels = [match for match in labels if often[match[1]] > 1 or match[1].isupper()]
    returning = sum(often[match[1]] > 1 for match in labels)
    if len(labels) < _FEWEST or 2 * returning < len(labels):
        return ()
    people = {mention.actor.name.split()[-1].lower(): mention.actor for mention in actors if _person(mention.actor)}
    answering = _answering(text, actors, people)
    turns: list[Attribution] = []
    for i, match in enumerate(labels):
        end = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        said = text[match.end() : end]
        start = match.end() + len(said) - len(said.lstrip())
        stop = match.end() + len(said.rstrip())
        if start < stop:
            label = Span(match.start(1), match.end(1))
            speaker = _speaker(match[1], people, answering)
            turns.append(
                Attribution((label,), (Span(match.end() - 1, match.end()),), (Span(start, stop),), True, speaker)
            )
    return tuple(turns)


def _person(actor: Actor) -> bool:
    return actor.type in {"person", "unknown"} and bool(actor.name.split())


def _answering(text: str, actors: Sequence[ActorMention], people: dict[str, Actor]) -> Actor | None:
    """Who answers: the first named label that asks no questions."""
    outlets = {m.text for m in actors if m.actor.type == "organisation"}
    for match in _LABEL.finditer(text):
        label = match[1]
        asks = label.lower() in words("speech", "turns", "questions") or label in outlets or "radio" in label.lower()
        if not asks and label.lower() not in words("speech", "turns", "answers") and len(label.split()) <= 4:
            return _speaker(label, people, None)
    return None


def _speaker(label: str, people: dict[str, Actor], answering: Actor | None) -> Actor | None:
    if label.lower() in words("speech", "turns", "questions"):
        return None
    if label.lower() in words("speech", "turns", "answers"):
        return answering
    parts = [part for part in label.split() if part.lower().strip(".") not in words("titles", "titles", "before")]
    name = " ".join(part.capitalize() if part.isupper() else part for part in parts) or label
    known = people.get(parts[-1].lower()) if parts else None
    return known or Actor(name, slug(name), "person")
