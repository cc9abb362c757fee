"""Live blogs: each entry has the time at which it was posted."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from discrepancy.language.entries import find_entries, opening_stamp, read_stamp
from discrepancy.model import Document
from discrepancy.read import read_document
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

LATE = "Nineteen people were killed in the fire on the ferry Morning Star off Port Amadi, the health ministry said."
EARLY = "The coast guard said that 12 people were killed in the fire on the ferry Morning Star off Port Amadi."
TITLE = "Ferry fire off Port Amadi: live"
DAY = date(2031, 3, 12)


def entries(document: Document) -> list[tuple[date | None, str, str]]:
    return [
        (entry.day, f"{entry.clock:%H:%M}", document.text[entry.span.start : entry.span.end])
        for entry in find_entries(document)
    ]


def pasted(text: str) -> Document:
    return to_document(Draft(text), "a", "a.txt")


@pytest.mark.parametrize(
    ("line", "day", "clock"),
    [
        ("11:05 GMT", None, time(11, 5)),
        ("11.05am", None, time(11, 5)),
        ("9pm", None, time(21)),
        ("12:10 a.m.", None, time(0, 10)),
        ("Posted at 14:20", None, time(14, 20)),
        ("12 March 2031, 08:30 UTC", DAY, time(8, 30)),
        ("2031-03-12 08:30", DAY, time(8, 30)),
        ("Wednesday 08h30", None, time(8, 30)),
    ],
)
def test_a_line_of_nothing_but_a_time_is_a_stamp(line: str, day: date | None, clock: time) -> None:
    """With its day where it gives one."""
    stamp = read_stamp(line)

    assert stamp is not None
    assert (stamp.day, stamp.clock) == (day, clock)


@pytest.mark.parametrize(
    "line", ["", "Rovers 2:1 Wanderers", "At 11:05 the crane fell.", "11:05 and 12:05", "1.05 m", "7"]
)
def test_other_lines_are_no_stamps(line: str) -> None:
    """A score, a sentence and a measure are none."""
    assert read_stamp(line) is None


def test_a_clock_before_a_text_is_a_stamp_where_something_sets_it_off() -> None:
    """ "11.05am: The harbour" is one, "11.05 metres" is not."""
    found = [opening_stamp(line) for line in ("11.05am: The harbour", "11:05 The harbour", "08.30 GMT - The harbour")]

    assert [stamp.clock for stamp in found if stamp] == [time(11, 5), time(11, 5), time(8, 30)]
    assert opening_stamp("11.05 metres of water stood in it") is None


def test_the_entries_of_a_pasted_live_blog_have_their_times() -> None:
    """The lines with the times are marked and make no claims."""
    document = pasted(f"{TITLE}\n12 March 2031\n\n11:05 GMT\n{LATE}\n\n08:30 GMT\n{EARLY}\n")

    assert [zone.kind for zone in document.zones] == ["headline", "dateline", "stamp", "body", "stamp", "body"]
    assert [(day, clock) for day, clock, _ in entries(document)] == [(DAY, "11:05"), (DAY, "11:05"), (DAY, "08:30")]


def test_what_stands_above_the_entries_is_kept_up_to_date() -> None:
    """It counts as posted with the last of them."""
    document = pasted(f"{TITLE}\n\nThe toll is 19.\n\n08:30 GMT\n{EARLY}\n\n11:05 GMT\n{LATE}\n")

    assert entries(document)[0][1] == "11:05"


def test_times_before_the_texts_on_their_lines() -> None:
    """Only where the title calls the text live: in other texts such times are of what happened."""
    text = f"11:05 GMT: {LATE}\n\n08:30 GMT: {EARLY}\n"

    assert [clock for _, clock, _ in entries(pasted(f"{TITLE}\n\n{text}"))] == ["11:05", "11:05", "08:30"]
    assert entries(pasted(f"Ferry fire hour by hour\n\n{text}")) == []


def test_a_table_of_what_happened_when_is_no_live_blog() -> None:
    """Bare clocks say when it happened, not when it was written."""
    document = pasted(f"How the ferry burned\n\n03:20\n{EARLY}\n\n03:50\n{LATE}\n\n04:10\n{EARLY[:60]} there\n")

    assert find_entries(document) == ()


def test_the_dates_of_one_article_make_no_live_blog() -> None:
    """Published and updated, and the text below."""
    document = pasted(f"Ferry burns\n\nPublished 12 March 2031 06:40\nUpdated 12 March 2031 09:10\n\n{LATE}\n{EARLY}\n")

    assert find_entries(document) == ()


def post(moment: str, shown: str, title: str, words: str) -> str:
    return (
        f'<article class="block"><p class="block-time"><time datetime="{moment}">{shown}</time></p>'
        f"<h2>{title}</h2><div><p>{words}</p></div></article>"
    )


def page(tmp_path: Path, live: str = '<div class="liveblog-posts">', kind: str = "LiveBlogPosting") -> Document:
    path = tmp_path / "live.html"
    path.write_text(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ferry fire off Port Amadi</title>'
        '<meta property="og:site_name" content="Harbour Post">'
        '<meta property="article:published_time" content="2031-03-12T05:00:00Z">'
        f'<script type="application/ld+json">{{"@type":"{kind}","headline":"Ferry fire"}}</script></head><body>'
        f"<main><h1>Ferry fire off Port Amadi</h1>{live}"
        '<ul><li><time datetime="2031-03-13T00:10:00Z">00.10</time> Toll rises to 19</li></ul>'
        + post("2031-03-13T00:10:00Z", "00.10 GMT", "Toll rises to 19", LATE)
        + post("2031-03-12T08:30:00Z", "08.30 GMT", "First figures", EARLY)
        + "</div></main></body></html>"
    )
    return read_document(path)


def test_the_posts_of_a_live_page_have_the_times_of_their_markup(tmp_path: Path) -> None:
    """Over midnight too; the list of key moments only repeats them."""
    document = page(tmp_path)

    assert [(day, clock) for day, clock, _ in entries(document)[1:]] == [(date(2031, 3, 13), "00:10"), (DAY, "08:30")]
    assert LATE in document.text
    assert document.text.count("Toll rises to 19") == 1
    assert (document.title, document.published) == ("Ferry fire off Port Amadi", DAY)


def test_a_page_with_times_that_does_not_call_itself_live_is_read_as_one_article(tmp_path: Path) -> None:
    """Teasers of other articles carry times too."""
    assert find_entries(page(tmp_path, "<div>", "NewsArticle")) == ()
