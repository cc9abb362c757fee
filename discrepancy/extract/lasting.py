"""How long a deed took, and whose deed it was: "the meeting lasted ten minutes", "it was caught after two hours"."""

from __future__ import annotations

from discrepancy.extract.arguments import Pronouns, arguments_of
from discrepancy.extract.clauses import find_clauses
from discrepancy.extract.context import Context
from discrepancy.extract.counted import Counted
from discrepancy.extract.voices import clause_speaker
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import words
from discrepancy.model import Participant

_REACH = 4


def deed_of(context: Context, sentence: Sentence, found: Counted) -> tuple[Participant, ...]:
    """What the clause tells of that the length of time is given for, and its parties; none where it is given otherwise.

    "Two hours after the blast" is no length of what happened then.
    """
    verb, length = found.verb, found.noun
    if verb is None or length is None or not _is_length(sentence, found):
        return ()
    clause = next((clause for clause in find_clauses(sentence) if clause.verb.i == verb.i), None)
    if clause is None or clause.open or clause.negation:
        return ()
    told = arguments_of(clause, Pronouns(context, clause_speaker(context, clause)))
    return tuple(who for who in told if who.noun != length.lemma)


def _is_length(sentence: Sentence, found: Counted) -> bool:
    after = sentence.lowers[found.end] if found.end < len(sentence.lowers) else ""
    if after in words("times", "lengths", "from"):
        return False
    at = found.first - 1
    while at > max(0, found.first - _REACH) and sentence.lowers[at] in words("times", "lengths", "loose"):
        at -= 1
    return at >= 0 and sentence.lowers[at] in words("times", "lengths", "before")
