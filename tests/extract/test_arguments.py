"""Who does what to whom, whatever form the clause has."""

from __future__ import annotations

import pytest
from contested import clauses

from discrepancy.extract.antecedents import Antecedent
from discrepancy.extract.arguments import arguments_of
from discrepancy.values.names import Actor

UNION = Actor("The union", "union", "organisation")


def told(text: str, verb: str, speaker: Actor | None = None) -> dict[str, str]:
    """Role -> head noun, of the clause whose verb reads ``verb``."""
    clause = next(clause for clause in clauses(text) if clause.verb.text == verb)
    return {who.role: who.noun for who in arguments_of(clause, speaker, {})}


@pytest.mark.parametrize(
    ("text", "verb"),
    [("The bank sold the land.", "sold"), ("The land was sold by the bank.", "sold")],
)
def test_active_and_passive_clauses_have_the_same_parties(text: str, verb: str) -> None:
    """The subject of a passive clause is the one whom it befalls."""
    assert told(text, verb) == {"act": "sell", "doer": "bank", "undergoer": "land"}


def test_who_denies_using_something_is_the_one_who_would_have_used_it() -> None:
    """ "Denied using" names no subject of its own."""
    assert told("Police denied using tear gas.", "using") == {"act": "use", "doer": "police", "undergoer": "gas"}


def test_a_light_verb_leaves_the_act_to_its_noun() -> None:
    """ "Received a warning" tells of a warning."""
    assert told("The ministry received a warning.", "received") == {"act": "warning", "party": "ministry"}


@pytest.mark.parametrize(
    ("text", "verb", "act"),
    [
        ("The city carried out an inspection of the bridge.", "carried", "inspection"),
        ("The city reached an agreement.", "reached", "agreement"),
        ("No agreement was reached.", "reached", "agreement"),
        ("The city reached the bridge.", "reached", "reach"),
        ("The bridge was reached.", "reached", "reach"),
        ("No bread was sent.", "sent", "send"),
    ],
)
def test_a_noun_names_the_deed_where_the_verb_says_little(text: str, verb: str, act: str) -> None:
    """Active or passive; of other nouns the verb tells what was done."""
    assert told(text, verb)["act"] == act


def test_what_a_deed_befalls_stands_behind_its_noun() -> None:
    """ "An inspection of the bridge" befalls the bridge, "a payment to the weavers" the weavers."""
    assert told("The city carried out an inspection of the bridge.", "carried")["undergoer"] == "bridge"
    assert told("The mill made a payment to the weavers.", "made")["undergoer"] == "weaver"


@pytest.mark.parametrize(
    ("text", "verb"), [("The crane was loose.", "was"), ("The crane stayed loose.", "stayed"), ("It was loose.", "was")]
)
def test_what_is_said_of_a_subject_is_told_by_the_adjective(text: str, verb: str) -> None:
    """ "Be" and "stay" say nothing of their own."""
    assert told(text, verb)["act"] == "loose"


def test_a_verb_that_leads_to_another_clause_names_no_act() -> None:
    """What is planned is told by the clause below."""
    assert told("The city plans to sell the hall.", "plans") == {}


def test_a_pronoun_stands_for_the_one_who_speaks() -> None:
    """ "The union said it was not informed"; with nobody speaking, "it" may be anything."""
    clause = next(c for c in clauses("The union said it was not informed.") if c.verb.text == "informed")
    said, unsaid = (arguments_of(clause, speaker, {})[1] for speaker in (UNION, None))

    assert (said.group, said.words, unsaid.words) == ("open", frozenset({"union"}), frozenset())


def test_the_speaker_who_is_a_person_is_no_it() -> None:
    """ "The mayor said it was not informed" speaks of something else."""
    clause = next(c for c in clauses("The mayor said it was not informed.") if c.verb.text == "informed")

    assert arguments_of(clause, Actor("Ana Lund", "ana-lund", "person"), {})[1].words == frozenset()


def test_a_pronoun_with_an_antecedent_is_compared_as_whom_it_names() -> None:
    """ "The singer Ana Ruel was found. She was conscious." """
    clause = next(c for c in clauses("She was conscious.") if c.verb.text == "was")
    meant = {0: Antecedent("person", "", "singer", frozenset({"singer", "ana", "ruel"}), frozenset({"ana", "ruel"}))}
    who = arguments_of(clause, None, meant)[1]

    assert (who.noun, who.group, who.words) == ("singer", "name", frozenset({"singer", "ana", "ruel"}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"I fled," the owner, Jan Kolar, said.', {"owner", "jan", "kolar"}),
        ('"I fled," bus driver Jan Kolar said.', {"bus", "driver", "jan", "kolar"}),
    ],
)
def test_whoever_says_i_is_known_by_a_post_that_one_holds_alone(text: str, words: set[str]) -> None:
    """A piece of news has one owner, but many guards."""
    clause = next(c for c in clauses(text) if c.verb.text == "fled")
    who = arguments_of(clause, Actor("Jan Kolar", "jan-kolar", "person"), {})[1]

    assert (who.group, who.words) == ("name", frozenset(words))


def test_whoever_says_i_and_is_one_of_many_is_known_by_name_alone() -> None:
    """Another guard may have fled."""
    clause = next(c for c in clauses('"I fled," guard Jan Kolar said.') if c.verb.text == "fled")
    who = arguments_of(clause, Actor("Jan Kolar", "jan-kolar", "person"), {})[1]

    assert (who.group, who.words) == ("open", frozenset({"jan", "kolar"}))


def test_nobody_of_a_group_is_that_group_and_what_there_was_has_no_doer() -> None:
    """ "Nobody in the crew"; "there were no bars, a doctor said" does not make the doctor a party to bars."""
    crew = next(c for c in clauses("Nobody in the crew slept.") if c.verb.text == "slept")
    bars = next(c for c in clauses("There were no bars on the windows, a doctor said.") if c.verb.text == "were")

    assert arguments_of(crew, None, {})[1].noun == "crew"
    assert [who.role for who in arguments_of(bars, None, {})] == ["act", "with:on"]
