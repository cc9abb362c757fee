"""Pairs of figures: blocked by unit, the same whatever the order of the articles."""

from __future__ import annotations

from itertools import permutations

import pytest
from figures import article

from discrepancy.match.corpus import survey
from discrepancy.match.numbers import candidates, match_numbers
from discrepancy.model import Claim, Document
from discrepancy.pipeline import extract


def numbers(*documents: Document) -> list[Claim]:
    """Claims of ``documents``."""
    return [claim for found in extract(documents) for claim in found.claims]


def paired(*texts: str) -> list[set[str]]:
    """Figures of each candidate pair of the articles with ``texts``."""
    claims = numbers(*(article(name, text) for name, text in zip("abcd", texts, strict=False)))
    return [{left.shown, right.shown} for left, right in candidates(claims, survey(claims))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire killed nine men.", "The fire killed 14 men."),
        ("The lorry weighed 9 tonnes.", "The lorry weighed 14 tonnes."),
        ("The road is five miles long.", "The road is 20 km long."),
        ("The driver, aged 34, fled.", "The driver, 37, fled."),
    ],
)
def test_figures_of_one_unit_are_paired(one: str, other: str) -> None:
    """Counts, measures in any unit of one kind, and ages."""
    assert len(paired(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire killed nine men.", "The fire injured 14 men."),
        ("The lorry weighed 9 tonnes.", "The lorry was 14 metres long."),
        ("The driver, aged 34, fled.", "The fire killed 14 drivers."),
        ("The damage was 4 million euros.", "The damage was 7 million dollars."),
    ],
)
def test_figures_of_other_units_are_not_paired(one: str, other: str) -> None:
    """Dead and injured, weights and lengths, ages and tolls, two currencies."""
    assert paired(one, other) == []


def test_the_order_of_the_articles_makes_no_difference() -> None:
    """Every order gives the same pairs with the same scores."""
    documents = (
        article("a", "A fire killed nine men in Oslo. The damage was 4 million euros."),
        article("b", "The fire in Oslo killed 14 men."),
        article("c", "In Oslo 20 men were killed by fire. The damage came to 7 million euros."),
    )

    def outcome(order: tuple[Document, ...]) -> set[tuple[frozenset[str], float]]:
        return {(frozenset({p.left.id, p.right.id}), p.score) for p in match_numbers(numbers(*order))}

    first = outcome(documents)
    assert first
    assert all(outcome(order) == first for order in permutations(documents))


def test_claims_of_other_kinds_are_left_to_other_matchers() -> None:
    """Only figures are paired here."""
    claims = numbers(
        article("a", "The fire killed nine men. The mayor denied it."), article("b", "The fire killed 14 men.")
    )

    assert {c.kind for p in match_numbers(claims) for c in (p.left, p.right)} == {"number"}
