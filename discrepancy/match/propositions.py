"""Do a statement and a negation speak of one act of the same parties? Compared part by part, as a reader would.

The learned weights know denials that are worded in other ways than what they deny. That "the crane was overloaded"
answers "denied that the crane had been overloaded" is no matter of weights: act and parties are the same. Such plain
pairs are too rare among the annotated events to be learned from, so what speaks for them is said here by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.match.topics import concepts, own_words, things
from discrepancy.model import Claim, Participant, Reason

SIDES = ("doer", "undergoer")
HARM = frozenset({"=dead", "=harm", "=murder"})
ACT = {"same": ("the same act", 0.9), "like": ("the act in another word", 0.2)}
PARTY = {
    "doer": ("the same doer", 0.4),
    "undergoer": ("the same one whom it befalls", 0.4),
    "deed": ("the negation says that there was none at all", 0.2),
    "pronoun": ("the same pronoun, and the same thing that it is about", 0.2),
}
REST = -0.3
_OF = "of "
_ANYBODY = frozenset({"any", "child", "man", "woman"})
_FORCES = frozenset({"militant", "military", "official", "police"})
_ANY = "any"
_NOBODY = frozenset({"nobody", "one"})
_THIRD = frozenset({"he", "it", "she", "they"})
_OWN = frozenset({"her", "his", "its", "my", "our", "their", "your"})


def one_proposition(yes: Claim, no: Claim) -> tuple[Reason, ...]:
    """What makes the statement say what the negation denies, empty where act or parties are others."""
    act = _act(yes, no)
    parties = _parties(yes, no)
    met = [role for role in SIDES if parties[role] == "same"]
    none_at_all = act == "same" and _none_at_all(yes, no)
    if not met and act == "same":
        met = ["deed"] if none_at_all and not _in_role(no, *SIDES, "party") else _same_pronoun(yes, no)
    if not act or not met or "other" in parties.values() or _other_matter(yes, no) or _bounded(no):
        return ()
    sole = bool(_in_role(yes, "party") or _in_role(no, "party"))
    meant = all(p.group == "open" for role in met for claim in (yes, no) for p in _filling(claim, role))
    known = "undergoer" in met and not (sole and meant)
    mental = {yes.frame.predicate, no.frame.predicate} & words("acts", "mental", "verbs")
    if (mental and (act == "like" or not (known or none_at_all))) or (act == "like" and not known):
        return ()
    told = [("one-act", *ACT[act]), *((f"one-{role}", *PARTY[role]) for role in (met[:1] if sole else met))]
    return tuple(Reason(*one) for one in (*told, *_against(yes, no)))


def another_matter(yes: Claim, no: Claim) -> bool:
    """Whether both name one act, but another doer, or something else that it is about; names may stand for anybody."""
    if _act(yes, no) != "same":
        return False
    doers = _filling(yes, "doer"), _filling(no, "doer")
    named = any(p.group == "name" for side in doers for p in side)
    apart = any(_two_of_a_kind(a, b) for a in doers[0] for b in doers[1])
    return _other_matter(yes, no) or apart or (not named and "other" in _parties(yes, no)["doer"])


def another_party(left: Claim, right: Claim) -> bool:
    """Whether both tell of one act, but of other parties: "the firefighters came", "the police came"."""
    if _act(left, right) != "same":
        return False
    standings = _parties(left, right).values()
    told = any(told_apart(a, b) for a in _who(left) for b in _who(right) if a.noun == b.noun)
    return told or "other" in standings


def _who(claim: Claim) -> list[Participant]:
    return [p for p in _in_role(claim, "party", *SIDES) if p.group != "open"]


def _parties(yes: Claim, no: Claim) -> dict[str, str]:
    """How those in each role stand; a subject that may be doer or undergoer is another only where it fits neither."""
    found = {role: _meeting(_filling(yes, role), _filling(no, role)) for role in SIDES}
    if (_in_role(yes, "party") or _in_role(no, "party")) and "same" in found.values():
        sure = {role for role in SIDES if _in_role(yes, role) and _in_role(no, role)}
        return {role: "open" if how == "other" and role not in sure else how for role, how in found.items()}
    return found


def _against(yes: Claim, no: Claim) -> Iterator[tuple[str, str, float]]:
    """What makes one matter of both doubtful."""
    rest = _unanswered(yes, no)
    if rest:
        names = rest & {p.noun for p in no.frame.participants if ":" in p.role and p.group == "name"}
        yield "rest", "the negation also names " + ", ".join(sorted(rest)), REST * (len(rest) + 2 * len(names))
    if yes.frame.speaker is None and no.frame.speaker is None:
        yield "voices", "both in the outlets' own voice", -0.2
    if "present" in no.frame.cues and "past" in yes.frame.cues:
        yield "tense", "one speaks of what is, the other of what was", -0.6
    if "background" in yes.frame.cues or ("background" in no.frame.cues and not _in_role(no, "with:since")):
        yield "background", "one side speaks of another time", -0.8
    if _in_role(yes, "with:after") and not _in_role(no, "with:after"):
        yield "later", "the statement is about what came later", -1.2
    to_come = {"to-come"} - (yes.frame.cues & no.frame.cues)
    if yes.frame.cues & ({"limited"} | to_come) or no.frame.cues & to_come:
        yield "open", "one side holds for a part or is still to come", -0.8


def one_party(left: Claim, right: Claim) -> bool:
    """Whether both are said of one person or thing."""
    both = [_filling(claim, "party") for claim in (left, right)]
    alike = any(_compare(a, b) == "same" and _one_name(a, b) for a in both[0] for b in both[1])
    return alike and not _other_matter(left, right)


def one_deed(left: Claim, right: Claim) -> bool:
    """Whether both tell what was done with one thing, and no two are given for who did it or to whom."""
    doers = [[p for p in _in_role(claim, "doer") if p.group != "open"] for claim in (left, right)]
    one_doer = not all(doers) or _meeting(doers[0], doers[1]) == "same"
    return one_party(left, right) and one_doer and not other_names(left, right)


def one_happening(left: Claim, right: Claim) -> bool:
    """Whether both tell of one act of the same parties, or of one thing that happened: "the fire"."""
    act, parties = _act(left, right), _parties(left, right)
    if not act or "other" in parties.values() or _other_matter(left, right) or other_names(left, right):
        return False
    named = [_in_role(claim, "act") for claim in (left, right)]
    if any(told_apart(a, b) for a in named[0] for b in named[1]):
        return False
    nouns = {"effect:noun"} <= left.frame.cues | right.frame.cues
    return "same" in parties.values() or (act == "same" and nouns)


def other_names(left: Claim, right: Claim) -> bool:
    """Whether both name whom it befell, and not the same: Ana Ruel, Eva Ruel."""
    named = [[p for p in _in_role(claim, "party", "undergoer") if p.group == "name"] for claim in (left, right)]
    return all(named) and _meeting(named[0], named[1]) != "same"


def one_thing(left: Claim, right: Claim) -> list[str]:
    """Nouns of what befell in both, where it is one thing: "the pipe was cut", "the pipe had rusted"."""
    both = [[p for p in _filling(claim, "undergoer") if p.group is None] for claim in (left, right)]
    return [a.noun for a in both[0] for b in both[1] if a.noun == b.noun and _compare(a, b) == "same"]


def _one_name(a: Participant, b: Participant) -> bool:
    """Whether both go by one noun or name; that a house is a building does not make it the tower next to it."""
    return a.noun not in _NOBODY and (a.noun == b.noun or "open" in {a.group, b.group} or bool(_known(a) & _known(b)))


def parted(left: Claim, right: Claim) -> bool:
    """Whether what the two are said of is told apart: the main entrance, the emergency exit."""
    both = [[p for p in claim.frame.participants if p.role in {"party", *SIDES}] for claim in (left, right)]
    return any(things({a.noun}) & things({b.noun}) and told_apart(a, b) for a in both[0] for b in both[1])


def times_apart(yes: Claim, no: Claim) -> bool:
    """Whether both name times that exclude one another: inspected in January, not inspected in March."""
    one, two = yes.frame.occasion, no.frame.occasion
    since = _in_role(no, "with:since")
    if since or not (one.own_day and two.own_day and one.days and two.days):
        return False
    return all(a.relate(b).standing == "disjoint" for a in one.days for b in two.days)


def _none_at_all(yes: Claim, no: Claim) -> bool:
    """Whether the negation says that there was no such deed or thing, and limits it by nothing that the other lacks.

    "No agreement was reached"; "there were no bars on the windows", where the other speaks of windows too.
    """
    deeds = {f"focus:{p.noun}" for p in _in_role(no, "act")}
    limits = [p for p in no.frame.participants if ":" in p.role]
    met = _linked(yes, no).count("same") == len(limits)
    return bool(deeds & no.frame.cues) and met and not _in_role(no, "undergoer")


def _same_pronoun(yes: Claim, no: Claim) -> list[str]:
    """Whether "she" took part in the decision, and "she" took no part in it: one thing that both are about."""
    who = [{p.noun for p in _in_role(claim, "party", "doer")} & _THIRD for claim in (yes, no)]
    return ["pronoun"] if who[0] & who[1] and "same" in _linked(yes, no) else []


def _in_role(claim: Claim, *roles: str) -> list[Participant]:
    return [p for p in claim.frame.participants if p.role in roles]


def _act(yes: Claim, no: Claim) -> str:
    one, two = _in_role(yes, "act"), _in_role(no, "act")
    if any(a.noun == b.noun != "be" or _derived(a.noun, b.noun) or _derived(b.noun, a.noun) for a in one for b in two):
        return "same"
    using = words("acts", "using", "verbs")
    if any(b.noun in {"anything", "nothing"} and a.words & b.words for a in one for b in two):
        return "same"
    used = any(b.noun in {"deploy", "use"} and a.noun in using for a in one for b in two)
    return "like" if used or any(concepts({a.noun}) & concepts({b.noun}) for a in one for b in two) else ""


@cache
def _derived(noun: str, verb: str) -> bool:
    """Whether ``noun`` is made of ``verb``: payment of pay, closure of close, decision of decide."""
    if f"{noun} {verb}" in words("acts", "deeds", "pairs"):
        return True
    endings = words("acts", "deeds", "endings")
    return any(
        len(stem) > 2 and noun.startswith(stem) and noun[len(stem) :] in endings
        for stem in (verb, verb.removesuffix("e"))
    )


def _filling(claim: Claim, role: str) -> list[Participant]:
    """Who fills ``role``; "party" is a subject of which the verb does not say whether it acts.

    Where another is named whom the act befalls, the subject is no longer in doubt.
    """
    own = _in_role(claim, role)
    return own if own and role == "undergoer" else _in_role(claim, role, "party")


def _meeting(left: list[Participant], right: list[Participant]) -> str:
    """ "same", "other", or "open" where one is not named or a pronoun may stand for either."""
    if not left or not right:
        return "open"
    found = {_compare(a, b) for a in left for b in right}
    return next(standing for standing in ("same", "open", "other") if standing in found)


def _compare(a: Participant, b: Participant) -> str:
    if any(_is_nobody(x) and _groups(y.noun) for x, y in ((a, b), (b, a))):
        return "same"
    if (a.words ^ b.words) & words("acts", "others", "words"):
        return "other"
    if "open" in {a.group, b.group}:
        return "same" if _known(a) & _known(b) else "open"
    if told_apart(a, b):
        return "other"
    if (_OWN & (a.words ^ b.words) and not _one_site(a, b)) or _unlike(a, b):
        return "open"
    if things({a.noun}) & things({b.noun}):
        return "same"
    one, two = _groups(a.noun), _groups(b.noun)
    general = (one | two) & _ANYBODY or one & two & _FORCES or "civilian" in {a.noun, b.noun}
    within = a.noun in b.words or b.noun in a.words or (a.group == "name") != (b.group == "name")
    return "open" if within or (one and two and general) else "other"


def _is_nobody(who: Participant) -> bool:
    """Whether no one at all is meant: nobody, no people, not any of its men."""
    return who.noun in _NOBODY or (_ANY in who.words and who.noun in words("acts", "anybody", "nouns"))


def _known(who: Participant) -> frozenset[str]:
    """Words for somebody; a pronoun itself tells nothing."""
    return who.words if who.group == "open" else who.words | {who.noun}


def told_apart(a: Participant, b: Participant) -> bool:
    """Whether both are told apart by what they are called or belong to: drivers of the tram and of the bus."""
    one, two = _called(a), _called(b)
    return any(one[i] and two[i] and not one[i] & two[i] for i in (0, 1))


def _two_of_a_kind(a: Participant, b: Participant) -> bool:
    """Whether one noun goes for both, and tells two: the driver of the bus and of the tram, drivers Berg and Kolar."""
    if a.noun == b.noun:
        return told_apart(a, b)
    common = a.words & b.words
    return a.group == b.group == "name" and bool(common and a.words - common and b.words - common)


def _one_site(a: Participant, b: Participant) -> bool:
    """Whether one noun goes by one name, before or behind it: "the Brenn office", "its office in Brenn"."""
    one, two = (frozenset().union(*_called(p)) for p in (a, b))
    return a.noun == b.noun and bool(one & two)


def _unlike(a: Participant, b: Participant) -> bool:
    """Whether both are described, and nothing in common: Russian aircraft, aircraft of the coalition."""
    one, two = (frozenset().union(*_called(p)) for p in (a, b))
    return bool(one) and bool(two) and not one & two


def _called(who: Participant) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before the noun, and what it belongs to."""
    before = concepts(w for w in who.words - {who.noun} - _OWN - {_ANY} if not w.startswith(_OF))
    return before, concepts(w.removeprefix(_OF) for w in who.words if w.startswith(_OF))


