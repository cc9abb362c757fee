"""Parsing a text for the tests of actors and attributions."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.mentions.actors import find_actors
from discrepancy.extract.mentions.speech import Speeches, find_attributions
from discrepancy.language.parser import parse
from discrepancy.model import Attribution, Document, Span
from discrepancy.values.names import Actor


def attributions(text: str) -> tuple[Attribution, ...]:
    """The attributions of ``text``."""
    sentences = parse(text)
    return find_attributions(Document("a", text), sentences, find_actors(sentences))


def actors(text: str) -> dict[str, Actor]:
    """What each mention of ``text`` stands for, by its words; the last one where words repeat."""
    return {mention.text: mention.actor for mention in find_actors(parse(text))}


def words(text: str, spans: Sequence[Span]) -> list[str]:
    """The stretches of ``text``."""
    return [text[span.start : span.end] for span in spans]


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each attribution of ``text``."""
    return [
        (one.speaker.name if one.speaker else None, " ... ".join(words(text, one.content)))
        for one in attributions(text)
    ]


def speaker(text: str, quote: str) -> str | None:
    """Name of whoever says ``quote`` in ``text``; None for the text's own voice."""
    start = text.index(quote)
    found = Speeches(attributions(text)).at(start, start + len(quote))
    return found.speaker.name if found and found.speaker else None
