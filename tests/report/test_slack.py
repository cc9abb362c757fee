"""The bullets for a chat: whole without tables or Markdown, and nobody is called by an article."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from golden.sample import KILLED, sample_report
from hypothesis import given
from hypothesis import strategies as st
from worded import with_words

from discrepancy.model import Report
from discrepancy.report.markdown import to_markdown
from discrepancy.report.slack import to_slack
from discrepancy.report.unlinked import JOINER

CALL = re.compile(r"[@#]\w")
LINK = re.compile(r"://\w|\bwww\.\w|\b\w+\.(org|com)\b")
WORDS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("@#<!>:/.\n\u2028abc")), max_size=20)


def test_every_line_is_a_bullet() -> None:
    """The summary first, then questions with their answers, and below each the quotes."""
    first, *lines = to_slack(sample_report()).splitlines()

    assert first == "2 conflicts in 3 articles, 1 file not read"
    assert all(line.startswith(("• ", "    ◦ ")) for line in lines)
    assert lines[0] == "• How many people were killed? 14 (coast guard) / 19 (Ida Lund) / 12 (herald, no source named)"
    assert lines[1] == "    ◦ 14: coast guard, “14 passengers died” (Northern Post, post line 3)"


@pytest.mark.parametrize(
    "words",
    ["@here", "<!channel>", "ask @ida.lund", "see #general", "http://example.org/x", "www.example.org", "example.com"],
)
def test_an_article_calls_nobody_and_links_nowhere(words: str) -> None:
    """What is seen stays as it was: only an unseen joiner parts it."""
    text = to_slack(with_words(words))

    assert CALL.search(text) is None
    assert LINK.search(text.replace("post", "")) is None
    assert words in text.replace(JOINER, "")


@pytest.mark.parametrize("words", ["@maintainer", "fixes #12", "owner/name#3", "mail a@example.org"])
def test_an_issue_pasted_in_markdown_calls_nobody(words: str) -> None:
    """Code hosts tell people who are named with a sign, and link numbers to issues."""
    assert CALL.search(to_markdown(with_words(words))) is None


@given(WORDS)
def test_an_article_cannot_add_a_line(words: str) -> None:
    """A made-up summary inside an article does not look like one of ours."""
    assert len(to_slack(with_words(words)).splitlines()) == len(to_slack(with_words("x")).splitlines())


def test_a_long_list_is_cut_and_counted() -> None:
    """A message that nobody reads to its end helps nobody."""
    many = replace(sample_report(), conflicts=tuple(replace(KILLED, id=f"n{number}") for number in range(50)))
    text = to_slack(many)

    assert text.count("How many people were killed?") == 20
    assert "• and 30 more conflicts" in text


def test_nothing_found_is_said() -> None:
    """ "No conflicts" and "nothing to compare" are different news."""
    assert "• Nothing could be compared" in to_slack(Report((), (), ()))
