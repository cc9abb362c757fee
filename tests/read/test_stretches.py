"""Captions, lists of other titles, posts of networks and readers' comments are marked, whatever they claim."""

from __future__ import annotations

import pytest

from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

BODY = "Seven people were hurt when a boiler burst on the old quay on Monday, the harbour master said."
MORE = "Two of them were still in hospital in the evening, a doctor told reporters at the gate."


def parts(text: str) -> list[tuple[str, str]]:
    document = to_document(Draft(text, title="Another title"), "a", "a.txt")
    return [(zone.kind, text[zone.span.start : zone.span.end].strip()) for zone in document.zones]


@pytest.mark.parametrize(
    "caption",
    [
        "A tug beside the quay, which can hold 900 people. Photo: Tom Bell / Harbour Post",
        "A tug beside the quay on Tuesday (AFP)",
        "A tug beside the quay on Tuesday [Tom Bell/Getty Images]",
        "Firemen carry 25 dummies in a drill last year (file photo)",
        "A tug beside the quay. Picture by Tom Bell",
        "A tug beside the quay. (Credit: Harbour Post)",
    ],
)
def test_a_line_that_ends_in_a_credit_is_a_caption(caption: str) -> None:
    """What a picture shows is often of another day."""
    assert parts(f"{BODY}\n\n{caption}\n\n{MORE}") == [("body", BODY), ("caption", caption), ("body", MORE)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay was empty at noon. Photos showed two tugs and a crane.",
        "He was born in Arzeno (Lower Rasna)",
        "The council lost 3 seats. Picture rights were sold for 900 crowns.",
        "Related party deals cost the port 900,000 crowns, the auditors said.",
    ],
)
def test_sentences_that_only_look_like_captions_are_body(sentence: str) -> None:
    """When in doubt it is body."""
    assert [kind for kind, _ in parts(f"{BODY}\n\n{sentence}\n\n{MORE}")] == ["body"]


@pytest.mark.parametrize("heading", ["Related", "Most read", "RELATED ARTICLES", "Read more:", "See also"])
def test_the_titles_below_such_a_heading_belong_to_it(heading: str) -> None:
    """They tell of other events; the next sentence ends the list."""
    titles = "1. Mine collapse leaves 45 dead\nWhy quays burn\nDid 77 people die in the storm?"
    found = parts(f"{BODY}\n\n{heading}\n{titles}\n\n{MORE}")

    assert (found[0], found[-1]) == (("body", BODY), ("body", MORE))
    assert {kind for kind, _ in found[1:-1]} <= {"related", "prompt"}


def test_a_post_of_a_network_reaches_to_its_signature() -> None:
    """The account speaks, not the article."""
    post = "Nobody tells the truth.\nI counted 60 dead on the quay!\n— Kofi (@kofi_arzeno) March 12, 2031"

    assert parts(f"{BODY}\n\n{post}\n\n{MORE}") == [("body", BODY), ("embed", post), ("body", MORE)]


def test_without_blank_lines_a_post_is_one_line_and_its_signature() -> None:
    """The article above it stays what it is."""
    post = "I counted 60 dead on the quay!\n— Kofi (@kofi_arzeno) March 12, 2031"

    assert parts(f"{BODY}\n{post}\n{MORE}") == [("body", BODY), ("embed", post), ("body", MORE)]


@pytest.mark.parametrize("heading", ["2 Comments", "Comments (2)", '2 thoughts on "Boiler bursts"', "Leave a reply"])
def test_readers_comments_end_the_article(heading: str) -> None:
    """They are told by what stands beside each: who, when, and a word to answer with."""
    comments = (
        f"{heading}\nrat says:\nMarch 12, 2031 at 9:10 am\nIt was 200 dead.\nReply\nAma\n2 hours ago\n300!\nReply"
    )

    assert parts(f"{BODY}\n\n{MORE}\n\n{comments}") == [("body", f"{BODY}\n\n{MORE}"), ("comment", comments)]


def test_a_counter_of_comments_above_the_text_swallows_nothing() -> None:
    """It is a prompt; nobody answers anybody below it."""
    assert parts(f"2 comments\n\n{BODY}\n\n{MORE}") == [("prompt", "2 comments"), ("body", f"{BODY}\n\n{MORE}")]


@pytest.mark.parametrize(
    "line",
    [
        "Read: The day that 31 people died in Sarvo",
        "WATCH | Footage shows 3 tugs at the quay",
        "This article was updated at 11:40 GMT.",
        "Sign up to the Post's breakfast letter",
    ],
)
def test_more_lines_that_speak_to_the_reader(line: str) -> None:
    """None of them makes a claim."""
    assert parts(f"{BODY}\n\n{line}\n\n{MORE}") == [("body", BODY), ("prompt", line), ("body", MORE)]
