"""Who owns a thing and who was at its controls: posts that one party holds at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from discrepancy.extract.clauses import Clause, content_of, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import frame_of, make_claim
from discrepancy.extract.happenings import NOUNS
from discrepancy.extract.voices import caller_of
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Claim, Participant

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
Held = tuple[str, Token, Token | None]


def extract_holders(context: Context) -> Iterable[Claim]:
    """Owners ("the mine belongs to ...") and those at the controls ("the mate was at the helm")."""
    for sentence in context.sentences:
        for clause in find_clauses(sentence):
            said = () if clause.open else _held(clause)
            for post, holder, thing in (*said, *_beside(clause)):
                if holder.pos in NOUNS and (not clause.negation or holder.dep in {"appos", "conj"}):
                    yield _claim(context, clause, post, holder, thing)


def _held(clause: Clause) -> Iterator[Held]:
    sentence, verb = clause.sentence, clause.verb
    subject = subject_of(clause)
    if verb.lemma == "belong":
        yield from (("owner", t, subject) for t in sentence.behind(verb, "to"))
    elif verb.lemma == "own":
        things = [t for t in sentence.children(verb) if t.dep in {"dobj", "nsubjpass"}]
        holder = sentence.doer(verb) or (subject if things and things[0].dep == "dobj" else None)
        if holder is not None and things:
            yield "owner", holder, things[0]
    elif verb.lemma == "sell":
        things = [t for t in sentence.children(verb) if t.dep in {"dobj", "nsubjpass"}]
        if not any(t.dep == "nummod" for thing in things for t in sentence.children(thing)):  # "sold 200 rolls"
            yield from (("owner", t, things[0] if things else None) for t in sentence.behind(verb, "to"))
    if verb.lemma in words("roles", "holders", "at"):
        yield from _at_controls(clause, subject)
    if verb.lemma == "be":
        yield from _is_holder(clause, subject)


def _at_controls(clause: Clause, subject: Token | None) -> Iterator[Held]:
    """ "The mate was at the helm", "at the helm sat not the mate but the cook"."""
    sentence = clause.sentence
    for place in (t for t in clause.tokens if t.dep == "pobj" and t.lemma in words("roles", "holders", "controls")):
        if sentence.head(place).lower not in {"at", "behind"}:
            continue
        behind = [t for t in sentence.children(clause.verb) if t.dep in {"dobj", "attr"} and t.i > clause.verb.i]
        holder = subject if subject is not None else next(iter(behind), None)
        if holder is not None and clause.negation:
            holder = next((t for t in sentence.children(holder) if t.dep == "conj"), None)
        if holder is not None:
            yield "steering", holder, next(iter(sentence.behind(place, "of")), None)


def _is_holder(clause: Clause, subject: Token | None) -> Iterator[Held]:
    """ "The buyer was a museum", "the mine is the property of a bank", "the mate was the pilot flying"."""
    sentence = clause.sentence
    told = next((t for t in sentence.children(clause.verb) if t.dep == "attr"), None)
    if subject is None or told is None:
        return
    for post, other in ((subject, told), (told, subject)):
        if post.lemma in words("roles", "holders", "owners"):
            yield "owner", other, _of(sentence, post)
        elif post.lemma in words("roles", "holders", "drivers") and _of(sentence, post) is not None:
            yield "steering", other, _of(sentence, post)
    if told.lower == "flying" and any(t.lemma == "pilot" for t in sentence.children(told)):
        yield "steering", subject, None
    if told.lemma == "property":
        yield from (("owner", t, subject) for t in sentence.behind(told, "of"))


def _beside(clause: Clause) -> Iterator[Held]:
    """ "The steersman of the boat, a dentist", "the owner, Ole Dahl"."""
    sentence = clause.sentence
    for post in clause.tokens:
        beside = [t for t in sentence.children(post) if t.dep == "appos" and t.pos in NOUNS]
        if not beside:
            continue
        thing = _of(sentence, post)
        if post.lemma in words("roles", "holders", "owners"):
            speaks = post.head == clause.verb.i and clause.verb.lemma in words("acts", "speech", "verbs")
            if thing is not None or not speaks:  # of what somebody who speaks is the owner is anybody's guess
                yield "owner", beside[0], thing
        elif thing is not None and post.lemma in words("roles", "holders", "drivers"):
            yield "steering", beside[0], thing  # without its boat a driver is any driver


def _of(sentence: Sentence, post: Token) -> Token | None:
    owned = [t for t in sentence.children(post) if t.dep in {"poss", "compound"} and t.pos in NOUNS]
    return next(iter([*sentence.behind(post, "of"), *owned]), None)


def _claim(context: Context, clause: Clause, post: str, holder: Token, thing: Token | None) -> Claim:
    sentence = clause.sentence
    phrase = [t for t in sentence.subtree(holder) if t.dep not in {"relcl", "acl", "appos"}]
    people = [Participant("holder", holder.lemma, words=content_of(phrase) | {holder.lemma})]
    if thing is not None and thing.pos in NOUNS and thing.dep not in {"poss"}:
        people.append(Participant("object", thing.lemma, words=frozenset({thing.lemma})))
    frame = frame_of(context, clause, participants=tuple(people), cues=frozenset({"holder"}), voice=caller_of)
    shown = " ".join(t.text for t in phrase)[:60]
    return make_claim(context, frame, "actor", post, shown, clause.tokens)
