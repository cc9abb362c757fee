"""The speed of extraction against the bare language model on the same texts, split by stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from typing import Any
from unittest.mock import patch

from discrepancy.extract import document, mentions
from discrepancy.language.spacy_core import import_spacy
from discrepancy.model import Document
from discrepancy.settings import MODEL
from speed.clock import Row, seconds_of

ROUND = 8
MENTIONS = ("find_actors", "find_quantities", "find_times", "find_places", "find_attributions")


def extraction_rows(documents: Sequence[Document]) -> list[Row]:
    """The whole model, extraction and its stages, in processor seconds and words a second.

    Both read a few articles at a time and take turns, so that whatever slows the machine slows both. What is loaded
    and learned once (the model, the lexicons) is there before the clock runs; no article is read twice.
    """
    early, timed = documents[:ROUND], documents[ROUND:] or documents
    spent: Counter[str] = Counter()
    for one in early:
        document.extract_claims(one)
    whole = import_spacy().load(MODEL)
    for one in early:
        whole(one.text)
    for first in range(0, len(timed), ROUND):
        some = timed[first : first + ROUND]
        spent["model"] += seconds_of(lambda some=some: list(whole.pipe(one.text for one in some)))
        with _watched(spent):
            spent["extract"] += seconds_of(lambda some=some: list(document.extract_all(some)))
    words = sum(len(one.text.split()) for one in timed)
    base = spent.pop("model")
    row = partial(_row, words=words, base=base)
    ours = spent.pop("extract")
    first_rows = [row("the whole language model: nlp.pipe", base), row("extract", ours)]
    stages = [row(f"- {name}", seconds) for name, seconds in spent.items()]
    return [*first_rows, *stages, row("- the rest", ours - spent.total())]


def _row(what: str, seconds: float, *, words: int, base: float) -> Row:
    return Row(what, seconds, (f"{words / seconds:,.0f}", f"{seconds / base:.2f}", f"{base / seconds:.2f}"))


@contextmanager
def _watched(spent: Counter[str]) -> Iterator[None]:
    """Add the seconds of each stage to ``spent``, by name, while extraction runs."""
    with ExitStack() as stack:
        for module, name in ((document, "parse_all"), *((mentions, name) for name in MENTIONS)):
            stage = _timed(getattr(module, name), name.replace("find_", "mentions: ").removesuffix("_all"), spent)
            stack.enter_context(patch.object(module, name, stage))
        for kind, grammar in list(document.GRAMMARS.items()):
            extractors = tuple(
                _timed(extractor, extractor.__name__.replace("extract_", "claims: "), spent)
                for extractor in grammar.extractors
            )
            stack.enter_context(patch.dict(document.GRAMMARS, {kind: replace(grammar, extractors=extractors)}))
        yield


def _timed(stage: Callable[..., Any], name: str, spent: Counter[str]) -> Callable[..., Any]:
    def run(*given: Any, **named: Any) -> Any:
        found: list[Any] = []
        spent[name] += seconds_of(lambda: found.extend(stage(*given, **named)))
        return tuple(found)

    return run
