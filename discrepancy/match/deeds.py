"""Do two claims tell of one deed, one happening, or one person or thing? Compared role by role, as a reader would."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import words
from discrepancy.match.participants import compare, one_name, standing_of, told_apart
from discrepancy.match.topics import concepts, things
from discrepancy.model import Claim, Participant

SIDES = ("doer", "undergoer")


def one_party(left: Claim, right: Claim) -> bool:
    """Whether both are said of one person or thing."""
    both = [filling(claim, "party") for claim in (left, right)]
    alike = any(compare(a, b) == "same" and one_name(a, b) for a in both[0] for b in both[1])
    return alike and not other_matter(left, right)


def one_deed(left: Claim, right: Claim) -> bool:
    """Whether both tell what was done with one thing, and no two are given for who did it or to whom."""
    doers = [[p for p in in_role(claim, "doer") if p.group != "open"] for claim in (left, right)]
    one_doer = not all(doers) or standing_of(doers[0], doers[1]) == "same"
    return one_party(left, right) and one_doer and not other_names(left, right)


def one_happening(left: Claim, right: Claim) -> bool:
    """Whether both tell of one act of the same parties, or of one thing that happened: "the fire"."""
    act, parties = act_standing(left, right), party_standings(left, right)
    if not act or "other" in parties.values() or other_matter(left, right) or other_names(left, right):
        return False
    named = [in_role(claim, "act") for claim in (left, right)]
    if any(told_apart(a, b) for a in named[0] for b in named[1]):
        return False
    nouns = {"effect:noun"} <= left.frame.cues | right.frame.cues
    return "same" in parties.values() or (act == "same" and nouns)


def one_thing(left: Claim, right: Claim) -> list[str]:
    """Nouns of what befell in both, where it is one thing: "the pipe was cut", "the pipe had rusted"."""
    both = [[p for p in filling(claim, "undergoer") if p.group is None] for claim in (left, right)]
    return [a.noun for a in both[0] for b in both[1] if a.noun == b.noun and compare(a, b) == "same"]


def other_names(left: Claim, right: Claim) -> bool:
    """Whether both name whom it befell, and not the same: Ana Ruel, Eva Ruel."""
    named = [[p for p in in_role(claim, "party", "undergoer") if p.group == "name"] for claim in (left, right)]
    return all(named) and standing_of(named[0], named[1]) != "same"


def parted(left: Claim, right: Claim) -> bool:
    """Whether what the two are said of is told apart: the main entrance, the emergency exit."""
    both = [in_role(claim, "party", *SIDES) for claim in (left, right)]
    return any(things({a.noun}) & things({b.noun}) and told_apart(a, b) for a in both[0] for b in both[1])


def times_apart(yes: Claim, no: Claim) -> bool:
    """Whether both name times that exclude one another: inspected in January, not inspected in March."""
    one, two = yes.frame.occasion, no.frame.occasion
    since = in_role(no, "with:since")
    if since or not (one.own_day and two.own_day and one.days and two.days):
        return False
    return all(a.relate(b).standing == "disjoint" for a in one.days for b in two.days)


def another_party(left: Claim, right: Claim) -> bool:
    """Whether both tell of one act, but of other parties: "the firefighters came", "the police came"."""
    if act_standing(left, right) != "same":
        return False
    standings = party_standings(left, right).values()
    told = any(told_apart(a, b) for a in _who(left) for b in _who(right) if a.noun == b.noun)
    return told or "other" in standings


def _who(claim: Claim) -> list[Participant]:
    return [p for p in in_role(claim, "party", *SIDES) if p.group != "open"]


def act_standing(left: Claim, right: Claim) -> str:
    """ "same" where both name one act, "like" where they name it in another word, else ""."""
    one, two = in_role(left, "act"), in_role(right, "act")
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


def party_standings(left: Claim, right: Claim) -> dict[str, str]:
    """How those in each role stand; a subject that may be doer or undergoer is another only where it fits neither."""
    found = {role: standing_of(filling(left, role), filling(right, role)) for role in SIDES}
    if (in_role(left, "party") or in_role(right, "party")) and "same" in found.values():
        sure = {role for role in SIDES if in_role(left, role) and in_role(right, role)}
        return {role: "open" if how == "other" and role not in sure else how for role, how in found.items()}
    return found


def other_matter(left: Claim, right: Claim) -> bool:
    """Whether one word leads to two things: informed of the shifts, not informed of the closure."""
    return "other" in link_standings(left, right)


def link_standings(left: Claim, right: Claim) -> list[str]:
    """How those stand to whom a preposition leads in both: "in the decision"."""
    one, two = ({p.role: p for p in claim.frame.participants if ":" in p.role} for claim in (left, right))
    return [compare(one[role], two[role]) for role in sorted(one.keys() & two.keys())]


def filling(claim: Claim, role: str) -> list[Participant]:
    """Who fills ``role``; "party" is a subject of which the verb does not say whether it acts.

    Where another is named whom the act befalls, the subject is no longer in doubt.
    """
    own = in_role(claim, role)
    return own if own and role == "undergoer" else in_role(claim, role, "party")


def in_role(claim: Claim, *roles: str) -> list[Participant]:
    """Participants of ``claim`` in any of ``roles``."""
    return [p for p in claim.frame.participants if p.role in roles]
