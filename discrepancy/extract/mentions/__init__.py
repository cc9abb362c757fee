"""What stands in the text: quantities, times, places, actors, and who said what."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.mentions.actors import find_actors
from discrepancy.extract.mentions.places import find_places
from discrepancy.extract.mentions.quantities import find_quantities
from discrepancy.extract.mentions.speech import find_attributions
from discrepancy.extract.mentions.times import find_times
from discrepancy.language.entries import find_entries
from discrepancy.language.tokens import Sentence
from discrepancy.model import Document, Mentions, TimeMention


def find_mentions(document: Document, sentences: Sequence[Sentence]) -> Mentions:
    """Everything the mention grammars find in the sentences of ``document``."""
    actors = find_actors(sentences)
    return Mentions(
        quantities=find_quantities(sentences),
        times=_times(document, sentences),
        places=find_places(sentences),
        actors=actors,
        attributions=find_attributions(document, sentences, actors),
    )


def _times(document: Document, sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """Times, those of each entry of a live blog seen from its own day."""
    entries = find_entries(document)
    if not any(entry.day != document.published for entry in entries):
        return find_times(sentences, document.published, _datelines(document))
    found: list[TimeMention] = []
    for entry in entries:
        inside = [one for one in sentences if entry.span.start <= one.start < entry.span.end]
        found += find_times(inside, entry.day)
    return tuple(found)


def _datelines(document: Document) -> tuple[Sentence, ...]:
    """The datelines of ``document``, unparsed."""
    spans = [zone.span for zone in document.zones if zone.kind == "dateline"]
    return tuple(Sentence(-1, -1, span.start, span.end, document.text[span.start : span.end], ()) for span in spans)
