"""What became of the people that a number counts is read from the words around it."""

from __future__ import annotations

import pytest
from figures import claim_of, harms_of

from discrepancy.extract.harm_words import harms
from discrepancy.extract.people import people_group
from discrepancy.values.quantity import Quantity


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("62 Syrian government soldiers were killed.", [("62", "killed")]),
        ("The blast injured 14 market traders.", [("14", "injured")]),
        ("Five people remain missing after the dam burst.", [("Five", "missing")]),
        ("Police arrested 12 protesters at the gate.", [("12", "arrested")]),
        ("The floods displaced 4,000 families.", [("4,000", "displaced")]),
        ("Seven passengers were taken to hospital.", [("Seven", "hospitalised")]),
        ("Ambulances took 12 people to hospital.", [("12", "hospitalised")]),
        ("Firefighters rescued 15 hikers from the ridge.", [("15", "rescued")]),
        ("Gunmen kidnapped eight engineers.", [("eight", "abducted")]),
        ("Gunmen took five tourists hostage.", [("five", "abducted")]),
        ("Thirty-one guests fell ill.", [("Thirty-one", "infected")]),
        ("The attack caused 40 casualties.", [("40", "casualties")]),
        ("Jets bombed 70 allied troops by mistake.", [("70", "hit")]),
    ],
)
def test_each_kind_of_harm_has_its_attribute(text: str, found: list[tuple[str, str]]) -> None:
    """The attribute says what became of those counted."""
    assert harms_of(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The strike killed 61 men.",
        "61 men were killed in the strike.",
        "61 men died.",
        "61 men lost their lives.",
        "The fire claimed the lives of 61 men.",
        "The fire cost 61 lives.",
        "The strike left 61 dead.",
        "61 men were found dead.",
        "A gunman fatally shot 61 men.",
        "61 men were shot dead.",
        "61 men were shot and killed.",
        "61 men were found shot to death.",
        "61 men were beaten to death.",
        "The army lost 61 soldiers.",
        "61 bodies were pulled from the rubble.",
    ],
)
def test_the_dead_are_told_in_many_ways(text: str) -> None:
    """Active, passive and participle, idioms and loss all mean death."""
    assert harms_of(text) == [("61", "killed")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The blast left 11 dead and 28 injured.", [("11", "killed"), ("28", "injured")]),
        ("A bomb exploded, killing 14 and leaving 50 wounded.", [("14", "killed"), ("50", "injured")]),
        ("Police arrested 12 protesters and 20 are missing.", [("12", "arrested"), ("20", "missing")]),
        ("Twelve people were killed and 30 more wounded.", [("Twelve", "killed"), ("30", "injured")]),
        ("A gunman shot dead three colleagues and injured 16 others.", [("three", "killed"), ("16", "injured")]),
        ("The raid killed three men and two women.", [("three", "killed"), ("two", "killed")]),
    ],
)
def test_clipped_pairs_keep_their_own_attribute(text: str, found: list[tuple[str, str]]) -> None:
    """Each figure of a short list takes the word that belongs to it."""
    assert harms_of(text) == found


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("18 civilians, including five children, were killed.", "18", "five"),
        ("18 people died including five policemen.", "18", "five"),
        ("At least 18 people were killed, among them five policemen.", "At least 18", "five"),
        ("The raid killed at least 18 people, five of them children.", "at least 18", "five"),
    ],
)
def test_a_part_set_off_from_a_toll_shares_its_harm(text: str, whole: str, part: str) -> None:
    """Both figures count the dead; only the second is marked as a part."""
    one, two = claim_of(text, whole), claim_of(text, part)

    assert (one.attribute, one.frame.scope.part) == ("killed", False)
    assert (two.attribute, two.frame.scope.part) == ("killed", True)


def test_those_counted_among_the_dead_are_a_part_of_them() -> None:
    """The toll may stand behind its part."""
    part = claim_of("Three children were among the dead.", "Three")

    assert (part.attribute, part.frame.scope.part) == ("killed", True)


def test_those_among_something_else_are_not_harmed() -> None:
    """ "Among the guests" says nothing of harm."""
    assert harms_of("Three ministers were among the guests, the palace said.") == [("Three", "count")]


@pytest.mark.parametrize(
    ("text", "shown", "attribute"),
    [
        ("The death toll rose to 62.", "62", "killed"),
        ("The observatory put the dead at 38.", "38", "killed"),
        ("They put the wounded at about 100.", "about 100", "injured"),
        ("The casualty toll rose to 62.", "62", "casualties"),
        ("The number of injured rose to 62.", "62", "injured"),
        ("The wounded were a hundred.", "a hundred", "injured"),
        ("The governor put the number of dead at 62.", "62", "killed"),
        ("The count of those arrested reached 62.", "62", "arrested"),
    ],
)
def test_a_toll_gives_its_attribute_to_the_figure(text: str, shown: str, attribute: str) -> None:
    """The counter names the harm; the figure stands alone."""
    assert claim_of(text, shown).attribute == attribute


def test_a_missing_comma_does_not_hide_the_harm() -> None:
    """ "Killing" before a figure is a verb, whatever it is taken for."""
    text = "Planes dropped bombs on a container complex killing at least 35 dockers."

    assert ("at least 35", "killed") in harms_of(text)


def test_those_who_do_harm_are_not_its_victims() -> None:
    """The subject of an active verb is the agent."""
    assert harms_of("62 soldiers killed three rebels.") == [("62", "count"), ("three", "killed")]


def test_the_agent_of_a_passive_is_not_its_victim() -> None:
    """Behind "by" stands who did it."""
    assert harms_of("Three rebels were killed by 62 soldiers.") == [("Three", "killed"), ("62", "count")]


@pytest.mark.parametrize(
    "text",
    ["About 90 people were killed or injured.", "The blast killed or wounded about 90 people."],
)
def test_killed_or_injured_together_are_casualties(text: str) -> None:
    """One figure for both kinds is neither of them."""
    assert [attribute for _, attribute in harms_of(text)] == ["casualties"]


@pytest.mark.parametrize(
    "text", ["Six people were shot at the club.", "Officers shot six men.", "Six men were stabbed."]
)
def test_the_shot_may_live_or_die(text: str) -> None:
    """Being shot is counted with the casualties."""
    assert [attribute for _, attribute in harms_of(text)] == ["casualties"]


@pytest.mark.parametrize(
    "text",
    [
        "A gunman shot at six agents.",
        "Six films were shot in the valley.",
        "All six people in a plane that was shot down were soldiers.",
        "The club lost six players.",
        "Six shops sold hats.",
        "Workers planted six trees.",
    ],
)
def test_other_counts_are_no_harm(text: str) -> None:
    """Shots that miss, films, machines, transfers and plain counts harm nobody."""
    assert harms_of(text) == [(claim_of(text, "Six" if "Six" in text else "six").shown, "count")]


def test_nobody_hurt_is_a_count_of_zero() -> None:
    """The absence of harm is a figure too."""
    claim = claim_of("Nobody was hurt.", "Nobody")

    assert claim.attribute == "injured"
    assert isinstance(claim.value, Quantity)
    assert (claim.value.low, claim.value.high) == (0, 0)


def test_people_belong_to_groups() -> None:
    """The group of a noun decides who may be compared with whom."""
    assert people_group("soldier") == "military"
    assert people_group("people") == "any"
    assert people_group("bus") is None


def test_the_attributes_are_those_of_the_word_list() -> None:
    """What can befall people is listed once."""
    assert {"killed", "injured", "missing", "casualties", "hit"} <= harms()
