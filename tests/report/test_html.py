"""The HTML report: one page that asks for nothing, shows everything, and runs nothing that an article brings."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from golden.sample import HERALD, KILLED, POST, POST_DEAD, POST_HURT, RADIO_HURT, sample_report
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.model import Conflict, Document, Position, Reason, Report, Zone
from discrepancy.model.document import Span
from discrepancy.report.addresses import address
from discrepancy.report.fingerprint import fingerprints
from discrepancy.report.html import to_html
from discrepancy.report.html.matrix import matrix_of
from discrepancy.report.html.page import page_of
from discrepancy.report.html.scale import scale_of
from discrepancy.report.html.texts import pieces_of, sides_of
from discrepancy.report.json_report import to_json
from discrepancy.values.quantity import Quantity, exact

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>'\"--><style>*{}"
NEVER_CLOSED = {"meta", "input", "circle", "path", "line"}


class Elements(HTMLParser):
    """Every element of a page with its attributes and the text directly inside it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], list[str]]] = []
        self._open: list[list[str]] = [[]]
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        words: list[str] = []
        self.found.append((tag, {name: value or "" for name, value in attrs}, words))
        if tag not in NEVER_CLOSED:
            self._open.append(words)

    def handle_endtag(self, tag: str) -> None:
        if tag not in NEVER_CLOSED:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for words in self._open:
            words.append(data)

    def named(self, tag: str) -> Iterator[tuple[dict[str, str], str]]:
        return ((attributes, "".join(words)) for name, attributes, words in self.found if name == tag)


def policy_of(page: str) -> str:
    return next(
        a["content"] for a, _ in Elements(page).named("meta") if a.get("http-equiv") == "Content-Security-Policy"
    )


def with_words(words: str) -> Report:
    """The sample report with ``words`` wherever an article or a claim can bring words of its own."""
    document = replace(
        POST, text=words + POST.text, title=words, outlet=words, path=words, url=words, warnings=(words,)
    )
    claims = tuple(replace(c, shown=words) for c in (POST_DEAD, POST_HURT, RADIO_HURT))
    conflict = Conflict("c1", "number", words, tuple(Position(words, (c,)) for c in claims), words, (), 0.9, "high")
    report = sample_report()
    return replace(report, documents=(document, *report.documents[1:]), conflicts=(conflict,))


def test_the_page_asks_for_nothing() -> None:
    """No address is loaded, and the policy of the page forbids it."""
    elements = Elements(to_html(sample_report())).found

    assert policy_of(to_html(sample_report())).startswith("default-src 'none';")
    assert not [a for _, a, _ in elements if {"src", "srcset", "action", "style", "background"} & set(a)]
    assert not [t for t, _, _ in elements if t in {"link", "iframe", "object", "embed", "base", "img"}]


@pytest.mark.parametrize("tag", ["style", "script"])
def test_the_policy_lets_in_just_what_the_page_brings(tag: str) -> None:
    """Its hashes are those of the style and of the script that runs."""
    page = to_html(sample_report())
    inside = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    hashes = re.search(rf"{tag}-src '(sha256-[^']+)'", policy_of(page))

    assert len(inside) == 1
    assert hashes and hashes[1] == "sha256-" + b64encode(sha256(inside[0].encode()).digest()).decode()


def test_words_of_an_article_stay_words() -> None:
    """Markup in texts, titles, outlets, paths, values, questions and warnings is shown, not obeyed."""
    elements = Elements(to_html(with_words(HOSTILE)))

    assert len(list(elements.named("script"))) == 2
    assert not list(elements.named("img"))
    assert len(list(elements.named("style"))) == 1
    assert "alert(1)" in next(words for _, words in elements.named("h3"))


@given(st.text(max_size=60))
@settings(max_examples=30, deadline=None)
def test_no_words_change_the_elements_of_the_page(words: str) -> None:
    """Whatever an article says, the page has the same scripts and the data can be read."""
    elements = Elements(to_html(with_words(words)))
    data = [text for attributes, text in elements.named("script") if attributes.get("id") == "result"]

    assert len(list(elements.named("script"))) == 2
    assert json.loads(data[0])["schema"] == "discrepancy-report/1"


def test_the_whole_result_sits_inside() -> None:
    """The data of the page is the JSON report."""
    elements = Elements(to_html(sample_report()))
    data = next(text for attributes, text in elements.named("script") if attributes.get("id") == "result")

    assert json.loads(data) == json.loads(to_json(sample_report()))


def test_the_data_holds_no_sign_that_opens_or_ends_anything() -> None:
    """Neither tags nor references nor single quotes: whatever looks at it takes it for data."""
    page = to_html(with_words("<img src=x onerror=alert('x')>&amp;"))
    data = re.search('<script type="application/json" id="result">(.*?)</script>', page, re.DOTALL)

    assert data is not None
    assert set(data[1]) & set("<>&'") == set()
    assert "onerror=alert('x')" in json.loads(data[1])["conflicts"][0]["question"]


