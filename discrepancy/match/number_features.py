"""The named reasons for and against two numbers answering one question, as figures.

One function makes them, for the product and for training alike. Each is a plain number; the weights stand in
``weights.toml``, so that the score of a pair is the sum of what its reasons contribute.
"""

from __future__ import annotations

import math

from discrepancy.lexicon import words
from discrepancy.match.akin import akin_weight
from discrepancy.match.claim_parts import counted_noun, finest, role, same_figure, size, unit_of
from discrepancy.match.contest import Contest
from discrepancy.match.corpus import Corpus, shared_weight
from discrepancy.match.number_question import ELIDED, HARM, is_anaphor, question_level, restated, rival_groups
from discrepancy.match.voices import opposed as opposed_voices
from discrepancy.match.voices import teller, voiced
from discrepancy.model import Claim
from discrepancy.values.places import same_place
from discrepancy.values.quantity import Quantity

NEAR, FAR = 1, 6


def number_features(left: Claim, right: Claim, corpus: Corpus, rivals: Contest) -> dict[str, float]:
    """Every reason that holds for the pair, by name; reasons that do not hold are left out."""
    found: dict[str, float] = {}
    side = "here" if left.document == right.document else "across"
    for part in (_what, _who_is_counted, _words, _where_it_stands, _who_says_it, _occasion, _scope, _order, _figures):
        found.update(part(left, right, corpus))
    found.update(_contest(left, right, rivals))
    level = question_level(left, right)
    reach = _reach(left, right)
    found[f"{reach}:{level}"] = 1.0
    return {f"{side}:{name}" if name in SPLIT else name: value for name, value in found.items() if value}


def _contest(left: Claim, right: Claim, rivals: Contest) -> dict[str, float]:
    """Whether either figure has a better counterpart."""
    one, two = rivals.lead(left, right), rivals.lead(right, left)
    return {
        "best-both": float(one > 0 and two > 0),
        "best-one": float((one > 0) != (two > 0)),
        "lead": max(-2.0, min(2.0, min(one, two))),
        "likeness": min(6.0, rivals.of(left, right)),
    }


