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
from discrepancy.language.repairs import repaired
from discrepancy.language.side_by_side import SideBySide
from discrepancy.language.spacy_core import import_spacy, one_thread
from discrepancy.language.tokens import Sentence, Token
from discrepancy.language.word_forms import RULES, Form, WordForms
from discrepancy.language.word_vectors import read_faster
from discrepancy.settings import MODEL

_Piece = tuple[int, int, str]
BLANK = "blank:"  # in front of the code of a language that has no model
TREES = "parser"
VECTORS = "tok2vec"
LONGEST_PIECE = 4_000
LONGEST_SENTENCE = 250
BATCH = 8
ROOM = 64 << 20  # bytes
_LINES = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"[.!?]['\")]*\s")


def parse(text: str, spans: Sequence[tuple[int, int]] | None = None, *, model: str = MODEL) -> tuple[Sentence, ...]:
    """Sentences of ``text`` inside ``spans`` (default: everything), line by line.

    A line is never joined with the next: headings without a full stop would glue to the paragraph below.
    """
    return parse_all([(text, [(0, len(text))] if spans is None else spans)], model=model)[0]


def parse_all(
    texts: Sequence[tuple[str, Sequence[tuple[int, int]]]], *, model: str = MODEL
) -> tuple[tuple[Sentence, ...], ...]:
    """The sentences of each text inside its spans, as ``parse`` gives them; several texts take less time together."""
    loaded = _load(model)
    _ask_for_room()
    flat = [plain(text) for text, _ in texts]
    pieces = [
        [piece for start, end in spans for piece in _pieces(one, start, end)]
        for one, (_, spans) in zip(flat, texts, strict=True)
    ]
    docs = [list(loaded.tagged([words for _, _, words in of_text])) for of_text in pieces]
    if loaded.trees is not None:
        loaded.trees.parse([doc for of_text in docs for doc in of_text])
    return tuple(_joined(*one, loaded.forms) for one in zip(flat, pieces, docs, strict=True))


def _ask_for_room() -> None:
    """Raise MemoryError while that is still possible: the libraries that multiply end the program instead."""
    from numpy import empty

    empty(ROOM, dtype="uint8")


def _joined(flat: str, pieces: Sequence[_Piece], parsed_docs: Sequence[Any], forms: WordForms) -> tuple[Sentence, ...]:
    """The sentences of all ``pieces`` of one text, of which different ones have been parsed, in their order."""
    docs = iter(parsed_docs)
    sentences: list[Sentence] = []
    parsed: dict[str, tuple[int, tuple[tuple[Token, ...], ...]]] = {}
    for paragraph, start, words in pieces:
        if words in parsed:  # a line that comes again, as in tables and spam, is parsed once
            before, known = parsed[words]
            found = tuple(tuple(token.moved(start - before) for token in part) for part in known)
        else:
            found = tuple(_sentences(next(docs), start, forms))
            parsed[words] = start, found
        for tokens in found:
            first, last = tokens[0].start, tokens[-1].end
            sentences.append(Sentence(len(sentences), paragraph, first, last, flat[first:last], tokens))
    return tuple(sentences)


def _pieces(text: str, start: int, end: int) -> Iterator[_Piece]:
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


def _sentences(doc: Any, offset: int, forms: WordForms) -> Iterator[tuple[Token, ...]]:
    """The tokens of each sentence of ``doc``; what is far too long to be one is cut.

    No grammar may grow with the square of a sentence that is none.
    """
    from spacy.attrs import DEP, HEAD, ORTH, SPACY, TAG

    table = doc.to_array([ORTH, TAG, DEP, HEAD, SPACY])
    keys = [(orth, tag, dep) for orth, tag, dep in table[:, :3].tolist()]
    heads, spaces = table[:, 3].astype("int64").tolist(), table[:, 4].tolist()
    found = forms.of(keys)
    starts = [offset]
    for form, space in zip(found, spaces, strict=True):
        starts.append(starts[-1] + len(form.text) + space)
    for sentence in doc.sents:
        for first in range(sentence.start, sentence.end, LONGEST_SENTENCE):
            last = min(first + LONGEST_SENTENCE, sentence.end)
            kept = [at for at in range(first, last) if not found[at].space]
            index = {at: i for i, at in enumerate(kept)}
            if kept:
                yield repaired(
                    tuple(_token(index[at], starts[at], found[at], index.get(at + heads[at])) for at in kept)
                )


def _token(i: int, start: int, form: Form, head: int | None) -> Token:
    """A token; where the head was cut off, what is left must not climb on for ever."""
    text, lower, lemma, pos, tag, dep, _, _ = form
    return Token(
        i,
        start,
        start + len(text),
        text,
        lower,
        lemma,
        pos,
        tag,
        "ROOT" if head is None else dep,
        i if head is None else head,
    )


def _pipeline(spacy: Any, model: str) -> Any:
    """What reads sentences: a model, or words and full stops by the rules of a language alone."""
    if not model.startswith(BLANK):
        return spacy.load(model, exclude=["ner", "senter"])
    nlp = spacy.blank(model.removeprefix(BLANK))
    nlp.add_pipe("sentencizer")
    return nlp


class _Loaded:
    """A model with what makes it fast.

    trees   None for a language that has no model
    """

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self.forms = WordForms(nlp)
        self.trees = SideBySide(nlp.get_pipe(TREES)) if nlp.has_pipe(TREES) else None
        if nlp.has_pipe(VECTORS):
            read_faster(nlp.get_pipe(VECTORS).model)

    def tagged(self, lines: Sequence[str]) -> Iterator[Any]:
        """The words of each different line with their tags, not yet their trees."""
        docs: Iterator[Any] = self._nlp.pipe(dict.fromkeys(lines), batch_size=BATCH, disable=[*RULES, TREES])
        return docs


@cache
def _load(model: str) -> _Loaded:
    try:
        with one_thread() as alone:
            spacy = import_spacy()
        from thinc.api import use_ops

        # numpy multiplies three times as fast as what the model brings along, on one thread with the same results
        with use_ops("numpy", use_blis=not alone):
            nlp = _pipeline(spacy, model)
        return _Loaded(nlp)
    except (ImportError, OSError) as error:
        raise ParserMissing(f"language model {model} cannot be loaded: {str(error).splitlines()[0]}") from None
