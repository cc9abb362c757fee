"""The question that a conflict is about, in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from discrepancy.judge.happened import asked_event, event_answer, event_question
from discrepancy.judge.nouns import counted, named, said, thing
from discrepancy.lexicon import table
from discrepancy.model import Claim
from discrepancy.values.quantity import Quantity
from discrepancy.values.stance import Stance

SOMEBODY = "he or she"
FALLBACK = "What was the figure?"
LONGEST_QUOTED = 120
LOOSE = frozenset({"casualties", "hit"})
_NOT = "not "
JOINTS = frozenset({"and", "but", "or", "that", "while"})


def question(kind: str, claims: Sequence[Claim]) -> str:
    """The question of a conflict of ``kind`` between ``claims``."""
    if kind == "number":
        return number_question(claims)
    if kind == "polarity" and (harm := asked_harm(claims)) is not None:
        nones = [claim for claim in claims if isinstance(claim.value, Stance)]
        who = counted([claim for claim in claims if any(_names(none, claim) for none in nones)])
        return str(table("questions")["unharmed"][harm]).format(noun=said(who) if who is not None else "people")
    happened = asked_event(claims)
    if happened is not None:
        return event_question(happened)
    effect = _effect(claims)
    if effect is not None:
        return f"What caused the {effect}?"
    axes = {claim.value.axis for claim in claims if isinstance(claim.value, Stance)}
    asked = next(
        (table("axes")[axis]["question"] for axis in sorted(axes) if "question" in table("axes").get(axis, {})), None
    )
    if asked is not None:
        return str(asked)
    state = next((axis for axis in sorted(axes) if axis.startswith("state:")), None)
    if state is not None:
        return _either(claims)
    if kind == "polarity" and (quoted := _quoted(claims)):
        return quoted
    if kind == "quote" and claims and not any("quote" in claim.frame.cues for claim in claims):
        name = next((claim.frame.speaker.name for claim in claims if claim.frame.speaker is not None), None)
        return f"What did {name} say?" if name else str(table("questions")["kinds"]["polarity"])
    return str(table("questions")["kinds"][kind])


def _names(none: Claim, toll: Claim) -> bool:
    """Whether the statement that nobody came to harm names those whom the toll counts."""
    return any(who.role == "counted" and who.noun in none.frame.clause for who in toll.frame.participants)


def _effect(claims: Sequence[Claim]) -> str | None:
    """The happening whose cause is given, where all claims call it by one noun."""
    told = [claim for claim in claims if "effect:noun" in claim.frame.cues]
    nouns = {who.noun for claim in told for who in claim.frame.participants if who.role == "act"}
    return nouns.pop() if told and len(told) == len(claims) and len(nouns) == 1 else None


def _either(claims: Sequence[Claim]) -> str:
    """ "Was the exit open or locked?", "Was it closed?": the thing is named only where all name it alike."""
    sides = {claim.value.side: _state(claim) for claim in reversed(claims) if isinstance(claim.value, Stance)}
    told = sorted(set(sides.values()))
    told = [word for word in told if word.removeprefix(_NOT) not in told or not word.startswith(_NOT)]
    heads = {who.noun for claim in claims for who in claim.frame.participants if who.role == "party"}
    what = f"the {heads.pop()}" if len(heads) == 1 else "it"
    return f"Was {what} {' or '.join(told)}?"


def _state(claim: Claim) -> str:
    """The state that a claim tells of, in its own word: "closed", "not closed"."""
    side = claim.value.side if isinstance(claim.value, Stance) else ""
    return next(iter(claim.frame.cued("told")), side)


def _quoted(claims: Sequence[Claim]) -> str | None:
    """The question in the words of the side that asserts, else of the one that charges."""
    stated = next((claim for claim in claims if not isinstance(claim.value, Stance)), None)
    charge = next((claim for claim in claims if isinstance(claim.value, Stance) and claim.value.side == "yes"), None)
    for claim, form in ((stated, "Is it so that"), (charge, "Is it true, as said here:")):
        if claim is not None:
            return f"{form} \u201c{_trimmed(claim.evidence.text)}\u201d?"
    return None


def _trimmed(text: str) -> str:
    """The words of a quote without the conjunctions at its ends, cut between words where it is long."""
    words = text.split()
    while len(words) > 1 and words[0].lower() in JOINTS:
        words.pop(0)
    while len(words) > 1 and words[-1].lower().strip(",;") in JOINTS:
        words.pop()
    whole = " ".join(words).rstrip(",;:")
    return whole if len(whole) <= LONGEST_QUOTED else whole[:LONGEST_QUOTED].rpartition(" ")[0] + " \u2026"


def asked_harm(claims: Sequence[Claim]) -> str | None:
    """The harm that the question about ``claims`` asks for; a loose one only where they tell of no other."""
    told = {claim.attribute for claim in claims} & table("questions")["harm"].keys()
    return min(told, key=lambda name: (name in LOOSE, name), default=None)


def answer(claim: Claim, asked: str | None, happened: Claim | None = None) -> str:
    """The answer of ``claim`` in a word or two: the side taken, or the figure as written.

    ``happened`` names the event of a question that asks whether it happened.
    A figure for another harm than the one ``asked`` for says so: "70 hit" beside "62" killed.
    """
    if isinstance(claim.value, Stance):
        return event_answer(claim, happened) or _state(claim)
    if asked is None or claim.attribute == asked:
        return claim.shown
    return f"{claim.shown} {table('questions')['told'].get(claim.attribute, '')}".rstrip()


def number_question(claims: Sequence[Claim]) -> str:
    """The question that the figures of ``claims`` answer."""
    harm = asked_harm(claims)
    who = counted([claim for claim in claims if harm is None or claim.attribute in table("questions")["harm"]])
    people = said(who) if who is not None else "people"
    if harm:
        return str(table("questions")["harm"][harm]).format(noun=people)
    form = next((one["question"] for one in table("questions")["numbers"] if _holds(one, claims)), FALLBACK)
    about = thing(claims)
    return str(form).format(
        noun=people,
        one=who.noun if who is not None else "one",
        it=f"the {about}" if about else "it",
        who=named(claims) or (f"the {who.noun}" if who is not None and who.group is not None else SOMEBODY),
    )


def _holds(entry: dict[str, Any], claims: Sequence[Claim]) -> bool:
    """Whether an entry of the lexicon asks for what ``claims`` answer."""
    if entry["attribute"] != min(claim.attribute for claim in claims):
        return False
    if "dimension" in entry and any(dimension(claim) != entry["dimension"] for claim in claims):
        return False
    if entry.get("noun") and counted(claims) is None:
        return False
    if "asked" in entry and not any(claim.frame.asked & set(entry["asked"]) for claim in claims):
        return False
    return set(entry.get("topics", ())) <= _shared_topics(claims)


def _shared_topics(claims: Sequence[Claim]) -> frozenset[str]:
    """Topics of all claims that have any: a bare figure ("it was 80") leaves the topic to the others."""
    topics = [claim.frame.topics for claim in claims if claim.frame.topics]
    return frozenset.intersection(*topics) if topics else frozenset()


def dimension(claim: Claim) -> str | None:
    """What the unit of a figure measures ("speed"), None without a unit of measure."""
    unit = claim.value.unit if isinstance(claim.value, Quantity) else None
    return _dimensions().get(unit or "")


@cache
def _dimensions() -> dict[str, str]:
    return {unit: name for name, units in table("questions")["dimensions"].items() for unit in units}
