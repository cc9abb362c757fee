"""Zones tell the article from what stands around it, and leave everything doubtful to the body."""

from __future__ import annotations

import pytest

from discrepancy.language.claim_spans import claim_spans
from discrepancy.lexicon import table
from discrepancy.model import Document
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

BODY = "Seven people were hurt when a boiler burst on the old quay on Monday, the harbour master said."
MORE = "Two of them were still in hospital in the evening, a doctor told reporters at the gate."


def _document(text: str, title: str | None = None) -> Document:
    return to_document(Draft(text, title=title), "a", "a.txt")


def _parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    document = _document(text, title)
    return [(zone.kind, text[zone.span.start : zone.span.end].strip()) for zone in document.zones]


def _body(text: str, title: str | None = None) -> str:
    return " ".join(part for kind, part in _parts(text, title) if kind == "body")


def test_the_first_line_of_a_plain_text_is_its_headline() -> None:
    """Short and without a full stop; the date line below it gives the day."""
    document = _document(f"Boiler bursts on the quay\n17 September 2016\n\n{BODY}\n")

    assert [zone.kind for zone in document.zones] == ["headline", "dateline", "body"]
    assert (document.title, str(document.published), document.published_from) == (
        "Boiler bursts on the quay",
        "2016-09-17",
        "text",
    )


def test_a_first_line_that_is_a_sentence_is_body() -> None:
    """Not every text has a headline."""
    assert _parts(f"{BODY}\n{MORE}\n") == [("body", f"{BODY}\n{MORE}")]


def test_a_section_name_above_the_headline_is_not_the_headline() -> None:
    """``HARBOUR NEWS`` names a part of the paper."""
    assert _document(f"HARBOUR NEWS\nBoiler bursts on the quay\n\n{BODY}").title == "Boiler bursts on the quay"


@pytest.mark.parametrize(
    "opening",
    [
        "ARZENO (Harbour Post) - ",
        "ARZENO, Sept 18 (Harbour Post) - ",
        "ARZENO/PORT LAMONT, Sept. 18 (HP) -- ",
        "ARZENO, Lower Rasna, 18 September 2016 – ",
        "ARZENO — ",
        "ARZENO: ",
        "ARZENO. ",
        "Arzeno, 18 Sept (HP) - ",
        "Arzeno (HP) - ",
        "Arzeno, Friday. ",
        "ARZENO (Reuters) ",
    ],
)
def test_a_place_line_ends_where_the_sentence_begins(opening: str) -> None:
    """Place, day and agency stand before the text, in many forms."""
    assert _parts(opening + BODY, "Another title") == [("dateline", opening.strip()), ("body", BODY)]


