"""What must hold for any articles: copies, order, offsets, quotes, asides and the form of numbers."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from figures import article, compared, number_claims
from hypothesis import example, given, settings
from hypothesis import strategies as st

from discrepancy.model import Claim, Conflict, Document
from discrepancy.pipeline import extract
from discrepancy.report import FORMATS as RENDERERS
from discrepancy.values.quantity import Quantity

SENTENCES = (
    "Police said {n} people were killed when a fire swept through a warehouse in Oslo on 3 May 2021.",
    "The fire in the warehouse in Oslo killed {n} people, the fire service said.",
    "At least {n} people were injured in the fire.",
    "The owner put the damage at {n} million euros.",
    "Firemen fought the flames for {n} hours.",
    "Mayor Anna Berg, {n}, denied that the alarm had failed.",
    '"We saw {n} lorries burn," said Berg.',
    "The ministry did not comment.",
)
PIECES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=y>",
    "</p>",
    '"',
    "'",
    "&lt;",
    "<!--",
    "{{7*7}}",
    "=1+1",
    "@x",
    "\t",
)
UNRELATED = "The choir of the island school sang two old hymns at the harvest fair."
sentences = st.builds(lambda text, n: text.format(n=n), st.sampled_from(SENTENCES), st.integers(2, 90))
texts = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
few = settings(max_examples=25, deadline=None)


def essence(conflict: Conflict) -> tuple[object, ...]:
    """A conflict without its number."""
    sides = frozenset(
        (position.shown, frozenset((c.document, c.evidence.span) for c in position.claims))
        for position in conflict.positions
    )
    return conflict.kind, conflict.question, conflict.confidence, conflict.severity, sides


def told(*documents: Document) -> set[tuple[object, ...]]:
    """The conflicts of ``documents`` without their numbers."""
    return {essence(conflict) for conflict in compared(*documents).conflicts}


def answers(conflicts: tuple[Conflict, ...]) -> set[tuple[str, frozenset[str]]]:
    """Kind and positions of each conflict."""
    return {(one.kind, frozenset(position.shown for position in one.positions)) for one in conflicts}


def meaning(claim: Claim) -> tuple[object, ...]:
    """A claim without its offsets."""
    return claim.kind, claim.attribute, claim.shown, claim.evidence.text


@few
@given(texts)
def test_a_copy_contradicts_nothing_that_the_article_does_not(text: str) -> None:
    """Whatever an article and its copy disagree on, the article disagrees on with itself."""
    alone = answers(compared(article("a", text)).conflicts)

    assert answers(compared(article("a", text), article("b", text)).conflicts) <= alone


@few
@given(st.lists(texts, min_size=2, max_size=3))
def test_the_order_of_the_articles_changes_only_numbers(several: list[str]) -> None:
    """Every order of the same articles tells the same."""
    documents = [article(name, text) for name, text in zip("abc", several, strict=False)]
    first = told(*documents)

    assert all(told(*order) == first for order in permutations(documents))


@few
@given(texts, st.integers(1, 3))
def test_words_in_front_shift_every_quote(text: str, lines: int) -> None:
    """The same claims are found, further on by the length of what was put in front."""
    front = "The choir sang.\n\n" * lines
    before = extract([article("a", text)])[0].claims
    after = extract([article("a", front + text)])[0].claims
    moved = [claim for claim in after if claim.evidence.span.start >= len(front)]

    assert [meaning(claim) for claim in moved] == [meaning(claim) for claim in before]
    assert [c.evidence.span.start - len(front) for c in moved] == [c.evidence.span.start for c in before]


@few
@given(st.lists(texts, min_size=2, max_size=2))
def test_every_quote_stands_in_its_article(several: list[str]) -> None:
    """Offsets and words of the evidence cannot disagree."""
    documents = {name: article(name, text) for name, text in zip("ab", several, strict=True)}
    found = compared(*documents.values())
    claims = [c for conflict in found.conflicts for position in conflict.positions for c in position.claims]

    for claim in (*claims, *found.claims):
        span = claim.evidence.span
        assert documents[claim.document].text[span.start : span.end] == claim.evidence.text


@few
@given(st.lists(texts, min_size=2, max_size=2))
def test_a_sentence_on_something_else_changes_no_finding(several: list[str]) -> None:
    """An aside adds no conflict of its own and hides none of the sure ones."""
    one, other = (article(name, text) for name, text in zip("ab", several, strict=True))
    aside = replace(other, text=f"{other.text}\n\n{UNRELATED}")
    sure = {c.id for c in compared(one, other, min_confidence=0.8).conflicts}
    found = compared(one, aside).conflicts

    assert all("choir" not in c.evidence.text for one_ in found for position in one_.positions for c in position.claims)
    assert len(found) >= len(sure)


@pytest.mark.parametrize("form", ["1,200", "1200", "twelve hundred", "1 200", "one thousand two hundred"])
def test_the_form_of_a_number_makes_no_difference(form: str) -> None:
    """Figures and words mean the same."""
    claims = number_claims(f"The mill employed {form} weavers.")

    assert [(claim.value.low, claim.value.high) for claim in claims if isinstance(claim.value, Quantity)] == [
        (1200, 1200)
    ]
    assert (
        compared(
            article("a", f"The mill fire killed {form} weavers."), article("b", "The mill fire killed 1,200 weavers.")
        ).conflicts
        == ()
    )


FORMS: dict[str, Callable[[str], str]] = {
    "two spaces after a sentence": lambda text: text.replace(". ", ".  "),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "blanks at the ends of lines": lambda text: text.replace("\n", "   \n\n"),
    "typographic apostrophes": lambda text: text.replace("'", "\u2019"),
    "spaces that do not break": lambda text: text.replace(" people", "\u00a0people"),
}
HERE = "Police said {n} people were killed when a fire swept through Oslo's old warehouse on 3 May 2021.\nIt is out."
THERE = article("b", "The fire in the old warehouse in Oslo killed 31 people on 3 May 2021, the fire service said.")


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=4, deadline=None)
@given(n=st.integers(12, 90))
def test_the_form_of_a_text_changes_no_answer(form: str, n: int) -> None:
    """White space and typography carry no meaning."""
    text = HERE.format(n=n)
    plain, formed = (compared(article("a", words), THERE).conflicts for words in (text, FORMS[form](text)))

    assert answers(formed) == answers(plain)
    assert (answers(plain) != set()) == (n != 31)


@settings(max_examples=30, deadline=None)
@given(rubbish=st.text(st.characters() | st.sampled_from("0123456789,.-/:%()[]“”\"' \n\u202e½²\ud800"), max_size=300))
@example(rubbish="A\ud800")
def test_rubbish_beside_a_claim_breaks_nothing(rubbish: str) -> None:
    """Whatever stands there, halves of characters too: quotes slice, and every format can be written as UTF-8."""
    documents = {"a": article("a", f"{HERE.format(n=40)}\n\n{rubbish}"), "b": THERE}
    found = compared(*documents.values())

    for claim in found.claims:
        span = claim.evidence.span
        assert documents[claim.document].text[span.start : span.end] == claim.evidence.text
    for name in ("json", "csv", "html", "markdown", "table", "sarif"):
        written = RENDERERS[name](found)
        assert isinstance(written, bytes) or written.encode()


@few
@given(markup=st.lists(st.sampled_from(PIECES), min_size=1, max_size=2).map("".join))
def test_code_beside_a_figure_changes_no_answer(markup: str) -> None:
    """The 1 of "alert(1)" and the 7 of "{{7*7}}" are nobody's toll."""
    noisy, calm = (
        compared(article("a", f"The {words} office said the fire killed 40 people near {words} on 3 May 2021."), THERE)
        for words in (markup, "X")
    )

    assert answers(noisy.conflicts) == answers(calm.conflicts) != set()


@settings(max_examples=20, deadline=None)
@given(markup=st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join))
def test_markup_of_an_article_stays_text(markup: str) -> None:
    """It brings no script and no image into the page, and no formula into the sheet."""
    noisy, calm = (
        compared(article("a", f"The {words} office said 40 people died in Oslo on 3 May 2021."), THERE)
        for words in (markup, "X")
    )
    loud, quiet = (Counter(re.findall("<[a-z]+", str(RENDERERS["html"](report)))) for report in (noisy, calm))
    rows = csv.reader(io.StringIO(str(RENDERERS["csv"](noisy)).lstrip("\ufeff"), newline=""))

    assert (loud["<script"], loud["<img"]) == (quiet["<script"], 0)
    assert [cell for row in rows for cell in row if re.match("[=+@\t\r]|-(?![0-9.]+$)", cell)] == []
