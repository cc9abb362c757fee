"""What stands in the text: quantities, times, places, actors, and who said what."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.mentions.actors import find_actors
from discrepancy.extract.mentions.places import find_places
from discrepancy.extract.mentions.quantities import find_quantities
from discrepancy.extract.mentions.speech import find_attributions
from discrepancy.extract.mentions.times import find_times
from discrepancy.language.tokens import Sentence
from discrepancy.model import Document, Mentions


def find_mentions(document: Document, sentences: Sequence[Sentence]) -> Mentions:
    """Everything the mention grammars find in the sentences of ``document``."""
    actors = find_actors(sentences)
    return Mentions(
        quantities=find_quantities(sentences),
        times=find_times(sentences, document.published, _datelines(document)),
        places=find_places(sentences),
        actors=actors,
        attributions=find_attributions(document, sentences, actors),
    )


def _datelines(document: Document) -> tuple[Sentence, ...]:
    """The datelines of ``document``, unparsed."""
    spans = [zone.span for zone in document.zones if zone.kind == "dateline"]
    return tuple(Sentence(-1, -1, span.start, span.end, document.text[span.start : span.end], ()) for span in spans)
