"""The article of a saved page is read, what stands around it is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from failing_readers import chat, crash, dig, doze, eat, spin

from discrepancy.errors import ReadError
from discrepancy.read import child_process, read_document, read_documents
from discrepancy.read.child import Work, in_child
from discrepancy.read.html import read_html
from discrepancy.read.page_tree import page_tree

LEAD = "Seven people were hurt in a fire on the quay of Arzeno on Monday, the harbour master said."
FIRST = "The fire started at noon in a store of paint near the northern gate, the fire brigade said."
SECOND = "Two of them were taken to hospital and treated for burns, doctors said in the evening."
HEAD = """<title>Quay fire hurts seven | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Ana Ruiz">
<meta property="article:published_time" content="2016-09-18T10:00:00Z">"""
NOISE = '<div class="comments"><p>Nonsense! It was 99 dead, everybody knows that and nobody says it.</p></div>'


def page(body: str, head: str = HEAD) -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav>{body}"
        f"{NOISE}<footer>All rights reserved by the Harbour Post</footer></body></html>"
    )


STORY = page(f"<article><h1>Quay fire hurts seven</h1><p>{LEAD}</p><p>{FIRST}</p><p>{SECOND}</p></article>")


def saved(tmp_path: Path, text: str | bytes, name: str = "quay.html") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(saved(tmp_path, text))
    return caught.value.reason


def test_the_text_is_headline_and_paragraphs(tmp_path: Path) -> None:
    """Menus, comments and the foot of the page are left out."""
    document = read_document(saved(tmp_path, STORY))

    assert document.text == "\n".join(("Quay fire hurts seven", LEAD, FIRST, SECOND))
    assert [zone.kind for zone in document.zones] == ["headline", "body"]
    assert document.warnings == ()


def test_the_page_says_who_published_it_when(tmp_path: Path) -> None:
    """Title, outlet and day come from its metadata."""
    document = read_document(saved(tmp_path, STORY, "quay.HTM"))

    assert (document.title, document.outlet) == ("Quay fire hurts seven", "Harbour Post")
    assert (document.published, document.published_from) == (date(2016, 9, 18), "given")


def test_a_lead_in_an_odd_place_is_put_first(tmp_path: Path) -> None:
    """The page's description tells that it is missing; its block gives the words, to the end of the sentence."""
    text = page(
        f'<div class="teaser promo">{LEAD}</div>'
        f"<article><h1>Quay fire hurts seven</h1><p>{FIRST}</p><p>{SECOND}</p></article>",
        f'{HEAD}<meta name="description" content="{LEAD[:70]}...">',
    )

    assert read_document(saved(tmp_path, text)).text == "\n".join(("Quay fire hurts seven", LEAD, FIRST, SECOND))


def test_a_description_that_is_nowhere_in_the_page_is_not_used(tmp_path: Path) -> None:
    """Readers of the page never saw it."""
    text = STORY.replace(
        "</head>", '<meta name="description" content="What the harbour council has to hide: a long list.">'
    )

    assert "hide" not in read_document(saved(tmp_path, text)).text


def test_tables_are_kept(tmp_path: Path) -> None:
    """A toll by ward is a part of the article."""
    table = "<table><tr><th>Ward</th><th>Hurt</th></tr><tr><td>North</td><td>5</td></tr></table>"
    document = read_document(saved(tmp_path, STORY.replace("</article>", f"{table}</article>")))

    assert "| North | 5 |" in document.text


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("utf-8", "utf-8"), ("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("Shift_JIS", "shift_jis")],
)
def test_the_encoding_that_a_page_declares_is_used(tmp_path: Path, declared: str, codec: str) -> None:
    """As browsers do, what calls itself Latin-1 is Windows-1252."""
    word = {"cp1251": "Северный", "shift_jis": "港湾火災", "cp1252": "“Café”"}.get(codec, "“Café”")
    text = STORY.replace("<head>", f'<head><meta charset="{declared}">').replace("northern gate", word)

    document = read_document(saved(tmp_path, text.encode(codec)))
    assert word in document.text
    assert not any("guess" in warning for warning in document.warnings)


@pytest.mark.parametrize("declared", ["rot13", "utf-7", "no-such-thing", "idna", "hex"])
def test_no_page_picks_a_codec_of_its_own(tmp_path: Path, declared: str) -> None:
    """Names outside the list are ignored, the bytes decide."""
    text = STORY.replace("<head>", f'<head><meta http-equiv="x" content="text/html; charset={declared}">')

    assert LEAD in read_document(saved(tmp_path, text)).text


def test_utf_8_wins_over_a_wrong_declaration(tmp_path: Path) -> None:
    """Templates lie, sound UTF-8 beyond ASCII does not come about by chance."""
    text = STORY.replace("<head>", '<head><meta charset="windows-1252">').replace("northern", "Zürich")

    assert "Zürich" in read_document(saved(tmp_path, text)).text


