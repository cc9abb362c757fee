"""Words that introduce what somebody says: each with its source and its content, read from the tree of one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from discrepancy.extract.mentions.phrases import RELATIVES, antecedent, noun_phrase, span_of, subject
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import Span

_PRONOUNS = {"he", "she", "it", "they", "we", "i", "who", "which", "that", "you"}
_OBJECTS = {"ccomp", "xcomp", "dobj", "obj", "prep", "acomp", "oprd", "attr", "dative", "acl", "advcl"}
_FOLLOWS = {"dobj", "xcomp", "ccomp", "prep", "oprd", "acomp", "attr", "advcl", "acl", "pobj", "pcomp"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One introducing word.

    token     the verb or noun itself
    group     its class in the lexicon
    source    tokens of the phrases that name who speaks, nearest first; empty when nobody is named
    head      the word that names the speaker
    clause    from the first to the last word of "X said" without what is said
    content   what is said, as stretches of this sentence
    """

    token: Token
    group: str
    cue: Span
    source: tuple[Span, ...]
    head: Token | None
    clause: Span
    content: tuple[Span, ...]
    denies: bool = False


@cache
def verb_groups() -> dict[str, str]:
    """Lemma of a verb -> class; a particle verb stands as "point out"."""
    groups = {lemma: group for group, lemmas in table("speech")["verbs"].items() for lemma in lemmas}
    pairs = dict.fromkeys(words("speech", "particles", "pairs"), "say")
    return groups | pairs | dict.fromkeys(words("speech", "particles", "deny"), "deny")


@cache
def noun_groups() -> dict[str, str]:
    """Lemma of a noun that can carry a content clause -> class."""
    return {lemma: group for group, lemmas in table("speech")["nouns"].items() for lemma in lemmas}


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """All cues of ``sentence`` that have a source or stand with a content, in text order."""
    found: list[Cue] = []
    verbs = [token for token in sentence.tokens if _group(sentence, token)]
    for token in sentence.tokens:
        cue = None
        if token.lower == "according":
            cue = _according(sentence, token)
        elif token in verbs:
            cue = _verb(sentence, token, verbs)
        elif token.pos == "NOUN" and token.lemma in noun_groups():
            cue = _noun(sentence, token)
        if cue is not None and cue.content:
            found.append(cue)
    return tuple(found)


def _group(sentence: Sentence, token: Token) -> str | None:
    if token.lower in {"said", "says"}:
        return "say"
    if token.pos != "VERB":
        return None
    groups = verb_groups()
    following = sentence.tokens[token.i + 1].lower if token.i + 1 < len(sentence.tokens) else ""
    return groups.get(f"{token.lemma} {following}") or groups.get(token.lemma)


def _according(sentence: Sentence, token: Token) -> Cue | None:
    objects = [t for t in sentence.subtree(token) if t.dep == "pobj" and t.i > token.i]
    if not objects:
        return None
    phrase = noun_phrase(sentence, objects[0])
    source = span_of(phrase)
    whole = [t for t in sentence.subtree(objects[0]) if t.i >= phrase[0].i]
    if source is None:
        return None
    clause = Span(token.start, max(source.end, whole[-1].end if _tight(whole) else source.end))
    content = _outside(sentence, clause)
    cue = Span(token.start, sentence.tokens[min(token.i + 1, len(sentence.tokens) - 1)].end)
    return Cue(token, "say", cue, (source,), objects[0], clause, content)


