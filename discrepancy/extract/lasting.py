"""How long a deed took, and whose deed it was: "the meeting lasted ten minutes", "it was caught after two hours"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from discrepancy.extract.arguments import Pronouns, arguments_of, party, with_particle
from discrepancy.extract.clauses import find_clauses
from discrepancy.extract.context import Context
from discrepancy.extract.counted import Counted
from discrepancy.extract.people import people_group
from discrepancy.extract.voices import clause_speaker
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Participant

_REACH = 4


def deed_of(context: Context, sentence: Sentence, found: Counted) -> tuple[Participant, ...]:
    """What the clause tells of that the length of time is given for, and its parties; none where it is given otherwise.

    "Two hours after the blast" is no length of what happened then.
    """
    verb, length = found.verb, found.noun
    if verb is None or length is None:
        return ()
    if verb.lemma == "take":
        return tuple(_taken(sentence, verb))
    if not _is_length(sentence, found):
        return ()
    clause = next((clause for clause in find_clauses(sentence) if clause.verb.i == verb.i), None)
    if clause is None or clause.open or clause.negation:
        return ()
    told = arguments_of(clause, Pronouns(context, clause_speaker(context, clause)))
    return tuple(who for who in told if who.noun != length.lemma)


def _taken(sentence: Sentence, take: Token) -> Iterator[Participant]:
    """ "It took the crew two hours to free the dog", "the crew took two hours to free it"."""
    below = sentence.children(take)
    done = next((t for t in below if t.pos == "VERB" and any(a.lower == "to" for a in sentence.children(t))), None)
    if done is None:
        return
    act, said = with_particle(sentence, done), done.lemma
    if said in words("acts", "light", "verbs"):  # "bring it under control"
        act = said = next((t.lemma for t in sentence.subtree(done) if t.dep == "pobj"), act)
    yield Participant("act", act, words=frozenset({said, act}))
    people = (t for t in below if t.dep in {"nsubj", "dobj", "dative"} and people_group(t.lemma))
    yield from (party(sentence, "doer", doer) for doer in islice(people, 1))
    things = (t for t in sentence.children(done) if t.dep == "dobj")
    yield from (party(sentence, "undergoer", thing) for thing in islice(things, 1))


def _is_length(sentence: Sentence, found: Counted) -> bool:
    after = sentence.lowers[found.end] if found.end < len(sentence.lowers) else ""
    if after in words("times", "lengths", "from"):
        return False
    at = found.first - 1
    while at > max(0, found.first - _REACH) and sentence.lowers[at] in words("times", "lengths", "loose"):
        at -= 1
    return at >= 0 and sentence.lowers[at] in words("times", "lengths", "before")
