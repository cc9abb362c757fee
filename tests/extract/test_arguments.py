"""Who does what to whom, whatever form the clause has."""

from __future__ import annotations

import pytest
from contested import context_of

from discrepancy.extract.arguments import Pronouns, arguments_of
from discrepancy.extract.clauses import find_clauses
from discrepancy.model import Participant
from discrepancy.values.names import Actor

UNION = Actor("The union", "union", "organisation")


def arguments(text: str, verb: str, speaker: Actor | None = None) -> tuple[Participant, ...]:
    """What the clause of ``text`` whose verb reads ``verb`` tells, the act first."""
    context = context_of(text)
    clause = next(c for sentence in context.sentences for c in find_clauses(sentence) if c.verb.text == verb)
    return arguments_of(clause, Pronouns(context, speaker))


def told(text: str, verb: str) -> dict[str, str]:
    """Role -> head noun of the same."""
    return {who.role: who.noun for who in arguments(text, verb)}


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
    said, unsaid = (arguments("The union said it was not informed.", "informed", who)[1] for who in (UNION, None))

    assert (said.group, said.words, unsaid.words) == ("open", frozenset({"union"}), frozenset())


def test_the_speaker_who_is_a_person_is_no_it() -> None:
    """ "The mayor said it was not informed" speaks of something else."""
    who = arguments("The mayor said it was not informed.", "informed", Actor("Ana Lund", "ana-lund", "person"))[1]

    assert who.words == frozenset()


def test_who_speaks_in_quotation_marks_is_no_she() -> None:
    """ "She will not appeal," her brother said; what he says of her without quotation marks may be said by herself."""
    brother = Actor("Karel Ruel", "karel-ruel", "person")

    assert arguments('"She will not appeal," Karel Ruel said.', "appeal", brother)[1].words == frozenset()
    assert arguments("Karel Ruel said she will not appeal.", "appeal", brother)[1].words == frozenset({"karel", "ruel"})


def test_a_deed_asked_of_somebody_is_asked_and_names_the_deed() -> None:
    """ "Begged her to stay" tells of begging, and of what for."""
    found = told("He had begged her to stay.", "begged")

    assert (found["act"], found["to:do"]) == ("beg", "stay")


def test_some_of_a_whole_are_what_the_whole_is_made_of() -> None:
    """Four of nine cranes are cranes; not one crane is no crane at all."""
    assert told("Four of its nine cranes were working.", "working")["party"] == "crane"
    assert "any" in arguments("Not one crane has moved.", "moved")[1].words


def test_a_pronoun_with_an_antecedent_is_compared_as_whom_it_names() -> None:
    """ "The singer Ana Ruel was found. She was conscious." """
    who = arguments("The singer Ana Ruel was found. She slept.", "slept")[1]

    assert (who.group, who.words) == ("name", frozenset({"singer", "ana", "ruel"}))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"I fled," the owner, Jan Kolar, said.', {"owner", "jan", "kolar"}),
        ('"I fled," bus driver Jan Kolar said.', {"bus", "driver", "jan", "kolar"}),
    ],
)
def test_whoever_says_i_is_known_by_a_post_that_one_holds_alone(text: str, words: set[str]) -> None:
    """A piece of news has one owner, but many guards."""
    who = arguments(text, "fled", Actor("Jan Kolar", "jan-kolar", "person"))[1]

    assert (who.group, who.words) == ("name", frozenset(words))


def test_whoever_says_i_and_is_one_of_many_is_known_by_name_alone() -> None:
    """Another guard may have fled."""
    who = arguments('"I fled," guard Jan Kolar said.', "fled", Actor("Jan Kolar", "jan-kolar", "person"))[1]

    assert (who.group, who.words) == ("open", frozenset({"jan", "kolar"}))


def test_nobody_of_a_group_is_that_group_and_what_there_was_has_no_doer() -> None:
    """ "Nobody in the crew"; "there were no bars, a doctor said" does not make the doctor a party to bars."""
    bars = arguments("There were no bars on the windows, a doctor said.", "were")

    assert arguments("Nobody in the crew slept.", "slept")[1].noun == "crew"
    assert [who.role for who in bars] == ["act", "with:on"]
