"""Who speaks at a cue: the subject, the agent or the owner, found in the tree or, where that fails, beside the verb."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.extract.mentions.phrases import (
    antecedent,
    names_somebody,
    own_subject,
    span_of,
    subject,
    whole_phrase,
)
from discrepancy.language.tokens import RELATIVES, Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Span

_LONGEST_NAME = 14
_FEWEST = 3
_MODIFIERS = {"DET", "ADJ", "NUM", "PUNCT"}
_NOMINAL = {"ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN"}
_SHARES = frozenset({"%", "cent", "percent"})  # 96 per cent who answered yes are no source
_LOCAL = {"in", "of", "at", "from", "near", "for"}


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks.

    spans    the phrases that name the speaker, nearest first
    head     the word that names the speaker
    clause   "X said" with all that describes X
    """

    spans: tuple[Span, ...]
    head: Token
    clause: Span


def verb_source(sentence: Sentence, verb: Token, group: str) -> Source | None:
    """Who speaks at ``verb``; None when the sentence names nobody."""
    if ends_as_verb(sentence, verb):
        head: Token | None = sentence.tokens[verb.i - 1]
    elif _passive(sentence, verb):
        head = sentence.doer(verb) or (_counted_by(sentence, verb) if group == "figure" else None)
    else:
        head = (
            _second_subject(sentence, verb)
            or own_subject(sentence, verb)
            or _cited(sentence, verb)
            or _beside(sentence, verb)
            or _inverted(sentence, verb, group)
        )
        head = head or subject(sentence, verb)
    if head is None or head.lemma in _SHARES:
        return None
    phrase = whole_phrase(sentence, head)
    if head.i < verb.i:
        phrase = _up_to(sentence, _with_article(sentence, [t for t in phrase if t.i < verb.i], verb), verb)
    else:
        phrase = _on_to(sentence, [t for t in phrase if t.i > verb.i])
    spans = [span_of(phrase) or Span(head.start, head.end)]
    named = head
    if head.lower in RELATIVES and (other := antecedent(sentence, head, verb)):
        named = other
        spans.append(span_of(t for t in whole_phrase(sentence, other) if t.i < head.i) or Span(other.start, other.end))
    return Source(tuple(spans), named, _clause(sentence, verb, head, spans[0]))


def ends_as_verb(sentence: Sentence, token: Token) -> bool:
    """A verb of saying at the end that the tree takes for a noun: "..., the mayor underlines", "..., a video shows"."""
    if token.pos != "NOUN" or token.i < _FEWEST or not token.lower.endswith("s") or token.dep == "pobj":
        return False
    before = sentence.tokens[token.i - 1]
    ends = before.dep == "compound" and all(t.pos == "PUNCT" for t in sentence.tokens[token.i + 1 :])
    if not ends or not _may_speak(before):
        return False
    if not any(token.lemma in words("speech", "verbs", group) for group in ("find", "say")):
        return False
    opening = min((t.i for t in sentence.children(token)), default=token.i)
    framed = opening > 0 and sentence.tokens[opening - 1].text == ","
    return framed and any(t.pos in {"VERB", "AUX"} for t in sentence.tokens[:opening])


def _may_speak(noun: Token) -> bool:
    paper = noun.lemma in words("speech", "documents", "nouns") or noun.lemma in words("tellers", "things")
    return paper or names_somebody(noun)


def _second_subject(sentence: Sentence, verb: Token) -> Token | None:
    """ "A tyre burst, says a wounded man": of subjects on both sides of a verb, the one who can speak."""
    own = [t for t in sentence.children(verb) if t.dep == "nsubj"]
    if len(own) < 2 or not own[0].i < verb.i < own[-1].i:
        return None
    return next((t for t in (own[-1], own[0]) if names_somebody(t)), own[0])


def _with_article(sentence: Sentence, phrase: list[Token], verb: Token) -> list[Token]:
    """``phrase`` with an article that the tree gave to ``verb``."""
    first = sentence.tokens[phrase[0].i - 1] if phrase and phrase[0].i else verb
    return [first, *phrase] if first.pos == "DET" and first.head == verb.i else phrase


