"""What speaks for and against a statement and a negation being about the same thing, as named features."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from discrepancy.lexicon import words
from discrepancy.match.propositions import HARM
from discrepancy.match.topics import apart, concepts, own_words, proper_words, shared
from discrepancy.model import Claim

_JOINERS = ("who ", "which ", "that ", "whose ", "where ", "when ", "as ", "after ", "if ")
_NEAR = {0: "same-sentence", 1: "next-sentence", 2: "two-apart", 3: "three-apart"}
FAR = 4
MOST = 3.0
LIKE = 0.6
LEAD = 3
STEM = 5


def negation_features(yes: Claim, no: Claim, telling: Mapping[str, float]) -> dict[str, float]:
    """Features of a pair; ``telling`` says how rare each concept is among the articles at hand."""
    found = {**_place(yes, no), **_voices(yes, no), **_topic(yes, no, telling), **_act(yes, no), **_manner(yes, no)}
    return {name: round(float(value), 3) for name, value in found.items() if value}


def _overlap(left: Iterable[str], right: Iterable[str], telling: Mapping[str, float]) -> tuple[float, float]:
    """How telling the words of ``left`` are that ``right`` has too: the very words, and words of like meaning."""
    there = frozenset(right)
    known = concepts(there)
    same = alike = 0.0
    for word in set(left):
        if word in there:
            same += telling.get(word, 1.0)
        else:
            alike += max((telling.get(c, 1.0) for c in concepts((word,)) & known), default=0.0)
    return same, alike


def _weight(lemmas: Iterable[str], telling: Mapping[str, float]) -> float:
    return sum(telling.get(word, 1.0) for word in lemmas)


def _place(yes: Claim, no: Claim) -> dict[str, float]:
    gap = apart(yes, no)
    if yes.document != no.document:
        return {"across": 1}
    found = {_NEAR.get(abs(gap), "far-apart"): 1.0}
    if gap < 0:
        found["negation-first"] = 1
    return found


def _voices(yes: Claim, no: Claim) -> dict[str, float]:
    one, other = yes.frame.speaker, no.frame.speaker
    where = "across" if yes.document != no.document else "near" if abs(apart(yes, no)) < FAR else "far"
    if one is not None and other is not None:
        return {f"{where}-two-speakers": 1}
    if one is None and other is None:
        return {f"{where}-no-speaker": 1}
    return {f"{where}-negation-said" if other is not None else f"{where}-statement-said": 1}


def _topic(yes: Claim, no: Claim, telling: Mapping[str, float]) -> dict[str, float]:
    same, alike = _overlap(no.frame.clause, yes.frame.clause, telling)
    wide, loose = _overlap(no.frame.clause, yes.frame.content, telling)
    denied = _weight(no.frame.clause, telling) or 1.0
    stated = _weight(yes.frame.clause, telling) or 1.0
    common = shared(yes.frame.clause, no.frame.clause)
    names = proper_words(no) - proper_words(yes) - yes.frame.clause
    return {
        "same-words": min(MOST, same),
        "like-words": min(MOST, alike),
        "several-words": min(4, max(0, len(common) - 1)),
        "covered": (same + LIKE * alike) / denied,
        "covered-by-sentence": (wide + LIKE * loose - same - LIKE * alike) / denied,
        "covers": min(1.0, (same + LIKE * alike) / stated),
        "other-names": bool(names),
        "same-names": bool(yes.frame.names & no.frame.names),
        "no-names": not yes.frame.names & no.frame.names and bool(yes.frame.names) and bool(no.frame.names),
        "short-negation": len(no.frame.clause) <= 1,
        "only-harm": bool(common) and all(concepts((word,)) & HARM for word in common),
    }


def _act(yes: Claim, no: Claim) -> dict[str, float]:
    act, said = no.frame.predicate or "", yes.frame.predicate or ""
    focus = no.frame.cued("focus")
    counted = yes.frame.cued("counted")
    parties = {p.noun for p in yes.frame.participants if p.role in {"subject", "object"}} | {said}
    every = yes.frame.clause | parties
    light = act in words("acts", "light", "general") and not _has_particle(no)
    found: dict[str, float] = {
        "light-act": light,
        "quality": light and not focus,
        "counted": bool(shared(focus, counted)),
        "same-subject": bool(shared(_words(yes, "subject"), _words(no, "subject"))),
        "same-object": bool(shared(_words(yes, "object"), _words(no, "object"))),
    }
    if not light:
        found[_match("act", [act], {said}, every)] = 1
    met = bool(shared([*focus, *([] if light else [act])], every))
    found["nothing-met"] = not met
    if focus:
        found[_match("none-of", focus, parties, every)] = 1
        found["act-and-focus"] = not light and bool(shared(focus, every)) and bool(shared([act], every))
    return found


def _has_particle(claim: Claim) -> bool:
    """Whether a particle makes another verb of it: "held up" is not "held"."""
    return any(p.role == "act" and p.noun.startswith(f"{claim.frame.predicate} ") for p in claim.frame.participants)


def _match(what: str, words_of: Sequence[str], first: Iterable[str], every: Iterable[str]) -> str:
    """How the statement answers to the words: in its head, in the rest of it, in other words, or not at all."""
    if set(words_of) & set(first):
        return f"{what}-same-head"
    if shared(words_of, first):
        return f"{what}-like-head"
    if set(words_of) & set(every):
        return f"{what}-same-word"
    return f"{what}-like-word" if shared(words_of, every) else f"{what}-other"


def _words(claim: Claim, role: str) -> frozenset[str]:
    return frozenset(word for p in claim.frame.participants if p.role == role for word in p.words)


def _manner(yes: Claim, no: Claim) -> dict[str, float]:
    return {
        "flat-negation": "flat" in no.frame.cues,
        "denied": "denied" in no.frame.cues,
        "none": "none" in no.frame.cues,
        "all-against-none": "all" in yes.frame.cues and "none" in no.frame.cues,
        "present-negation": "present" in no.frame.cues,
        "present-statement": "present" in yes.frame.cues,
        "no-subject-negation": "no-subject" in no.frame.cues,
        "no-subject-statement": "no-subject" in yes.frame.cues,
        "part-statement": "limited" in yes.frame.cues,
        "other-time": "background" in yes.frame.cues,
        "other-time-negation": "background" in no.frame.cues,
        "aside": " ".join(own_words(yes)).lower().startswith(_JOINERS),
        "quoted-negation": no.frame.direct,
        "quoted-statement": yes.frame.direct,
        "other-tense": not yes.frame.cues & no.frame.cues & {"past", "present", "to-come"},
        "statement-to-come": "to-come" in yes.frame.cues,
        "gainsays": "gainsays" in (no if apart(yes, no) > 0 else yes).frame.cues,
        "lead-statement": yes.frame.sentence < LEAD,
        "one-camp": _one_camp(yes, no),
        "said-be": yes.frame.predicate in {"be", "have"},
    }


def _one_camp(yes: Claim, no: Claim) -> bool:
    """Whether the speakers' names share a stem: "Russia" and "the Russian ministry"."""
    stems = [{word[:STEM] for word in _capital(claim) if len(word) >= STEM} for claim in (yes, no)]
    return bool(stems[0] & stems[1])


def _capital(claim: Claim) -> list[str]:
    speaker = claim.frame.speaker
    return [] if speaker is None else [word.lower() for word in speaker.name.split() if word[:1].isupper()]
