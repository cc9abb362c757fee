"""Causes given in so many words, or ruled out: "turned back because of smoke", "the fire was caused by a candle"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from discrepancy.extract.arguments import Pronouns, arguments_of, party, with_particle
from discrepancy.extract.clauses import Clause, content_of, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import clause_claim, frame_of
from discrepancy.extract.people import people_group
from discrepancy.extract.voices import clause_speaker
from discrepancy.language.phrases import find_phrases
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Claim, Participant
from discrepancy.values.stance import Stance

AXIS = "stated"
_OWN = frozenset({"amod", "compound", "nmod"})
_PLURAL = frozenset({"NNS", "NNPS"})
_DEFINITE = frozenset({"det", "nummod", "poss"})
_NEAR = 5


@dataclass(frozen=True, slots=True)
class _Told:
    """A cause and what it brought about; ``effect`` is None where that is what the clause itself tells."""

    cause: Token
    effect: Token | None


def extract_causes(context: Context) -> Iterable[Claim]:
    """Each clause that names the cause of one happening, or says of one that it was not."""
    for sentence in context.sentences:
        if _signs().isdisjoint(sentence.words | sentence.lemmas):
            continue
        for clause in find_clauses(sentence):
            told = None if clause.negation not in {"", "not"} else next(_told(clause), None)
            if told is not None and _is_named(sentence, told.cause) and not _is_one_of_several(clause):
                claim = _claim(context, clause, told)
                if claim is not None:
                    yield claim


@cache
def _signs() -> frozenset[str]:
    """A word of each way to name a cause: the verb or noun, or of "on account of" and its like the longest."""
    named = (words("causes", name) for name in ("making", "coming", "laying", "dying", "nouns"))
    leading = {max(phrase.split(), key=len) for phrase in words("causes", "leading")}
    return frozenset(entry.split()[0] for entry in frozenset().union(*named)) | leading


def _told(clause: Clause) -> Iterator[_Told]:
    sentence, verb = clause.sentence, clause.verb
    below = sentence.children(verb)
    subject = subject_of(clause)
    objects = [t for t in below if t.dep == "dobj"]
    act = with_particle(sentence, verb)
    if act in words("causes", "making"):
        cause = sentence.doer(verb) if sentence.is_passive(verb) else subject
        effect = subject if sentence.is_passive(verb) else next(iter(objects), None)
        if cause is not None and effect is not None:
            yield _Told(cause, effect)
        return
    if verb.lemma in words("causes", "coming") and subject is not None and _is_known(sentence, subject):
        yield from (_Told(cause, subject) for cause in sentence.behind(verb, "from"))
    if act in words("causes", "laying"):
        effect = subject if sentence.is_passive(verb) else next(iter(objects), None)
        near = [*sentence.behind(verb, "on", "to"), *(t for o in objects for t in sentence.behind(o, "on", "to"))]
        yield from (_Told(cause, effect) for cause in near if effect is not None)
        what = [*sentence.behind(verb, "for"), *(t for o in objects for t in sentence.behind(o, "for"))]
        yield from (_Told(cause, effect) for cause in objects for effect in what)
        return
    if verb.lemma == "be" and subject is not None:
        yield from _is_cause(clause, subject)
    for cause in _led(sentence, verb):
        state = any(t.dep == "acomp" and t.lower in _states() for t in below)
        yield _Told(cause, subject if state else None)
    if verb.lemma in words("causes", "dying"):
        yield from (_Told(cause, None) for cause in sentence.behind(verb, "of") if cause.i - verb.i <= _NEAR)


def _is_known(sentence: Sentence, subject: Token) -> bool:
    """Whether a certain thing is meant: "the gas came from"; help comes from all sides, people from places."""
    return people_group(subject.lemma) is None and any(t.dep in _DEFINITE for t in sentence.children(subject))


def _is_cause(clause: Clause, subject: Token) -> Iterator[_Told]:
    """ "The cause of the fire was a candle", "a candle was the cause of the fire"."""
    sentence = clause.sentence
    other = next((t for t in sentence.children(clause.verb) if t.dep == "attr"), None)
    for noun, cause in ((subject, other), (other, subject)):
        if noun is not None and cause is not None and noun.lemma in words("causes", "nouns"):
            yield from (_Told(cause, effect) for effect in sentence.behind(noun, "of", "for", "behind"))


def _led(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Nouns that "because of" and its like lead to, on the verb or on "due" behind "was"."""
    leading = words("causes", "leading")
    if not find_phrases(sentence, leading):
        return
    for noun in sentence.tokens:
        first = sentence.subtree(noun)[0].i if noun.dep == "pobj" else 0
        led = next((n for n in (2, 3, 4) if " ".join(sentence.lowers[max(0, first - n) : first]) in leading), 0)
        if led:
            above = next((t for t in sentence.ancestors(noun) if t.pos in {"VERB", "AUX"}), None)
            if above is not None and above.i == verb.i:
                yield noun


@cache
def _states() -> frozenset[str]:
    """The words behind "was" that lead to a cause: "due" of "due to"."""
    return frozenset(phrase.split()[0] for phrase in words("causes", "leading"))


def _is_named(sentence: Sentence, cause: Token) -> bool:
    """Whether the words say what the cause was; who is to blame is another question."""
    if cause.pos != "NOUN" or people_group(cause.lemma) or cause.lemma in words("causes", "unnamed"):
        return False
    return not any(t.dep in {"conj", "neg"} for t in sentence.children(cause))


def _is_one_of_several(clause: Clause) -> bool:
    return not clause.words.isdisjoint(words("causes", "several"))


def _claim(context: Context, clause: Clause, told: _Told) -> Claim | None:
    sentence = clause.sentence
    speaker = clause_speaker(context, clause)
    pronouns = Pronouns(context, speaker)
    people: tuple[Participant, ...]
    if told.effect is None:
        head = subject_of(clause)
        acts = arguments_of(clause, pronouns)
        people = tuple(who for who in acts if not who.words & {told.cause.lemma})
    else:
        head = told.effect
        people = (party(sentence, "act", head, pronouns),)
    if head is None or _is_any(sentence, head):
        return None
    cause = told.cause
    own = [t for t in sentence.subtree(cause) if t.i == cause.i or t.dep in _OWN]
    named = [t for t in sentence.subtree(cause) if t.dep not in {"relcl", "acl", "appos"}]
    nouns = frozenset(t.lemma for t in named if t.pos in {"NOUN", "PROPN"}) - {head.lemma}
    cues = {"stance", "proof:stated", "cause", "effect:noun" if told.effect is not None else "effect:verb"}
    if clause.is_background:
        cues.add("background")
    if clause.negation:
        cues.add(clause.negation)
    frame = frame_of(context, clause, content=clause.content, cues=frozenset(cues))
    given = Participant("cause", cause.lemma, words=nouns | content_of(own))
    frame = replace(frame, participants=(*people, given))
    said = " ".join(t.lower for t in own)
    return clause_claim(context, clause, frame, "cause", AXIS, Stance(AXIS, f"not {said}" if clause.negation else said))


def _is_any(sentence: Sentence, head: Token) -> bool:
    """Whether the happening is one of many, or nobody's: "flights were cancelled", "accidents are caused by"."""
    return head.tag in _PLURAL and not any(t.dep in _DEFINITE for t in sentence.children(head))
