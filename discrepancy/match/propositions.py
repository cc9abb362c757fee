"""Do a statement and a negation speak of one act of the same parties?

The learned weights know denials that are worded in other ways than what they deny. That "the crane was overloaded"
answers "denied that the crane had been overloaded" is no matter of weights: act and parties are the same. Such plain
pairs are too rare among the annotated events to be learned from, so what speaks for them is said here by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from discrepancy.lexicon import words
from discrepancy.match.deeds import SIDES, act_standing, filling, in_role, link_standings, other_matter, party_standings
from discrepancy.match.participants import OF, is_nobody, two_of_a_kind
from discrepancy.match.topics import concepts, own_words, same_speaker
from discrepancy.model import Claim, Reason

HARM = frozenset({"=dead", "=harm", "=murder"})
ACT = {"same": ("the same act", 0.9), "like": ("the act in another word", 0.2)}
PARTY = {
    "doer": ("the same doer", 0.4),
    "undergoer": ("the same one whom it befalls", 0.4),
    "deed": ("the negation says that there was none at all", 0.2),
    "speaker": ("the same speaker, in two articles", 0.2),
    "pronoun": ("the same pronoun, and the same thing or plan that it is about", 0.2),
}
REST = -0.3
_ANYBODY = frozenset({"anybody", "anyone", "anything", "nobody", "nothing"})
_POINTED = frozenset({"her", "him", "it", "me", "them", "us"})
_THIRD = frozenset({"he", "it", "she", "they"})


def one_proposition(yes: Claim, no: Claim) -> tuple[Reason, ...]:
    """What makes the statement say what the negation denies, empty where act or parties are others."""
    act = act_standing(yes, no)
    parties = party_standings(yes, no)
    met = [role for role in SIDES if parties[role] == "same"]
    made = _made(no)
    if made and not in_role(yes, "undergoer"):
        parties["undergoer"] = "open"  # who fired is not compared with the shot
    none_at_all = act == "same" and _none_at_all(yes, no, made)
    if not met and act == "same":
        anybody = all(p.noun in _ANYBODY | made or is_nobody(p) for p in in_role(no, *SIDES, "party"))
        met = ["deed"] if none_at_all and anybody else _same_pronoun(yes, no)
        met = met or _told_twice(yes, no)
    if not act or not met or "other" in parties.values() or other_matter(yes, no) or _bounded(no):
        return ()
    sole = bool(in_role(yes, "party") or in_role(no, "party"))
    meant = all(p.group == "open" for role in met for claim in (yes, no) for p in filling(claim, role))
    known = ("undergoer" in met and not (sole and meant)) or _to_anybody(yes, no, met)
    if act == "like" and all(is_nobody(p) for role in met for p in filling(no, role)):
        return ()
    mental = {yes.frame.predicate, no.frame.predicate} & words("acts", "mental", "verbs")
    if (mental and (act == "like" or not (known or none_at_all))) or (act == "like" and not known):
        return ()
    told = [("one-act", *ACT[act]), *((f"one-{role}", *PARTY[role]) for role in (met[:1] if sole else met))]
    return tuple(Reason(*one) for one in (*told, *against(yes, no)))


def another_matter(yes: Claim, no: Claim) -> bool:
    """Whether both name one act, but another doer, or something else that it is about; names may stand for anybody."""
    if act_standing(yes, no) != "same":
        return False
    doers = filling(yes, "doer"), filling(no, "doer")
    named = any(p.group == "name" for side in doers for p in side)
    apart = any(two_of_a_kind(a, b) for a in doers[0] for b in doers[1])
    return other_matter(yes, no) or apart or (not named and "other" in party_standings(yes, no)["doer"])


def against(yes: Claim, no: Claim) -> Iterator[tuple[str, str, float]]:
    """What makes one matter of both doubtful."""
    rest = _unanswered(yes, no)
    if rest:
        names = rest & {p.noun for p in no.frame.participants if ":" in p.role and p.group == "name"}
        yield "rest", "the negation also names " + ", ".join(sorted(rest)), REST * (len(rest) + 2 * len(names))
    if yes.frame.speaker is None and no.frame.speaker is None:
        yield "voices", "both in the outlets' own voice", -0.2
    if "present" in no.frame.cues and "past" in yes.frame.cues:
        yield "tense", "one speaks of what is, the other of what was", -0.6
    if "background" in yes.frame.cues or ("background" in no.frame.cues and not in_role(no, "with:since")):
        yield "background", "one side speaks of another time", -0.8
    if in_role(yes, "with:after") and not in_role(no, "with:after"):
        yield "later", "the statement is about what came later", -1.2
    to_come = {"to-come"} - (yes.frame.cues & no.frame.cues)
    if yes.frame.cues & ({"limited"} | to_come) or no.frame.cues & to_come:
        yield "open", "one side holds for a part or is still to come", -0.8


def _none_at_all(yes: Claim, no: Claim, made: frozenset[str]) -> bool:
    """Whether the negation says that there was no such deed or thing, and limits it by nothing that the other lacks.

    "No agreement was reached"; "there were no bars on the windows", where the other speaks of windows too; "nobody
    stormed anything".
    """
    if any(map(is_nobody, in_role(no, "doer"))) and any(p.noun in _ANYBODY for p in in_role(no, "undergoer")):
        return True
    deeds = {p.noun for p in in_role(no, "act")}.intersection(no.frame.cued("focus")) | made
    limits = [p for p in no.frame.participants if ":" in p.role]
    met = link_standings(yes, no).count("same") == len(limits)
    return bool(deeds) and met and all(p.noun in made for p in in_role(no, "undergoer"))


def _made(no: Claim) -> frozenset[str]:
    """What there is only by the act that the negation names: the shot that is fired, the word that is spoken."""
    made = words("acts", "deeds", "made")
    acts = [p.noun for p in in_role(no, "act")]
    return frozenset(noun for noun in no.frame.cued("focus") if any(f"{noun} {act}" in made for act in acts))


def _same_pronoun(yes: Claim, no: Claim) -> list[str]:
    """Whether "she" took part in the decision, and "she" took no part in it: one thing that both are about.

    Or one plan: "she would appeal", "she will not appeal".
    """
    plan = "announced" in yes.frame.cues & no.frame.cues
    who = [{p.noun for p in in_role(claim, "party", "doer")} & _THIRD for claim in (yes, no)]
    return ["pronoun"] if who[0] & who[1] and (plan or "same" in link_standings(yes, no)) else []


def _told_twice(yes: Claim, no: Claim) -> list[str]:
    """Whether two articles have it from one and the same person, who announces and rules out the same deed."""
    announced = "announced" in yes.frame.cues & no.frame.cues
    named = yes.frame.speaker is not None and not yes.frame.speaker.generic
    twice = yes.document != no.document and named and same_speaker(yes, no)
    return ["speaker"] if announced and twice else []


def _to_anybody(yes: Claim, no: Claim, met: list[str]) -> bool:
    """Whether one and the same doer did it to nobody: "he rang her", "he did not telephone anybody"."""
    doer = "doer" in met and all(p.group != "open" for claim in (yes, no) for p in in_role(claim, "doer"))
    anybody = any(p.noun in _ANYBODY for p in in_role(no, "undergoer"))
    return doer and anybody and bool(in_role(yes, "undergoer"))


def _bounded(no: Claim) -> bool:
    """Whether the negation holds for a place it points to ("there"), or says that nobody was hurt: that is counted."""
    harm = concepts(p.noun for p in in_role(no, "act")) & HARM
    nobody = harm and any(is_nobody(p) for p in no.frame.participants)
    return bool(nobody) or points_somewhere(no)


def points_somewhere(no: Claim) -> bool:
    """Whether the negation holds for a place that it only points to: "there were no civilians there"."""
    near = {f"with:{word}" for word in words("acts", "nearby", "words")}
    us = any(p.role in near and p.noun in _POINTED for p in no.frame.participants)
    told = [word.lower().strip(".,") for word in own_words(no)]
    there = any(a == "there" and b not in words("acts", "existing", "words") for a, b in pairwise([*told[1:], ""]))
    that = any(a in {"that", "this"} and b in words("acts", "nearby", "places") for a, b in pairwise(told))
    return us or there or that or "here" in told[1:]


def since_then(yes: Claim, no: Claim) -> bool:
    """Whether the statement names a day after the one since which the act was not done: "not inspected since April"."""
    stated, since = yes.frame.occasion, no.frame.occasion
    told = bool(in_role(no, "with:since")) and stated.own_day and since.own_day
    return told and all(a.start >= b.end for a in stated.days for b in since.days)


def _unanswered(yes: Claim, no: Claim) -> frozenset[str]:
    """What the negation names beside act and parties that the sentence of the statement does not."""
    told = in_role(no, "act", "party", *SIDES)
    told += in_role(no, "with:since") if since_then(yes, no) else []
    named = frozenset(w.removeprefix(OF) for p in told for w in (p.noun, *p.words))
    said = {p.role for p in yes.frame.participants}
    only = {p.noun for p in no.frame.participants if ":" in p.role and p.group == "open" and p.role not in said}
    rest = no.frame.clause - named - words("acts", "moments", "nouns")
    return frozenset(word for word in rest if not concepts({word}) & concepts(yes.frame.content)) | only
