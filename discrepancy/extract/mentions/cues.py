"""Words that introduce what somebody says: each with who says it and what is said, read from one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from discrepancy.extract.mentions.asides import find_aside, said_around
from discrepancy.extract.mentions.contents import noun_content, verb_content
from discrepancy.extract.mentions.figures import changes_figure, holds_figure, keeps_list, puts_figure, speaks_of_figure
from discrepancy.extract.mentions.phrases import span_of
from discrepancy.extract.mentions.sources import Source, ends_as_verb, noun_source, verb_source
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import Span

_ASIDES = frozenset({"according", "as", "believe"})
_SAID = frozenset({"said", "says"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One introducing word.

    token     the verb or noun itself
    group     its class in the lexicon
    cue       the word with its auxiliaries and particle
    source    who says it
    content   what is said, as stretches of this sentence
    denies    the content is said not to be so
    """

    token: Token
    group: str
    cue: Span
    source: Source
    content: tuple[Span, ...]
    denies: bool = False


@cache
def verb_groups() -> dict[str, str]:
    """Lemma of a verb -> class; a particle verb stands as "point out"."""
    groups = {lemma: group for group, lemmas in table("speech")["verbs"].items() for lemma in lemmas}
    pairs = {pair: group for group, pairs in table("speech")["particles"].items() for pair in pairs}
    return groups | pairs


@cache
def noun_groups() -> dict[str, str]:
    """Lemma of a noun that can carry a content clause -> class."""
    return {lemma: group for group, lemmas in table("speech")["nouns"].items() for lemma in lemmas}


def find_cues(sentence: Sentence) -> tuple[Cue, ...]:
    """All cues of ``sentence`` that have a source and a content, in text order."""
    groups = cue_groups(sentence)
    if not groups and _ASIDES.isdisjoint(sentence.words) and noun_groups().keys().isdisjoint(sentence.lemmas):
        return ()
    verbs = {i: source for i in groups if (source := _introduces(sentence, sentence.tokens[i], groups[i]))}
    found: list[Cue | None] = []
    for token in sentence.tokens:
        if aside := find_aside(sentence, token, verbs):
            found.append(Cue(token, "say", *aside))
        elif token.i in verbs:
            found.append(_verb(sentence, token, groups[token.i], verbs))
        elif token.pos == "NOUN" and token.lemma in noun_groups() and not _kept(sentence, token, verbs):
            found.append(_noun(sentence, token))
    return tuple(cue for cue in found if cue is not None and cue.content)


def _introduces(sentence: Sentence, token: Token, group: str) -> Source | None:
    source = verb_source(sentence, token, group)
    if source is None:
        return None
    first = source.head.lower in words("speech", "grammar", "participants")
    bare = any(t.dep == "aux" and t.lower == "to" for t in sentence.children(token))
    clausal = any(t.dep == "ccomp" for t in sentence.children(token))
    framing = (source.head.i > token.i and sentence.doer(token) is None) or token.pos == "NOUN"
    held = group == "find" and (framing or holds_figure(sentence, token, source.head))
    if group in words("speech", "grammar", "clausal") and (first or not (clausal or held)):
        return None
    if token.lemma in words("speech", "grammar", "going_on") and any(
        t.dep == "xcomp" for t in sentence.children(token)
    ):
        return None
    return None if (first and group not in {"say", "deny"}) or (bare and not clausal) else source


@lru_cache(maxsize=256)
def cue_groups(sentence: Sentence) -> dict[int, str]:
    """Class of each verb of ``sentence`` that introduces something, by the number of the token."""
    found = ((token.i, _group(sentence, token)) for token in sentence.tokens if _may_introduce(sentence, token))
    return {i: group for i, group in found if group}


def _may_introduce(sentence: Sentence, token: Token) -> bool:
    return token.pos == "VERB" or token.lower in _SAID or ends_as_verb(sentence, token)


def _group(sentence: Sentence, token: Token) -> str | None:
    if token.lower in _SAID:
        return "say"
    following = sentence.word_after(token)
    groups = verb_groups()
    group = groups.get(f"{token.lemma} {following}") or groups.get(token.lemma)
    if group and any(
        t.dep == "dobj" and t.lemma in words("speech", "idioms", "objects") for t in sentence.children(token)
    ):
        return None
    if group == "discuss" and speaks_of_figure(sentence, token):
        return "say"
    if _has_it(sentence, token):
        return "say"
    if keeps_list(sentence, token) or changes_figure(sentence, token):
        return "figure"
    return group or ("figure" if puts_figure(sentence, token) else None)


def _has_it(sentence: Sentence, verb: Token) -> bool:
    """ "The mayor has it that ..."."""
    return verb.lemma == "have" and [t.lower for t in sentence.tokens[verb.i + 1 : verb.i + 3]] == ["it", "that"]


def _verb(sentence: Sentence, verb: Token, group: str, verbs: dict[int, Source]) -> Cue:
    source = verbs[verb.i]
    below = sentence.children(verb)
    near = [t for t in below if t.dep in {"aux", "auxpass", "neg", "prt"} and abs(t.i - verb.i) <= 4]
    cue = span_of(sorted([verb, *near], key=lambda t: t.i)) or Span(verb.start, verb.end)
    negated = any(t.dep == "neg" for t in below)
    content = verb_content(sentence, verb, group, source, verbs)
    return Cue(verb, group, cue, source, content, (group == "deny") != (negated and group in {"say", "deny"}))


def _kept(sentence: Sentence, noun: Token, verbs: dict[int, Source]) -> bool:
    """Whether a verb already says whose list it is: "had 57 on his council's list"."""
    return any(
        above.i in verbs and above.lemma in words("speech", "figures", "keeps") for above in sentence.ancestors(noun)
    )


def _noun(sentence: Sentence, noun: Token) -> Cue | None:
    """ "X's claim that ...", "a report by X that ..."."""
    source = noun_source(sentence, noun)
    if source is None:
        return None
    group = noun_groups()[noun.lemma]
    content = noun_content(sentence, noun, source.head)
    above = sentence.head(noun)
    if noun.dep == "nsubj" and above.lemma == "be" and group in {"say", "think"}:
        told = next((t for t in sentence.children(above) if t.dep == "ccomp" and t.i > above.i), None)
        content = tuple(filter(None, (span_of(sentence.subtree(told)),))) if told is not None else content
    if (
        group in {"say", "think"}
        and noun.dep == "pobj"
        and above.lower in {"by", "on", "in"}
        and _counts(sentence, noun)
    ):
        clause = Span(above.start, sentence.subtree(noun)[-1].end)
        content = said_around(sentence, clause, above, {})
    return Cue(noun, group, Span(noun.start, noun.end), source, content, group == "deny")


def _counts(sentence: Sentence, noun: Token) -> bool:
    """ "By X's count", "in a tally of X", not "in his message"."""
    return noun.lemma in words("speech", "figures", "reckonings")
