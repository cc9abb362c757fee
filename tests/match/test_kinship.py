"""Which articles are about one event, so that their claims may be compared at all."""

from __future__ import annotations

from datetime import date

from discrepancy.extract.document import extract_claims
from discrepancy.match import match_claims
from discrepancy.match.kinship import kindred
from discrepancy.model import Claim, Document

FERRY = (
    "The ferry Alda sank off Port Morrow on Tuesday. Nine passengers of the ferry were killed, the harbour office said."
)
AGAIN = "Fourteen passengers were killed when the ferry Alda sank off Port Morrow, divers said."


def told(name: str, text: str, published: str | None) -> list[Claim]:
    """The claims of one article."""
    day = date.fromisoformat(published) if published else None
    return list(extract_claims(Document(name, text, published=day)).claims)


def are_kin(one: str, other: str, days: tuple[str | None, str | None]) -> bool:
    """Whether two articles of these days are held for accounts of one event."""
    return bool(kindred([*told("a", one, days[0]), *told("b", other, days[1])]))


def test_articles_of_one_week_about_one_ship_are_kin() -> None:
    """Names, words and days meet."""
    assert are_kin(FERRY, AGAIN, ("2021-05-05", "2021-05-06"))


def test_articles_written_months_apart_are_not_kin() -> None:
    """The same words half a year later tell of another accident, however much they share."""
    assert not are_kin(FERRY, AGAIN, ("2021-05-05", "2021-11-06"))


def test_an_article_of_the_week_after_is_kin_where_names_tie_it() -> None:
    """The ship and the port are named again; of a town alone there may be other news."""
    fire = "Nine workers were killed in a fire at a mill in Harnau on Tuesday, police said."
    other = "Fourteen workers were hurt in a fire at a warehouse in Harnau, a doctor said."
    days = ("2021-05-05", "2021-05-15")

    assert are_kin(FERRY, AGAIN, days)
    assert not are_kin(fire, other, days)


def test_a_late_article_that_names_the_day_is_kin() -> None:
    """An inquiry months later says which day it is about."""
    later = (
        "The ferry Alda that sank off Port Morrow on 4 May 2021 carried 14 passengers who were killed, a report says."
    )

    assert are_kin(FERRY, later, ("2021-05-05", "2021-11-06"))


def test_undated_articles_need_a_name_of_the_first_sentences() -> None:
    """Without dates the names must speak for one event; a country is named by everybody."""
    there = "Nine workers were killed in a fire at a mill in Norway, police said. The fire at the mill began at night."
    other = "Two sailors drowned off the coast of Norway, the harbour office said. The boat was found at night."

    assert are_kin(FERRY, AGAIN, (None, None))
    assert not are_kin(there, other, (None, None))


def test_undated_articles_that_name_others_are_not_kin() -> None:
    """Many words in common, but each names its own people and town."""
    here = "Police used tear gas at a march in Velmor, Marta Vell said."
    there = "Police used tear gas at a march in Harnau, Otto Renn said."

    assert not are_kin(here, there, (None, None))


def test_figures_of_a_late_report_are_paired_unless_it_has_its_own_day() -> None:
    """Names tie a report of a year later to the accident; a day of its own says that it tells of another one."""
    accident = told("a", FERRY, "2021-05-05")
    report = told("b", AGAIN, "2022-05-06")
    news = told(
        "c", "Fourteen passengers were killed when the ferry Alda sank off Port Morrow on Friday.", "2022-05-08"
    )

    assert [pair for pair in match_claims([*accident, *report]) if pair.left.document != pair.right.document]
    assert not [pair for pair in match_claims([*accident, *news]) if pair.left.document != pair.right.document]
