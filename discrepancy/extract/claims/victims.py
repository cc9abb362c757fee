"""Victims without a figure: "a man was shot dead" is one, "a woman and two children" are three.

What is worked out here stands nowhere as a figure. Such claims are marked as implied; nothing is compared with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from discrepancy.extract.claims.numbers import number_claims
from discrepancy.extract.context import Context
from discrepancy.extract.counted import Counted
from discrepancy.extract.frame import frame_at
from discrepancy.extract.harm import harm
from discrepancy.extract.people import people_group
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import LONGEST_EVIDENCE, Claim, Participant, Span
from discrepancy.values.quantity import Quantity, exact

TOLD = ("killed", "injured", "casualties", "hospitalised", "hit")
SINGULAR = frozenset({"NN", "NNP"})
INCLUDING = frozenset({"including", "among"})
SELF = frozenset({"himself", "herself"})
REACH_SELF, REACH_AGE = 4, 3


def extract_victims(context: Context) -> Iterable[Claim]:
    """Implied claims of one document: victims listed one by one, attackers who killed themselves, the shot who live.

    A victim, or a list of them, adds nothing where a figure of the article says as many or more: it is a part of that.
    """
    figures = [claim for claim in number_claims(context) if claim.attribute in TOLD and _main(claim)]
    listed = [one for sentence in context.sentences for one in _listed(context, sentence, figures) if _main(one)]
    most = {attribute: max(_sizes(figures, attribute), default=0.0) for attribute in TOLD}
    found = [claim for claim in listed if _size(claim) > most[claim.attribute]]
    found += _with_attacker(context, [*figures, *found])
    if not most["injured"]:
        found += _wounded(figures, any(_sizes([*figures, *listed], "killed")))
    return [claim for claim in found if claim.attribute in {"killed", "injured"}]


def _sizes(claims: Iterable[Claim], attribute: str) -> list[float]:
    return [_size(claim) for claim in claims if claim.attribute == attribute]


def _main(claim: Claim) -> bool:
    return claim.frame.occasion.relation == "main" and claim.frame.factuality == "asserted"


def _size(claim: Claim) -> float:
    value = claim.value
    if not isinstance(value, Quantity):
        return 0.0
    return value.low if value.written is None else value.written


def _listed(context: Context, sentence: Sentence, figures: Sequence[Claim]) -> Iterator[Claim]:
    """Single victims and lists of victims of one sentence, a list as the sum of its members."""
    here = [claim for claim in figures if claim.frame.sentence == sentence.index]
    lists = {token.head for token in sentence.tokens if token.dep == "conj"}
    for head in sentence.tokens:
        if head.i not in lists and not _single(sentence, head):
            continue
        if head.dep == "conj" and _counts(sentence, sentence.head(head), here, None) is not None:
            continue
        group = [head, *_others(sentence, head)]
        if len(group) == 1 and not _single(sentence, head):
            continue
        attribute = _attribute(sentence, head)
        counts = [_counts(sentence, one, here, attribute) for one in group]
        if attribute in TOLD and None not in counts:
            yield _implied(context, sentence, attribute, sum(n for n in counts if n is not None), head, group[-1])


def _others(sentence: Sentence, head: Token) -> Iterator[Token]:
    """The further members of a list of nouns: "a woman, a boy and two girls"."""
    for child in sentence.children(head):
        if child.dep == "conj" and child.pos in {"NOUN", "PROPN", "NUM"}:
            yield child
            yield from _others(sentence, child)


def _counts(sentence: Sentence, head: Token, here: Sequence[Claim], attribute: str | None) -> float | None:
    """How many people ``head`` names: a single one, or as many as its figure says; None when that is not said."""
    if _single(sentence, head):
        return 1.0
    number = next((token for token in sentence.children(head) if token.dep == "nummod"), head)
    for claim in here:
        if number.lower in claim.shown.lower().split() and attribute in {None, claim.attribute}:
            return _size(claim)
    return None


def _single(sentence: Sentence, head: Token) -> bool:
    """Whether ``head`` names one person: "a man", "his wife", "an 8-year-old"; not "a family", "police"."""
    if head.dep in {"compound", "amod", "nmod", "poss", "npadvmod"}:
        return False
    if _is_aged(sentence, head):
        return True
    if head.tag not in SINGULAR or people_group(head.lemma) is None or head.lemma in words("scope", "several"):
        return False
    return not any(child.tag == "CD" for child in sentence.children(head))


def _is_aged(sentence: Sentence, head: Token) -> bool:
    """ "An 18-year-old was killed": the age stands for the one who has it."""
    if head.lower != "old" or head.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    return "year" in sentence.lowers[max(0, head.i - REACH_AGE) : head.i]


def _attribute(sentence: Sentence, head: Token) -> str | None:
    first = min((token.i for token in sentence.children(head) if token.i < head.i), default=head.i)
    verb = next((token for token in sentence.ancestors(head) if token.pos in {"VERB", "AUX"}), None)
    noun = None if _is_aged(sentence, head) else head
    return harm(sentence, Counted(first, max(first + 1, head.i + (noun is None)), noun, False, verb))


def _implied(context: Context, sentence: Sentence, attribute: str, count: float, first: Token, last: Token) -> Claim:
    start = min(token.start for token in sentence.subtree(first) if token.i <= first.i)
    end = min(last.end, start + LONGEST_EVIDENCE)
    frame = replace(
        frame_at(context, first.start, first.end),
        participants=(Participant("counted", first.lemma, people_group(first.lemma)),),
    )
    evidence = context.document.evidence(start, end, Span(sentence.start, sentence.end))
    value = replace(exact(count), written=None)
    name = context.document.id
    return Claim("", name, "number", attribute, value, evidence.text, evidence, frame, implied=True)


def _with_attacker(context: Context, tolls: Sequence[Claim]) -> Iterator[Claim]:
    """The toll with the attacker who killed himself, where no toll says that it includes him."""
    dead = [claim for claim in tolls if claim.attribute == "killed" and _main(claim) and _size(claim) > 0]
    if not dead or any(_includes_attacker(sentence) for sentence in context.sentences):
        return
    usual = Counter(_size(claim) for claim in dead).most_common(1)[0][0]
    for sentence in context.sentences:
        near = () if sentence.words.isdisjoint(SELF) and "life" not in sentence.lemmas else sentence.tokens
        own = next((token for token in near if _kills_himself(sentence, token)), None)
        if own is not None:
            here = [_size(claim) for claim in dead if claim.frame.sentence == sentence.index]
            yield _implied(context, sentence, "killed", max(here, default=usual) + 1, sentence.tokens[0], own)


def _kills_himself(sentence: Sentence, token: Token) -> bool:
    before = sentence.tokens[max(0, token.i - REACH_SELF) : token.i]
    if token.lower in SELF:
        lemmas = {one.lemma for one in before}
        return bool(lemmas & {"kill", "gun", "weapon", "fatally", "then"}) or "shoot" in lemmas
    return (
        token.lemma == "life"
        and any(one.lower == "own" for one in before)
        and any(one.lemma == "take" for one in before)
    )


def _includes_attacker(sentence: Sentence) -> bool:
    return not sentence.words.isdisjoint(INCLUDING) and any(
        token.lower in INCLUDING
        and any(after.lemma in words("scope", "attackers") for after in sentence.tokens[token.i + 1 : token.i + 4])
        for token in sentence.tokens
    )


def _wounded(figures: Sequence[Claim], dead: bool) -> Iterator[Claim]:
    """Those who were shot or brought to hospital, where nobody died, or beside the dead of the same sentence."""
    for claim in figures:
        if claim.attribute != "hospitalised" and not _shot(claim):
            continue
        beside = [
            _size(other)
            for other in figures
            if other.attribute == "killed" and other.frame.sentence == claim.frame.sentence and _size(other) > 0
        ]
        if claim.attribute == "hospitalised" or claim.frame.scope.additional or not dead:
            yield replace(claim, attribute="injured", implied=True)
        elif beside and _size(claim) > max(beside):
            yield replace(
                claim, attribute="injured", value=replace(exact(_size(claim) - max(beside)), written=None), implied=True
            )


def _shot(claim: Claim) -> bool:
    """Whether the figure counts people who were shot or stabbed, by those words or as hit by gunfire."""
    if claim.attribute == "hit":
        return claim.frame.occasion.weapon == "shooting"
    return claim.attribute == "casualties" and bool(claim.frame.clause & words("harm", "casualties", "verbs"))
