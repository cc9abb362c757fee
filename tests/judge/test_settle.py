"""Verdicts become questions with positions: in a steady order, with steady numbers, above the wanted confidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from figures import article, compared

from discrepancy.judge.settle import settle, unmatched
from discrepancy.model import Claim, Conflict, Pair, Standing, Verdict
from discrepancy.pipeline import extract

HERALD = article(
    "herald",
    "Nine people were killed when a fire swept through the Alder Street warehouse in Oslo on 3 May 2021, police said.",
    "2021-05-05",
)
DISPATCH = article(
    "dispatch",
    "The fire in the Alder Street warehouse in Oslo killed 14 people on 3 May 2021, the fire service said.",
    "2021-05-05",
)
COURIER = article(
    "courier",
    "A fire in the Alder Street warehouse in Oslo killed 14 people on 3 May 2021, the mayor said.",
    "2021-05-05",
)
CITY = "Police said 62 people were arrested at the Oslo march on 3 May 2021. The driver of the bus was 34 years old."
PAPER = "Police said 90 people were arrested at the Oslo march on 3 May 2021. The driver of the bus was 37 years old."


def figures(conflict: Conflict) -> list[str]:
    """What each position of ``conflict`` says."""
    return [position.shown for position in conflict.positions]


def test_a_difference_becomes_a_question_with_two_positions() -> None:
    """The question is in words, the positions go from low to high."""
    found = compared(HERALD, DISPATCH).conflicts

    assert [(c.id, c.question, figures(c)) for c in found] == [("c1", "How many people were killed?", ["Nine", "14"])]


def test_agreement_is_one_position_with_all_its_evidence() -> None:
    """Two articles that say 14 stand together against the one that says nine."""
    found = compared(HERALD, DISPATCH, COURIER).conflicts

    assert len(found) == 1
    assert figures(found[0]) == ["Nine", "14"]
    assert {claim.document for claim in found[0].positions[1].claims} == {"dispatch", "courier"}


def test_words_that_answer_in_two_ways_are_one_passage() -> None:
    """A denial is read as a denial and as a negation; the reader gets one quote."""
    text = "Officials said Northern jets had bombed the convoy at Varn. Holt denied that Northern jets had bombed it."
    (conflict,) = compared(article("herald", text, "2021-05-05")).conflicts
    denied = next(position for position in conflict.positions if position.shown == "no")

    assert len(denied.claims) > 1
    assert denied.passages == denied.claims[:1]


def test_three_answers_are_three_positions_of_one_question() -> None:
    """The reader gets one row, not three."""
    third = article("third", COURIER.text.replace("14", "21"), "2021-05-05")
    found = compared(HERALD, DISPATCH, third).conflicts

    assert [figures(conflict) for conflict in found] == [["Nine", "14", "21"]]


def test_conflicts_are_numbered_from_the_surest() -> None:
    """The first is the one to look at first."""
    found = compared(article("a", CITY), article("b", PAPER), min_confidence=0.0).conflicts

    assert len(found) >= 2
    assert [conflict.id for conflict in found] == [f"c{number}" for number in range(1, len(found) + 1)]
    assert [c.confidence for c in found] == sorted((c.confidence for c in found), reverse=True)


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ("The fire killed nine men.", "The fire killed 14 men.", "high"),
        ("The barn cost 4 million euros.", "The barn cost 9 million euros.", "medium"),
        ("Mayor Anna Berg is 34 years old.", "Mayor Anna Berg is 39 years old.", "low"),
    ],
)
def test_lives_weigh_more_than_money_and_money_more_than_ages(one: str, other: str, severity: str) -> None:
    """The severity says how grave the matter is, not how sure the finding."""
    found = compared(article("a", one), article("b", other), min_confidence=0.0).conflicts

    assert [conflict.severity for conflict in found if conflict.kind == "number"] == [severity]


def test_a_higher_threshold_never_shows_more() -> None:
    """Raising the confidence only takes findings away."""
    shown = [
        len(compared(article("a", CITY), article("b", PAPER), min_confidence=least).conflicts)
        for least in (0.0, 0.25, 0.5, 0.75, 0.9, 1.0)
    ]

    assert shown == sorted(shown, reverse=True)
    assert shown[0] > 0
    assert shown[-1] == 0


def test_every_finding_is_at_least_as_sure_as_wanted() -> None:
    """The threshold holds for each."""
    found = compared(article("a", CITY), article("b", PAPER), min_confidence=0.25).conflicts

    assert all(conflict.confidence >= 0.25 for conflict in found)


def test_only_the_wanted_kinds_are_shown() -> None:
    """A kind that is not asked for is left out."""
    assert [c.kind for c in compared(HERALD, DISPATCH, kinds=["number"]).conflicts] == ["number"]
    assert compared(HERALD, DISPATCH, kinds=["quote"]).conflicts == ()


def test_what_looks_different_and_is_not_is_told() -> None:
    """A bound that holds is reported with its reason."""
    at_least = article("bound", HERALD.text.replace("Nine", "At least nine"), "2021-05-05")
    found = compared(at_least, DISPATCH)

    assert found.conflicts == ()
    assert [(one.reason, len(one.claims)) for one in found.compatible] == [("bound", 2)]


@pytest.mark.parametrize(
    ("standing", "code", "confidence", "told"),
    [
        ("UPDATES", "update", 0.3, True),
        ("COMPATIBLE", "bound", 0.3, True),
        ("COMPATIBLE", "bound", 0.2, False),
        ("COMPATIBLE", "rival-figures", 0.3, False),
    ],
)
def test_what_looks_different_is_told_at_half_the_confidence(
    standing: Standing, code: str, confidence: float, told: bool
) -> None:
    """To list an update costs the reader little; rival figures stand with the conflicts."""
    found = replace(verdict(TOLLS[0], TOLLS[1], confidence), standing=standing, code=code)
    alone = unmatched(TOLLS[:2], [found], (), {}, 0.5)

    assert [one.reason for one in settle([found], 0.5)[1]] == [code] * told
    assert bool(alone) is not told


def test_a_claim_without_a_counterpart_is_said_to_have_none() -> None:
    """Silence is explained too."""
    lone = article("lone", "The choir bought 17 violins.")
    found = compared(HERALD, lone)

    assert "17" in [one.claim.shown for one in found.not_compared if one.claim.document == "lone"]
    assert all(one.why for one in found.not_compared)


def test_a_claim_that_was_compared_without_being_sure_is_told_too() -> None:
    """Neither a conflict nor alone: between the two nothing falls under the table."""
    sure, unsure = compared(HERALD, DISPATCH), compared(HERALD, DISPATCH, min_confidence=1.0)
    fought = {claim.id for one in sure.conflicts for position in one.positions for claim in position.claims}
    silent = {one.claim.id: one.why for one in unsure.not_compared}

    assert fought
    assert not fought & {one.claim.id for one in sure.not_compared}
    assert {silent[name] for name in fought} == {"compared, but with no claim that surely answers the same question"}


def test_one_article_alone_has_no_cross_conflict() -> None:
    """Nothing is compared with itself."""
    assert compared(HERALD).conflicts == ()


def test_a_less_sure_toll_joins_a_dispute_and_makes_none() -> None:
    """The third toll is told beside the two that surely differ; alone it would stay below the bar."""
    sure, weak = (
        verdict(one, other, confidence)
        for one, other, confidence in ((TOLLS[0], TOLLS[1], 0.8), (TOLLS[2], TOLLS[3], 0.4))
    )

    assert [figures(conflict) for conflict in settle([sure, weak], 0.5)[0]] == [["20", "30", "40"]]
    assert settle([weak], 0.5)[0] == ()


def test_a_low_threshold_adds_questions_and_no_answers_to_a_sure_one() -> None:
    """A loose figure that shares a claim with a sure conflict is a weak question of its own."""
    sure, weak = verdict(TOLLS[0], TOLLS[1], 0.8), verdict(TOLLS[1], TOLLS[3], 0.05)

    assert [figures(conflict) for conflict in settle([sure, weak], 0.0)[0]] == [["20", "30"], ["30", "40"]]


def test_the_same_two_answers_are_one_question_however_sure() -> None:
    """A headline that tells the figure again is one more passage."""
    sure, weak = verdict(FLATS[0], FLATS[1], 0.8), verdict(FLATS[0], FLATS[2], 0.05)
    (found,) = settle([sure, weak], 0.0)[0]

    assert [len(position.claims) for position in found.positions] == [1, 2]


def test_a_weak_agreement_draws_no_loose_figure_into_a_sure_conflict() -> None:
    """It neither makes two questions one nor lends its passage to an answer."""
    sure, weak = verdict(FLATS[0], FLATS[1], 0.8), verdict(FLATS[2], FLATS[3], 0.05)
    alike = replace(verdict(FLATS[1], FLATS[2], 0.05), standing="AGREES")
    first, second = settle([sure, weak, alike], 0.0)[0]

    assert (figures(first), figures(second)) == (["48", "52"], ["52", "60"])
    assert {claim.document for position in first.positions for claim in position.claims} == {"one", "two"}


def verdict(one: Claim, other: Claim, confidence: float) -> Verdict:
    return Verdict(Pair(one, other, (), 0.0), "CONFLICTS", "number", "differs", "they differ", confidence)


def toll(name: str, figure: int) -> Claim:
    (found,) = extract([article(name, f"The raid killed {figure} soldiers.")])
    return next(claim for claim in found.claims if claim.attribute == "killed")


def flats(name: str, figure: int) -> Claim:
    (found,) = extract([article(name, f"The house has {figure} flats.")])
    return next(claim for claim in found.claims if claim.attribute == "count")


FLATS = (flats("one", 48), flats("two", 52), flats("three", 52), flats("four", 60))
TOLLS = (toll("one", 20), toll("two", 30), toll("three", 30), toll("four", 40))


def test_one_clause_gives_one_cause_under_one_question() -> None:
    """The fog of the headline is the fog of the captain; both stand against the union's engine."""
    herald = article(
        "herald",
        "Captain blames fog\n\nThe ferry Sula ran aground on Tuesday.\n\n"
        '"The accident was caused by fog," the captain, Odd Berg, told reporters.',
        "2025-06-03",
    )
    radio = article(
        "radio",
        "The ferry Sula ran aground on Tuesday.\n\n"
        "The accident was caused by an engine failure, according to the sailors' union.",
        "2025-06-03",
    )
    found = compared(herald, radio).conflicts

    assert [(c.question, figures(c)) for c in found] == [("What caused the accident?", ["engine failure", "fog"])]
