"""The reader of worked examples says what is wrong with a file, and compares findings with what is listed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from casebook import Case, CaseError, Expected, cases, differences, parse

from discrepancy.model import Claim, Conflict, Document, Frame, Kind, Position

TWO_SECTIONS = """# Counts

Words before the first section are prose.

## Two tolls differ

The hall and the mayor cannot both be right.

```text hall published=2021-05-04 outlet="The Daily Hall" title="Hall falls"
Nine people died when the hall fell.

A second paragraph.
```

```text mayor
The mayor said 12 people died.
```

```expect
number: "Nine people died" | "12 people died"
```

## Nothing to find

```text one
The hall is old.
```

```expect
```
"""


def case(body: str) -> Case:
    return parse(f"## Title\n{body}", "x.md")[0]


def claim(document: Document, words: str) -> Claim:
    start = document.text.index(words)
    evidence = document.evidence(start, start + len(words))
    return Claim(f"{document.id}:1", document.id, "number", "killed", words, words, evidence, Frame(0))


def conflict(*positions: tuple[Claim, ...], kind: Kind = "number") -> Conflict:
    sides = tuple(Position(claims[0].shown, claims) for claims in positions)
    return Conflict("c1", kind, "How many?", sides, "they differ", (), 0.9, "high")


def test_each_section_is_a_case_of_its_own() -> None:
    """Titles come from the headings, in file order."""
    assert [case.title for case in parse(TWO_SECTIONS, "count.md")] == ["Two tolls differ", "Nothing to find"]


def test_an_article_is_read_with_its_options() -> None:
    """Name and options stand behind ``text``; the block is the article's text without the fence."""
    hall = parse(TWO_SECTIONS, "count.md")[0].documents[0]

    assert (hall.id, hall.published, hall.outlet, hall.title) == (
        "hall",
        date(2021, 5, 4),
        "The Daily Hall",
        "Hall falls",
    )
    assert hall.text == "Nine people died when the hall fell.\n\nA second paragraph."


def test_an_article_without_options_has_none() -> None:
    """What is not said is not made up."""
    mayor = parse(TWO_SECTIONS, "count.md")[0].documents[1]

    assert (mayor.published, mayor.outlet, mayor.title) == (None, None, None)


def test_the_expected_conflicts_are_kind_and_fragments() -> None:
    """An empty block expects nothing."""
    first, second = parse(TWO_SECTIONS, "count.md")

    assert first.expected == (Expected("number", ("Nine people died", "12 people died")),)
    assert second.expected == ()


def test_a_heading_inside_a_block_is_text() -> None:
    """Articles may be Markdown themselves."""
    assert case("```text a\n## Sub\nWords.\n```\n```expect\n```\n").documents[0].text == "## Sub\nWords."


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("```text a\nWords.\n```\n", "x.md:1: a section holds articles and exactly one expect block"),
        ("```expect\n```\n", "x.md:1: a section holds articles and exactly one expect block"),
        ("```text a\nWords.\n", "x.md:2: the block is not closed"),
        ("```python\n```\n", "x.md:2: a block is either text or expect"),
        ("```\n```\n", "x.md:2: a block is either text or expect"),
        ('```text a title="\n```\n', "x.md:2: No closing quotation"),
        ("```text\nWords.\n```\n```expect\n```\n", "x.md:2: the article has no name"),
        ("```text outlet=x\nWords.\n```\n```expect\n```\n", "x.md:2: the article has no name"),
        ("```text a day=1\nWords.\n```\n```expect\n```\n", "x.md:2: day=1 is not one of the options"),
        ("```text a\nA.\n```\n```text a\nB.\n```\n```expect\n```\n", "x.md:1: two articles have one name"),
        ('```text a\nA.\n```\n```expect\nnumber: "A"\n```\n', "x.md:6: a conflict has two positions or more"),
        ('```text a\nA B.\n```\n```expect\nsize: "A" | "B"\n```\n', "x.md:6: a line reads kind:"),
        ('```text a\nA B.\n```\n```expect\nnumber: "A" "B"\n```\n', "x.md:6: a line reads kind:"),
        ('```text a\nA B.\n```\n```expect\nnumber: "A" | B\n```\n', "x.md:6: a line reads kind:"),
        ('```text a\nA.\n```\n```expect\nnumber: "A" | "Z"\n```\n', 'x.md:5: no article says "Z"'),
    ],
)
def test_a_malformed_case_is_an_error_that_names_file_and_line(body: str, said: str) -> None:
    """A typing error in a case file must not turn a test into one that checks nothing."""
    with pytest.raises(CaseError) as error:
        case(body)

    assert str(error.value).startswith(said)


def test_a_block_before_the_first_heading_is_an_error() -> None:
    """It would belong to no case."""
    with pytest.raises(CaseError, match="before the first ## heading"):
        parse("```text a\nWords.\n```\n", "x.md")


def test_case_files_are_found_in_folders_below_and_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """A case is known by its path below the folder."""
    for name in ("b.md", "a/z.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("## T\n```text a\nWords.\n```\n```expect\n```\n")

    assert [case.path for case in cases(tmp_path)] == ["a/z.md", "b.md"]


@pytest.fixture
def tolls() -> Case:
    return case(
        "```text a\nNine people died, a witness said.\n```\n```text b\nThe mayor said 12 people died.\n```\n"
        '```expect\nnumber: "12 people" | "Nine people died"\n```\n'
    )


def test_the_listed_conflict_is_recognised_by_fragments_in_any_order(tolls: Case) -> None:
    """A fragment may be shorter than the evidence it lies in."""
    a, b = tolls.documents

    assert differences(tolls, [conflict((claim(a, "Nine people died"),), (claim(b, "12 people died"),))]) == []


def test_a_listed_conflict_that_is_not_found_is_missing(tolls: Case) -> None:
    """Silence is reported in the form of the expect block."""
    assert differences(tolls, []) == ['missing  number: "12 people" | "Nine people died"']


def test_a_conflict_of_another_kind_is_not_the_listed_one(tolls: Case) -> None:
    """The kind is part of what is found."""
    a, b = tolls.documents
    found = conflict((claim(a, "Nine people died"),), (claim(b, "12 people died"),), kind="date")

    assert differences(tolls, [found]) == [
        'missing  number: "12 people" | "Nine people died"',
        'found    date: "Nine people died" | "12 people died"',
    ]


def test_a_conflict_that_is_not_listed_is_reported(tolls: Case) -> None:
    """What is not listed must not be found, and one finding answers one line."""
    a, b = tolls.documents
    found = conflict((claim(a, "Nine people died"),), (claim(b, "12 people died"),))

    assert differences(tolls, [found, found]) == ['found    number: "Nine people died" | "12 people died"']


def test_a_conflict_with_a_position_more_is_not_the_listed_one(tolls: Case) -> None:
    """All positions are named in the expect block."""
    a, b = tolls.documents
    found = conflict((claim(a, "Nine people died"),), (claim(b, "12 people died"),), (claim(b, "The mayor"),))

    assert differences(tolls, [found])[0].startswith("missing")


def test_both_fragments_in_one_position_do_not_name_two(tolls: Case) -> None:
    """Each fragment stands for a position of its own."""
    a, b = tolls.documents
    found = conflict((claim(a, "Nine people died"), claim(b, "12 people died")), (claim(b, "The mayor"),))

    assert differences(tolls, [found])[0].startswith("missing")
