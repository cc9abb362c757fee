"""Pairs each negated clause with the assertions that it excludes.

Every statement of the same article, and of articles about the same event, is weighed against every negation that shares
a word or a meaning with it; the reasons and their weights are learned (``negation_weights.toml``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from discrepancy.match.deeds import act_standing, in_role, party_standings
from discrepancy.match.existence import no_such_thing, plain_reasons
from discrepancy.match.kinship import kindred
from discrepancy.match.negation_features import negation_features
from discrepancy.match.negation_gates import excluded
from discrepancy.match.occasions import one_occasion, one_place
from discrepancy.match.participants import is_nobody
from discrepancy.match.propositions import one_proposition, since_then
from discrepancy.match.topics import concepts, rarity, shared, specific
from discrepancy.match.weights import total, weigh
from discrepancy.model import Claim, Pair

MODEL = "negations"
ENOUGH = 0.55
NEAR_BEST = 0.6
MOST = 3


def match_negations(claims: Sequence[Claim]) -> Iterable[Pair]:
    """The best counterparts of each negated clause, if the best is good enough."""
    of_negation: dict[str, list[Pair]] = defaultdict(list)
    for yes, no, features in candidates(claims):
        found = _surer(yes, no, features)
        if found is not None:
            of_negation[no.id].append(found)
    for pairs in of_negation.values():
        pairs.sort(key=lambda pair: -pair.score)
        least = max(0.0, pairs[0].score - NEAR_BEST)
        if pairs[0].score >= ENOUGH:
            yield from (pair for pair in pairs[:MOST] if pair.score >= least)


def _surer(yes: Claim, no: Claim, features: dict[str, float]) -> Pair | None:
    """The pair for what speaks more for it: the learned reasons, or that both speak of one act of the same parties.

    What somebody announces is only set against what another rules out in so many words; the weights know nothing of it.
    """
    plain = plain_reasons(yes, no)
    sure = Pair(yes, no, plain, total(plain)) if plain else None
    if "announced" in no.frame.cues:
        return sure
    learned = Pair(yes, no, *weigh(MODEL, features))
    return sure if sure is not None and sure.score > learned.score else learned


def candidates(claims: Sequence[Claim]) -> Iterable[tuple[Claim, Claim, dict[str, float]]]:
    """Every statement and negation that are weighed against one another, with what speaks for and against it."""
    stated = [c for c in claims if "assertion" in c.frame.cues and _meant(c)]
    negated = [c for c in claims if "negation" in c.frame.cues and _settled(c)]
    telling = rarity([*stated, *negated])
    kin = kindred(claims)
    by_concept = _by_concept(stated)
    for no in negated:
        for yes in _reach(by_concept, no, kin):
            common = shared(yes.frame.clause, no.frame.clause)
            announced = ["announced" in claim.frame.cues for claim in (yes, no)]
            if (yes.document == no.document or specific(common, telling)) and announced[0] == announced[1]:
                yield yes, no, negation_features(yes, no, telling)


def _settled(no: Claim) -> bool:
    """Whether the negation is neither a guess nor only about a part or a time: "no more", "not yet", "not at first"."""
    return _meant(no) and "limited" not in no.frame.cues


def _meant(claim: Claim) -> bool:
    """Whether the claim is no guess; that something will or will not be is announced, not guessed."""
    return claim.frame.factuality != "hedged" or "announced" in claim.frame.cues


def _by_concept(stated: Sequence[Claim]) -> dict[str, list[tuple[int, Claim]]]:
    found: dict[str, list[tuple[int, Claim]]] = defaultdict(list)
    for number, claim in enumerate(stated):
        for concept in sorted(_matter(claim)):
            found[concept].append((number, claim))
    return found


def _matter(claim: Claim) -> frozenset[str]:
    return concepts(claim.frame.clause | {claim.frame.predicate or ""})


def _reach(by_concept: dict[str, list[tuple[int, Claim]]], no: Claim, kin: frozenset[frozenset[str]]) -> list[Claim]:
    """Statements that share something with the negation, of its own article or of one about the same event."""
    near = {number: yes for concept in _matter(no) for number, yes in by_concept.get(concept, ())}
    return [
        near[number] for number in sorted(near) if _one_event(near[number], no, kin) and not excluded(near[number], no)
    ]


def _one_event(yes: Claim, no: Claim, kin: frozenset[frozenset[str]]) -> bool:
    if yes.document == no.document:
        return True
    return frozenset((yes.document, no.document)) in kin and (one_occasion(yes, no) or _at_any_time(yes, no))


def _at_any_time(yes: Claim, no: Claim) -> bool:
    """Whether a negation that names no day of its own gainsays one act, whenever it was: "no ransom was paid"."""
    if (no.frame.occasion.own_day and not since_then(yes, no)) or not one_place(yes, no):
        return False
    befallen = in_role(no, "undergoer")
    named = not any(is_nobody(p) for p in befallen)
    known = act_standing(yes, no) == "same" or {p.noun for p in befallen} & {p.noun for p in yes.frame.participants}
    one_thing = (
        named and bool(known) and party_standings(yes, no)["undergoer"] == "same" and bool(one_proposition(yes, no))
    )
    return one_thing or bool(no_such_thing(yes, no))
