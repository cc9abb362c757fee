"""Pages as the common content systems write them: what stands among the paragraphs is marked by its markup."""

from __future__ import annotations

from pathlib import Path

from discrepancy.model import Document
from discrepancy.read import read_document

HEAD = """<meta charset="utf-8"><title>Ferry fire kills 12 - The Coastal Ledger</title>
<meta property="og:site_name" content="The Coastal Ledger">
<meta property="article:published_time" content="2031-03-12T06:40:00+00:00">"""
FIRST = "Twelve people died when fire broke out on a night ferry off Port Amadi on Wednesday, the coast guard said."
SECOND = "Another 34 people were taken to hospital, the health ministry said, most of them with smoke in their lungs."
THIRD = "Captain Lola Brandt told reporters that the crew had put out the fire within two hours with three tugs."
LAST = "The harbour was closed for six hours and was opened again at noon, the harbour master said."

BLOG = f"""<body class="single single-post"><nav><ul><li><a href="/">Home</a></li></ul></nav>
<main id="main"><article id="post-4411" class="post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">Ferry fire kills 12</h1><div class="entry-meta">
<time class="entry-date published" datetime="2031-03-12T06:40:00+00:00">March 12, 2031</time></div></header>
<div class="entry-content">
<figure class="wp-block-image"><img src="a.jpg"/><figcaption class="wp-element-caption">The ferry, which can
carry 900 people, at its launch.</figcaption></figure>
<p>{FIRST}</p><p class="wp-caption-text">A drill in which 25 dummies were carried from a ferry.</p>
<p><strong>Read more:</strong> <a href="/x">Blast at oil depot kills 31 people in Sarvo</a></p><p>{SECOND}</p>
<blockquote class="twitter-tweet"><p lang="en">I counted at least 60 bodies on the quay.</p><p>Nobody says so, but 200
people are missing.</p>&mdash; Kofi (@kofi_amadi) <a href="https://x.invalid/1">March 12, 2031</a></blockquote>
<p>{THIRD}</p>
<aside class="related-posts"><h3>Related</h3><ul><li><a href="/a">Sinking of 2024 killed 77</a></li></ul></aside>
<ul class="read-more"><li><a href="/b">Storm kills 14 in Dravan</a></li><li>Mine collapse leaves 45 dead</li></ul>
<p>{LAST}</p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Reddit</li></ul></div></div></article>
<div id="comments" class="comments-area"><h2>2 thoughts on "Ferry fire"</h2><ol class="comment-list"><li>
<div class="comment-content"><p>My cousin says 200 people died on that ferry, not 12.</p></div></li></ol></div>
</main>"""

SITE = f"""<body><div id="site-header"><a href="/">Ledger</a></div>
<main><article><header><h1>Ferry fire kills 12</h1></header>
<div data-component="image-block"><figure><img src="x.jpg"/><span class="credit">Tom Bell</span><figcaption>Rescuers
carried 25 dummies in a drill last year</figcaption></figure></div>
<div data-component="text-block"><p><b>{FIRST}</b></p></div>
<div data-component="links-block"><ul class="related-links">
<li><a href="/1">Mine collapse leaves 45 dead</a></li></ul></div>
<div data-component="text-block"><p>{SECOND}</p></div><div data-component="text-block"><p>{THIRD}</p></div>
<section class="inline-promo"><h2>More on this story</h2>
<p><a href="/3">Five ferries, and the 300 who died</a></p></section>
<div data-component="text-block"><p>{LAST}</p></div></article>
<aside><h2>Most read</h2><ol><li>Storm kills 14</li></ol></aside>
</main><footer>© 2031 The Coastal Ledger</footer>"""


def read(tmp_path: Path, body: str) -> Document:
    path = tmp_path / "page.html"
    path.write_text(f'<!DOCTYPE html><html lang="en"><head>{HEAD}</head>{body}</body></html>', encoding="utf-8")
    return read_document(path)


def body_of(document: Document) -> list[str]:
    spans = [zone.span for zone in document.zones if zone.kind == "body"]
    return [line for span in spans for line in document.text[span.start : span.end].strip().splitlines()]


def test_only_the_paragraphs_of_a_blog_page_are_body(tmp_path: Path) -> None:
    """Pictures, links to other articles, posts of networks and comments make no claims."""
    assert body_of(read(tmp_path, BLOG)) == [FIRST, SECOND, THIRD, LAST]


def test_only_the_paragraphs_of_a_news_site_are_body(tmp_path: Path) -> None:
    """The same for a page whose parts are named by data, not by class."""
    assert body_of(read(tmp_path, SITE)) == [FIRST, SECOND, THIRD, LAST]


def test_a_post_of_several_paragraphs_is_one_stretch(tmp_path: Path) -> None:
    """Nothing but the markup tells where it begins."""
    document = read(tmp_path, BLOG)
    posts = [document.text[z.span.start : z.span.end] for z in document.zones if z.kind == "embed"]

    assert len(posts) == 1
    assert "60 bodies" in posts[0]
    assert "200 people are missing" in posts[0]


def test_words_that_the_article_says_too_stay_body(tmp_path: Path) -> None:
    """A pull quote in the margin repeats a paragraph, and takes nothing away from it."""
    page = SITE.replace('<div data-component="links-block">', f"<aside><p>{THIRD}</p></aside><div>")

    assert THIRD in body_of(read(tmp_path, page))


def test_a_page_that_calls_all_its_text_a_side_matter_is_read_all_the_same(tmp_path: Path) -> None:
    """Names of classes are no standard."""
    page = SITE.replace("<article>", '<article class="related">')

    assert FIRST in body_of(read(tmp_path, page))
