"""Sites: what the prepositions of a clause say of where it happened."""

from __future__ import annotations

import pytest

from discrepancy.extract.document import extract_claims
from discrepancy.model import Claim, Document
from discrepancy.values.site import Site


def sites(text: str) -> list[Claim]:
    return [claim for claim in extract_claims(Document("a", text)).claims if claim.kind == "place"]


def site(text: str) -> Site:
    (claim,) = sites(text)
    assert isinstance(claim.value, Site)
    return claim.value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The fire began in a kitchen on the ninth floor of Brackley House.",
            "in a kitchen on the ninth floor of Brackley House",
        ),
        ("The suspect was arrested in the basement of Brackley House.", "in the basement of Brackley House"),
        ("He was shot outside the church.", "outside the church"),
    ],
)
def test_a_site_is_shown_as_the_clause_words_it(text: str, shown: str) -> None:
    """Nouns without their prepositions and ordinals would not say where."""
    assert [claim.shown for claim in sites(text)] == [shown]


def test_a_room_is_the_site_and_its_house_only_what_holds_it() -> None:
    """An attic is told apart from a kitchen, a convent is not told apart from its attic."""
    found = site("The painter was found in the attic of a convent.")

    assert found.spots == {"room:attic"}
    assert {"attic", "convent"} <= found.heads


@pytest.mark.parametrize(
    ("words", "floor"),
    [
        ("on the ground floor", (0, 0)),
        ("on the first floor", (0, 1)),
        ("on the third floor", (3, 3)),
        ("on the 12th floor", (12, 12)),
        ("on the eleventh floor", (11, 11)),
        ("on the top floor", (1, 99)),
        ("in the basement", (-99, -1)),
    ],
)
def test_a_floor_is_a_range_of_numbers(words: str, floor: tuple[int, int]) -> None:
    """The first floor is the ground floor in some countries."""
    assert site(f"A woman was stabbed {words}.").floor == floor


def test_a_bank_and_a_bearing_are_sides() -> None:
    """A side belongs to a thing that has sides; a bearing is taken from the town."""
    assert site("The body was found on the north bank of the river.").sides == {("north", "bank")}
    assert site("The truck was hit at a bend west of Kellan.").sides == {("west", "side")}


def test_outside_shuts_the_place_out() -> None:
    """What happened outside the fence did not happen within."""
    assert site("Three men were killed outside the fence.").outside == {"fence"}


def test_where_it_is_said_not_to_be_is_kept_apart() -> None:
    """The place after "not" is no site of the happening."""
    found = site("He was killed in the street, not in the church.")

    assert found.denied == {"church"}
    assert "church" not in found.heads


def test_the_place_of_speaking_or_living_is_no_site() -> None:
    """Only a happening has a site that another account could gainsay."""
    assert sites("Ada Brunn spoke in the church. She lives in a house.") == []


def test_what_may_have_happened_or_is_near_gives_no_site() -> None:
    """A guess and a neighbourhood shut nothing out."""
    assert sites("He may have been shot in the church.") == []
    assert sites("He was shot near the church.") == []
