"""Persons and bodies in a text: names in capitals, bodies by their head word, offices and nameless sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.extract.mentions.aliases import Names, Naming, camp_named, camp_of_word, lexicon_body
from discrepancy.extract.mentions.cues import cue_groups
from discrepancy.extract.mentions.phrases import description, own_subject, span_of
from discrepancy.extract.mentions.runs import body_heads, described_by, name_run, office_heads, untitled, with_head
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import ActorMention, Span
from discrepancy.values.names import ActorType

_SUBJECTS = {"nsubj", "nsubjpass", "dobj", "poss", "appos", "conj", "ROOT"}
_INSIDE = {"compound", "amod", "nmod", "npadvmod"}


def find_actors(sentences: Sequence[Sentence]) -> tuple[ActorMention, ...]:
    """Everybody named or described as a person or body in ``sentences``, short forms resolved inside the text."""
    found = [one for sentence in sentences for one in _find(sentence)]
    names = Names([naming for _, naming in found])
    resolved = ((span, naming.text, names.actor(naming)) for span, naming in found)
    return tuple(ActorMention(span, text, actor) for span, text, actor in resolved if actor is not None)


def _find(sentence: Sentence) -> Iterator[tuple[Span, Naming]]:
    speaking = _speaking(sentence)
    covered = 0
    for token in sentence.tokens:
        if token.i < covered:
            continue
        run = name_run(sentence, token) if token.text[:1].isupper() else []
        if run:
            whole = with_head(sentence, run)
            covered = whole[-1].i + 1
            found = _named(sentence, run, whole, speaking)
        else:
            found = _described(sentence, token, speaking) if token.pos in {"NOUN", "PROPN", "ADJ"} else None
        if found:
            yield found


def _speaking(sentence: Sentence) -> set[int]:
    """Tokens that are the subject of a verb of speech, or follow "according to"."""
    found: set[int] = set()
    for i in cue_groups(sentence):
        if who := own_subject(sentence, sentence.tokens[i]):
            found.add(who.i)
    for token in sentence.tokens:
        if token.lower == "according":
            found |= {t.i for t in sentence.subtree(token) if t.dep == "pobj"}
        if token.dep == "agent":
            found |= {t.i for t in sentence.children(token) if t.dep == "pobj"}
    return found


def _named(sentence: Sentence, run: list[Token], whole: list[Token], speaking: set[int]) -> tuple[Span, Naming] | None:
    span = span_of(whole)
    name = untitled(run)
    inner = span_of(name)
    if span is None or inner is None:
        return None
    text, last = _text(sentence, span), whole[-1]
    head = next((t for t in reversed(whole) if t.head not in {u.i for u in whole}), last)
    office = described_by(sentence, run)
    speaks = any(t.i in speaking for t in whole)
    body = next(
        (t.lemma if t.lemma in body_heads() else t.lower for t in reversed(whole) if {t.lower, t.lemma} & body_heads()),
        "",
    )
    if _named_before_office(run, whole):
        return span_of(run) or span, Naming(_text(sentence, inner), "person", "", _text(sentence, inner), office, True)
    if len(whole) > len(run) and last.lemma not in body_heads() and last.lower not in body_heads():
        return span, Naming(text, "role", last.lemma, "", definite=_definite(sentence, whole[0]))
    if lexicon_body(text) or lexicon_body(_text(sentence, inner)):
        return span, Naming(text, "organisation", body, _text(sentence, inner), evident=True)
    if body and not office & {"mr", "mrs", "ms", "dr"} and not _officer(run, name):
        return span, Naming(text, "organisation", body, text, evident=True)
    if camp_named(text):
        placed = head.dep == "pobj" and not speaks
        return None if placed or head.dep in _INSIDE else (span, Naming(text, "organisation", "", text, evident=True))
    if name[0].lower in words("titles", "titles", "before") and any(t.lower in {"of", "for"} for t in run):
        return span, Naming(text, "role", run[0].lemma, "", definite=True)
    if len(name) == len(run) and all(
        t.lemma in office_heads() or t.lower in words("titles", "titles", "before") for t in run
    ):
        return span, Naming(text, "role", run[-1].lemma, "", definite=True)
    kind: ActorType = "person" if office or name[0].lower in words("titles", "names", "given") else "unknown"
    evident = kind == "person" or speaks or (len(name) > 1 and head.dep in _SUBJECTS)
    return span, Naming(text, kind, "", _text(sentence, inner), office, evident)


def _officer(run: list[Token], name: list[Token]) -> bool:
    """A person's name behind an office in a body: "Police Chief Ann Roe"."""
    plain = not any({t.lower, t.lemma} & body_heads() or t.lower in {"for", "of"} for t in name)
    return 1 < len(name) < len(run) and plain


def _named_before_office(run: list[Token], whole: list[Token]) -> bool:
    """A person's name run into the office behind it by a lost comma: "Nadim Houry deputy director"."""
    tail = whole[len(run) :]
    if not tail or len(run) == 1 or not all(t.lemma in _before_or_behind() or t.text == "-" for t in tail):
        return False
    return all(t.pos == "PROPN" and not {t.lower, t.lemma} & body_heads() and camp_of_word(t.text) is None for t in run)


@cache
def _before_or_behind() -> frozenset[str]:
    """Titles before a name and offices behind it."""
    return (
        words("titles", "titles", "before")
        | words("titles", "offices", "head")
        | words("titles", "offices", "spokesman")
    )


@cache
def _roles() -> frozenset[str]:
    """Nouns for somebody without a name: sources and offices."""
    return words("bodies", "generic", "nouns") | office_heads()


def _described(sentence: Sentence, head: Token, speaking: set[int]) -> tuple[Span, Naming] | None:
    """A lower-case description: "the ministry", "a military source", "police"."""
    if head.dep in _INSIDE or (head.text[:1].isupper() and head.i):
        return None
    if head.lower in body_heads() or head.lemma in body_heads():
        kind: ActorType = "organisation"
    elif head.lemma in _roles() or head.lower in _roles():
        kind = "role"
    else:
        return None
    nameless = {head.lemma, head.lower} & words("bodies", "generic", "nouns")
    loose = nameless or head.lemma in words("titles", "offices", "person")
    if head.i not in speaking and (loose or any(t.dep == "nummod" for t in sentence.children(head))):
        return None
    phrase = description(sentence, head)
    span = span_of(phrase)
    if span is None:
        return None
    word = head.lemma if head.lemma in body_heads() or (kind == "role" and head.lower not in nameless) else head.lower
    single = head.tag == "NN" and _definite(sentence, phrase[0])
    return span, Naming(_text(sentence, span), kind, word, "", definite=single)


def _definite(sentence: Sentence, first: Token) -> bool:
    before = sentence.word_before(first)
    return first.lower in {"the", "its", "his", "their", "her"} or before in {"the", "its", "his", "their", "her"}


def _text(sentence: Sentence, span: Span) -> str:
    return sentence.text[span.start - sentence.start : span.end - sentence.start]
