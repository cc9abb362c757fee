"""Speakers before a colon: "Smith: ...", "the director: 'We stopped'", transcripts and headlines."""

from __future__ import annotations

from discrepancy.extract.mentions.cues import Cue
from discrepancy.extract.mentions.phrases import names_somebody, own_subject, span_of, whole_phrase
from discrepancy.extract.mentions.sources import Source
from discrepancy.language.tokens import Sentence, Token
from discrepancy.model import Span

_LONGEST = 8


def find_colons(sentence: Sentence) -> tuple[Cue, ...]:
    """The cue that a colon makes in ``sentence``, if any: a short name before it, or quoted words behind it."""
    colon = next((t for t in sentence.tokens if t.text == ":"), None)
    if colon is None or colon.i == 0 or colon.i + 1 >= len(sentence.tokens):
        return ()
    quoted = sentence.tokens[colon.i + 1].text in {'"', "''", "'"}
    before = sentence.tokens[: colon.i]
    head = _speaker(sentence, before, quoted)
    content = span_of(sentence.tokens[colon.i + 1 :])
    if head is None or content is None:
        return ()
    head = next((t for t in sentence.children(head) if t.dep == "poss" and head.lemma == "word"), head)
    phrase = span_of(t for t in whole_phrase(sentence, head) if t.i < colon.i) or Span(head.start, head.end)
    source = Source((phrase,), head, Span(before[0].start, colon.end))
    return (Cue(colon, "say", Span(colon.start, colon.end), source, (content,)),)


def _speaker(sentence: Sentence, before: tuple[Token, ...], quoted: bool) -> Token | None:
    """The one who speaks: the whole of a short noun phrase, or the subject of what leads up to quoted words."""
    verbs = [t for t in before if t.pos in {"VERB", "AUX"}]
    nouns = [t for t in before if t.pos in {"NOUN", "PROPN"}]
    if not verbs and nouns and (quoted or len(before) <= _LONGEST):
        head = next((t for t in nouns if t.head == t.i or t.head not in {u.i for u in nouns}), nouns[-1])
        return head if names_somebody(head) and (quoted or before[-1].pos in {"NOUN", "PROPN", "PUNCT"}) else None
    if quoted and verbs:
        free = [t for t in verbs if t.dep not in {"relcl", "acl"}] or verbs
        main = next((t for t in free if t.dep == "ROOT"), free[0])
        return own_subject(sentence, main)
    return None