@cache
def _groups(noun: str) -> frozenset[str]:
    return frozenset(group for group, nouns in table("people").items() if noun in nouns)


def _bounded(no: Claim) -> bool:
    """Whether the negation holds for a place it points to ("there"), or says that nobody was hurt: that is counted."""
    harm = concepts(p.noun for p in _in_role(no, "act")) & HARM
    nobody = harm and any(_is_nobody(p) for p in no.frame.participants)
    return bool(nobody or {"here", "there"} & {word.lower() for word in own_words(no)[1:]})


def _other_matter(yes: Claim, no: Claim) -> bool:
    """Whether one word leads to two things: informed of the shifts, not informed of the closure."""
    return "other" in _linked(yes, no)


def _linked(yes: Claim, no: Claim) -> list[str]:
    """How those stand to whom a preposition leads in both: "in the decision"."""
    one, two = ({p.role: p for p in claim.frame.participants if ":" in p.role} for claim in (yes, no))
    return [_compare(one[role], two[role]) for role in sorted(one.keys() & two.keys())]


def _unanswered(yes: Claim, no: Claim) -> frozenset[str]:
    """What the negation names beside act and parties that the sentence of the statement does not."""
    told = _in_role(no, "act", "party", *SIDES)
    named = frozenset(w.removeprefix(_OF) for p in told for w in (p.noun, *p.words))
    said = {p.role for p in yes.frame.participants}
    only = {p.noun for p in no.frame.participants if ":" in p.role and p.group == "open" and p.role not in said}
    rest = no.frame.clause - named
    return frozenset(word for word in rest if not concepts({word}) & concepts(yes.frame.content)) | only