@pytest.mark.parametrize(
    "sentence",
    [
        "UNICEF said seven people were hurt.",
        "NATO (the alliance) said seven people were hurt.",
        "Arzeno - a town of 900 - lost its quay.",
        "Monday, Friday. Those are the days of the ferry.",
        "HMS Pinafore sank off Arzeno - seven were hurt.",
        "UNICEF: 25 children were hurt.",
        "September 17, 2016 was a dark day for the town.",
        "By Friday the toll had risen to seven.",
        "Photos show seven people on the quay.",
        "Sources said seven people were hurt.",
        "Video from the quay shows a crane.",
        "Share prices fell by seven per cent.",
        "Reporting by the ministry was late, the auditors said.",
        "Read more than seven times, the letter was worn.",
        "In other news the ferry was late.",
        "Print runs fell to 900 copies a day.",
        "Related party deals cost the port 900,000 crowns.",
    ],
)
def test_sentences_that_look_like_furniture_stay_in_the_body(sentence: str) -> None:
    """When in doubt it is body."""
    text = f"{sentence} {MORE}"
    assert _body(text, "Another title") in (text, text.partition(". ")[2] if sentence.startswith("Monday") else text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Ana Cruz and Tom Bell, Harbour correspondent", "byline"),
        ("Words: Ana Cruz", "byline"),
        ("By our crime desk", "byline"),
        ("NNNN", "credit"),
        ("© AP/ Tom Bell", "credit"),
        ("(c) AP Photo/ Tom Bell", "credit"),
        ("Photo: Tom Bell", "credit"),
        ("(Reporting by Ana Cruz; Editing by Tom Bell)", "credit"),
        ("Translation: T.B.", "credit"),
        ("Copyright 2016 Harbour Post. All rights reserved.", "credit"),
        ("Pictured: the old quay on Sunday", "caption"),
        ("[Photo: The quay on Tuesday. Supplied]", "caption"),
        ("To participate in the discussion", "prompt"),
        ("log in or register", "prompt"),
        ("11 comments", "prompt"),
        ("Show new comments (0)", "prompt"),
        ("12345", "prompt"),
        ("READ MORE: Ferry to run again", "prompt"),
        ("Read also: Ferry to run again", "prompt"),
        ("Sign up for our newsletter", "prompt"),
        ("You get this brief because you signed up for it. Unsubscribe.", "prompt"),
        ("This site uses cookies.", "prompt"),
        ("Share", "prompt"),
        ("RELATED: Ferry to run again | Old cranes sold", "related"),
        ("Ferry to run again | Old cranes sold | How to help", "related"),
        ("*More on the quay: boiler by boiler · Five things to know · The goose*", "related"),
        (">> OPINION: Not one more", "related"),
        ("Вход на сайт", "foreign"),
    ],
)
def test_lines_of_page_furniture_make_no_claims(line: str, kind: str) -> None:
    """Marked wherever they stand, never deleted."""
    assert _parts(f"{BODY}\n\n{line}\n\n{MORE}", "Another title") == [("body", BODY), (kind, line), ("body", MORE)]


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("(Reporting by Ana Cruz; Editing by Tom Bell)", "credit"),
        ("Additional reporting by Ana Cruz in Arzeno; Editing by Tom Bell", "credit"),
        ("(Source: Harbour Council)", "credit"),
        ("A. Cruz/ Bell", "byline"),
        ("HP-12", "credit"),
        ("219", "credit"),
        ("--AFP", "credit"),
        ("Source Harbour News and agencies", "credit"),
        ("Ana Cruz", "byline"),
        ("Read Also", "prompt"),
        ("Harbour TV Watch Live Contact Us Careers Terms of Use Privacy Policy", "prompt"),
    ],
)
def test_furniture_behind_the_last_sentence_of_a_line_is_marked(ending: str, kind: str) -> None:
    """Many pages come without line breaks."""
    text = f"{BODY} {MORE} {ending}"
    assert _parts(text, "Another title") == [("body", f"{BODY} {MORE}"), (kind, ending)]


def test_one_long_line_is_divided_into_date_headline_repeat_and_text() -> None:
    """Web scrapes lose their line breaks; a lede that comes twice counts once."""
    lede = "Seven people were hurt when a boiler burst on the old quay"
    text = (
        f"Mon Sep 19 2016 Seven Hurt as Boiler Bursts on Quay. {lede}. {lede} on Monday, the port said. {MORE} {MORE}"
    )

    assert _parts(text)[:3] == [
        ("dateline", "Mon Sep 19 2016"),
        ("headline", "Seven Hurt as Boiler Bursts on Quay."),
        ("repeat", f"{lede}."),
    ]
    assert _body(text).startswith(f"{lede} on Monday")
    assert str(_document(text).published) == "2016-09-19"


def test_a_text_that_opens_with_its_title_is_divided_there() -> None:
    """Also when the punctuation differs, with an agency and a date behind it."""
    title = "Boiler bursts, seven hurt: port"
    text = f"Boiler bursts seven hurt port AFP Monday 19 Sep 2016 {BODY} {MORE}"

    assert _parts(text, title) == [
        ("headline", "Boiler bursts seven hurt port"),
        ("dateline", "AFP Monday 19 Sep 2016"),
        ("body", f"{BODY} {MORE}"),
    ]


