"""Which figures compete for one answer."""

from __future__ import annotations

from figures import article

from discrepancy.match.contest import contest
from discrepancy.match.corpus import survey
from discrepancy.match.numbers import candidates
from discrepancy.model import Claim
from discrepancy.pipeline import extract

HERALD = "Engineers in Morrow said the dam wall is 40 metres high. The access road is 900 metres long."
DISPATCH = "The owner of the Morrow dam said the wall is 55 metres high. The spillway is 12 metres wide."


def named(claims: list[Claim], shown: str) -> Claim:
    return next(claim for claim in claims if claim.shown.startswith(shown))


def test_the_figure_of_the_same_thing_is_ahead() -> None:
    """Two walls answer each other better than a wall and a road do."""
    found = extract([article("a", HERALD, "2021-05-05"), article("b", DISPATCH, "2021-05-05")])
    claims = [claim for one in found for claim in one.claims]
    corpus = survey(claims)
    rivals = contest(candidates(claims, corpus), corpus)
    wall, road, other = (named(claims, shown) for shown in ("40 metres", "900 metres", "55 metres"))

    assert rivals.of(wall, other) == rivals.of(other, wall) > rivals.of(road, other)
    assert rivals.lead(other, wall) > 0 > rivals.lead(other, road)
