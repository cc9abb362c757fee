"""When two actors are one."""

from __future__ import annotations

import pytest

from discrepancy.values.bodies import name_sounds, same_body
from discrepancy.values.names import Actor, ActorType


def actor(name: str, kind: ActorType, camp: str | None = None, *, generic: bool = False) -> Actor:
    return Actor(name, "-".join(name.lower().split()), kind, camp, generic)


def standing(one: Actor, other: Actor) -> tuple[str, str]:
    """The answer in both directions, which must be the same."""
    there, back = same_body(one, other), same_body(other, one)
    assert there == back
    return there.standing, there.code


def test_equal_keys_are_the_same_body() -> None:
    """The name under which the text speaks of a body does not matter."""
    one = Actor("Pentagon", "us-defense-department", "organisation", "us")
    other = Actor("US Department of Defense", "us-defense-department", "organisation", "us")

    assert standing(one, other) == ("same", "paraphrase")


def test_bodies_that_share_an_adjective_are_two() -> None:
    """A shared country in the name does not make one speaker of two."""
    one = actor("Syrian Arab News Agency", "organisation")
    other = actor("Syrian Observatory for Human Rights", "organisation")

    assert standing(one, other) == ("disjoint", "differs")


def test_a_shorter_name_of_a_body_is_an_alias() -> None:
    """ "The ministry" may be the defence ministry of another text."""
    assert standing(actor("ministry", "organisation"), actor("defence ministry", "organisation")) == (
        "overlapping",
        "alias",
    )


def test_the_armies_of_two_states_are_two() -> None:
    """A side that is known and differs keeps bodies apart."""
    one = Actor("army", "army", "organisation", "tarvia")
    other = Actor("Ostrian army", "army-ostria", "organisation", "ostria")

    assert standing(one, other) == ("disjoint", "differs")


def test_a_government_and_its_ministry_overlap() -> None:
    """Moscow may speak through the Russian ministry, and not through that of another state."""
    moscow = Actor("Russia", "russia-government", "organisation", "russia")
    own = Actor("Russian Defence Ministry", "defence-ministry-russia", "organisation", "russia")
    foreign = Actor("Turkish Defence Ministry", "defence-ministry-turkey", "organisation", "turkey")

    assert standing(moscow, own) == ("overlapping", "alias")
    assert standing(moscow, foreign) == ("disjoint", "differs")


def test_a_spokesman_speaks_for_the_body_in_his_title() -> None:
    """The office names the body."""
    assert standing(actor("coast guard spokesman", "role"), actor("coast guard", "organisation")) == (
        "overlapping",
        "alias",
    )


def test_a_minister_and_a_ministry_of_one_side_overlap() -> None:
    """A person whose side is known may be the voice of that side, and not of another."""
    minister = actor("Ilya Marek", "person", "ostria")

    assert standing(minister, actor("Ostrian army", "organisation", "ostria")) == ("overlapping", "alias")
    assert standing(minister, actor("Tarvian army", "organisation", "tarvia")) == ("disjoint", "differs")


def test_a_person_and_a_body_without_a_known_link_say_nothing() -> None:
    """Nobody knows for whom an unknown person speaks."""
    assert standing(actor("Ilya Marek", "person"), actor("Red Crescent", "organisation"))[0] == "incomparable"


def test_nameless_sources_are_nobody_in_particular() -> None:
    """Two texts that both cite "officials" need not cite the same ones."""
    officials = actor("officials", "role", generic=True)

    assert standing(officials, officials) == ("incomparable", "generic")
    assert standing(officials, actor("coast guard", "organisation")) == ("incomparable", "generic")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("John Kerry", "Kerry", "overlapping"),
        ("J. Kerry", "John Kerry", "overlapping"),
        ("Rami Abdel Rahman", "Rami Abdul-Rahman", "same"),
        ("Rami Abdelrahman", "Rami Abdul Rahman", "same"),
        ("Sergei Lavrov", "Sergey Lavrov", "same"),
        ("José Núñez", "Jose Nunez", "same"),
        ("John Kerry", "John Kelly", "disjoint"),
        ("John Kerry", "Robert Kerry", "disjoint"),
        ("Anna Holm", "Peter Lund", "disjoint"),
    ],
)
def test_persons_are_one_when_their_names_agree(one: str, other: str, expected: str) -> None:
    """Spelling and missing given names do not part a person; another given name does."""
    assert standing(actor(one, "person"), actor(other, "person"))[0] == expected


def test_particles_are_no_part_of_a_name() -> None:
    """ "al-Assad" is "Assad"."""
    assert name_sounds("Bashar al-Assad") == name_sounds("Bashar Assad")