def _what(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    a, b = left.attribute, right.attribute
    harm = a in HARM and b in HARM
    topics = left.frame.topics & right.frame.topics
    return {
        "same-harm": float(harm and a == b),
        "mixed-harm": float(harm and a != b),
        "harm-and-bare": float((a in HARM) != (b in HARM)),
        "money": float(a == b == "money"),
        "age": float(a == b == "age"),
        "percentage": float(a == b == "percentage"),
        "duration": float(a == b == "duration"),
        "measure": float(a == b == "measure"),
        "ordinal": float(a == b == "ordinal"),
        "other-role": float(not harm and a != b),
        "topics-shared": min(2.0, len(topics)),
        "lone-topic": float(corpus.alone(left, right)),
        "topics-apart": float(bool(left.frame.topics and right.frame.topics) and not topics),
        "same-predicate": float(left.frame.predicate is not None and left.frame.predicate == right.frame.predicate),
        "asked-shared": min(3.0, shared_weight(corpus, left.frame.asked, right.frame.asked)),
        "elided": float(ELIDED in left.frame.cues or ELIDED in right.frame.cues),
        "restated": float(restated(left) or restated(right)),
        "restated-near": float(
            restated(right)
            and left.document == right.document
            and 0 <= right.frame.sentence - left.frame.sentence <= NEAR
        ),
    }


def _who_is_counted(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    a, b = (role(claim, "counted") or role(claim, "carried") for claim in (left, right))
    found: dict[str, float] = {
        "bare-one": float((a is None) != (b is None)),
        "bare-both": float(a is None and b is None),
    }
    if a is not None and b is not None:
        same = a.noun == b.noun
        found["same-noun"] = float(same)
        found["same-rare-noun"] = corpus.rarity.get(a.noun, 1.0) if same else 0.0
        found["other-noun"] = float(not same and not (a.group and b.group))
        found["same-group"] = float(not same and a.group is not None and a.group == b.group)
        found["any-group"] = float(not same and bool(a.group and b.group) and "any" in (a.group, b.group))
        found["other-group"] = float(not same and rival_groups(a.group, b.group))
        found["same-modifiers"] = float(len(a.words & b.words - {a.noun}) > 0)
        found["other-modifiers"] = float(
            bool(a.words - {a.noun}) and bool(b.words - {b.noun}) and not a.words & b.words - {a.noun}
        )
    names = role(left, "named-subject"), role(right, "named-subject")
    if names[0] is not None and names[1] is not None:
        found["same-name"] = float(bool(names[0].words & names[1].words))
        found["other-name"] = float(not names[0].words & names[1].words)
    one, two = (role(claim, "subject") if teller(claim) is None else None for claim in (left, right))
    if one is not None and two is not None:
        found["same-subject"] = float(one.noun == two.noun)
        found["other-subject"] = float(not one.words & two.words and not (is_anaphor(one.noun) or is_anaphor(two.noun)))
    return found


def _words(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    one, two = left.frame, right.frame
    union = one.content | two.content
    names = shared_weight(corpus, one.names, two.names)
    weight = sum(corpus.rarity.get(lemma, 1.0) ** 2 for lemma in sorted(union)) or 1.0
    return {
        "shared-words": min(4.0, shared_weight(corpus, one.content, two.content)),
        "shared-clause": min(3.0, shared_weight(corpus, one.clause, two.clause)),
        "shared-names": min(3.0, names),
        "akin-words": min(3.0, akin_weight(corpus, one.content, two.content)),
        "akin-clause": min(3.0, akin_weight(corpus, one.clause, two.clause)),
        "akin-asked": min(3.0, akin_weight(corpus, one.asked, two.asked)),
        "overlap": shared_weight(corpus, one.content, two.content) / weight,
    }


def _where_it_stands(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    apart = abs(left.frame.sentence - right.frame.sentence)
    same = left.document == right.document
    between = corpus.between(left, right) if same else 0
    later = right if left.frame.sentence <= right.frame.sentence else left
    return {
        "said-the-same": float(same and apart <= NEAR and "same" in later.frame.content),
        "between": min(3.0, between),
        "adjacent": float(same and not between),
        "same-article": float(same),
        "same-sentence": float(same and apart == 0),
        "next-sentence": float(same and apart == NEAR),
        "near": float(same and NEAR < apart <= FAR),
        "both-leads": float(not same and max(left.frame.sentence, right.frame.sentence) <= NEAR + 1),
        "one-lead": float(not same and min(left.frame.sentence, right.frame.sentence) <= NEAR + 1),
        "crowded": sum(math.log(max(1, corpus.crowd(claim))) for claim in (left, right)),
        "headline": float("headline" in (left.frame.zone, right.frame.zone)),
    }


def _who_says_it(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    a, b = left.frame.speaker, right.frame.speaker
    same = left.document == right.document
    opposed = opposed_voices(left, right)
    one_voice = voiced(left) != voiced(right)
    return {
        "told-by-source": float(teller(left) is not None or teller(right) is not None),
        "rivals-here": float(opposed and same),
        "rivals-across": float(opposed and not same),
        "one-body": float(a is not None and b is not None and not opposed),
        "nameless": float(any(who is not None and who.generic for who in (a, b))),
        "voice-and-speaker-here": float(one_voice and same),
        "voice-and-speaker-across": float(one_voice and not same),
        "one-voice-here": float(not voiced(left) and not voiced(right) and same),
        "both-direct": float(left.frame.direct and right.frame.direct),
        "contrast": float(opposed and same and abs(left.frame.sentence - right.frame.sentence) <= NEAR),
    }


def _occasion(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    one, two = left.frame.occasion, right.frame.occasion
    here, there = finest(one.places), finest(two.places)
    meet_there = any(same_place(a, b).standing in {"same", "overlapping"} for a in here for b in there)
    same_spot = any(a.key == b.key for a in here for b in there)
    days = [(a, b) for a in one.days for b in two.days]
    meet = any(a.relate(b).standing != "disjoint" for a, b in days)
    own = one.own_day and two.own_day
    return {
        "shared-place": float(meet_there),
        "same-spot": float(same_spot),
        "rare-spot": max((corpus.spots.get(a.key, 1.0) for a in here for b in there if a.key == b.key), default=0.0),
        "other-place": float(bool(here and there) and not meet_there),
        "other-own-place": float(bool(here and there) and not meet_there and one.own_place and two.own_place),
        "one-placed": float(bool(here) != bool(there)),
        "shared-day": float(bool(days) and meet),
        "other-day": float(bool(days) and not meet and own),
        "same-weapon": float(one.weapon is not None and one.weapon == two.weapon),
        "other-weapon": float(
            bool(one.weapon and two.weapon) and not one.nouns & two.nouns and one.weapon != two.weapon
        ),
        "shared-event-noun": float(bool(one.nouns & two.nouns)),
        "earlier": float((one.relation == "earlier") != (two.relation == "earlier")),
        "other-event": float("other" in (one.relation, two.relation)),
    }


def _scope(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    one, two = left.frame.scope, right.frame.scope
    facts = {left.frame.factuality, right.frame.factuality}
    cues = left.frame.cues | right.frame.cues
    return {
        "part-of-whole": float(one.part != two.part),
        "both-parts": float(one.part and two.part),
        "additional": float(one.additional != two.additional),
        "other-level": float(one.level != two.level),
        "both-wide": float(one.level == two.level != "incident"),
        "total": float(one.total or two.total),
        "denied": float("denied" in facts),
        "not-fact": float(bool(facts & {"hypothetical", "future"})),
        "hedged": float("hedged" in facts),
        "rising": float("rising" in cues),
        "difference": float(("difference" in left.frame.cues) != ("difference" in right.frame.cues)),
        "wish": float(_wishes(left) != _wishes(right)),
        "each": float(("each" in left.frame.cues) != ("each" in right.frame.cues)),
        "norm": float(("norm" in left.frame.cues) != ("norm" in right.frame.cues)),
        "first-report": float("first" in cues),
        "hypothetical-cue": float("hypothetical" in cues),
    }


def _wishes(claim: Claim) -> bool:
    """Whether somebody wants the figure: it is no report of how many there are."""
    return claim.frame.predicate in words("questions", "figures", "wishing")


def _order(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    """Which article came first, and whether the later one gives the higher figure."""
    a, b = left.frame.published, right.frame.published
    if a is None or b is None or left.document == right.document:
        return {}
    first, last = (left, right) if a <= b else (right, left)
    higher = size(last) > size(first)
    counted = {left.attribute, right.attribute} <= HARM | {"count"}
    opposed = opposed_voices(left, right)
    return {
        "same-day-papers": float(a == b),
        "later-higher": float(counted and a != b and higher and not opposed),
        "later-higher-rivals": float(counted and a != b and higher and opposed),
        "later-lower": float(counted and a != b and not higher),
    }


def _figures(left: Claim, right: Claim, corpus: Corpus) -> dict[str, float]:
    a, b = left.value, right.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return {}
    one, two = (max(abs(size(claim)), 1e-9) for claim in (left, right))
    ratio = abs(math.log(max(one, two) / min(one, two)))
    across = left.document != right.document and not same_figure(left, right)
    agreed = corpus.agreed(left, right.document), corpus.agreed(right, left.document)
    many = max(corpus.tolls[left.document, left.attribute], corpus.tolls[right.document, right.attribute])
    nouns = [corpus.nouns[claim.document, noun] for claim in (left, right) if (noun := counted_noun(claim))]
    repeated = (right.document, a.low, a.high, a.unit) in corpus.figures or (
        left.document,
        b.low,
        b.high,
        b.unit,
    ) in corpus.figures
    return {
        "far-apart": min(ratio, 7.0),
        "very-far-apart": float(ratio > math.log(10)),
        "many-figures": min(6.0, math.log(max(1, many))),
        "lone-unit": float(max(corpus.units[c.document, unit_of(c)] for c in (left, right)) == 1),
        "many-units": math.log(max(corpus.units[c.document, unit_of(c)] for c in (left, right)) or 1),
        "lone-noun": float(bool(nouns) and max(nouns) == 1),
        "repeated-across": float(across and repeated),
        "agreed-across": float(across and agreed != (False, False)),
        "both-agreed": float(across and agreed == (True, True)),
        "one-of-many": float("one" in (left.shown.lower(), right.shown.lower())),
        "small-numbers": float(max(one, two) <= 3 and a.unit is None),
        "zero": float(min(one, two) < 1 and a.unit is None),
        "bounded": float("exact" not in (a.bound, b.bound)),
        "vague": float("vague" in (a.bound, b.bound)),
        "unit": float(a.unit is not None),
    }


def _reach(left: Claim, right: Claim) -> str:
    if left.document != right.document:
        return "across"
    return "adjacent" if abs(left.frame.sentence - right.frame.sentence) <= NEAR else "apart"


SPLIT = frozenset(
    {
        "best-both",
        "crowded",
        "best-one",
        "lead",
        "likeness",
        "same-harm",
        "mixed-harm",
        "money",
        "age",
        "percentage",
        "duration",
        "measure",
        "topics-shared",
        "same-predicate",
        "asked-shared",
        "bare-one",
        "bare-both",
        "same-noun",
        "same-rare-noun",
        "other-noun",
        "same-group",
        "shared-words",
        "shared-clause",
        "akin-words",
        "akin-clause",
        "akin-asked",
        "overlap",
        "shared-names",
        "shared-place",
        "other-place",
        "shared-day",
        "lone-unit",
        "many-units",
        "many-figures",
        "lone-noun",
        "restated",
        "far-apart",
        "same-weapon",
        "topics-apart",
        "lone-topic",
        "other-group",
        "harm-and-bare",
    }
)
