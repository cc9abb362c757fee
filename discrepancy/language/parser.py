"""The parser, loaded once, behind one function: text in, sentences with tokens out.

spaCy is imported only when a text is parsed, so that ``--help`` and error paths stay fast. Its named-entity step is
switched off: on transliterated names and captions it is wrong too often to build on, and it costs half of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from discrepancy.errors import ParserMissing
from discrepancy.language.plain import plain
from discrepancy.language.spacy_core import import_spacy
from discrepancy.language.tokens import Sentence, Token
from discrepancy.settings import MODEL

LONGEST_PIECE = 4_000
LONGEST_SENTENCE = 250
# the parser keeps all trees of a batch; long pieces in large batches take a gigabyte
BATCH = 8
_LINES = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"[.!?]['\")]*\s")


def parse(text: str, spans: Sequence[tuple[int, int]] | None = None, *, model: str = MODEL) -> tuple[Sentence, ...]:
    """Sentences of ``text`` inside ``spans`` (default: everything), line by line.

    A line is never joined with the next: headings without a full stop would glue to the paragraph below.
    """
    flat = plain(text)
    if spans is None:
        spans = [(0, len(text))]
    pieces = [piece for start, end in spans for piece in _pieces(flat, start, end)]
    sentences: list[Sentence] = []
    parsed: dict[str, tuple[int, tuple[tuple[Token, ...], ...]]] = {}
    docs = _load(model).pipe(dict.fromkeys(words for _, _, words in pieces), batch_size=BATCH)
    for paragraph, start, words in pieces:
        if words in parsed:  # a line that comes again, as in tables and spam, is parsed once
            before, known = parsed[words]
            found = tuple(tuple(token.moved(start - before) for token in part) for part in known)
        else:
            parts = (part for whole in next(docs).sents for part in _parts(whole))
            found = tuple(tokens for part in parts if (tokens := tuple(_tokens(part, start))))
            parsed[words] = start, found
        for tokens in found:
            first, last = tokens[0].start, tokens[-1].end
            sentences.append(Sentence(len(sentences), paragraph, first, last, flat[first:last], tokens))
    return tuple(sentences)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Lines of ``text[start:end]`` as (paragraph, offset, words), long ones cut at a sentence end."""
    for line in _LINES.finditer(text, start, end):
        at, stop = line.span()
        while at < stop:
            cut = stop
            if stop - at > LONGEST_PIECE:
                breaks = list(_BREAK.finditer(text, at + LONGEST_PIECE // 2, at + LONGEST_PIECE))
                cut = breaks[-1].end() if breaks else at + LONGEST_PIECE
            if text[at:cut].strip():
                yield line.start(), at, text[at:cut]
            at = cut


def _parts(sentence: Any) -> Iterator[Any]:
    """``sentence`` itself; what is far too long to be one is cut, so that no grammar grows with the square of it."""
    for at in range(0, len(sentence), LONGEST_SENTENCE):
        yield sentence[at : at + LONGEST_SENTENCE]


def _tokens(part: Any, offset: int) -> Iterator[Token]:
    kept = [token for token in part if not token.is_space]
    index = {token.i: i for i, token in enumerate(kept)}
    for i, token in enumerate(kept):
        start = offset + token.idx
        yield Token(
            i,
            start,
            start + len(token.text),
            token.text,
            token.lower_,
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            # where the head was cut off, what is left must not climb on for ever
            token.dep_ if token.head.i in index else "ROOT",
            index.get(token.head.i, i),
        )


@cache
def _load(model: str) -> Any:
    try:
        return import_spacy().load(model, exclude=["ner", "senter"])
    except (ImportError, OSError) as error:
        raise ParserMissing(f"language model {model} cannot be loaded: {str(error).splitlines()[0]}") from None