def _up_to(sentence: Sentence, phrase: list[Token], verb: Token) -> list[Token]:
    """``phrase`` with a name in commas between it and the verb: "a spokesman for the forces, Ali Omar, said"."""
    gap = sentence.tokens[phrase[-1].i + 1 : verb.i] if phrase else ()
    named = gap and gap[0].text == "," and any(t.pos == "PROPN" for t in gap) and len(gap) <= _LONGEST_NAME
    inside = {"PROPN", "PUNCT", "NOUN", "ADJ", "NUM", "DET", "ADP", "AUX", "ADV", "PART"}
    return (
        phrase + [t for t in gap if t.pos not in {"AUX", "ADV"}]
        if named and all(t.pos in inside for t in gap)
        else phrase
    )


def _on_to(sentence: Sentence, phrase: list[Token]) -> list[Token]:
    """``phrase`` with a name behind its comma: "found the expert of the court, engineer Ann Roe: ..."."""
    after = sentence.tokens[phrase[-1].i + 1 : phrase[-1].i + 2 + _LONGEST_NAME] if phrase else ()
    if not after or after[0].text != ",":
        return phrase
    end = next((t.i for t in after[1:] if t.pos not in {"ADJ", "NOUN", "PROPN"}), len(sentence.tokens))
    name = sentence.tokens[after[0].i + 1 : end]
    closed = end == len(sentence.tokens) or sentence.tokens[end].pos == "PUNCT"
    return [*phrase, *name] if closed and name and name[-1].pos == "PROPN" else phrase


def _passive(sentence: Sentence, verb: Token) -> bool:
    below = sentence.children(verb)
    if any(t.dep in {"auxpass", "nsubjpass"} for t in below):
        return True
    bare = verb.tag == "VBN" and verb.dep in {"acl", "advcl"} and not any(t.dep in {"aux", "nsubj"} for t in below)
    clausal = any(t.dep == "ccomp" for t in below) and sentence.doer(verb) is None
    named = [t for t in below if t.dep in {"dobj", "oprd"} and names_somebody(t)] if bare else []
    inverted = any(_closes(sentence, verb, t) for t in named)
    return bare and not clausal and not inverted and not _last_word(sentence, verb)


def _last_word(sentence: Sentence, verb: Token) -> bool:
    """A verb right behind somebody and at the end is no participle: "..., the ministry informed." """
    ends = all(t.pos == "PUNCT" for t in sentence.tokens[verb.i + 1 :])
    return ends and names_somebody(sentence.tokens[verb.i - 1] if verb.i else verb)


def _counted_by(sentence: Sentence, verb: Token) -> Token | None:
    """ "Is put at 1,900 barrels by the company", where the tree gives "by" to the barrels."""
    by = (t for t in sentence.subtree(verb) if t.i > verb.i and t.lower == "by")
    return next(
        (noun for t in by for noun in sentence.children(t) if noun.dep == "pobj" and names_somebody(noun)), None
    )


def _cited(sentence: Sentence, verb: Token) -> Token | None:
    """The one who is quoted: "quoted X as saying", "X was quoted as saying"."""
    above = sentence.head(verb)
    if verb.dep != "pcomp" or above.lower != "as":
        return None
    quoting = sentence.head(above)
    wanted = {"nsubjpass"} if _passive(sentence, quoting) else {"dobj"}
    return next((t for t in sentence.children(quoting) if t.dep in wanted), None)


def _beside(sentence: Sentence, verb: Token) -> Token | None:
    """The noun right before a verb of saying that the tree gave to another word, as in text without commas."""
    perfect = verb.tag == "VBN" and any(t.lemma == "have" for t in sentence.children(verb) if t.dep == "aux")
    if verb.tag not in {"VBD", "VBZ", "VBP"} and not perfect:
        return None
    at = verb.i - 1
    while at >= 0 and sentence.tokens[at].pos in {"ADV", "AUX"}:
        at -= 1
    before = sentence.tokens[at] if at >= 0 else None
    if before is not None and before.text == ",":
        before = _described(sentence, at)
    while before is not None and before.dep == "pobj" and sentence.head(before).lower in _LOCAL:
        before = sentence.head(sentence.head(before))
    if before is None or not (names_somebody(before) or before.lower == "one"):
        return None
    return before if before.pos in {"NOUN", "PROPN", "NUM"} else None


