"""Simple clauses of a sentence: the verb, who does what to whom, and whether it is negated, denied or left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from discrepancy.extract.negated import NOBODY, SUBJECTS, find_negation, ruled_out
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_BORDERS = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_PARTICLES = frozenset({"apart", "away", "back", "down", "in", "off", "on", "out", "over", "through", "up"})


@dataclass(frozen=True, eq=False)
class Clause:
    """One clause of a sentence.

    verb       the verb that heads it
    tokens     its own words, those of clauses below it left out
    negation   "" where it is asserted; "not", "none" (no, nobody, not one) or "denial" (what somebody denies)
    focus      the noun that is said to be none ("no shots were fired"), where there is one
    open       hedged, asked, conditional or still to come
    """

    sentence: Sentence
    verb: Token
    tokens: tuple[Token, ...]
    negation: str
    focus: Token | None
    open: bool

    @property
    def start(self) -> int:
        """Where the clause starts in the document."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the clause ends in the document."""
        return self.tokens[-1].end

    @cached_property
    def content(self) -> frozenset[str]:
        """Lemmas of the words that carry meaning."""
        return content_of(self.tokens)

    def heads(self, roles: frozenset[str]) -> list[Token]:
        """Head words of the arguments in ``roles``."""
        return [token for token in self.tokens if token.dep in roles]


def content_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Lemmas of the words among ``tokens`` that carry meaning."""
    empty = words("acts", "empty", "words")
    plain = {t.lemma for t in tokens if t.pos in _CONTENT and t.lemma not in empty and len(t.lemma) > 1}
    particles = [t for t in tokens if t.lower in _PARTICLES]
    return frozenset(plain | _with_particles(particles, tokens) if particles else plain)


@lru_cache(maxsize=256)
def sentence_content(sentence: Sentence) -> frozenset[str]:
    """Lemmas of the words of ``sentence`` that carry meaning."""
    return content_of(sentence.tokens)


def _with_particles(particles: Sequence[Token], tokens: Sequence[Token]) -> set[str]:
    """Verbs with their particle, as one word: "give up", "hand over"."""
    verbs = {t.i: t for t in tokens if t.pos == "VERB"}
    return {
        f"{verbs[t.head].lemma} {t.lower}"
        for t in particles
        if t.head in verbs and (t.dep == "prt" or t.i == t.head + 1)
    }


@lru_cache(maxsize=1024)
def find_clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of ``sentence`` in text order; several claim kinds read them, so those of an article are kept."""
    found: list[Clause] = []
    verbs = [token for token in sentence.tokens if _heads_clause(sentence, token)]
    heads = {verb.i for verb in verbs}
    for verb in verbs:
        tokens = _own(sentence, verb, heads)
        negation, focus = find_negation(sentence, verb, tokens)
        if not negation and _under_denial(sentence, verb):
            negation, focus = "denial", ruled_out(sentence, verb, tokens)
        elif not negation and _left_undone(sentence, verb):
            negation = "not"
        found.append(Clause(sentence, verb, tuple(tokens), negation, focus, _is_open(sentence, verb, tokens)))
    return tuple(found)


def subject_of(clause: Clause) -> Token | None:
    """Subject of the clause; a relative pronoun stands for the noun before it, a second verb shares the first's."""
    return subject_at(clause.sentence, clause.verb)


def subject_at(sentence: Sentence, verb: Token) -> Token | None:
    """The same for the verb of a clause."""
    while True:
        found = [t for t in sentence.children(verb) if t.dep in {"nsubj", "nsubjpass"}]
        if found or verb.dep != "conj":
            break
        verb = sentence.head(verb)
    return sentence.meant(found[0]) if found else None


def controller_of(sentence: Sentence, verb: Token) -> Token | None:
    """Who is meant to act where the clause names nobody: the subject of "denied using", "refused to open"."""
    above = sentence.head(verb)
    if above.pos == "ADP":
        above = sentence.head(above)
    return subject_at(sentence, above) if above.pos in {"VERB", "AUX"} and above.i != verb.i else None


def doer_of(clause: Clause) -> Token | None:
    """The one who acts: the subject, or the by-phrase of a passive clause."""
    return clause.sentence.doer(clause.verb) if clause.sentence.is_passive(clause.verb) else subject_of(clause)