def test_every_link_inside_the_page_leads_somewhere() -> None:
    """Ids are unique, and each link to one finds it."""
    found = Elements(to_html(sample_report())).found
    ids = [a["id"] for _, a, _ in found if "id" in a]
    links = {a["href"][1:] for _, a, _ in found if a.get("href", "").startswith("#")}

    assert len(ids) == len(set(ids))
    assert links <= set(ids)
    assert set(fingerprints(sample_report())) <= links


def test_a_card_tells_the_whole_conflict() -> None:
    """Question, answers, quotes, speakers, why, what to check, kind, severity and confidence."""
    card = next(text for attributes, text in Elements(to_html(sample_report())).named("article"))

    for words in (
        *("How many people were killed?", "14 passengers died", "Nineteen people lost their lives", "coast guard"),
        *("Ida Lund", "Northern Post", "4 March 2031", KILLED.why, "Check next:", "high severity", "confidence 0.93"),
    ):
        assert words in card


def test_one_line_can_be_pasted() -> None:
    """Each conflict stands on one line with its question and its answers with their speakers."""
    lines = [text for a, text in Elements(to_html(sample_report())).named("a") if "?" in text]

    assert lines[0].startswith("How many people were killed? 14 (coast guard) / 19 (Ida Lund)")


def test_the_matrix_groups_speakers_by_outlet() -> None:
    """One column a speaker, those of an outlet side by side, letters where answers differ, a tilde for rivals."""
    report = sample_report()
    matrix = matrix_of(report, {document.id: document for document in report.documents})

    assert matrix.outlets == (("Northern Post", 3), ("Island Radio", 3), ("herald", 1))
    assert matrix.speakers[0] == "coast guard"
    assert [[entry.letter for entry in cell] for cell in matrix.rows[0].cells] == [["A"], [], [], ["B"], [], [], ["C"]]
    assert {entry.letter for cell in matrix.rows[2].cells for entry in cell} == {"~"}


def test_one_person_has_one_column() -> None:
    """ "Lund" and "Ida Lund" in one outlet are told as Ida Lund."""
    report = sample_report()
    speaker = KILLED.positions[1].claims[0].frame.speaker
    assert speaker is not None
    claim = KILLED.positions[1].claims[0]
    short = replace(claim, frame=replace(claim.frame, speaker=replace(speaker, name="Lund")))
    conflict = replace(KILLED, positions=(*KILLED.positions, Position("20", (short,))))
    matrix = matrix_of(replace(report, conflicts=(conflict,)), {d.id: d for d in report.documents})

    assert "Ida Lund" in matrix.speakers
    assert "Lund" not in matrix.speakers


def test_the_scale_shows_bounds_as_arrows() -> None:
    """ "at least 30" reaches beyond the right end, 45 is a point."""
    above = replace(POST_HURT, shown="at least 30")
    point = replace(RADIO_HURT, value=exact(45), shown="45")
    scale = scale_of(replace(KILLED, positions=(Position("at least 30", (above,)), Position("45", (point,)))))

    assert scale is not None
    assert [(bar.open_above, bar.open_below) for bar in scale.bars] == [(True, False), (False, False)]
    assert scale.bars[0].start < scale.bars[1].start == scale.bars[1].end < scale.bars[0].end


def test_far_apart_answers_stand_on_a_logarithmic_scale() -> None:
    """Otherwise the small ones could not be told apart."""
    claims = [replace(POST_DEAD, value=exact(value), shown=str(value)) for value in (3, 30, 30_000)]
    scale = scale_of(replace(KILLED, positions=tuple(Position(c.shown, (c,)) for c in claims)))

    assert scale is not None and scale.logarithmic
    assert scale.bars[0].start < scale.bars[1].start - 50


def test_answers_in_two_units_have_no_scale() -> None:
    """A line with kilometres and miles on it would lie."""
    units = [replace(POST_DEAD, value=Quantity(5, 5, "exact", unit, 5)) for unit in ("kilometre", "mile")]

    assert scale_of(replace(KILLED, positions=tuple(Position(str(n), (c,)) for n, c in enumerate(units)))) is None


def test_a_live_page_is_opened_at_the_quote() -> None:
    """An article with an address gives links with a text fragment; long quotes by their first and last words."""
    report = sample_report()
    live = replace(POST, url="https://example.org/ferry?x=1#top")
    cards = page_of(replace(report, documents=(live, *report.documents[1:]))).cards
    link = cards[0].answers[0].passages[0].link

    assert link is not None
    assert unquote(link) == "https://example.org/ferry?x=1#:~:text=14 passengers died"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://[", ""]
)
def test_only_web_addresses_are_links(url: str) -> None:
    """Any other address is not followed by a browser."""
    assert address(url) is None


def test_full_texts_are_whole() -> None:
    """The pieces of an article together are its text, whatever claims and zones overlap in it."""
    document = replace(
        POST, zones=(Zone("headline", Span(0, 19)), Zone("credit", Span(30, 50)), Zone("body", Span(50, 90)))
    )
    pieces = pieces_of(document, sample_report(), {POST_DEAD.id: "q1"}, sides_of(sample_report()))

    assert "".join(piece.text for piece in pieces) == POST.text
    assert [piece.text for piece in pieces if piece.aside] == [POST.text[30:42], POST.text[42:50]]
    assert [piece.letter for piece in pieces if piece.card == fingerprints(sample_report())[0]] == ["A", "A"]
    assert sum(len(piece.anchors) for piece in pieces) == 1