def test_a_first_sentence_that_begins_like_the_title_is_body() -> None:
    """The title is only there when the words after it begin anew."""
    text = "Boiler bursts on the quay of Arzeno for the second time this year. " + MORE
    assert _parts(text, "Boiler bursts on the quay") == [("body", text)]


def test_a_caption_glued_to_the_text_of_a_long_line_is_marked() -> None:
    """It ends with the photographer in brackets."""
    caption = "A docker stands beside the burst boiler on Monday (Harbour Photo)"
    text = f"Published September 19 2016 {caption} {BODY} {MORE} {MORE}"
    assert _parts(text, "Another title")[:2] == [("dateline", "Published September 19 2016"), ("caption", caption)]


def test_a_swappable_date_at_the_head_is_marked_without_being_understood() -> None:
    """09-07-2016 is a date line, whichever day it means."""
    document = _document(f"09-07-2016 {BODY} {MORE}", "Another title")

    assert [zone.kind for zone in document.zones] == ["dateline", "body"]
    assert document.published is None


def test_speakers_of_a_transcript_are_no_place_lines() -> None:
    """Who speaks must stay beside what is said."""
    text = "HOST: Seven people were hurt this morning.\nADEKE: Yes, the harbour master told me so."
    assert _parts(text, "Another title") == [("body", text)]


def test_a_long_line_without_furniture_is_all_body() -> None:
    """Phrases of page menus inside the text are not a menu."""
    text = f"{BODY} {MORE} The port put its privacy policy on its page and said it would contact us. {MORE}"
    assert _parts(text, "Another title") == [("body", text)]


def test_a_title_that_comes_again_is_a_repeat() -> None:
    """Once as headline, later as furniture."""
    title = "Boiler bursts on the quay"
    assert [kind for kind, _ in _parts(f"{title}\n\n{BODY}\n\n{title}\n\n{MORE}", title)] == [
        "headline",
        "body",
        "repeat",
        "body",
    ]


def test_a_paragraph_that_comes_again_is_a_repeat() -> None:
    """The second copy adds nothing."""
    assert _parts(f"{BODY}\n{MORE}\n{BODY}", "Another title") == [("body", f"{BODY}\n{MORE}"), ("repeat", BODY)]


def test_a_text_in_another_script_is_body_with_a_warning() -> None:
    """Silence about it must be explained."""
    document = _document("Семь человек пострадали на набережной в понедельник.\n")

    assert [zone.kind for zone in document.zones] == ["body"]
    assert document.warnings == ("most of the text is in another script; only English is read for claims",)


def test_only_headline_and_body_are_read_for_claims() -> None:
    """The spans are those of the zones, in order."""
    text = f"Boiler bursts on the quay\n17 September 2016\n\n{BODY}\n\n© AP/ Tom Bell\n\n{MORE}\n"
    assert [text[start:end].strip() for start, end in claim_spans(_document(text)).spans] == [
        "Boiler bursts on the quay",
        BODY,
        MORE,
    ]


def test_a_document_without_zones_is_read_whole() -> None:
    """Documents can be made by hand."""
    assert claim_spans(Document("a", BODY)).spans == ((0, len(BODY)),)
    assert claim_spans(Document("a", "")).spans == ()


def test_the_lists_of_phrases_are_lower_case_and_free_of_repetition() -> None:
    """They are compared with lower-case text."""

    def lists(node: object) -> list[list[str]]:
        if isinstance(node, dict):
            return [found for below in node.values() for found in lists(below)]
        return [node] if isinstance(node, list) else []

    found = lists(table("zones"))
    assert len(found) >= 15
    for phrases in found:
        assert len(phrases) == len(set(phrases))
        assert all(phrase == phrase.lower() for phrase in phrases)