@pytest.mark.parametrize(
    "text",
    [
        "<html><body></body></html>",
        "<html><head><script>var dead = 70;</script></head><body><nav><a href='/'>Home</a></nav></body></html>",
        "<html><body><img src='scan.png'></body></html>",
        "<!-- only a comment of seven or more words, which is no text -->",
    ],
)
def test_a_page_without_an_article_is_an_error_that_says_so(tmp_path: Path, text: str) -> None:
    """Nothing read never looks like nothing found."""
    assert "article" in refusal(tmp_path, text) or "page" in refusal(tmp_path, text)


def test_text_lost_to_nesting_is_a_warning(tmp_path: Path) -> None:
    """Parsers drop what lies too deep without a word."""
    deep = "<div>" * 5_000 + "<p>Ninety people died in the depth of this page.</p>" + "</div>" * 5_000
    document = read_document(saved(tmp_path, STORY.replace("</article>", f"</article>{deep}")))

    assert LEAD in document.text
    assert any("nested so deeply that a part of the page is lost" in warning for warning in document.warnings)


def test_moderate_nesting_loses_nothing(tmp_path: Path) -> None:
    """Five hundred levels are read, though the usual limit is 256."""
    body = f"<article><h1>Quay fire hurts seven</h1><p>{LEAD}</p><p>{FIRST}</p><p>{SECOND}</p></article>"
    document = read_document(saved(tmp_path, page("<div>" * 500 + body + "</div>" * 500)))

    assert SECOND in document.text
    assert document.warnings == ()


def test_the_same_page_gives_the_same_text_after_any_other_page(tmp_path: Path) -> None:
    """Pages are read in copies of one process: none leaves anything behind."""
    first = read_document(saved(tmp_path, STORY)).text
    saved(tmp_path, "<div>" * 3_000 + "<p>x", "deep.html")
    read_documents([str(tmp_path / "deep.html")])

    assert read_document(tmp_path / "quay.html").text == first


def test_without_the_libraries_one_line_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other files go on."""
    monkeypatch.setattr("discrepancy.read.child.find_spec", lambda name: None)
    reading = read_documents([str(saved(tmp_path, STORY)), str(saved(tmp_path, LEAD, "a.txt"))])

    assert [one.why for one in reading.unread] == ['reading web pages needs an extra: pip install "discrepancy[files]"']
    assert [document.id for document in reading.documents] == ["a"]


@pytest.mark.parametrize(("work", "words"), [(crash, "crash"), (eat, "memory"), (dig, "nested too deeply")])
def test_a_library_that_fails_costs_one_file(work: Work, words: str) -> None:
    """The next file is read as if nothing had happened."""
    with pytest.raises(ReadError, match=words):
        in_child(work, b"", "a.html")
    assert LEAD in read_html(STORY.encode(), "a.html").drafts[0].text


@pytest.mark.parametrize(("work", "limit"), [(spin, "SECONDS"), (doze, "PATIENCE")])
def test_a_library_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch, work: Work, limit: str) -> None:
    """The system counts its work, the clock its sleep; the limit is shortened here."""
    monkeypatch.setattr(child_process, limit, 1)

    assert b"takes longer than" in child_process.in_copy(work.__module__, work.__name__, b"", "a.html")


def test_an_element_with_thousands_of_attributes_loses_them(tmp_path: Path) -> None:
    """Its words are read; parsers would take the square of the number of attributes."""
    many = " ".join(f"a{number}='x'" for number in range(5_000))
    document = read_document(saved(tmp_path, STORY.replace("<p>", f"<p {many}>", 1)))

    assert LEAD in document.text
    assert FIRST in document.text


@pytest.mark.parametrize("end", [">", ""])
def test_of_a_tag_longer_than_any_real_one_the_name_is_left(end: str) -> None:
    """The parser never sees its attributes, also where it is not closed."""
    many = " ".join(f"a{number}" for number in range(100_000))
    tree, _ = page_tree(STORY.replace("<p>", f"<p {many}{end}<b>", 1), "a.html")

    assert dict(next(tree.iter("p")).attrib) == {}
    assert FIRST in tree.text_content()


def test_what_a_library_prints_goes_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    """Neither into the answer nor onto the terminal."""
    assert in_child(chat, b"words", "a.html").drafts[0].text == "words"
    assert capfd.readouterr() == ("", "")


def test_scripts_and_empty_boxes_by_the_ten_thousand_are_dropped_first(tmp_path: Path) -> None:
    """The article around them is read as if they were not there."""
    junk = "<div class=ad><script>var x = 1;</script></div>\n" * 40_000
    document = read_document(saved(tmp_path, STORY.replace(f"<p>{FIRST}", f"{junk}<p>{FIRST}")))

    assert document.text == read_document(saved(tmp_path, STORY)).text
    assert document.title == "Quay fire hurts seven"
