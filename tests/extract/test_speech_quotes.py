"""Finding quoted words."""

from __future__ import annotations

import pytest

from discrepancy.extract.mentions.quotes import LONGEST_UNCLOSED, find_quotes


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text)]


@pytest.mark.parametrize("opening, closing", [('"', '"'), ("“", "”"), ("''", "''"), ("«", "»")])
def test_every_kind_of_double_mark_quotes(opening: str, closing: str) -> None:
    """Straight, typographic, doubled single marks and guillemets all quote."""
    text = f"He said {opening}we are late{closing} and left."

    assert quoted(text) == [f"{opening}we are late{closing}"]


def test_a_quote_may_hold_several_sentences() -> None:
    """Full stops do not end a quote."""
    assert quoted('"It sank. We saw it." She wept.') == ['"It sank. We saw it."']


def test_a_quote_ends_with_its_line() -> None:
    """Each paragraph of a long quote opens with a mark; the missing closing mark costs no more than the paragraph."""
    text = "“The road is shut.\n“The bridge is gone,” he said."
    found = find_quotes(text)

    assert quoted(text) == ["“The road is shut.", "“The bridge is gone,”"]
    assert [quote.closed for quote in found] == [False, True]


def test_an_opening_mark_ends_an_unclosed_quote() -> None:
    """A lost closing mark does not turn all later quotes inside out."""
    assert quoted('He said "we left. Then "they came" and fired.') == ['"we left. Then ', '"they came"']


def test_an_unclosed_quote_is_bounded() -> None:
    """In a text of one line a lost mark does not make the whole text a quote."""
    (quote,) = find_quotes('"' + "so it went on " * 200)

    assert quote.end - quote.start == LONGEST_UNCLOSED


def test_apostrophes_and_inches_quote_nothing() -> None:
    """A single mark inside a word is no quotation mark."""
    assert find_quotes("The ministry's men didn't fire.") == ()


def test_a_space_beside_a_mark_is_forgiven() -> None:
    """Text with lost punctuation keeps stray spaces inside its quotes."""
    assert quoted('" There are 56 dead" said the monitor.') == ['" There are 56 dead"']
