"""Claims that are no numbers: charges, denials, sides, quotes, posts and agents."""

from __future__ import annotations

import pytest
from contested import claims

from discrepancy.model import Claim
from discrepancy.values.stance import Stance


def accused(claim: Claim) -> str:
    return claim.frame.participants[0].noun


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Residents accused the army of shelling the market.", "army"),
        ("The mayor blamed the attack on the militia.", "militia"),
        ("The militia was blamed for the attack.", "militia"),
        ("The mayor pointed the finger at the militia.", "militia"),
        ("The mayor said the militia was behind the attack.", "militia"),
    ],
)
def test_a_charge_names_the_accused(text: str, noun: str) -> None:
    """The usual ways of laying an act at somebody's door."""
    assert [accused(claim) for claim in claims(text, "charge")] == [noun]


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("The army denied it.", True),
        ("The army denied any role in the attack.", True),
        ("The reports were baseless.", True),
        ("The union told a different story.", True),
        ("The army denied using rockets.", False),
        ("The army denied reports that its men had fired.", False),
    ],
)
def test_a_denial_says_what_it_denies_or_points_back(text: str, vague: bool) -> None:
    """A denial without an act of its own is answered for by the sentence before."""
    (claim,) = claims(text, "denial")

    assert ("vague" in claim.frame.cues) is vague


@pytest.mark.parametrize(
    "text", ["The court dismissed the claim.", "The minister was dismissed.", "The army did not deny it."]
)
def test_what_only_sounds_like_a_denial_is_none(text: str) -> None:
    """Courts dismiss by office, ministers are dismissed, and a negated denial is no denial."""
    assert [claim for claim in claims(text, "denial") if claim.attribute == "responsible"] == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The attack was a mistake.", Stance("intent", "accident")),
        ("The attack was not a mistake.", Stance("intent", "deliberate")),
        ("The fire was caused by a short circuit.", Stance("fire", "wiring")),
        ("The exits had been locked.", Stance("door", "shut")),
        ("The exits were not locked.", Stance("door", "open")),
    ],
)
def test_a_clause_takes_a_side(text: str, stance: Stance) -> None:
    """Sides come from the lexicon; a negation turns a two-sided question round."""
    assert stance in [claim.value for claim in claims(text, "stance")]


def test_a_word_tied_by_a_hyphen_takes_no_side() -> None:
    """ "Rebel-held" says nothing about holding out."""
    assert claims("Shells hit the rebel-held town.", "stance") == []


def test_quotes_are_cut_at_their_marks() -> None:
    """The value of a quote is its words, not what stands around it."""
    (claim,) = claims('"We will not leave the valley," Ada Brunn said.', "quote")

    assert claim.value == "we will not leave the valley"


def test_a_post_belongs_to_the_name_beside_it() -> None:
    """The deputy keeps the word that makes the post another one."""
    (claim,) = claims("The deputy minister, Ada Brunn, left on Monday.", "post")

    assert (claim.attribute, claim.value) == ("post:brunn", "deputy minister")


def test_the_agent_of_an_act_is_found_in_passive_clauses() -> None:
    """ "Claimed by" names the one who acts."""
    (claim,) = claims("The attack was claimed by the Dawn Brigade.", "act")

    assert (claim.attribute, claim.frame.participants[0].words) == ("claimed", frozenset({"dawn", "brigade"}))


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("A man with no badge came in.", ["badge"]),
        ("A man without a badge came in.", ["badge"]),
        ("A man with a badge came in.", []),
    ],
)
def test_a_statement_tells_what_somebody_in_it_is_without(text: str, lacks: list[str]) -> None:
    """ "With no badge" agrees with "he had no badge"."""
    (claim,) = claims(text, "assertion")

    assert list(claim.frame.cued("lacks")) == lacks
