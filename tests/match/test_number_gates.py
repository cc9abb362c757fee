"""Gates stop pairs of figures that cannot answer one question, each under the code of the guide."""

from __future__ import annotations

import pytest
from figures import article

from discrepancy.match.corpus import survey
from discrepancy.match.number_gates import barred
from discrepancy.model import Claim
from discrepancy.pipeline import extract


def gate(
    one: str, other: str, left: str, right: str, *, same_article: bool = False, published: str | None = None
) -> str | None:
    """The gate between figure ``left`` of text ``one`` and ``right`` of ``other``; the order makes no difference."""
    texts = [("a", f"{one} {other}")] if same_article else [("a", one), ("b", other)]
    documents = [article(name, text, published) for name, text in texts]
    claims = [claim for found in extract(documents) for claim in found.claims if claim.kind == "number"]
    a, b = _shown(claims, left, "a"), _shown(claims, right, documents[-1].id)
    corpus = survey(claims)
    code = barred(a, b, corpus)
    assert barred(b, a, corpus) == code
    return code


def _shown(claims: list[Claim], shown: str, name: str) -> Claim:
    found = [claim for claim in claims if claim.shown == shown and claim.document == name]
    assert found, [claim.shown for claim in claims]
    return found[0]


FIRE = "The warehouse fire killed nine workers."


@pytest.mark.parametrize(
    ("code", "other", "right"),
    [
        (None, "The warehouse fire killed 14 workers.", "14"),
        ("hypothetical", "The warehouse fire could have killed 14 workers.", "14"),
        ("hypothetical", "The warehouse fire reportedly killed 14 workers.", "14"),
        ("scope", "The warehouse fire killed another 14 workers.", "14"),
        ("scope", "Fires in warehouses kill 14 workers every year.", "14"),
        ("scope", "The warehouse fire killed 14 children.", "14"),
        ("earlier-event", "Years ago a warehouse fire killed 14 workers.", "14"),
        ("update", "Initially the warehouse fire was said to have killed 14 workers.", "14"),
        ("other", "The warehouse fire killed one worker.", "one"),
    ],
)
def test_each_gate_stops_its_pair_and_leaves_the_plain_one(code: str | None, other: str, right: str) -> None:
    """Against nine dead of one fire: what is compared, and what is stopped under which code."""
    assert gate(FIRE, other, "nine", right) == code


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("different-event", "A fire in Oslo killed nine workers.", "A fire in Kabul killed 14 workers."),
        (None, "A fire in Oslo killed nine workers.", "A fire in Norway killed 14 workers."),
        ("different-event", "A fire on 3 May 2021 killed nine workers.", "A fire on 9 May 2021 killed 14 workers."),
        (None, "A fire on 3 May 2021 killed nine workers.", "A fire in May 2021 killed 14 workers."),
    ],
)
def test_other_places_and_days_are_other_events(code: str | None, one: str, other: str) -> None:
    """A place inside another and a day inside a month are the same."""
    assert gate(one, other, "nine", "14") == code


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("containment", "The fire killed nine people.", "The fire caused 14 casualties."),
        (None, "The fire killed 14 people.", "The fire caused nine casualties."),
    ],
)
def test_casualties_include_the_dead(code: str | None, one: str, other: str) -> None:
    """Fewer dead than casualties is as it should be; more is not."""
    figures = ("nine", "14") if "nine" in one else ("14", "nine")

    assert gate(one, other, *figures) == code


def test_fewer_of_one_kind_than_of_all_is_contained() -> None:
    """Nine civilians can be among 14 people."""
    assert gate("The raid killed nine civilians.", "The raid killed 14 people.", "nine", "14") == "containment"


def test_more_of_one_kind_than_of_all_is_weighed() -> None:
    """Fourteen civilians cannot be among nine people."""
    assert gate("The raid killed 14 civilians.", "The raid killed nine people.", "14", "nine") is None


def test_soldiers_and_civilians_are_never_one_count() -> None:
    """Groups of different families are counted apart."""
    assert gate("The raid killed nine soldiers.", "The raid killed 14 civilians.", "nine", "14") == "other"


def test_nouns_with_nothing_in_common_are_never_one_count() -> None:
    """Lorries are not sheep."""
    assert gate("The flood swept away nine lorries.", "The flood swept away 14 tables.", "nine", "14") == "other"