def _tight(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[-1].i - tokens[0].i + 1 == len(tokens)


def _outside(sentence: Sentence, clause: Span) -> tuple[Span, ...]:
    left = span_of(t for t in sentence.tokens if t.end <= clause.start)
    right = span_of(t for t in sentence.tokens if t.start >= clause.end)
    return tuple(span for span in (left, right) if span is not None and span.end - span.start > 3)


def _verb(sentence: Sentence, verb: Token, verbs: list[Token]) -> Cue | None:
    group = _group(sentence, verb) or "say"
    below = sentence.children(verb)
    passive = any(t.dep in {"auxpass", "nsubjpass"} for t in below)
    head = _agent(sentence, below) if passive else subject(sentence, verb)
    if head is None:
        return None
    source = _source(sentence, head, verb)
    clause = _clause(sentence, verb, head, source)
    content = _content(sentence, verb, clause, group, verbs)
    named = antecedent(sentence, head, verb) if head.lower in RELATIVES else head
    words_ = [t for t in below if t.dep in {"aux", "auxpass", "neg", "prt"} and abs(t.i - verb.i) <= 4]
    cue = span_of(sorted([verb, *words_], key=lambda t: t.i)) or Span(verb.start, verb.end)
    negated = any(t.dep == "neg" for t in below)
    return Cue(verb, group, cue, source, named, clause, content, (group == "deny") != (negated and group == "say"))


def _agent(sentence: Sentence, below: list[Token]) -> Token | None:
    for by in below:
        if by.dep == "agent":
            return next((t for t in sentence.children(by) if t.dep == "pobj"), None)
    return None


def _source(sentence: Sentence, head: Token, verb: Token) -> tuple[Span, ...]:
    spans = [span_of(noun_phrase(sentence, head))]
    if head.lower in RELATIVES and (other := antecedent(sentence, head, verb)):
        spans.append(span_of(noun_phrase(sentence, other)))
    return tuple(span for span in spans if span is not None)


def _clause(sentence: Sentence, verb: Token, head: Token, source: tuple[Span, ...]) -> Span:
    """ "X said" and, where X stands behind the verb, all that describes X."""
    start, end = min(verb.start, source[0].start if source else verb.start), verb.end
    if head.i > verb.i:
        end = max(end, sentence.subtree(head)[-1].end)
    elif head.i < verb.i:
        start = min(start, min(t.start for t in sentence.subtree(head) if t.i <= verb.i))
    return Span(start, end)


def _content(sentence: Sentence, verb: Token, clause: Span, group: str, verbs: list[Token]) -> tuple[Span, ...]:
    clauses = [t for t in sentence.children(verb) if t.dep == "ccomp"]
    right = _right(sentence, verb, clause, verbs)
    left = span_of(t for t in sentence.tokens if t.end <= clause.start)
    if any(t.i > verb.i and t.start >= clause.end for t in clauses) and right:
        return (right,)
    if group in {"say", "think", "find"} and left and (clauses or verb.dep in {"parataxis", "relcl"} or not right):
        inside = verb.dep == "parataxis" and right is not None and sentence.head(verb).i > verb.i
        return (left, right) if inside and right else (left,)
    return (right,) if right else ()


def _right(sentence: Sentence, verb: Token, clause: Span, verbs: list[Token]) -> Span | None:
    """What follows the cue and hangs on it, up to the next cue beside it."""
    starts = [t for t in sentence.children(verb) if t.start >= clause.end and t.dep in _FOLLOWS and t.dep != "agent"]
    starts = [t for t in starts if not _setting(sentence, t)]
    if not starts:
        return None
    inside = {t.i for start in starts for t in sentence.subtree(start)}
    tokens = [t for t in sentence.tokens if t.i in inside and t.start >= clause.end]
    beside = [v for v in verbs if v.i > verb.i and v.i not in inside]
    last = beside[0].i if beside else len(sentence.tokens)
    return span_of(t for t in tokens if t.i < last)


def _setting(sentence: Sentence, token: Token) -> bool:
    """Whether ``token`` opens a phrase that says when, where or to whom something was said."""
    if token.dep == "prep" and token.lower in {
        "on",
        "in",
        "at",
        "to",
        "during",
        "after",
        "before",
        "by",
        "from",
        "through",
        "via",
    }:
        return True
    return token.dep == "npadvmod"


def _noun(sentence: Sentence, noun: Token) -> Cue | None:
    """ "X's claim that ...", "a report by X that ..."."""
    below = sentence.children(noun)
    owner = next((t for t in below if t.dep == "poss"), None)
    makers = [t for t in below if t.dep == "prep" and t.lower in {"by", "from"}]
    if owner is None and makers:
        owner = next((t for t in sentence.children(makers[0]) if t.dep == "pobj"), None)
    if owner is None:
        return None
    carried = [t for t in below if t.i > noun.i and (t.dep in {"acl", "ccomp"} or (t.dep == "prep" and t not in makers))]
    content = span_of(t for part in carried for t in sentence.subtree(part))
    source = span_of(noun_phrase(sentence, owner))
    if content is None or source is None:
        return None
    group = noun_groups()[noun.lemma]
    clause = Span(min(source.start, noun.start), noun.end)
    return Cue(noun, group, Span(noun.start, noun.end), (source,), owner, clause, (content,), group == "deny")
