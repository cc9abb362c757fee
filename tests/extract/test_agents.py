"""Who did it and who holds a thing, and how firmly a text puts the one against others."""

from __future__ import annotations

import pytest

from discrepancy.extract.document import extract_claims
from discrepancy.model import Claim, Document


def actors(text: str, attribute: str) -> list[Claim]:
    claims = extract_claims(Document("a", text)).claims
    return [claim for claim in claims if claim.kind == "actor" and claim.attribute == attribute]


@pytest.mark.parametrize(
    ("text", "agent", "how"),
    [
        ("It was the baker who raised the alarm.", "the baker", "cleft"),
        ("It was not the police who stopped the thief.", "the police", "not"),
        ("The guards were the first to open fire.", "The guards", "first"),
        ("The mayor himself closed the bridge.", "The mayor himself", "self"),
        ("The mayor closed the bridge.", "The mayor", "plain"),
    ],
)
def test_an_agent_comes_with_how_it_is_put_against_others(text: str, agent: str, how: str) -> None:
    """ "It was X who" and "X himself" answer somebody; a plain clause does not."""
    (claim,) = actors(text, "agent")

    assert claim.value == agent
    assert f"how:{how}" in claim.frame.cues


def test_a_pronoun_or_an_event_is_no_agent() -> None:
    """Nobody can be compared with "he", and a blast lays nothing at a door."""
    assert actors("He closed the bridge. The blast closed the road.", "agent") == []


@pytest.mark.parametrize(
    ("text", "found"), [("The dyke broke on Monday.", []), ("The thief broke the lock on Monday.", ["The thief"])]
)
def test_what_befalls_a_thing_is_not_done_by_it(text: str, found: list[str]) -> None:
    """A dyke that breaks does not break anything."""
    assert [claim.value for claim in actors(text, "agent")] == found


def test_whoever_buys_a_number_of_things_owns_no_thing_in_question() -> None:
    """The bakery is known by its buyer, 200 rolls are not."""
    assert [c.value for c in actors("He sold the bakery to a bank.", "owner")] == ["a bank"]
    assert actors("He sold 200 rolls to the police.", "owner") == []


@pytest.mark.parametrize(
    ("text", "post", "holder"),
    [
        ("The mine belongs to a bank in Kellan.", "owner", "a bank"),
        ("The mine is owned by a widow.", "owner", "a widow"),
        ("The mate was at the helm.", "steering", "The mate"),
    ],
)
def test_an_owner_and_a_steersman_are_found(text: str, post: str, holder: str) -> None:
    """One thing has one owner, one helm one hand."""
    (claim,) = actors(text, post)

    assert str(claim.value).startswith(holder)


def test_who_was_not_at_the_helm_holds_nothing() -> None:
    """A denial names no other holder."""
    assert actors("The mate was not at the helm.", "steering") == []