def _described(sentence: Sentence, comma: int) -> Token | None:
    """The one before an apposition that ends at ``comma``: "Holt, the chief executive, told"."""
    first = next((t.i for t in reversed(sentence.tokens[max(0, comma - _LONGEST_NAME) : comma]) if t.text == ","), None)
    if not first:
        return None
    before, inside = sentence.tokens[first - 1], sentence.tokens[first + 1 : comma]
    if inside and inside[0].lower == "who":
        return before if before.pos in {"NOUN", "PROPN"} else None
    describes = any(t.lower in {"a", "an", "the"} for t in inside[:1]) or any(t.pos == "PROPN" for t in inside)
    nominal = all(t.pos in _NOMINAL for t in inside)
    return before if describes and nominal and names_somebody(before) else None


def _inverted(sentence: Sentence, verb: Token, group: str) -> Token | None:
    """ "..., informed the spokeswoman": a speaker whom the tree takes for the object."""
    if group not in {"find", "say"}:
        return None
    following = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 5] if t.pos not in _MODIFIERS), None)
    joined = verb.i > 0 and sentence.tokens[verb.i - 1].pos in {"CCONJ", "PRON", "ADV"}
    if verb.lower in {"said", "says"} and not joined and following is not None and following.pos in {"NOUN", "PROPN"}:
        while following.dep == "compound" and sentence.head(following).i > following.i:
            following = sentence.head(following)
        return following if names_somebody(following) else None
    below = sentence.children(verb)
    if any(t.dep == "nsubj" or (t.dep == "ccomp" and t.i > verb.i) for t in below):
        return None
    behind = [t for t in below if t.dep in {"dobj", "oprd"} and t.tag != "NNS" and verb.lemma != "tell"]
    perfect = any(t.dep == "aux" and t.lemma == "have" and t.lower != "having" for t in below)
    if group == "find" or perfect or any(t.dep == "ccomp" for t in below):
        behind = [t for t in behind if _closes(sentence, verb, t)]
    if perfect and behind and not any(t.dep == "cc" and t.i < verb.i for t in sentence.children(sentence.head(verb))):
        return behind[0]
    return next((t for t in behind if names_somebody(t) or (_may_speak(t) and _closes(sentence, verb, t))), None)


def _closes(sentence: Sentence, verb: Token, named: Token) -> bool:
    """Whether ``verb`` and the one ``named`` are a frame behind a comma, with nothing done beside it."""
    aux = {t.i for t in sentence.children(verb) if t.dep == "aux"}
    before = next((t for t in reversed(sentence.tokens[: verb.i]) if t.i not in aux), None)
    shared = any(
        t.dep == "conj" and t.pos == "VERB" and own_subject(sentence, t) is None for t in sentence.children(verb)
    )
    after = sentence.tokens[sentence.subtree(named)[-1].i + 1 :]
    ends = not after or after[0].pos == "PUNCT"
    return before is not None and before.text in {",", '"'} and ends and not shared


def _clause(sentence: Sentence, verb: Token, head: Token, source: Span) -> Span:
    start, end = min(verb.start, source.start), max(verb.end, source.end)
    if head.i > verb.i:
        start = min([start, *(t.start for t in sentence.children(verb) if t.dep == "aux" and t.i < verb.i)])
        end = max(end, sentence.subtree(head)[-1].end)
    elif sentence.head(head).i == verb.i:
        start = min(start, min(t.start for t in sentence.subtree(head) if t.i <= head.i))
    return Span(start, end)


def _keeps(sentence: Sentence, owner: Token) -> bool:
    """Whether ``owner`` can have a list of its own: "the list of the airline", not "a list of 12 guests"."""
    counted = owner.pos == "NUM" or any(t.pos == "NUM" for t in sentence.children(owner))
    return names_somebody(owner) and not counted


def noun_source(sentence: Sentence, noun: Token) -> Source | None:
    """The owner of a claim or report: "X's claim", "a report by X"."""
    below = sentence.children(noun)
    owner = next((t for t in below if t.dep == "poss"), None)
    counted = noun.lemma in words("speech", "figures", "reckonings")
    for by in below:
        if owner is None and by.dep == "prep" and by.lower in ({"by", "from", "of"} if counted else {"by", "from"}):
            owner = next((t for t in sentence.children(by) if t.dep == "pobj"), None)
            if owner is not None and by.lower == "of" and not _keeps(sentence, owner):
                owner = None
    if owner is None:
        return None
    source = span_of(whole_phrase(sentence, owner)) or Span(owner.start, owner.end)
    return Source((source,), owner, Span(min(source.start, noun.start), max(source.end, noun.end)))
