"""Who is responsible for a clause, as the claims made from it say."""

from __future__ import annotations

import pytest

from discrepancy.extract.document import extract_claims
from discrepancy.model import Claim, Document


def claims(text: str, kind: str) -> list[Claim]:
    return [claim for claim in extract_claims(Document("a", text)).claims if claim.kind == kind]


def speakers(text: str, kind: str = "polarity") -> set[str | None]:
    return {claim.frame.speaker.name if claim.frame.speaker else None for claim in claims(text, kind)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Varnia denied the charge.", "Varnia"),
        ("The harbour union, which blamed the ferry company, met on Monday.", "harbour union"),
    ],
)
def test_who_denies_or_blames_says_so_itself(text: str, speaker: str) -> None:
    """The subject of the verb speaks, even where nothing more of what it said is told."""
    assert any(name and name.removeprefix("The ") == speaker for name in speakers(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The charge was denied by Varnia on Sunday.", "Varnia"),
        ("Varnia was accused of shelling the bridge.", None),
        ("The militia was behind the attack.", None),
    ],
)
def test_who_is_accused_is_not_the_one_who_says_it(text: str, speaker: str | None) -> None:
    """In a passive clause the agent speaks, or the outlet."""
    found = claims(text, "polarity")
    charges = [claim for claim in found if claim.attribute == "responsible"]
    assert [claim.frame.speaker.name if claim.frame.speaker else None for claim in charges] == [speaker]


def test_whoever_calls_a_thing_by_a_name_answers_for_it() -> None:
    """A verdict in the object of the verb is its subject's."""
    assert speakers("The Ramoa Defence Ministry called the raid a mistake.", "cause") == {"Ramoa Defence Ministry"}


def test_a_clause_beside_reported_speech_is_the_outlets_own() -> None:
    """What only hangs on the verb of saying is not said by its subject."""
    found = claims("The mayor spoke to reporters while rescuers found no survivors in the hall.", "polarity")
    assert found
    assert {claim.frame.speaker for claim in found} == {None}


def test_quoted_words_have_the_speaker_of_the_quote() -> None:
    """A quote that goes on after "she said" is hers to its end."""
    found = claims('"The gate was never locked," Ana Ruiz said. "Nobody held a key to it."', "quote")
    assert [claim.frame.speaker.name for claim in found if claim.frame.speaker] == ["Ana Ruiz", "Ana Ruiz"]
    assert all(claim.frame.direct for claim in found)
