"""The formats for people: what they say, and what an article cannot make them say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from golden.sample import HERALD, INTENT, KILLED, LUND, POST, POST_DEAD, RADIO, RADIO_DEAD, sample_report
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from discrepancy.model import Claim, Conflict, Document, Frame, Position, Reason, Report, Span
from discrepancy.report import explain
from discrepancy.report.html import to_html
from discrepancy.report.markdown import to_markdown
from discrepancy.report.notebook import Comparison
from discrepancy.report.selection import has_failed, select_conflicts
from discrepancy.report.slack import to_slack
from discrepancy.report.table import to_table

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
NASTY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\x1b\x9b\r\n\u202e|`*_[](!<>&#")), max_size=30)
DOCUMENTS = {document.id: document for document in (POST, RADIO, HERALD)}


def with_words(words: str) -> Comparison:
    """A report in which ``words`` stand wherever an article, a file name or a speaker can put them."""
    document = replace(POST, text=words, path=words, outlet=words, title=words, warnings=(words,))
    speaker = replace(LUND, name=words)
    claim = replace(
        POST_DEAD, shown=words, evidence=replace(POST_DEAD.evidence, text=words), frame=Frame(0, speaker=speaker)
    )
    other = replace(claim, id="post:2", frame=Frame(0))
    conflict = replace(
        KILLED, question=words, why=words, positions=(Position(words, (claim,)), Position("2", (other,)))
    )
    return Comparison((document,), (claim, other), (conflict,))


def by(*claims: Claim, **changes: object) -> Conflict:
    """A conflict in which each claim is a position of its own."""
    return replace(KILLED, positions=tuple(Position(claim.shown, (claim,)) for claim in claims), **changes)


@given(NASTY)
def test_no_article_can_steer_the_terminal(words: str) -> None:
    """No control character, no direction mark and no lone surrogate reaches it."""
    assert CONTROL.search(to_table(with_words(words), verbose=True)) is None


@given(NASTY)
def test_an_article_cannot_add_a_line_to_the_report(words: str) -> None:
    """A made-up "0 conflicts found" inside an article does not look like one of ours."""
    lines = to_markdown(with_words(words)).splitlines()

    assert len(lines) == len(to_markdown(with_words("x")).splitlines())


@pytest.mark.parametrize("form", [to_table, to_markdown, to_slack, to_html])
def test_one_article_alone_is_said_to_be_alone(form: Callable[[Report], str]) -> None:
    """Nobody takes silence about one article for agreement between articles."""
    alone = "There was one article and no other to compare it with"

    assert alone in form(replace(sample_report(), documents=(POST,), claims=(), conflicts=(), same_origin=()))
    assert alone not in form(sample_report())


def test_the_terminal_says_which_way_a_reason_counted() -> None:
    """ "The nouns differ" with a plus reads back to front without it."""
    reasons = (Reason("a", "the nouns differ", 0.4), Reason("b", "rare", -2.9), Reason("c", "one day", 0.2))
    shown = to_table(replace(sample_report(), conflicts=(replace(KILLED, reasons=reasons),)), verbose=True)

    assert (
        "   Counted for a conflict:\n   +0.40 the nouns differ\n   +0.20 one day\n   Counted against it:\n   -2.90 rare"
        in shown
    )


def passages(claim: Claim, number: int) -> tuple[Claim, ...]:
    """``claim``, as if its words stood in so many places."""
    evidence = claim.evidence
    starts = range(evidence.span.start, evidence.span.start + number)
    return tuple(replace(claim, evidence=replace(evidence, span=Span(at, evidence.span.end))) for at in starts)


@pytest.mark.parametrize(
    "words",
    [
        "![x](http://example.org/p.png)",
        "[click](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
    ],
)
def test_markdown_holds_no_live_image_script_or_link(words: str) -> None:
    """What an article writes is shown as it was written."""
    live = re.compile(r"!\[[^\]]*\]\(https?:|\]\(javascript:|(?<!\\)<(img|script)|(?<!\\)\]\(")

    assert live.search(to_markdown(with_words(words))) is None


def test_a_web_address_in_markdown_is_no_link() -> None:
    """Nobody clicks on what an article only mentions."""
    text = to_markdown(with_words("see http://example.org and www.example.org"))

    assert "http\\://example.org and www\\.example.org" in text


def test_a_pipe_does_not_break_a_markdown_table() -> None:
    """The row keeps its six cells."""
    row = next(line for line in to_markdown(with_words("a | b")).splitlines() if line.startswith("| 1 "))

    assert len(re.findall(r"(?<!\\)\|", row)) == 7


@given(NASTY)
def test_a_notebook_shows_an_article_as_text(words: str) -> None:
    """No tag of the view comes from an article."""
    tags = re.findall(r"<[a-z]+", with_words(words)._repr_html_())

    assert tags == re.findall(r"<[a-z]+", with_words("x")._repr_html_())


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_a_table_keeps_to_the_width_of_the_terminal(width: int) -> None:
    """Wide characters count as two."""
    wide = with_words("消防隊員說有許多人在火災中喪生 " * 8)
    grid = to_table(wide, width=width).split("answer")[1].split("Why:")[0]

    assert max(wcswidth(line) for line in grid.splitlines()) <= width


@pytest.mark.parametrize("answer", ["42,000", "-1,000", "1,234.5", "True", "0x10", "1_000"])
def test_an_answer_that_is_all_figures_stays_as_it_is(answer: str) -> None:
    """The table shows what the article wrote, with its thousands separators."""
    assert answer in to_table(with_words(answer))


def test_numbers_are_shown_as_written() -> None:
    """No table turns 1e5 into 100000 or cuts a zero off."""
    assert "1e5" in to_table(with_words("1e5"))


def test_colour_is_only_there_when_asked_for() -> None:
    """Escape sequences in a file are rubbish."""
    assert "\x1b[" not in to_table(sample_report())
    assert "\x1b[31mhigh\x1b[0m" in to_table(sample_report(), color=True)


def test_colour_changes_no_word() -> None:
    """Without its escapes the coloured table is the plain one."""
    assert re.sub("\x1b\\[[0-9]+m", "", to_table(sample_report(), color=True)) == to_table(sample_report())


def test_many_passages_of_one_answer_are_counted() -> None:
    """The table shows three and says how many more there are; -v shows all."""
    many = replace(KILLED, positions=(Position("14", passages(POST_DEAD, 5)), Position("19", (RADIO_DEAD,))))
    report = replace(sample_report(), conflicts=(many,))

    assert "and 2 more passages (-v)" in " ".join(to_table(report, width=160).split())
    assert to_table(report, verbose=True).count("“14 passengers died”") == 5


def test_markdown_counts_the_passages_beyond_the_fifth() -> None:
    """A list that nobody reads to its end is cut, and says so."""
    many = replace(KILLED, positions=(Position("14", passages(POST_DEAD, 7)), Position("19", (RADIO_DEAD,))))
    text = to_markdown(replace(sample_report(), conflicts=(many,)))

    assert text.count("“14 passengers died”") == 5
    assert "- **14**: and 2 more passages\n" in text


def test_a_notebook_counts_the_conflicts_beyond_the_fiftieth() -> None:
    """A cell stays readable."""
    shown = replace(sample_report(), conflicts=(INTENT,) * 53)._repr_html_()

    assert shown.count("Was the fire an accident") == 50
    assert "<p>and 3 more conflicts</p>" in shown


def test_a_notebook_without_conflicts_shows_no_empty_table() -> None:
    """The notes are there all the same."""
    shown = replace(sample_report(), conflicts=())._repr_html_()

    assert "<table>" not in shown
    assert "Not read: articles/late.txt" in shown


def test_no_claims_is_not_no_conflicts() -> None:
    """Silence about an article that could not be understood is no agreement."""
    silent = to_table(Report((POST, RADIO), (), ()))

    assert "No conflicts" not in silent
    assert silent.startswith(
        "Nothing could be compared: no claims were found.\n"
        "Nothing to compare was found in post.\nNothing to compare was found in radio.\n"
    )


def test_agreement_is_said_with_the_number_of_claims() -> None:
    """The reader sees that something was read."""
    assert to_table(Report((POST, HERALD), (POST_DEAD,), ())).startswith("No conflicts among 1 claim.\n")


@pytest.mark.parametrize("render", [to_table, to_markdown])
def test_what_was_not_read_and_what_is_a_copy_is_named(render: Callable[[Report], str]) -> None:
    """Also in a report without conflicts."""
    text = render(replace(sample_report(), conflicts=()))

    assert "Not read: articles/late.txt: no such file" in text
    assert "post and herald carry one text" in text
    assert "Rival figures for injured" in text


def test_the_answers_stand_in_one_line_that_can_be_pasted() -> None:
    """Value and speaker of every side."""
    assert explain.answers(INTENT, DOCUMENTS) == "accident (the operator) / deliberate (Police)"


def test_one_speaker_with_two_answers_sends_the_reader_to_the_original() -> None:
    """Two outlets quote one person differently."""
    twice = by(RADIO_DEAD, replace(POST_DEAD, frame=Frame(0, speaker=LUND)))

    assert explain.check_next(twice, DOCUMENTS) == (
        "Ida Lund is given with different answers; look for the original statement."
    )


def test_a_figure_without_a_source_sends_the_reader_to_its_origin() -> None:
    """The outlet gives it in its own voice."""
    assert "no source is named for 12 (herald)" in explain.check_next(KILLED, DOCUMENTS)


def test_articles_of_two_days_raise_the_question_of_an_update() -> None:
    """The later answer may replace the earlier."""
    assert "from 4 March 2031 to 5 March 2031" in explain.check_next(INTENT, DOCUMENTS)


def test_two_named_sources_of_one_day_are_to_be_asked() -> None:
    """Nothing but the sources themselves can settle it."""
    same_day = {**DOCUMENTS, "radio": replace(RADIO, published=POST.published)}

    assert explain.check_next(INTENT, same_day).startswith("every side names its source")


def test_a_line_number_is_that_of_the_text() -> None:
    """Counted from 1, as editors do."""
    assert explain.place_words(POST_DEAD, DOCUMENTS) == "Northern Post, post line 3"


def test_only_conflicts_of_the_asked_severity_are_kept() -> None:
    """Milder ones are not shown."""
    kept = select_conflicts(sample_report(), min_severity="high")

    assert [conflict.id for conflict in kept.conflicts] == ["c1"]
    assert isinstance(kept, Comparison)


@pytest.mark.parametrize(("fail_on", "failed"), [("never", False), ("low", True), ("medium", True), ("high", False)])
def test_a_run_fails_from_the_asked_severity_on(fail_on: str, failed: bool) -> None:
    """A conflict of medium severity."""
    assert has_failed(Report((), (), (INTENT,)), fail_on) is failed


def test_a_document_nobody_knows_is_named_by_its_id() -> None:
    """A report built by hand need not hold every document."""
    assert explain.place_words(POST_DEAD, {}) == "post"
    assert explain.speaker_words(replace(POST_DEAD, frame=Frame(0)), {}) == "post, no source named"
    assert Document("d", "x").path == ""
