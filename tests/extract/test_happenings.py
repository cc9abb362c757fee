"""Which happening a clause tells of, whatever verb or noun it uses."""

from __future__ import annotations

import pytest

from discrepancy.extract.happenings import acts_of, families_of, parties_of, phase_of
from discrepancy.language.parser import parse
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words


def root(text: str) -> tuple[Sentence, Token]:
    """The sentence of ``text`` and its main verb."""
    sentence = parse(text)[0]
    return sentence, next(token for token in sentence.tokens if token.dep == "ROOT")


@pytest.mark.parametrize(
    ("one", "other", "act"),
    [
        ("The dam was built in 1988.", "The dam was put up in 1994.", "build"),
        ("The explosion took place at noon.", "The boiler blew up at noon.", "explode"),
        ("The firing began at noon.", "Soldiers began shooting at noon.", "shoot"),
        ("The mayor gave the order at noon.", "The order came at noon.", "order"),
        ("The suspect was taken into custody.", "Guards overpowered the suspect.", "arrest"),
    ],
)
def test_two_ways_to_tell_of_one_happening(one: str, other: str, act: str) -> None:
    """Verbs with their particles and nouns behind empty verbs meet in one family."""
    assert act in acts_of(*root(one)) & acts_of(*root(other))


def test_a_noun_of_no_family_stands_for_itself() -> None:
    """What began needs no family to be known again."""
    assert acts_of(*root("The operation began at noon.")) == {"noun:operation"}


def test_a_quake_that_strikes_is_no_attack() -> None:
    """The noun tells more than the verb."""
    assert acts_of(*root("The quake struck at noon.")) == families_of("quake")


def test_a_verb_tells_which_end_of_a_happening_it_is() -> None:
    """The beginning and the end of a thing are two times."""
    assert [phase_of(*root(f"The march {verb} at noon.")) for verb in ("began", "ended", "resumed")] == [
        "begin",
        "end",
        "resume",
    ]
    assert phase_of(*root("The fire was out by noon.")) == "end"


def test_parties_are_subject_object_and_agent() -> None:
    """A clause that only describes a party lends it no words."""
    parties = parties_of(*root("The guard who saw the fire was hit by a falling beam."))

    assert [(one.role, one.noun) for one in parties] == [("subject", "guard"), ("agent", "beam")]
    assert all("fire" not in one.words for one in parties)


def test_lists_name_known_families() -> None:
    """A family that is renamed must not drop out of the lists that lean on it."""
    known = set(table("happenings")["families"]) | {"over"}

    assert words("happenings", "once", "families") | words("happenings", "many", "families") <= known
