"""One document through all grammars: sentences, mentions, claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from discrepancy.extract.claims import EXTRACTORS, Extractor
from discrepancy.extract.context import Context
from discrepancy.extract.mentions import find_mentions
from discrepancy.extract.phrases import extract_phrases, find_phrase_mentions
from discrepancy.language.claim_spans import claim_spans
from discrepancy.language.parser import BLANK, parse_all
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import LANGUAGE, languages, table
from discrepancy.model import Claim, Document, Extraction, Mentions
from discrepancy.settings import MODEL

PARSED_TOGETHER = 50_000  # characters


@dataclass(frozen=True, slots=True)
class Grammar:
    """How the articles of a language are read.

    trees   its sentences are parsed; without, they are words in their order
    """

    mentions: Callable[[Document, Sequence[Sentence]], Mentions]
    extractors: tuple[Extractor, ...]
    trees: bool


GRAMMARS = {
    "trees": Grammar(find_mentions, EXTRACTORS, True),
    "phrases": Grammar(find_phrase_mentions, (extract_phrases,), False),
}


def grammar_of(code: str) -> str:
    """The grammar that the lexicon of a language names; articles in one without lexicon hold nothing to be read."""
    return str(table("language", code if code in languages() else LANGUAGE)["grammar"])


def extract_claims(document: Document, *, model: str = MODEL) -> Extraction:
    """Everything ``document`` says that could be compared."""
    return next(extract_all([document], model=model))


def extract_all(documents: Iterable[Document], *, model: str = MODEL) -> Iterator[Extraction]:
    """What ``extract_claims`` gives for each of ``documents``, in their order; several take less time together."""
    for (parser, grammar), group in groupby(documents, lambda document: _read_by(document, model)):
        for some in _together(group):
            spans = [claim_spans(document) for document in some]
            texts = [(document.text, read.spans) for document, read in zip(some, spans, strict=True)]
            parsed = parse_all(texts, model=parser)
            for document, read, sentences in zip(some, spans, parsed, strict=True):
                warned = replace(document, warnings=(*document.warnings, *read.warnings))
                yield _extraction(warned if read.warnings else document, sentences, grammar)


def _read_by(document: Document, model: str) -> tuple[str, Grammar]:
    """What parses ``document`` and what reads it."""
    grammar = GRAMMARS[grammar_of(document.language)]
    return model if grammar.trees else BLANK + document.language, grammar


def _together(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents that are parsed side by side: as many as fit in memory with ease."""
    some: list[Document] = []
    for document in documents:
        if some and sum(len(one.text) for one in some) + len(document.text) > PARSED_TOGETHER:
            yield some
            some = []
        some.append(document)
    if some:
        yield some


def _extraction(document: Document, sentences: tuple[Sentence, ...], grammar: Grammar) -> Extraction:
    mentions = grammar.mentions(document, sentences)
    context = Context(document, sentences, mentions)
    found = [claim for extractor in grammar.extractors for claim in extractor(context)]
    found.sort(key=_order)
    claims = [_numbered(claim, f"{document.id}:{number}") for number, claim in enumerate(found, 1)]
    return Extraction(document, mentions, tuple(sorted(claims, key=lambda claim: claim.evidence.span.start)))


def _numbered(claim: Claim, name: str) -> Claim:
    """``claim`` under its ``name``: written out, since a copy that asks for the fields takes four times as long."""
    return Claim(
        name,
        claim.document,
        claim.kind,
        claim.attribute,
        claim.value,
        claim.shown,
        claim.evidence,
        claim.frame,
        claim.implied,
    )


def _order(claim: Claim) -> tuple[bool, int, int, str, str]:
    """Text order; what is implied is numbered after all that is said."""
    span = claim.evidence.span
    return claim.implied, span.start, span.end, claim.kind, claim.attribute
