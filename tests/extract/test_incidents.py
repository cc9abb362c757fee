"""Each toll belongs to one incident: the article's own, an earlier one, another one, or a longer stretch of time."""

from __future__ import annotations

import pytest
from figures import article, claim_of

from discrepancy.pipeline import extract

LEAD = (
    "A bomb killed nine people at a market in Kabul on Monday, police said. The blast tore through the fruit stalls. "
    "Shopkeepers carried the injured to cars. "
)


def incident_of(rest: str, shown: str, published: str = "2021-05-04") -> tuple[str, int]:
    """Relation and number of the incident of the figure ``shown`` in an article that goes on with ``rest``."""
    claims = extract([article("a", LEAD + rest, published)])[0].claims
    found = [claim.frame.occasion for claim in claims if claim.kind == "number" and claim.shown == shown]
    assert found, [claim.shown for claim in claims]
    return found[-1].relation, found[-1].incident


@pytest.mark.parametrize(
    ("rest", "shown"),
    [
        ("The blast injured 14 shoppers.", "14"),
        ("A doctor at the market said 14 shoppers were injured.", "14"),
        ("Two more victims died on Tuesday, bringing the toll to 14.", "14"),
        ("Meanwhile the traders' union said the blast injured 14 shoppers.", "14"),
        ("Separately, the mayor said 14 shoppers were injured at the same market.", "14"),
        ("Relatives came from Herat, where 14 of the traders had been born.", "14"),
        ("The blast hurt 14 shoppers, the most since 2011.", "14"),
        ("The blast injured 14 shoppers near a checkpoint that had been opened in March 2019.", "14"),
    ],
)
def test_what_nothing_sets_apart_is_told_of_the_articles_own_event(rest: str, shown: str) -> None:
    """Later days, the event by its name, its own place and mere origins stay with the lead."""
    assert incident_of(rest, shown) == ("main", 0)


@pytest.mark.parametrize(
    ("rest", "shown", "relation"),
    [
        ("In March 2019 a bomb at a bakery killed 14 people.", "14", "earlier"),
        ("Last Thursday gunmen killed 14 people on the road to the airport.", "14", "earlier"),
        ("Separately, gunmen killed 14 people on the road to the airport.", "14", "other"),
        ("Gunmen killed 14 people in Herat.", "14", "other"),
        ("The attack came two days after a raid killed 14 people.", "14", "earlier"),
        ("Two people were wounded by mortars in the nearby town of Balgah.", "Two", "other"),
        ("Bombs in the country have killed 140 people in the past three months.", "140", "wider"),
        ("Three weeks of fighting have left 140 people dead.", "140", "wider"),
        ("More than 40,000 people have been killed since the conflict began.", "More than 40,000", "wider"),
        ("The war has claimed the lives of 40,000 people.", "40,000", "wider"),
        ("A bomb near the buses of evacuees killed 120 people.", "120", "other"),
    ],
)
def test_what_is_set_apart_is_told_of_something_else(rest: str, shown: str, relation: str) -> None:
    """Days before, openers, places elsewhere, longer stretches, and tolls that dwarf the one of the lead."""
    found, number = incident_of(rest, shown)

    assert found == relation
    assert number != 0


def test_an_incident_that_was_set_apart_goes_on_until_the_lead_comes_back() -> None:
    """The next sentence about the road stays there; the market leads back."""
    rest = (
        "Separately, gunmen stopped a coach on the road to the airport. The gunmen killed three passengers. "
        "The blast at the market also injured 14 shoppers."
    )

    assert incident_of(rest, "three") == ("other", 1)
    assert incident_of(rest, "14") == ("main", 0)


def test_an_earlier_incident_ends_with_its_sentence_unless_the_next_points_back() -> None:
    """ "They" goes on; a sentence that starts afresh does not."""
    start = "In March 2019 a bomb killed six people at a bakery. "

    assert incident_of(start + "It also injured 30 people.", "30")[0] == "earlier"
    assert incident_of(start + "Doctors treated 30 people.", "30") == ("main", 0)


def test_two_incidents_that_are_set_apart_have_numbers_of_their_own() -> None:
    """Figures of the two cannot be taken for figures of one."""
    rest = "Gunmen killed 14 people in Herat. Separately, a mine killed 12 people on a farm."

    assert incident_of(rest, "14")[1] != incident_of(rest, "12")[1]


def test_a_disaster_that_spreads_has_many_places() -> None:
    """The dead of another town are dead of the same flood."""
    text = (
        "Floods killed nine people in Kabul on Monday. Rivers rose in the night. Rain fell for hours. "
        "In Herat the water killed 14 people."
    )

    assert claim_of(text, "14").frame.occasion.relation == "main"


@pytest.mark.parametrize(
    ("text", "shown", "level"),
    [
        ("The fire killed 12 people a day after the inspection.", "12", "incident"),
        ("The five-hour battle killed 12 people.", "12", "incident"),
        ("The cook made 12 cakes with three days of supplies.", "12", "incident"),
        ("A war monitor said the raid killed 12 people.", "12", "incident"),
        ("The mine, which yields 900 tonnes a year, caught fire and 12 people died.", "12", "incident"),
        ("Clashes killed 12 people over the last 15 days.", "12", "period"),
        ("In 24 hours of fighting 12 people were killed.", "12", "period"),
        ("Some 12,000 people have been killed in the war.", "Some 12,000", "war"),
        ("The conflict has killed 12,000 people.", "12,000", "war"),
        ("Nearly 12,000 people have died since the uprising erupted.", "Nearly 12,000", "war"),
    ],
)
def test_how_far_a_toll_reaches(text: str, shown: str, level: str) -> None:
    """Lengths of time in which something went on, and wars as a whole, have tolls of their own."""
    assert claim_of(text, shown).frame.scope.level == level
