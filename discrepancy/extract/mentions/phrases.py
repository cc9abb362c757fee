"""Reading the tree: subjects, noun phrases and clauses of a sentence as stretches of the text."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Span

_CLAUSES = {"relcl", "acl", "advcl", "ccomp", "parataxis", "csubj"}
_PUNCTUATION = {"PUNCT", "SPACE"}


def span_of(tokens: Iterable[Token]) -> Span | None:
    """The stretch from the first to the last token, outer punctuation left out; None when nothing is left."""
    kept = list(tokens)
    while kept and kept[-1].pos in _PUNCTUATION and kept[-1].text not in {")", '"', "%"}:
        kept.pop()
    while kept and kept[0].pos in _PUNCTUATION and kept[0].text not in {"(", '"', "$"}:
        kept.pop(0)
    return Span(kept[0].start, kept[-1].end) if kept else None


def noun_phrase(sentence: Sentence, head: Token) -> list[Token]:
    """``head`` with its modifiers and prepositional phrases, without the clauses and lists that hang on it."""
    found, pending = {head.i}, [head]
    while pending:
        at = pending.pop()
        for below in sentence.children(at):
            outside = below.dep in _CLAUSES or (at.i == head.i and below.dep in {"cc", "conj", "punct", "appos"})
            if not outside and below.i not in found:
                found.add(below.i)
                pending.append(below)
    kept = [sentence.tokens[i] for i in sorted(found)]
    return _joined_to(head, kept)


def _joined_to(head: Token, tokens: list[Token]) -> list[Token]:
    """The unbroken run around ``head``, allowing one mark of punctuation in between."""
    at = next(i for i, token in enumerate(tokens) if token.i == head.i)
    first = last = at
    while first > 0 and tokens[first].i - tokens[first - 1].i <= 2:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].i - tokens[last].i <= 2:
        last += 1
    return tokens[first : last + 1]


def whole_phrase(sentence: Sentence, head: Token) -> list[Token]:
    """``noun_phrase`` with the name in apposition: "the monitor's head, Walid Sarmini"."""
    found = noun_phrase(sentence, head)
    for below in sentence.children(head):
        if below.dep == "appos" and below.pos in {"PROPN", "NOUN"} and 0 < below.i - found[-1].i <= 6:
            found += [t for t in noun_phrase(sentence, below) if t.i > found[-1].i]
    return found


def own_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that hangs on ``verb`` itself; of two, the nearest."""
    own = [t for t in sentence.children(verb) if t.dep in {"nsubj", "nsubjpass", "csubj"}]
    return min(own, key=lambda token: (token.dep == "csubj", abs(token.i - verb.i))) if own else None


def subject(sentence: Sentence, verb: Token) -> Token | None:
    """The word that is the subject of ``verb``, looked up the tree where the verb shares or inherits it."""
    for _ in range(4):
        if own := own_subject(sentence, verb):
            return own
        head = sentence.head(verb)
        if head.i == verb.i:
            return None
        if verb.dep in {"acl", "relcl"} and head.pos in {"NOUN", "PROPN", "PRON"}:
            return _participle(sentence, head) if verb.tag == "VBG" else head
        if verb.dep not in {"conj", "xcomp", "advcl", "acl", "pcomp", "prep", "dep"}:
            return None
        verb = sentence.head(head) if head.dep == "prep" else head
    return None


def _participle(sentence: Sentence, noun: Token) -> Token:
    """Who says something in "denied the claims, saying ...": the subject, where ``noun`` cannot speak itself."""
    above = next((t for t in sentence.ancestors(noun) if t.pos in {"VERB", "AUX"}), noun)
    thing = not names_somebody(noun) and noun.lemma not in words("speech", "documents", "nouns")
    spoken_of = noun.dep == "dobj" and above.lemma in words("speech", "grammar", "with_saying")
    if noun.dep not in {"dobj", "pobj"} or not (thing or spoken_of):
        return noun
    return own_subject(sentence, above) or noun


def names_somebody(token: Token) -> bool:
    """Whether a word can name a speaker: a name, or a noun for a person or body."""
    if token.lower in words("titles", "names", "calendar"):
        return False
    return token.pos == "PROPN" or any(
        form in words("bodies", "heads", "organisation")
        or form in words("bodies", "heads", "monitor")
        or form in words("bodies", "generic", "nouns")
        or form in words("titles", "offices", "head")
        or form in words("titles", "offices", "person")
        or form in words("titles", "offices", "spokesman")
        for form in (token.lower, token.lemma)
    )


def antecedent(sentence: Sentence, pronoun: Token, verb: Token) -> Token | None:
    """What the relative ``pronoun`` of the clause of ``verb`` stands for."""
    for above in (verb, *sentence.ancestors(verb)):
        if above.dep in {"relcl", "acl"}:
            return sentence.head(above)
        if above.dep not in {"conj", "ccomp", "xcomp"}:
            break
    before = [t for t in sentence.tokens[: pronoun.i] if t.pos in {"NOUN", "PROPN"}]
    return before[-1] if before else None


def description(sentence: Sentence, head: Token) -> list[Token]:
    """``head`` with what stands before it and one short "of ..." or "at ..." behind it."""
    below = {token.i for token in sentence.subtree(head)}
    first = head.i
    while first > 0 and first - 1 in below and sentence.tokens[first - 1].dep not in {"cc", "punct"} | _CLAUSES:
        first -= 1
    found = list(sentence.tokens[first : head.i + 1])
    for part in sentence.children(head):
        if part.dep == "prep" and part.i == head.i + 1 and part.lower in {"of", "for", "at", "in", "from", "with"}:
            for token in sentence.tokens[part.i : part.i + 9]:
                if token.i not in below or (
                    token.pos in {"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ"} and token.text != "-"
                ):
                    break
                found.append(token)
    while found[-1].pos in {"ADP", "DET", "PUNCT"}:
        found.pop()
    return found
