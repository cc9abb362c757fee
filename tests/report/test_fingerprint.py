"""The name of a conflict: it stays when articles are read again, and changes with what they say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from golden.sample import HERALD, INTENT, KILLED, POST, POST_DEAD, RADIO, sample_report
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Claim, Conflict, Document, Frame, Position, Span
from discrepancy.report.fingerprint import fingerprint, fingerprints

DOCUMENTS = {document.id: document for document in (POST, RADIO, HERALD)}


def with_quote(words: str) -> Conflict:
    """The conflict about the dead, with ``words`` quoted from the first article."""
    claim = replace(POST_DEAD, evidence=replace(POST_DEAD.evidence, text=words))
    return replace(KILLED, positions=(Position("14", (claim,)), *KILLED.positions[1:]))


def elsewhere(claim: Claim) -> Claim:
    """The same quote at another place of an article with another id."""
    span = Span(claim.evidence.span.start + 77, claim.evidence.span.end + 77)
    moved = replace(claim.evidence, document="x", span=span, sentence=span, prefix="other", suffix="words")
    return replace(claim, id="x:9", document="x", evidence=moved, frame=replace(claim.frame, sentence=9))


NAME = fingerprint(KILLED, DOCUMENTS)


def test_it_is_short_and_begins_with_the_letter_of_a_conflict() -> None:
    """So that it can be typed, and can be the anchor of a card."""
    assert re.fullmatch("c-[0-9a-f]{12}", NAME)


def test_it_is_written_into_files_that_outlive_this_version() -> None:
    """A change of this value loses every decision that people have made."""
    assert (NAME, fingerprint(INTENT, DOCUMENTS)) == ("c-ed506e4f4374", "c-cadc93f7617b")


def test_a_quote_that_moves_keeps_it() -> None:
    """Offsets, ids, paths and the words around a quote do not count."""
    moved = tuple(
        replace(p, claims=tuple(elsewhere(c) if c == POST_DEAD else c for c in p.claims)) for p in KILLED.positions
    )
    documents = {**DOCUMENTS, "x": replace(POST, id="x", path="other/folder/x.md", text=f"New lead.\n{POST.text}")}

    assert fingerprint(replace(KILLED, positions=moved), documents) == NAME


def test_the_order_of_answers_does_not_count() -> None:
    """Nor do number, confidence, severity and explanation."""
    turned = replace(
        KILLED, id="c9", positions=KILLED.positions[::-1], confidence=0.5, severity="low", why="other words", reasons=()
    )

    assert fingerprint(turned, DOCUMENTS) == NAME


@pytest.mark.parametrize(
    "words", ["14 passengers\ndied", " 14  passengers\r\n\tdied\n", "14\u00a0passengers\u200b died"]
)
def test_a_quote_in_another_layout_keeps_it(words: str) -> None:
    """Line breaks, runs of blanks and characters that nobody sees."""
    assert fingerprint(with_quote(words), DOCUMENTS) == NAME


def test_the_shape_of_marks_does_not_count() -> None:
    """A site that turns its quotation marks has not changed its words."""
    names = {
        fingerprint(with_quote(f"{a}14{b} \u2013 the guard{c}s"), DOCUMENTS)
        for a, b, c in ('""\'', "\u201c\u201d\u2019")
    }

    assert len(names) == 1


@pytest.mark.parametrize(
    "words", ["15 passengers died", "14 passengers died.", "14 Passengers died", "passengers 14 died"]
)
def test_a_quote_that_changes_gives_a_new_one(words: str) -> None:
    """What was decided about other words is not decided about these."""
    assert fingerprint(with_quote(words), DOCUMENTS) != NAME


def test_kind_speaker_and_outlet_count() -> None:
    """The same words from somebody else are other evidence."""
    unnamed = replace(POST_DEAD, frame=Frame(0))
    names = {
        NAME,
        fingerprint(replace(KILLED, kind="date"), DOCUMENTS),
        fingerprint(replace(KILLED, positions=(Position("14", (unnamed,)), *KILLED.positions[1:])), DOCUMENTS),
        fingerprint(KILLED, {**DOCUMENTS, "post": replace(POST, outlet="Southern Post")}),
        fingerprint(replace(KILLED, positions=KILLED.positions[:2]), DOCUMENTS),
    }

    assert len(names) == 5


def test_one_clause_that_answers_two_questions_makes_two() -> None:
    """The dead and the wounded of one clause are two conflicts with the same quotes."""
    hurt = tuple(
        replace(p, claims=tuple(replace(c, attribute="injured", shown="100") for c in p.claims))
        for p in KILLED.positions
    )

    assert fingerprint(replace(KILLED, positions=hurt), DOCUMENTS) != NAME


def test_conflicts_of_one_report_never_share_one() -> None:
    """Whatever cannot be told apart by its quotes is told apart by its question, else counted."""
    twins = (KILLED, INTENT, replace(KILLED, id="c3", question="How many crew?"), replace(KILLED, id="c4"), KILLED)
    names = fingerprints(replace(sample_report(), conflicts=twins))

    assert names[:2] == (NAME, fingerprint(INTENT, DOCUMENTS))
    assert len(set(names)) == len(twins)


def test_a_twin_told_apart_by_its_question_keeps_its_name_in_another_order() -> None:
    """Only conflicts with the same quotes and the same question depend on their order."""
    other, last = replace(KILLED, question="How many crew?"), replace(KILLED, question="How many guests?")
    one = fingerprints(replace(sample_report(), conflicts=(KILLED, other, last)))
    two = fingerprints(replace(sample_report(), conflicts=(KILLED, last, other)))

    assert set(one) == set(two)


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_field_runs_into_the_next(outlet: str, words: str) -> None:
    """Where the outlet ends and the quote begins is part of the name."""
    joined = {**DOCUMENTS, "post": replace(POST, outlet=outlet + "x" + words)}
    parted = {**DOCUMENTS, "post": replace(POST, outlet=outlet)}

    assert fingerprint(with_quote("y"), joined) != fingerprint(with_quote("x" + words + "y"), parted)


def test_an_article_nobody_knows_is_no_obstacle() -> None:
    """A report built by hand need not hold its documents, and an outlet need not be known."""
    unknown = {"post": Document("post", POST.text), "radio": replace(RADIO, outlet=None)}

    assert fingerprint(KILLED, {}) == fingerprint(KILLED, unknown) != NAME
