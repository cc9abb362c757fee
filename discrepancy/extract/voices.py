"""Who is speaking in each clause, from the parse of the sentence and the speaker carried over from the one before."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from discrepancy.extract.context import Context
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.values.names import Actor

LAST = sys.maxsize
_CLAUSES = frozenset({"relcl", "acl", "advcl", "appos", "prep", "cc", "conj", "punct"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that", "i", "we"})


class Voices:
    """Speakers of one document: ask ``at`` for the one responsible for a token, None for the outlet's own voice."""

    def __init__(self, context: Context) -> None:
        self._given = context.speeches
        self._found: dict[tuple[int, int], Actor | None] = {}
        self._sources: dict[tuple[int, int], Actor | None] = {}
        self._quoted = _quoted(context)
        last: Actor | None = None
        before: Actor | None = None
        for sentence in context.sentences:
            before, last = self._read(sentence, before, last)

    def at(self, token: Token) -> Actor | None:
        """The speaker of the clause that holds ``token``."""
        given = self._given.at(token.start, token.end)
        if given is not None and given.speaker is not None:
            return given.speaker
        return self._found.get((token.start, token.end))

    def own(self, verb: Token) -> Actor | None:
        """The source of the speech verb ``verb`` itself, or who speaks the clause it stands in."""
        return self._sources.get((verb.start, verb.end)) or self.at(verb)

    def direct(self, token: Token) -> bool:
        """Whether ``token`` stands between quotation marks."""
        at = bisect_right(self._quoted, (token.start, LAST)) - 1
        return at >= 0 and token.start < self._quoted[at][1]

    def _read(self, sentence: Sentence, before: Actor | None, last: Actor | None) -> tuple[Actor | None, Actor | None]:
        """Note the speaker of every token; give back the speaker to carry and the last one named."""
        cues = list(_cues(sentence))
        speaker: Actor | None = None
        for cue, source in cues:
            named = source.lower not in _PRONOUNS
            speaker = _actor(sentence, source) if named else last
            last = speaker or last
            self._sources[cue.start, cue.end] = speaker
            inside = sentence.subtree(cue) if cue.dep != "parataxis" else sentence.tokens
            own = {token.i for token in sentence.subtree(source)} | {cue.i}
            for token in inside:
                if token.i not in own:
                    self._found[token.start, token.end] = speaker
        if not cues and (self._all_quoted(sentence) or _carries(sentence)):
            speaker = before or last
            for token in sentence.tokens:
                self._found[token.start, token.end] = speaker
        elif len(cues) == 1:
            for token in sentence.tokens:
                if self.direct(token):
                    self._found.setdefault((token.start, token.end), speaker)
        return speaker, last

    def _all_quoted(self, sentence: Sentence) -> bool:
        inside = sum(self.direct(token) for token in sentence.tokens)
        return inside * 2 > len(sentence.tokens)


@lru_cache(maxsize=1)
def voices_of(context: Context) -> Voices:
    """The speakers of the document, worked out once for all claim kinds."""
    return Voices(context)


def _cues(sentence: Sentence) -> Iterator[tuple[Token, Token]]:
    """Speech verbs with the head of their source, outermost first."""
    verbs, nouns = words("acts", "speech", "verbs"), words("acts", "speech", "nouns")
    for token in sentence.tokens:
        if token.lower == "according":
            yield from ((token, t) for t in sentence.subtree(token) if t.dep == "pobj")
        elif token.lemma in verbs and token.pos in {"VERB", "AUX"}:
            subjects = [t for t in sentence.children(token) if t.dep in {"nsubj", "nsubjpass"}]
            if not subjects and token.dep == "conj":
                subjects = [t for t in sentence.children(sentence.head(token)) if t.dep == "nsubj"]
            if subjects and not (token.lemma in nouns and subjects[0].dep == "nsubjpass"):
                source = subjects[0]
                relative = source.lower in {"who", "which", "that"} and token.dep == "relcl"
                yield token, sentence.head(token) if relative else source


def _actor(sentence: Sentence, head: Token) -> Actor:
    keep = [t for t in sentence.subtree(head) if t.i == head.i or not _inside_clause(sentence, t, head)]
    name = " ".join(t.text for t in keep if t.dep != "det")
    return Actor(name, head.lemma.lower(), "unknown")


def _inside_clause(sentence: Sentence, token: Token, head: Token) -> bool:
    while token.i != head.i:
        if token.dep in _CLAUSES:
            return True
        token = sentence.head(token)
    return False


def _carries(sentence: Sentence) -> bool:
    """Indirect speech that runs on: the sentence opens with a pronoun and stays in the past perfect."""
    return sentence.tokens[0].lower in {"he", "she", "they"} and any(
        t.lower == "had" and t.dep == "aux" for t in sentence.tokens
    )


def _quoted(context: Context) -> list[tuple[int, int]]:
    """Ranges between double quotation marks; a mark that is never closed ends with its paragraph."""
    found: list[tuple[int, int]] = []
    for _, group in groupby(context.sentences, key=lambda sentence: sentence.paragraph):
        tokens = [token for sentence in group for token in sentence.tokens]
        marks = [token.start for token in tokens if token.text in {'"', "``", "''"}]
        if len(marks) % 2:
            marks.append(tokens[-1].end)
        found.extend(zip(marks[::2], marks[1::2], strict=True))
    return found
