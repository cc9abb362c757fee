"""Figures that answer one question whatever the small signs say."""

from __future__ import annotations

import pytest
from figures import article, compared, number_verdicts

TOLL = "{source} said the barge blast killed {n} Lorvian sailors near Port Ansel on 17 September 2016."
HERE = TOLL.format(source="The harbour office", n="62")
ASIDE = "The weather in Oslo was mild."
NOTE = "Blast hits Lorvian navy\n{source} said {n} sailors were killed."


def answers(one: str, other: str) -> list[set[str]]:
    """The answers of each conflict about figures between two articles."""
    found = compared(article("a", one), article("b", other)).conflicts
    return [{position.shown for position in conflict.positions} for conflict in found if conflict.kind == "number"]


def reasons(one: str, other: str) -> set[str]:
    """The codes of all reasons for pairs across two articles."""
    verdicts = number_verdicts(article("a", one), article("b", other))
    across = (v.pair for v in verdicts if v.pair.left.document != v.pair.right.document)
    return {reason.code for pair in across for reason in pair.reasons}


@pytest.mark.parametrize(("one", "other"), [("62", "70"), ("2", "5000"), ("70", "1,00,000"), ("3", "nine")])
def test_one_sentence_with_two_figures_is_a_conflict_however_far_apart_they_lie(one: str, other: str) -> None:
    """A slip of the pen, or of the source: the reader wants to know."""
    here, there = TOLL.format(source="The harbour office", n=one), TOLL.format(source="Ine Tarrow", n=other)

    assert answers(here, there) == [{one, other}]


@pytest.mark.parametrize("before", ["A\n", "AAA\nA éA\n", f"{ASIDE}\n", f"{ASIDE} {ASIDE} {ASIDE}\n" * 3])
def test_what_stands_before_the_sentence_makes_no_difference(before: str) -> None:
    """Lines of rubbish and asides push it away from the head of the article."""
    here, there = TOLL.format(source="The harbour office", n="2"), TOLL.format(source="Ine Tarrow", n="49")

    assert answers(f"{ASIDE} {ASIDE} {here}", there) == [{"2", "49"}]
    assert answers(f"{before}{ASIDE} {ASIDE} {here}", there) == [{"2", "49"}]


@pytest.mark.parametrize(
    "there",
    [
        "The harbour office said the barge blast killed 70 Lorvian sailors near Tarn on 17 September 2016.",
        "The harbour office said the barge blast killed 70 Lorvian soldiers near Port Ansel on 17 September 2016.",
        "The harbour office said the barge blast hurt 70 Lorvian sailors near Port Ansel on 17 September 2016.",
    ],
)
def test_another_place_noun_or_harm_is_another_sentence(there: str) -> None:
    """One word is enough."""
    assert "word-for-word" in reasons(HERE, TOLL.format(source="Ine Tarrow", n="70"))
    assert "word-for-word" not in reasons(HERE, there)


def test_an_undated_note_of_one_sentence_is_taken_to_be_about_the_event() -> None:
    """Who compares two articles asks whether they disagree; so short a one says nothing against it."""
    full = "Navy mourns\n" + HERE + " The office said a blast hits once."

    assert answers(full, NOTE.format(source="Ine Tarrow", n="70")) == [{"62", "70"}]
    assert answers(NOTE.format(source="Ine Tarrow", n="70"), full) == [{"62", "70"}]
    assert answers(full, NOTE.format(source="Ine Tarrow", n="62")) == []


@pytest.mark.parametrize(
    "note",
    [
        "Blast hits navy in Tarn\nIne Tarrow said 70 sailors were killed.",
        "Blast hits Lorvian navy\nIne Tarrow said 70 sailors were killed. The other blast killed 12 sailors.",
        "Blast hits Lorvian navy\nIne Tarrow said 70 miners were killed.",
        "Blast hits Lorvian navy\nIne Tarrow said another 70 sailors were killed.",
    ],
)
def test_a_note_that_says_more_is_weighed_as_ever(note: str) -> None:
    """A place of its own, two tolls, other people, more of them."""
    assert "nothing-else" not in reasons(HERE, note)


def test_among_three_articles_a_note_is_weighed_as_ever() -> None:
    """A folder may hold anything."""
    texts = [HERE, NOTE.format(source="Ine Tarrow", n="70"), f"{ASIDE} 7."]
    verdicts = number_verdicts(*(article(name, text) for name, text in zip("abc", texts, strict=True)))

    assert "nothing-else" not in {reason.code for verdict in verdicts for reason in verdict.pair.reasons}
