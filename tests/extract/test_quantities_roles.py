"""What a number in a text is."""

from __future__ import annotations

from typing import get_args

import pytest

from discrepancy.extract.mentions.quantities import find_quantities
from discrepancy.language.parser import parse
from discrepancy.model import NumberRole
from discrepancy.report.extraction import NOT_LISTED


def roles(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.role) for mention in find_quantities(parse(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four strikes hit the town.", [("Four", "count")]),
        ("Police said 12 people and one dog died.", [("12", "count"), ("one", "count")]),
        ("The toll stood at 12.", [("12", "count")]),
        ("At 62, the toll is high, at 63 higher.", [("62", "count"), ("63", "count")]),
        ("A 27-year-old was hurt.", [("27-year-old", "age")]),
        ("A woman of 60 was hurt.", [("60", "age")]),
        ("A girl of 12 was killed.", [("12", "age")]),
        ("A boy aged six was hurt.", [("six", "age")]),
        ("Anna Berg, 34, was hurt.", [("34", "age")]),
        ("Anna Berg (34) was hurt.", [("34", "age")]),
        ("She died at the age of 84.", [("84", "age")]),
        ("The dead were aged between 19 and 44.", [("between 19 and 44", "age")]),
        ("He was 51 when he died.", [("51", "age")]),
        ("The driver, who's 34 and a father, fled.", [("34", "age")]),
        ("The outflow was 780 cubic metres per second.", [("780 cubic metres per second", "rate")]),
        ("A man in his 60s died.", [("60", "age")]),
        ("Two brothers, 19 and 23, were held.", [("Two", "count"), ("19", "age"), ("23", "age")]),
        (
            "Three men, aged 19, 20 and 31, were held.",
            [("Three", "count"), ("19", "age"), ("20", "age"), ("31", "age")],
        ),
        ("Of the houses, 19 and 23 were hit.", [("19", "count"), ("23", "count")]),
        ("It fell at eight minutes past two.", [("eight minutes", "clock"), ("two", "clock")]),
        ("It took eight minutes to two villages.", [("eight minutes", "duration"), ("two", "count")]),
        ("They left at quarter to eight.", [("eight", "clock")]),
        ("It won 62 per cent against 58 in May.", [("62 per cent", "percentage"), ("58", "percentage")]),
        ("The rate fell to 6.8 percent from 7.2.", [("6.8 percent", "percentage"), ("7.2", "percentage")]),
        ("It won 62 per cent from 58 villages.", [("62 per cent", "percentage"), ("58", "count")]),
        ("He paid $5.", [("$5", "money")]),
        ("Some 12 per cent came.", [("Some 12 per cent", "percentage")]),
        ("It lies 30 km away.", [("30 km", "measure")]),
        ("It ran at 94 km an hour.", [("94 km an hour", "measure")]),
        ("It took three days.", [("three days", "duration")]),
        ("The lift carries 600 people an hour.", [("600", "rate")]),
        ("It pumps 200 barrels a day.", [("200 barrels a day", "rate")]),
        ("Vale won 3-1.", [("3-1", "score")]),
        ("The house voted 77 to 75.", [("77 to 75", "score")]),
        ("The third strike hit the town.", [("third", "ordinal")]),
        ("He scored in the 119th minute.", [("119th minute", "ordinal")]),
        ("Call 0800 123 456 now.", [("0800", "identifier"), ("123 456", "identifier")]),
        ("Train 417 stopped.", [("417", "identifier")]),
        ("They sold lot 17.", [("17", "identifier")]),
        ("They live on Street 204.", [("204", "identifier")]),
        ("Flight 214 is late.", [("214", "identifier")]),
        ("Level 3 was declared.", [("3", "identifier")]),
        ("He is No 7.", [("7", "identifier")]),
        ("They drove on Route 29.", [("29", "identifier")]),
        ("Under heads 13, 14 and 17 he was freed.", [(n, "identifier") for n in ("13", "14", "17")]),
        ("It began at 3:30 a.m.", [("3", "clock"), ("30", "clock")]),
        ("It began at 0700 GMT.", [("0700", "clock")]),
        ("It began at 19.07.", [("19.07", "clock")]),
        ("It began at 7pm.", [("7", "clock")]),
        ("It began at four o'clock.", [("four", "clock")]),
        ("He came home at three in the morning.", [("three", "clock")]),
        ("He came at half past two.", [("two", "clock")]),
        ("It fell on 17 September 2016.", [("17", "date-part"), ("2016", "date-part")]),
        ("It fell on September 17.", [("17", "date-part")]),
        ("It fell in 2016.", [("2016", "date-part")]),
        ("It fell on 06.04 at last.", [("06.04", "date-part")]),
        ("It fell on 01-08 at last.", [("01-08", "date-part")]),
        ("It was built in the 1980s.", [("1980", "date-part")]),
        ("She lives at 47 Garrick Road.", [("47", "house-number")]),
        ("An F-16 crashed.", [("16", "model-name")]),
        ("A Mi-24 crashed.", [("24", "model-name")]),
        ("Covid-19 spread.", [("19", "model-name")]),
        ("The prison houses 2,140 by now.", [("2,140", "count")]),
        ("In July 31 girls fell ill.", [("31", "count")]),
        ("The guide, 49, survived.", [("49", "age")]),
        ("They are aged 10 and 11.", [("10", "age"), ("11", "age")]),
        ("17.05 - Police close the square.", [("17.05", "clock")]),
        ("A third of the men came.", [("A third", "fraction")]),
        ("Killing 1900 people, it fled in 2016.", [("1900", "count"), ("2016", "date-part")]),
        ("He was charged under section 4(1) of the act.", [("4", "identifier"), ("1", "identifier")]),
        ("Article 5(2)(b) bans it.", [("5", "identifier"), ("2", "identifier")]),
        ("The strike[1] killed 62 soldiers.", [("1", "identifier"), ("62", "count")]),
        ("The toll is 62[2] now.", [("62", "count"), ("2", "identifier")]),
        ("The page runs alert(1) at once.", [("1", "identifier")]),
        ("The page shows {{7*7}} and =1+1 there.", [(n, "identifier") for n in "7711"]),
        ("The page ends in x=1", [("1", "identifier")]),
        ("The price = 5 coins.", [("5", "count")]),
        ("The dead (62) were buried.", [("62", "count")]),
        ("The strike killed [62] soldiers.", [("62", "count")]),
        ("It lies 5 miles(8 km) away.", [("5 miles", "measure"), ("8 km", "measure")]),
        ("Police found 60+ bodies and 12* more.", [("60+", "count"), ("12", "count")]),
    ],
)
def test_a_number_gets_its_role(text: str, expected: list[tuple[str, str]]) -> None:
    """The text of each mention and what it is."""
    assert roles(text) == expected


def test_the_extraction_lists_the_roles_that_measure_or_count() -> None:
    """Names, ranks, results, clock times and calendar days are left out, and no role is forgotten."""
    listed = {"count", "age", "money", "percentage", "measure", "duration", "rate", "fraction"}

    assert set(get_args(NumberRole)) - NOT_LISTED == listed


def test_the_second_half_is_no_share() -> None:
    """ "Half" after an ordinal names a stretch of a game."""
    assert [role for _, role in roles("He scored in the second half of the game.")] == ["ordinal"]


def test_a_year_before_a_name_is_no_count() -> None:
    """ "The 2019 season tickets" counts nothing."""
    assert roles("The 2019 season tickets are sold.") == [("2019", "date-part")]
