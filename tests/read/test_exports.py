"""Exports of newspaper archives: many articles in one file, none of them lost without a word."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.errors import ReadError
from discrepancy.read import read_documents
from discrepancy.read.exports import articles_of_export

SAMPLES = sorted((Path(__file__).parents[2] / "docs" / "exports").glob("*.txt"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in SAMPLES}
FIRE = (
    "Twelve people died when fire broke out on a night ferry off Port Amadi early on Wednesday, the coast guard said."
)
HURT = "Another 34 people were taken to hospital, the health ministry said, most of them with smoke in their lungs."
SAID = ("Twelve people died when fire", "Another 34 people were taken", "Nineteen people died when fire")


def told(text: str) -> list[str]:
    """All warnings, those of the articles too."""
    contents = articles_of_export(text, "a.txt")
    assert contents is not None
    return [*contents.warnings, *(line for draft in contents.drafts for line in draft.warnings)]


def test_there_is_a_sample_of_every_style() -> None:
    """The checks below look at something."""
    assert sorted(TEXTS) == ["coded", "numbered", "stacked"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_article_is_read_with_what_describes_it(path: Path) -> None:
    """Headline, outlet and day from labels and places; the text without labels and rights."""
    reading = read_documents([str(path)])
    first, second = reading.documents

    assert (reading.unread, reading.warnings) == ((), ())
    assert [one.id for one in reading.documents] == [f"{path.stem}-1", f"{path.stem}-2"]
    assert first.title is not None
    assert first.title.startswith("Ferry fire off Port Amadi kills 12")
    assert (second.title, second.outlet) == ("Nineteen dead in ferry fire", "The Coastal Ledger")
    assert (first.outlet, first.published, first.published_from) == ("The Harbour Post", date(2031, 3, 12), "given")
    assert " ".join(first.text.removeprefix(first.title).split()) == f"{FIRE} {HURT}"
    assert second.text.splitlines()[2].startswith(
        "Nineteen people died when fire broke out on a ferry off Port Amadi, the"
    )


@pytest.mark.parametrize("style", sorted(TEXTS))
def test_the_same_in_a_word_document(style: str, tmp_path: Path) -> None:
    """Its paragraphs are the lines."""
    document = docx.Document()
    for line in TEXTS[style].splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    (tmp_path / "export.docx").write_bytes(out.getvalue())
    reading = read_documents([str(tmp_path / "export.docx")])

    assert [one.outlet for one in reading.documents] == ["The Harbour Post", "The Coastal Ledger"]
    assert reading.warnings == ()


@pytest.mark.parametrize("style", sorted(TEXTS))
def test_the_same_in_rich_text(style: str, tmp_path: Path) -> None:
    """Its paragraphs are the lines."""
    lines = "\\par\n".join(TEXTS[style].splitlines())
    (tmp_path / "export.rtf").write_text(rf"{{\rtf1\ansi {lines}}}", encoding="ascii")

    assert [one.published for one in read_documents([str(tmp_path / "export.rtf")]).documents] == [
        date(2031, 3, 12)
    ] * 2


def test_a_number_that_is_missing_is_named() -> None:
    """The file says how many it holds."""
    text = TEXTS["numbered"]
    cut = text[text.index("2 of 2 DOCUMENTS") :]

    assert "says that it holds 2 articles; missing: number 1" in told(cut)


def test_the_number_on_the_page_in_front_is_held_against_the_articles() -> None:
    """Its list of titles is no article."""
    assert told(TEXTS["stacked"].replace("Documents (2)", "Documents (3)")) == [
        "says that it holds 3 articles; 2 are there"
    ]


@pytest.mark.parametrize("style", ["coded", "stacked"])
def test_an_article_whose_end_is_missing_is_read_and_says_so(style: str) -> None:
    """The one behind it is not swallowed."""
    text = TEXTS[style].replace("Document HARBP00020310312e73c0001b\n", "").replace("End of Document\n", "", 1)
    contents = articles_of_export(text, "a.txt")

    assert contents is not None
    assert [draft.outlet for draft in contents.drafts] == ["The Harbour Post", "The Coastal Ledger"]
    assert any("ends without the mark" in line for line in contents.drafts[0].warnings)


def test_a_text_much_shorter_than_it_says_may_be_cut() -> None:
    """The count of words is part of the export."""
    assert told(TEXTS["stacked"].replace("21 words", "521 words")) == [
        "has 19 of the 521 words that the export names; it may be cut"
    ]


def test_an_article_without_text_is_named() -> None:
    """With its headline."""
    text = TEXTS["coded"].replace("Nineteen people died when fire broke out on a ferry off Port Amadi, ", "")
    bare = text.replace("the coast guard said on Wednesday.", "").replace("LA   English\n\nLP", "LP")

    assert "article 2 (Nineteen dead in ferry fire) has no text" in told(bare)


def test_an_export_without_any_text_is_an_error() -> None:
    """Nothing read never looks like nothing found."""
    with pytest.raises(ReadError, match="without the text of any article"):
        articles_of_export("1 of 1 DOCUMENTS\n\nLENGTH: 0 words\n\nBODY:\n\nLOAD-DATE: March 13, 2031\n", "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        "Ferry fire\n\nOne of 2 documents was lost, the court said.\n",
        "End of Document\n\nThe play of this name opened on Monday.\n",
        "HD video was taken of the fire.\n\nTD Bank paid 12 million.\n",
    ],
)
def test_articles_are_no_exports(text: str) -> None:
    """A word of an export in a sentence makes none."""
    assert articles_of_export(text, "a.txt") is None


@given(st.sampled_from(sorted(TEXTS)), st.sets(st.integers(0, 60), max_size=12))
def test_no_broken_export_loses_an_article_in_silence(style: str, gone: set[int]) -> None:
    """Whatever lines are missing: what is left of a text is in an article, or a warning tells."""
    kept = [line for i, line in enumerate(TEXTS[style].splitlines()) if i not in gone]
    text = "\n".join(kept)
    try:
        contents = articles_of_export(text, "a.txt")
    except ReadError:
        return
    if contents is None:
        return
    read = " ".join(draft.text for draft in contents.drafts)
    lost = [words for words in SAID if words in text and words not in read]
    joined = len(contents.drafts) < sum(words in text for words in (SAID[0], SAID[2]))
    assert told(text) or not (lost or joined)