def test_a_stretch_is_marked_once_however_many_claims_lie_in_it() -> None:
    """A reader meets the letter of an answer once, not at each end of each claim in the sentence."""
    start, end = POST_DEAD.evidence.span.start, POST_DEAD.evidence.span.end
    within = replace(POST_DEAD, id="within", evidence=replace(POST_DEAD.evidence, span=Span(start + 1, end - 1)))
    report = replace(sample_report(), claims=(*sample_report().claims, within))
    plain, more = (pieces_of(POST, each, {}, sides_of(sample_report())) for each in (sample_report(), report))

    assert more == plain
    assert POST_DEAD.evidence.text in [piece.text for piece in plain if piece.letter]


def test_an_article_without_line_of_claims_says_so() -> None:
    """Silence about an article is no agreement: the page repeats what could not be compared."""
    silent = Document("silent", "No figure here.", outlet="Quiet News")
    report = replace(sample_report(), documents=(*sample_report().documents, silent))

    assert "Nothing to compare was found in silent." in to_html(report)


def test_without_conflicts_the_page_says_how_much_was_compared() -> None:
    """ "No conflicts" and "no claims" are different news."""
    assert "No conflicts among 8 claims." in to_html(replace(sample_report(), conflicts=()))
    assert "no claims were found" in to_html(Report((HERALD,), (), ()))


def test_one_option_is_no_choice() -> None:
    """Conflicts of one kind cannot be filtered by kind, so no box is shown that could only hide them all."""
    choices = dict(page_of(replace(sample_report(), conflicts=(KILLED,))).choices)
    both = dict(page_of(sample_report()).choices)

    assert choices == {}
    assert both == {
        "kind": (("number", "number"), ("cause", "cause")),
        "severity": (("high", "high"), ("medium", "medium")),
    }


def test_what_comes_before_the_story_is_not_shown_as_its_words() -> None:
    """The words before a quote stop at headline, dateline and front matter."""
    text = POST.text
    begins = text.index("The coast guard")
    zoned = replace(POST, zones=(Zone("headline", Span(0, begins)), Zone("body", Span(begins, len(text)))))
    report = replace(sample_report(), documents=(zoned, *sample_report().documents[1:]))

    assert (
        page_of(sample_report()).cards[0].answers[0].passages[0].lead_in == "Fire on night ferry The coast guard said"
    )
    assert page_of(report).cards[0].answers[0].passages[0].lead_in == "The coast guard said"


def test_the_weights_add_up() -> None:
    """Where there are many reasons the smaller ones stand in one line with their sum; nothing weighs -0.00."""
    reasons = tuple(Reason(f"r{n}", f"reason {n}", 1.0 - 0.11 * n) for n in range(14))
    card = page_of(replace(sample_report(), conflicts=(replace(KILLED, reasons=reasons),))).cards[0]
    weights = [float(weight.replace("−", "-")) for _, lines in card.reasons for weight, _ in lines]

    assert len(weights) < len(reasons)
    assert sum(weights) == pytest.approx(sum(reason.weight for reason in reasons), abs=0.05)
    assert "smaller reasons" in card.reasons[-1][1][-1][1]
    assert page_of(
        replace(sample_report(), conflicts=(replace(KILLED, reasons=(Reason("r", "none", -0.001),)),))
    ).cards[0].reasons == (("Counted against it", (("+0.00", "none"),)),)


def test_reasons_stand_under_the_side_that_they_count_for() -> None:
    """A learned weight may go against what its reason says by itself; the heading says which way it counted."""
    reasons = (Reason("a", "the nouns differ", 0.4), Reason("b", "rare", -2.9), Reason("c", "one day", 0.2))
    card = page_of(replace(sample_report(), conflicts=(replace(KILLED, reasons=reasons),))).cards[0]

    assert card.reasons == (
        ("Counted for a conflict", (("+0.40", "the nouns differ"), ("+0.20", "one day"))),
        ("Counted against it", (("−2.90", "rare"),)),
    )


@pytest.mark.parametrize(
    ("asked", "told"), [("0.5", "0.50"), ("0.337", "0.33"), ("0.29", "0.29"), ("nan", "0.00"), ("x", "0.00")]
)
def test_the_slider_starts_where_the_run_did(asked: str, told: str) -> None:
    """Below the threshold of the run there is nothing to show, and no card of the run is hidden at the start."""
    page = to_html(replace(sample_report(), settings=(("min_confidence", asked),)))

    assert f'id="least" min="{told}" max="1" step="0.01" value="{told}"' in page


def test_what_could_not_be_compared_is_quoted_under_its_reason() -> None:
    """A bare figure says nothing: the words stand with it, and the way to them."""
    ((why, claims),) = page_of(sample_report()).not_compared

    assert why == "no other article answers this question"
    assert claims[0].quote == "Divers found two wrecks | one of them older"
    assert f'id="{claims[0].anchor}"' in to_html(sample_report())
