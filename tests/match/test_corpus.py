"""What the claims of one comparison say together is counted once."""

from __future__ import annotations

import pytest
from figures import article

from discrepancy.match.claim_parts import counted_noun, unit_of
from discrepancy.match.corpus import shared_weight, survey
from discrepancy.model import Claim, Document
from discrepancy.pipeline import extract


def numbers(*documents: Document) -> list[Claim]:
    """Number claims of ``documents``."""
    return [claim for found in extract(documents) for claim in found.claims if claim.kind == "number"]


def test_a_word_in_every_sentence_weighs_less_than_a_word_in_one() -> None:
    """Rare words say more about the question."""
    corpus = survey(numbers(article("a", "The fire killed nine men. The fire hurt 14 men. The fire burned 20 barns.")))

    assert corpus.rarity["fire"] < corpus.rarity["man"] < corpus.rarity["barn"]
    assert shared_weight(corpus, {"fire", "barn"}, {"barn"}) > shared_weight(corpus, {"fire", "barn"}, {"fire"})


def test_nothing_shared_weighs_nothing() -> None:
    """Words of one side alone are no reason."""
    corpus = survey(numbers(article("a", "The fire killed nine men.")))

    assert shared_weight(corpus, {"fire"}, {"flood"}) == 0


def test_one_toll_said_twice_counts_once() -> None:
    """An article that repeats its toll is no round-up."""
    corpus = survey(numbers(article("a", "The fire killed nine men. Nine men were killed. A blast killed 14 men.")))

    assert corpus.tolls["a", "killed"] == 2


def test_figures_between_two_claims_are_counted() -> None:
    """Claims with other figures of that unit between them are less likely to belong together."""
    found = numbers(article("a", "The fire killed nine men. A flood killed 14 men. A storm killed 20 men."))

    assert survey(found).between(found[0], found[2]) == 1
    assert survey(found).between(found[0], found[1]) == 0


def test_an_article_agrees_when_it_gives_the_same_figure_for_the_same_thing() -> None:
    """The same number of something else is no agreement."""
    claims = numbers(
        article("a", "The fire killed nine men."),
        article("b", "Nine women were killed."),
        article("c", "Nine barns burned down."),
    )
    corpus = survey(claims)

    assert corpus.agreed(claims[0], "b") is True
    assert corpus.agreed(claims[0], "c") is False
    assert corpus.agreed(claims[0], "a") is False


def test_two_copies_of_one_sentence_are_known() -> None:
    """Both sentences hold both figures."""
    text = "The fire killed nine men and injured 14 men."
    claims = numbers(article("a", text), article("b", text))
    nine, fourteen = claims[0], claims[-1]

    assert survey(claims).copied(nine, fourteen) is True


def test_two_sentences_with_other_figures_are_no_copies() -> None:
    """Each gives its own."""
    claims = numbers(article("a", "The fire killed nine men."), article("b", "The fire killed 14 men."))

    assert survey(claims).copied(claims[0], claims[1]) is False


@pytest.mark.parametrize(
    ("text", "unit"),
    [("The fire killed nine men.", "killed"), ("He sold nine cows.", "count")],
)
def test_the_unit_of_a_bare_count_is_its_attribute(text: str, unit: str) -> None:
    """What is counted decides what it is compared with."""
    assert unit_of(numbers(article("a", text))[0]) == unit


def test_miles_and_kilometres_are_one_unit() -> None:
    """Measures go by what they measure."""
    miles, kilometres = numbers(article("a", "He drove nine miles."), article("b", "He drove 20 km."))

    assert unit_of(miles) == unit_of(kilometres)


def test_the_counted_noun_of_a_figure_alone_is_unknown() -> None:
    """ "Put it at 62" names nothing."""
    assert counted_noun(numbers(article("a", "The union put it at 62."))[0]) is None
    assert counted_noun(numbers(article("a", "He sold nine cows."))[0]) == "cow"


def test_a_sentence_is_as_crowded_as_it_has_different_figures() -> None:
    """Three different figures in the first, one in the second."""
    text = "The fire killed nine people, hurt 14 and drove 60 from their homes. It burned for six hours."
    claims = [claim for claim in extract([article("a", text)])[0].claims if claim.kind == "number"]
    crowds = {claim.shown: survey(claims).crowd(claim) for claim in claims}
    assert (crowds["nine"], crowds["six hours"]) == (3, 1)


def test_an_ordinal_is_no_figure_beside_a_toll() -> None:
    """ "The ninth floor" counts nothing: it neither crowds a sentence nor stands for nine dead."""
    one, two = article("a", "Four died on the ninth floor."), article("b", "Nine died on the fourth floor.")
    claims = numbers(one, two)
    corpus = survey(claims)
    tolls = [claim for claim in claims if claim.attribute == "killed"]

    assert [corpus.crowd(claim) for claim in tolls] == [1, 1]
    assert not corpus.copied(tolls[0], tolls[1])


def test_two_figures_are_alone_with_a_topic_when_no_other_figure_is_about_it() -> None:
    """A second figure about those on board takes that away."""
    sides = (
        article("a", "The ferry sank with 96 people on board. Police have 30 names."),
        article("b", "The list names 129 passengers."),
    )
    found = numbers(*sides)
    aboard = [claim for claim in found if "aboard" in claim.frame.topics and claim.shown in {"96", "129"}]
    crowded = numbers(*sides, article("c", "It had 140 passengers. The manifest has 80 passengers."))
    named = {claim.shown: claim for claim in crowded}

    assert survey(found).alone(*aboard)
    assert not survey(crowded).alone(named["96"], named["140"])
