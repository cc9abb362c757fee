"""Every figure that answers a question becomes one claim, with who is counted and what is asked."""

from __future__ import annotations

import pytest
from figures import claim_of, number_claims

from discrepancy.model import Claim


def who(claim: Claim, role: str) -> str | None:
    """Noun of the participant in ``role``."""
    return next((one.noun for one in claim.frame.participants if one.role == role), None)


@pytest.mark.parametrize(
    ("text", "shown", "attribute"),
    [
        ("The bridge cost 40 million euros.", "40 million euros", "money"),
        ("The train was travelling at 120 km/h.", "120 km/h", "measure"),
        ("The hole is 40 metres deep.", "40 metres", "measure"),
        ("The trial lasted five weeks.", "five weeks", "duration"),
        ("Turnout was 61 percent.", "61 percent", "percentage"),
        ("The club sold 900 tickets.", "900", "count"),
    ],
)
def test_the_attribute_of_other_figures_is_what_they_measure(text: str, shown: str, attribute: str) -> None:
    """Money, measures, lengths of time, shares and counts are kept apart."""
    claim = claim_of(text, shown)

    assert claim.attribute == attribute


def test_an_age_is_a_claim_of_its_own() -> None:
    """Ages are compared with ages alone."""
    assert [claim.attribute for claim in number_claims("The driver, aged 34, was unhurt.")] == ["age"]


@pytest.mark.parametrize(
    "text", ["She lives at 62 Harbour Street.", "He flew in a Boeing 737.", "Call flight MS804.", "It was 10.30 pm."]
)
def test_names_and_clock_times_are_no_figures(text: str) -> None:
    """House numbers, models, flights and times answer no question of number."""
    assert number_claims(text) == []


def test_the_counted_noun_and_the_subject_are_kept() -> None:
    """Who is counted, and whose number it is."""
    claim = claim_of("The mill employed 300 weavers.", "300")

    assert who(claim, "counted") == "weaver"
    assert who(claim, "subject") == "mill"


def test_a_named_subject_is_marked() -> None:
    """A name is surer than a noun."""
    claim = claim_of("Norfeld sold 300 tickets.", "300")

    assert who(claim, "named-subject") == "norfeld"


def test_the_subject_of_a_joined_verb_is_that_of_the_first() -> None:
    """ "The mill closed and dismissed 300 weavers": the mill dismissed them."""
    claim = claim_of("The mill closed in March and dismissed 300 weavers.", "300")

    assert who(claim, "subject") == "mill"


def test_a_figure_alone_has_no_counted_noun() -> None:
    """ "Put it at 62" counts something said before."""
    claim = claim_of("The union put it at 62.", "62")

    assert who(claim, "counted") is None
    assert claim.frame.predicate == "put"


def test_the_words_that_ask_are_kept() -> None:
    """What is asked stands in the noun, the verb and the adjective behind the unit."""
    asked = claim_of("The hole is 40 metres deep.", "40 metres").frame.asked

    assert {"hole", "deep"} <= asked


def test_topics_group_the_words_that_ask() -> None:
    """ "Deep" asks for a depth."""
    assert "depth" in claim_of("The hole is 40 metres deep.", "40 metres").frame.topics


@pytest.mark.parametrize(
    ("text", "shown", "topic"),
    [
        ("The ferry sank with 96 people on board.", "96", "aboard"),
        ("The list of the line shows 129 passengers.", "129", "aboard"),
        ("Forty men were underground when the shaft flooded.", "Forty", "underground"),
        ("Police evicted 70 squatters.", "70", "evicted"),
        ("The guards fired 14 rounds.", "14", "shots"),
    ],
)
def test_what_stands_with_the_noun_and_the_verb_tells_the_topic_too(text: str, shown: str, topic: str) -> None:
    """Prepositional phrases, adverbs and particles, not only the noun itself."""
    assert topic in claim_of(text, shown).frame.topics


@pytest.mark.parametrize(
    ("text", "shown", "topic"),
    [("A fire killed 12 people.", "12", "shots"), ("The death toll stands at 73.", "73", "price")],
)
def test_a_word_has_its_topic_in_its_part_of_speech_alone(text: str, shown: str, topic: str) -> None:
    """A fire is no shooting, a death toll no price."""
    assert topic not in claim_of(text, shown).frame.topics


def test_a_bare_toll_counts_people() -> None:
    """ "The death toll" needs no noun to say whom it counts; a bare figure beside a verb of harm does."""
    toll, bare = claim_of("The death toll stands at 73.", "73"), claim_of("Nine men came and 73 were killed.", "73")

    assert who(toll, "counted") == "people"
    assert who(bare, "counted") is None


def test_one_figure_makes_one_claim() -> None:
    """No figure is counted twice."""
    found = number_claims("Nine men and 14 women were killed, and 30 cars burned.")

    assert sorted(claim.shown for claim in found) == ["14", "30", "Nine"]


def test_claims_come_in_the_order_of_the_sentences() -> None:
    """Claims of a later sentence come later."""
    found = number_claims("Nine men died. Fourteen women were hurt. Thirty cars burned.")

    assert [claim.frame.sentence for claim in found] == [0, 1, 2]


def test_people_who_are_struck_are_hit() -> None:
    """Loose harm says nothing of death or wounds."""
    assert claim_of("Shells struck 40 villagers.", "40").attribute == "hit"


def test_buildings_that_are_struck_are_counted() -> None:
    """Only people are hit in the sense of harm."""
    assert claim_of("Shells struck 40 houses.", "40").attribute == "count"
