"""States that shut each other out: the exit was locked, or it stood open; the driver was conscious, or he was not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from discrepancy.extract.arguments import Pronouns, arguments_of, party
from discrepancy.extract.clauses import Clause, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import clause_claim, frame_of
from discrepancy.extract.voices import caller_of
from discrepancy.language.tokens import Token
from discrepancy.lexicon import table, words
from discrepancy.model import Claim
from discrepancy.values.stance import Stance

_TOLD = frozenset({"acomp", "advmod", "attr", "oprd"})


@cache
def _sides() -> dict[str, tuple[str, str, str]]:
    """State -> its axis, the side it takes, and the side that "not" makes of it."""
    found: dict[str, tuple[str, str, str]] = {}
    for group in ("either", "apart"):
        for axis, sides in table("states")[group].items():
            for own in sides:
                other = next(side for side in sides if side is not own)
                turned = other[0] if group == "either" else f"not {own[0]}"
                found |= dict.fromkeys(own, (f"state:{axis}", own[0], turned))
    return found


def extract_states(context: Context) -> Iterable[Claim]:
    """Each clause that says in which of two exclusive states somebody or something was."""
    for sentence in context.sentences:
        if _sides().keys().isdisjoint(sentence.words):
            continue
        for clause in find_clauses(sentence):
            told = _told(clause)
            if told is not None and not clause.open:
                yield _claim(context, clause, told)


def _told(clause: Clause) -> Token | None:
    """The state that the clause gives to its subject or object: "was locked", "stood open", "called it illegal"."""
    sentence, verb = clause.sentence, clause.verb
    below = sentence.children(verb)
    if any(t.dep == "auxpass" for t in below) and verb.lower in _sides():
        return None if _in_part(clause, verb) else verb
    if verb.lemma not in words("acts", "states", "verbs") and verb.lemma not in words("acts", "states", "rulings"):
        return None
    behind = [t for t in clause.tokens if t.i > verb.i and sentence.head(t).i == verb.i and t.lower in _sides()]
    told = [t for t in behind if (t.dep in _TOLD or t.i == verb.i + 1) and not _in_part(clause, t)]
    return told[0] if len(told) == 1 else None


def _in_part(clause: Clause, told: Token) -> bool:
    return any(t.lower in words("states", "partly", "words") and t.dep != "neg" for t in clause.sentence.children(told))


def _party(clause: Clause, told: Token) -> Token | None:
    """Whose state it is: the object of "a judge called the strike illegal", else the subject."""
    ruled = clause.verb.lemma in words("acts", "states", "rulings") and told is not clause.verb
    objects = [t for t in clause.sentence.children(clause.verb) if t.dep == "dobj"]
    return objects[0] if ruled and objects else subject_of(clause)


def _claim(context: Context, clause: Clause, told: Token) -> Claim:
    axis, side, turned = _sides()[told.lower]
    denied = bool(clause.negation) or any(t.dep == "neg" for t in clause.sentence.children(told))
    cues = {"stance", "proof:party"} | ({clause.negation} if clause.negation else set())
    cues.add(f"told:not {told.lower}" if denied else f"told:{told.lower}")
    if clause.is_background:
        cues.add("background")
    whose = _party(clause, told)
    frame = frame_of(context, clause, content=clause.content, cues=frozenset(cues), voice=caller_of)
    pronouns = Pronouns(context, frame.speaker)
    people = () if whose is None else (party(clause.sentence, "party", whose, pronouns),)
    links = tuple(p for p in arguments_of(clause, pronouns) if ":" in p.role)
    frame = replace(frame, participants=(*people, *links))
    return clause_claim(context, clause, frame, "polarity", axis, Stance(axis, turned if denied else side))
