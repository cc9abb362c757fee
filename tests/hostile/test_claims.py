"""Hostile texts past the reader: what is no running text is not parsed, and no list grows with its square."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest

from discrepancy.extract.claims import EXTRACTORS
from discrepancy.extract.claims.dates import extract_dates
from discrepancy.extract.context import Context
from discrepancy.extract.document import extract_claims
from discrepancy.extract.mentions import find_mentions
from discrepancy.extract.mentions.quotes import find_quotes
from discrepancy.extract.mentions.speech import Speeches
from discrepancy.language.claim_spans import MOST_READ, claim_spans
from discrepancy.language.parser import LONGEST_SENTENCE, parse
from discrepancy.language.tokens import Sentence, Token
from discrepancy.match.crowds import (
    CROWDED,
    ECHOED,
    LISTED,
    MANY_IN_ALL,
    MOST_COMPARED,
    MOST_FIGURES,
    MOST_IN_EVENT,
    OVERFULL,
    REPEATED,
    TOLD_OFTEN,
    thin_out,
)
from discrepancy.model import Attribution, Claim, Document, Evidence, Frame, Participant, Span, Zone
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft
from discrepancy.values.names import Actor
from discrepancy.values.quantity import Quantity

PROSE = "The harbour council said that the blast had hurt seventy dockers. "


def _claim(number: int, low: float, document: str = "a", did: str | None = None) -> Claim:
    evidence = Evidence(document, Span(number, number + 1), "x", "", "", Span(number, number + 1))
    frame = Frame(sentence=number, predicate=did)
    return Claim(f"{document}:{number}", document, "number", "injured", Quantity(low, low), str(low), evidence, frame)


def test_an_article_may_be_a_date_alone() -> None:
    """Its line is a dateline, so that no sentence is left to be read."""
    for text in ("17 March 2016\n", "Thursday, March 17, 2016!"):
        read = extract_claims(to_document(Draft(text), "a", "a.txt"))

        assert [mention.text for mention in read.mentions.times] != []
        assert read.claims == ()


def test_a_year_that_the_parser_takes_for_a_verb_does_not_govern_itself() -> None:
    """ "Twenty twenty" with its first half hung on its second."""
    words = (("Police", "NOUN", "nsubj", 1), ("left", "VERB", "ROOT", 1), ("in", "ADP", "prep", 4))
    words += (("twenty", "VERB", "xcomp", 4), ("twenty", "VERB", "xcomp", 1))
    context = _parsed_as(words)

    assert [(claim.shown, claim.frame.predicate) for claim in extract_dates(context)] == [("twenty twenty", "left")]


@pytest.mark.parametrize("last", ["not", "no", "one", "single", "neither", "fatally", "shot", "after", "according"])
def test_a_sentence_may_end_with_a_word_that_looks_ahead(last: str) -> None:
    """Text that is cut off, with its last word hung on a noun."""
    words = (("It", "PRON", "nsubj", 1), ("was", "AUX", "ROOT", 1), ("boats", "NOUN", "attr", 1))
    for pos in ("PART", "VERB", "ADV", "NOUN"):
        for dep in ("neg", "preconj", "amod", "prep"):
            context = _parsed_as((*words, (last, pos, dep, 2)))

            for claim in (claim for extractor in EXTRACTORS for claim in extractor(context)):
                assert claim.evidence.text == context.document.text[claim.evidence.span.start : claim.evidence.span.end]


def _parsed_as(words: tuple[tuple[str, str, str, int], ...]) -> Context:
    """A document of one sentence with the parse given: word, part of speech, dependency and head of each token."""
    text = " ".join(word for word, *_ in words)
    starts = accumulate((len(word) + 1 for word, *_ in words), initial=0)
    tokens = tuple(
        Token(i, at, at + len(word), word, word.lower(), word.lower(), pos, "IN", dep, head)
        for i, (at, (word, pos, dep, head)) in enumerate(zip(starts, words, strict=False))
    )
    sentences = (Sentence(0, 0, 0, len(text), text, tokens),)
    document = Document("a", text, zones=(Zone("body", Span(0, len(text))),))
    return Context(document, sentences, find_mentions(document, sentences))


def test_an_ordinary_article_is_read_to_its_end() -> None:
    """Headline, lines and all, without a warning."""
    text = f"Blast hurts dockers\n\n{PROSE * 30}\n\n{PROSE}\n"
    read = claim_spans(Document("a", text))

    assert "".join(text[start:end] for start, end in read.spans).split() == text.split()
    assert read.warnings == ()


def test_a_long_line_of_signs_or_figures_is_left_out_with_a_warning() -> None:
    """The lines around it are read."""
    for junk in ("? " * 5_000, "1,1," * 5_000, "7919 15838 " * 2_000, "“ ” " * 4_000):
        text = f"{PROSE}\n{junk}\n{PROSE}"
        read = claim_spans(Document("a", text))

        assert [text[start:end] for start, end in read.spans] == [PROSE, PROSE]
        assert len(read.warnings) == 1


def test_rows_of_figures_are_no_sentences() -> None:
    """They take nothing of what may be read, and rows with words are kept."""
    rows = "| 1 | 2 |\n" * 30_000
    text = f"{PROSE}\n{rows}| dead | 70 |\n{PROSE}"
    read = claim_spans(Document("a", text))

    assert "".join(text[start:end] for start, end in read.spans).split() == f"{PROSE} | dead | 70 | {PROSE}".split()
    assert read.warnings == ()


def test_a_word_without_end_is_no_running_text() -> None:
    """It is left out with a warning, and what stands behind it is read."""
    text = f"{'amp;' * 50_000}\n{PROSE}"
    read = claim_spans(Document("a", text))

    assert [text[start:end] for start, end in read.spans] == [PROSE]
    assert len(read.warnings) == 1


def test_a_line_that_comes_again_has_the_same_tree_in_its_own_place() -> None:
    """As if it had been parsed each time."""
    other = "Three ships came in.\n"
    again = parse(f"{PROSE}\n{other}{PROSE}\n{PROSE}")
    (once,) = parse(PROSE)
    lines = [sentence for sentence in again if sentence.text != other.strip()]

    assert [sentence.start for sentence in lines] == [0, len(f"{PROSE}\n{other}"), len(f"{PROSE}\n{other}{PROSE}\n")]
    for line in lines:
        assert [token.moved(-line.start) for token in line.tokens] == list(once.tokens)
        assert {sentence.index for sentence in again} == set(range(4))


def test_a_very_long_article_is_read_up_to_the_limit() -> None:
    """The warning names the limit."""
    text = f"{PROSE * 20}\n" * 200
    read = claim_spans(Document("a", text))

    letters = sum(len(text[start:end].replace("\n", "")) for start, end in read.spans)
    assert MOST_READ - len(PROSE) * 20 <= letters <= MOST_READ
    assert read.warnings == ("is very long; only the first 100,000 characters are read for claims",)


def test_line_ends_cost_nothing() -> None:
    """Five hundred thousand of them hold no quote."""
    assert find_quotes("\n" * 500_000 + '"yes, it was"')[0].start == 500_000


def test_few_claims_stay_as_they_are() -> None:
    """Even when they are equal: the sentences around them may tell them apart."""
    claims = [_claim(number, 62.0, did=f"act {number % 9}") for number in range(MOST_COMPARED)]
    crowd = thin_out(claims)

    assert (list(crowd.claims), crowd.left_out, crowd.warnings) == (claims, {}, {})


def test_many_equal_claims_are_compared_once() -> None:
    """Each of the others says why it is not compared; other documents are not touched."""
    claims = [_claim(number, float(number % 2)) for number in range(2_000)]
    other = _claim(0, 9.0, "b")
    crowd = thin_out([*claims, other])

    assert crowd.claims == (*claims[:2], other)
    assert set(crowd.left_out.values()) == {REPEATED}
    assert len(crowd.left_out) == 1_998
    assert crowd.warnings == {}


def test_many_different_claims_are_compared_up_to_a_limit() -> None:
    """The document is named, so that the report can warn."""
    crowd = thin_out([_claim(number, float(number), did=f"act {number % 99}") for number in range(2_000)])

    assert len(crowd.claims) == MOST_COMPARED
    assert set(crowd.left_out.values()) == {CROWDED}
    assert list(crowd.warnings) == ["a"]


def test_a_list_of_figures_for_one_question_is_compared_up_to_a_limit() -> None:
    """They are weighed against one another; figures for other questions and of other articles are not touched."""
    listed = [_claim(number, float(number), did="last") for number in range(MOST_COMPARED - 1)]
    others = [_claim(900, 7.0, did="cost"), _claim(901, 8.0, "b", did="last")]
    crowd = thin_out([*listed, *others])

    assert crowd.claims == (*listed[:MOST_FIGURES], *others)
    assert set(crowd.left_out.values()) == {LISTED}
    assert list(crowd.warnings) == ["a"]
    assert thin_out(listed[:MOST_FIGURES]).left_out == {}


def test_a_long_list_of_the_dead_is_compared_to_its_end() -> None:
    """Each age is an answer of its own, and two of one age are two people."""
    names = [f"{first}{last}" for first in ("Mar", "Kol", "Ber", "Hol") for last in ("ic", "ar", "gen", "man", "sted")]
    told = [
        replace(
            _claim(number, 20.0 + number % 50, did="die"),
            attribute="age",
            frame=Frame(number, "die", (Participant("owner", name, "named", None, frozenset({name, str(number)})),)),
        )
        for number, name in enumerate(names * 20)
    ]

    assert thin_out(told[:MOST_COMPARED]).left_out == {}
    assert set(thin_out(told).left_out.values()) == {CROWDED}


def test_one_figure_told_again_and_again_takes_no_room_of_the_list() -> None:
    """What is said once more is compared once."""
    told = [_claim(number, float(number % 50), did="last") for number in range(200)]
    crowd = thin_out(told)

    assert crowd.claims == tuple(told[:50])
    assert (set(crowd.left_out.values()), crowd.warnings) == ({REPEATED}, {})


def test_of_very_many_claims_each_article_keeps_its_first_ones() -> None:
    """Up to the limit, in the order of the claims; articles of which some are left out are named."""
    claims = [_claim(turn, 100.0 * number + turn, f"paper-{number}") for number in range(100) for turn in range(60)]
    crowd = thin_out(claims)

    assert list(crowd.claims) == [claim for claim in claims if claim.frame.sentence < MOST_IN_EVENT // 100]
    assert set(crowd.left_out.values()) == {OVERFULL}
    assert len(crowd.warnings) == 100


def test_what_hundreds_of_articles_say_alike_is_compared_twice() -> None:
    """Two stand for all; what fewer say is untouched, and so is a smaller pile of articles."""
    alike = [_claim(0, 62.0, f"paper-{number}") for number in range(MANY_IN_ALL + 1)]
    other = _claim(1, 70.0, "last")
    crowd = thin_out([*alike, other])

    assert crowd.claims == (*alike[:TOLD_OFTEN], other)
    assert set(crowd.left_out.values()) == {ECHOED}
    assert thin_out(alike[:MANY_IN_ALL]).claims == tuple(alike[:MANY_IN_ALL])


def test_a_passage_finds_its_speaker_among_thousands() -> None:
    """The innermost one, also where a long content holds it."""
    said = [
        Attribution((), (Span(at, at + 1),), (Span(at + 1, at + 9),), False, Actor(f"speaker {at}", f"s{at}"))
        for at in range(0, 200_000, 10)
    ]
    whole = Attribution((), (Span(0, 1),), (Span(1, 200_000),), False, Actor("chronicler", "c"))
    speeches = Speeches([whole, *said])

    for at in (0, 100_000, 199_990):
        found = speeches.at(at + 2, at + 8)
        assert found is not None
        assert found.speaker == Actor(f"speaker {at}", f"s{at}")
    assert Speeches(said).at(200_000, 200_010) is None


def test_what_is_far_too_long_to_be_a_sentence_is_cut_into_trees_of_their_own() -> None:
    """Every way up a tree ends at a root, also where the rest of the tree was cut off."""
    sentences = parse("He said: “" + "we regret this and " * 700 + "that is all” and nobody answered.")

    assert max(len(sentence.tokens) for sentence in sentences) == LONGEST_SENTENCE
    assert [t.text for s in sentences for t in s.tokens if t.head == t.i and t.dep != "ROOT"] == []