def test_two_figures_of_one_sentence_are_no_contradiction() -> None:
    """One author does not gainsay himself in one breath."""
    text = "The fire killed nine workers, and the fire after it killed 14 workers."

    assert gate(text, "", "nine", "14", same_article=True) == "other"


def test_two_speakers_of_one_sentence_may_gainsay_each_other() -> None:
    """The police and the union are two."""
    text = "The police said the fire killed nine workers, but the union said it killed 14 workers."

    assert gate(text, "", "nine", "14", same_article=True) is None


def test_an_article_of_many_tolls_is_not_compared_by_tolls() -> None:
    """A round-up of raids gives each its own toll."""
    many = (
        "Raids went on. One raid killed 14 men. The next killed 21 men. A third killed 33 men. The last killed 45 men."
    )

    assert gate("The raid killed nine men.", many, "nine", "14") == "different-event"


def test_figures_on_which_both_articles_agree_are_not_set_against_each_other() -> None:
    """Where each article also gives the figure of the other, both speak of two things."""
    text = "The first blast killed nine men. The second blast killed 14 men."

    assert gate(text, text, "nine", "14") == "paraphrase"


INCIDENTS = (
    "A bomb killed nine people at a market in Kabul on 3 May 2021. The blast tore through the stalls. Police came. "
    "Doctors treated the injured."
)


@pytest.mark.parametrize(
    ("code", "rest"),
    [
        (None, "A doctor said the bomb killed 14 people."),
        ("different-event", "Separately, a mine killed 14 people on a farm."),
        ("different-event", "In March 2019 a bomb killed 14 people."),
    ],
)
def test_tolls_of_two_incidents_of_one_article_are_not_compared(code: str | None, rest: str) -> None:
    """Only figures of the same incident can gainsay each other."""
    assert gate(INCIDENTS, rest, "nine", "14", same_article=True) == code


def test_earlier_events_that_name_the_same_year_are_compared() -> None:
    """What is background here may be the matter there, as long as both say when."""
    one, other = "The wall was raised by 12 metres in 2017.", LATER + "In 2017 the wall was raised by four metres."

    assert gate(one, other, "12 metres", "four metres") is None


LATER = "The dam burst on 3 May 2021. Mud ran down the valley. Houses were lost. "


def test_some_of_the_casualties_are_not_compared_with_the_dead() -> None:
    """ "25 of the casualties were children" says nothing of all who died."""
    assert gate("The fire killed 47 people.", "25 casualties of the fire were children.", "47", "25") == "scope"


@pytest.mark.parametrize(("children", "code"), [("5", "containment"), ("25", None)])
def test_some_of_the_dead_are_contained_in_all_where_there_are_more_of_these(children: str, code: str | None) -> None:
    """Five children among fifteen dead are no conflict; 25 among fifteen are."""
    part = f"The monitor said that {children} of the dead were children."
    assert gate("The shell killed 15 people.", part, "15", children) == code


def test_lengths_of_time_that_share_nothing_but_the_unit_are_compared_with_neighbours_only() -> None:
    """Two lengths in two articles last of two things, unless the words say otherwise."""
    talks, vigil = "The talks went on for nine hours.", "The vigil lasted four hours."
    assert gate(talks, vigil, "nine hours", "four hours") == "other"
    assert gate(talks, vigil, "nine hours", "four hours", same_article=True) is None


def test_lengths_of_two_deeds_are_not_compared() -> None:
    """A warehouse burns, a road is closed."""
    burned, closed = "The warehouse burned for nine hours.", "The road was closed for four hours."
    assert gate(burned, closed, "nine hours", "four hours", same_article=True) == "other"


def test_how_far_two_levels_are_apart_is_no_level() -> None:
    """Two metres higher than what, the sentence says; it does not say how high."""
    level, more = "The river stood at 7.4 metres.", "The wall was built two metres higher than the river."
    assert gate(level, more, "7.4 metres", "two metres") == "other"


@pytest.mark.parametrize(("hour", "code"), [("7.30 a.m.", None), ("9 p.m.", "different-event")])
def test_two_articles_may_disagree_on_the_hour_of_one_event(hour: str, code: str | None) -> None:
    """Hours near one another on one day do not make two events of it; morning and night do."""
    one = "The bridge gave way at 6.40 a.m. as 22 wagons were crossing it."
    other = f"The bridge gave way at {hour} as 31 wagons were crossing it."

    assert gate(one, other, "22", "31", published="2021-05-03") == code