def _heads_clause(sentence: Sentence, token: Token) -> bool:
    if token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass", "amod", "compound"}:
        return False
    below = sentence.children(token)
    if _left_undone(sentence, token):
        return True
    if any(child.dep in SUBJECTS for child in below):
        return True
    if any(child.dep == "aux" and child.lower == "to" for child in below):
        return False
    if token.dep == "conj":
        return token.tag in {"VBD", "VBZ", "VBP", "VBN"} or any(t.dep == "aux" and t.tag in _FINITE for t in below)
    return (
        token.dep == "ROOT"
        or (token.dep == "advcl" and token.tag == "VBG")
        or (token.dep in {"pcomp", "xcomp", "dobj"} and _under_denial(sentence, token))
    )


def _own(sentence: Sentence, verb: Token, heads: set[int]) -> list[Token]:
    found, pending = [verb], [verb]
    while pending:
        for child in sentence.children(pending.pop()):
            outside = child.dep in _BORDERS and not _told_of_subject(sentence, child)
            if child.i in heads or outside or child.pos == "PUNCT" or child.dep == "mark":
                continue
            found.append(child)
            pending.append(child)
    found.sort(key=lambda token: token.i)
    while len(found) > 1 and found[0].dep in {"cc", "punct"}:
        found.pop(0)
    return found


def _told_of_subject(sentence: Sentence, word: Token) -> bool:
    """Whether a lone word behind "stood" or "remained" says how the subject was: "the door stood open"."""
    above = sentence.head(word)
    states = words("acts", "states", "verbs")
    return word.dep == "advcl" and above.lemma in states and word.i == above.i + 1 and not sentence.children(word)


def _under_denial(sentence: Sentence, verb: Token) -> bool:
    """Whether the clause is what somebody denies: "denied that it fired", "denies having paid"."""
    denials = words("acts", "denial", "verbs")
    if verb.dep in {"acl", "relcl"}:
        return _denied_report(sentence, verb)
    if verb.dep not in {"ccomp", "xcomp", "pcomp", "conj", "advcl"} and not (verb.dep == "dobj" and verb.tag == "VBG"):
        return False
    above = sentence.head(verb)
    if verb.dep == "conj":
        return above.dep in {"ccomp", "xcomp", "pcomp"} and _under_denial(sentence, above)
    if above.pos == "ADP":
        above = sentence.head(above)
    positive = not any(child.dep == "neg" for child in sentence.children(above))
    return positive and (above.lemma in denials or above.lemma in words("acts", "denial", "nouns"))


def _denied_report(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody denies the report that the clause spells out: "rejected claims that the pilot was drunk"."""
    noun = sentence.head(verb)
    above = sentence.head(noun)
    told = noun.dep == "dobj" and noun.lemma in words("acts", "denial", "reports")
    spelt = any((t.dep == "mark" and t.lower == "that") or t.lower == "that" for t in sentence.children(verb))
    if not (told and spelt) or above.lemma not in words("acts", "denial", "verbs"):
        return False
    by = subject_at(sentence, above)
    office = by is not None and by.lemma in words("acts", "courts", "words")
    return not office and not any(child.dep == "neg" for child in sentence.children(above))


def _left_undone(sentence: Sentence, verb: Token) -> bool:
    """Whether the act is named only as one left undone: "without telling us", "refused to open", "failed to warn"."""
    above = sentence.head(verb)
    if verb.dep == "pcomp" and above.lower == "without":
        return True
    undone = words("acts", "undone", "verbs")
    return verb.dep == "xcomp" and above.lemma in undone and not any(t.dep == "neg" for t in sentence.children(above))


def _is_open(sentence: Sentence, verb: Token, tokens: list[Token]) -> bool:
    """Whether the clause asserts nothing: a question, a condition, a wish, a guess, something to come."""
    hedges = words("acts", "hedges", "words")
    said_no = any(token.dep == "neg" or token.lower in NOBODY or token.lower in {"no", "not"} for token in tokens)
    if any(token.lower == "ever" for token in tokens) and not said_no:
        return True
    if any(token.lower in hedges and token.pos != "PROPN" for token in tokens) or sentence.text.rstrip("\"' ").endswith(
        "?"
    ):
        return True
    marks = {child.lower for child in sentence.children(verb) if child.dep in {"mark", "advmod"}}
    if marks & words("acts", "hedges", "marks"):
        return True
    above = sentence.head(verb)
    if verb.dep in {"ccomp", "acl", "pcomp"} and _is_negated(sentence, above):
        return True
    return verb.dep in {"ccomp", "xcomp"} and above.lemma in words("acts", "hedges", "verbs")


def _is_negated(sentence: Sentence, token: Token) -> bool:
    """ "no evidence that", "did not say that": what follows is not asserted."""
    return any(child.dep == "neg" or child.lower == "no" for child in sentence.children(token))
