"""Time expressions: what they mean on a given day of publication (Monday, 19 September 2016)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from discrepancy.extract.mentions.times import find_times
from discrepancy.language.parser import parse
from discrepancy.language.tokens import Sentence
from discrepancy.model import TimeMention
from discrepancy.values.timerange import TimeRange

MONDAY = date(2016, 9, 19)


def found(text: str, published: date | None = MONDAY) -> tuple[TimeMention, ...]:
    return find_times(parse(text), published)


def read(text: str, published: date | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(mention.text, mention.value) for mention in found(text, published)]


def only(text: str) -> TimeMention:
    mentions = found(text)
    assert len(mentions) == 1, [mention.text for mention in mentions]
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned on 17 September 2014.", [("17 September 2014", "2014-09-17")]),
        ("It burned on September 17, 2014, at sea.", [("September 17, 2014", "2014-09-17")]),
        ("It burned on the 17th of September 2014.", [("the 17th of September 2014", "2014-09-17")]),
        ("It burned on Sept. 17.", [("Sept. 17", "2016-09-17")]),
        ("It burned on 2014-09-17.", [("2014-09-17", "2014-09-17")]),
        ("It burned on 17.09.2014.", [("17.09.2014", "2014-09-17")]),
        ("It burned on 17/09/2014.", [("17/09/2014", "2014-09-17")]),
        ("It burned on 05/09/2014.", [("05/09/2014", None)]),
        ("It burned in December 2014.", [("December 2014", "2014-12")]),
        ("It burned in late August.", [("late August", "2016-08")]),
        ("It burned in mid-December 2014.", [("mid-December 2014", "2014-12")]),
        ("It burned last December.", [("last December", "2015-12")]),
        ("It burned in 2014.", [("2014", "2014")]),
        ("It burned in the 1990s.", [("the 1990s", "199")]),
        ("It burned in the 19th century.", [("the 19th century", "18")]),
        ("It burned in summer 2014.", [("in summer 2014", "2014-SU")]),
        ("It burned last winter.", [("last winter", "2015-WI")]),
        ("It burned in the third quarter of 2014.", [("the third quarter of 2014", "2014-Q3")]),
        ("It burned in the first half of 2014.", [("the first half of 2014", "2014-H1")]),
        ("It burned on Christmas Day.", [("Christmas Day", "2015-12-25")]),
        ("It burned on Good Friday 2014.", [("Good Friday 2014", "2014-04-18")]),
        ("It burned from 9 to 11 September.", [("9 to 11 September", "2016-09-09/2016-09-11")]),
    ],
)
def test_calendar_dates_get_their_day_month_or_year(text: str, expected: list[tuple[str, str | None]]) -> None:
    """A date without a year is the one nearest to publication; an ambiguous one stays open."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned on Saturday.", [("Saturday", "2016-09-17")]),
        ("It burned on Monday.", [("Monday", "2016-09-19")]),
        ("It burned last Monday.", [("last Monday", "2016-09-12")]),
        ("The hall will open on Saturday.", [("Saturday", "2016-09-24")]),
        ("The hall is due to open on Saturday.", [("Saturday", "2016-09-24")]),
        ("They postponed the vote until Friday.", [("Friday", "2016-09-23")]),
        ("The vote comes next Friday.", [("next Friday", "2016-09-23")]),
        ("It burned early on Saturday.", [("early on Saturday", "2016-09-17")]),
        ("It burned on Saturday night.", [("Saturday night", "2016-09-17TNI")]),
        ("It burned yesterday.", [("yesterday", "2016-09-18")]),
        ("It burned this morning.", [("this morning", "2016-09-19TMO")]),
        ("It burned overnight.", [("overnight", "2016-09-18TNI")]),
        ("It burned last night.", [("last night", "2016-09-18TNI")]),
        ("They will vote tonight.", [("tonight", "2016-09-19TNI")]),
        ("It burned last week.", [("last week", "2016-W37")]),
        ("It burned at the weekend.", [("at the weekend", "2016-W37-WE")]),
        ("It burned earlier this year.", [("earlier this year", "2016")]),
        ("It burned three days ago.", [("three days ago", "2016-09-16")]),
        ("It burned six weeks ago.", [("six weeks ago", "2016-W32")]),
        ("It burned several years ago.", [("several years ago", "PAST_REF")]),
        ("It burned on the night of 14 July.", [("the night of 14 July", "2016-07-14TNI")]),
    ],
)
def test_relative_times_count_from_publication(text: str, expected: list[tuple[str, str | None]]) -> None:
    """A weekday is the latest one not after publication unless the clause points ahead."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 12 September a truce began. Two days later it failed.", "2016-09-14"),
        ("On 12 September a truce began. The next day it failed.", "2016-09-13"),
        ("On 12 September a truce began. It had been signed the previous day.", "2016-09-11"),
        ("On 12 September a truce began. It failed that same day.", "2016-09-12"),
        ("On 12 September a truce began. It failed the following Saturday.", "2016-09-17"),
    ],
)
def test_days_later_count_from_the_day_named_last(text: str, value: str) -> None:
    """ "Two days later" leans on the text, not on publication."""
    assert found(text)[-1].value == value


def test_days_into_an_event_stay_open() -> None:
    """Nothing in the words says when the truce began."""
    mention = only("It failed five days into the truce.")

    assert (mention.value, mention.range) == (None, None)


def test_the_year_before_keeps_the_quarter_that_is_spoken_of() -> None:
    """Figures are compared with the same quarter, not with a whole year."""
    values = [value for _, value in read("Sales fell in the second quarter from 12 million a year earlier.")]

    assert values == ["2016-Q2", "2015-Q2"]


@pytest.mark.parametrize(
    ("text", "value", "zone"),
    [
        ("The raid began at 0700 GMT on Saturday.", "2016-09-17T07:00Z", 0),
        ("The raid began at 10:04 on Saturday.", "2016-09-17T10:04", None),
        ("The raid began at 3:30 a.m. on Saturday.", "2016-09-17T03:30", None),
        ("The raid began at 3.15pm on Saturday.", "2016-09-17T15:15", None),
        ("The raid began at noon on Saturday.", "2016-09-17T12:00", None),
        ("The raid began at 9 a.m. local time on Saturday.", "2016-09-17T09:00", None),
        ("The raid began on Saturday at 18.26.", "2016-09-17T18:26", None),
        ("The raid began on Saturday around 21.30.", "2016-09-17T21:30", None),
        ("The raid began on Saturday between 02.05 and 02.10.", "2016-09-17T02:05", None),
        ("The raid began on Saturday at ten to two.", "2016-09-17T01:50", None),
        ("On Saturday it was twenty past one when the raid began.", "2016-09-17T01:20", None),
        ("The raid began at a quarter past nine on Saturday night.", "2016-09-17T21:15", None),
        ("The raid began on Saturday at 10 at night.", "2016-09-17T22:00", None),
        ("The raid began on Saturday at six in the evening.", "2016-09-17T18:00", None),
        ("The raid began at 22:00 UTC+3 on Saturday.", "2016-09-17T22:00", 180),
        ("The raid began at 10 p.m. EST on September 17, 2016.", "2016-09-17T22:00", -300),
    ],
)
def test_clock_times_name_their_day_and_zone(text: str, value: str, zone: int | None) -> None:
    """Zone and day may stand on either side of the time."""
    mention = found(text)[-1]

    assert (mention.type, mention.value) == ("TIME", value)
    assert mention.range is not None
    assert mention.range.zone == zone


@pytest.mark.parametrize(
    "text",
    [
        "Shares closed at 18.26.",
        "The rate stood at 4.25.",
        "It came to rest at 10.15 metres.",
        "Tents went up at five to ten camps.",
    ],
)
def test_an_amount_is_no_clock_time(text: str) -> None:
    """A full stop stands in prices and lengths too, and "to" between two figures is a range."""
    assert not found(text)


def test_a_clock_time_said_roughly_becomes_a_stretch() -> None:
    """ "Shortly before" keeps within the hour; "around" leaves half an hour on both sides."""
    before = only("They came shortly before 3.15pm on Saturday.").range
    around = only("They came around 10 p.m. on Saturday.").range

    assert before == TimeRange(datetime(2016, 9, 17, 14, 15), datetime(2016, 9, 17, 15, 15), "minute")
    assert around == TimeRange(datetime(2016, 9, 17, 21, 30), datetime(2016, 9, 17, 22, 30), "minute")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned for 26 hours.", [("26 hours", "PT26H")]),
        ("It burned for a night and a day.", [("a night", "P1D"), ("a day", "P1D")]),
        ("It burned for an hour and a half.", [("an hour and a half", "PT1H30M")]),
        ("It burned for two and a half years.", [("two and a half years", "P2Y6M")]),
        ("It burned for several weeks.", [("several weeks", "PXW")]),
        ("It burned for twenty-four days.", [("twenty-four days", "P24D")]),
        ("A three-day truce failed.", [("three-day", "P3D")]),
    ],
)
def test_durations_have_a_length_and_no_place_in_time(text: str, expected: list[tuple[str, str]]) -> None:
    """A length of time is no date."""
    mentions = found(text)

    assert [(mention.text, mention.value) for mention in mentions] == expected
    assert {mention.type for mention in mentions} == {"DURATION"}
    assert all(mention.range is None for mention in mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet every day.", [("every day", "P1D")]),
        ("They meet on Wednesdays.", [("Wednesdays", "XXXX-WXX-3")]),
        ("They meet each Thursday.", [("each Thursday", "XXXX-WXX-4")]),
    ],
)
def test_what_comes_back_is_a_set(text: str, expected: list[tuple[str, str]]) -> None:
    """Repeated times are sets."""
    assert read(text) == expected
    assert only(text).type == "SET"


@pytest.mark.parametrize(
    "text",
    [
        "Prices may rise and troops march in the sun.",
        "The second driver, Theresa May, met April Jones.",
        "A 27-year-old man and a six-year-old boy were hurt.",
        "The man is 66 years old.",
        "The fall of the town followed a fall in prices.",
        "There were 2000 people in 1,990 tents.",
        "It cost $1999 or 15.30 euros.",
        "The Sun said so.",
    ],
)
def test_words_that_only_look_like_times_are_left_alone(text: str) -> None:
    """Ages, sums, counts, people and verbs are no times."""
    assert read(text) == []


def test_a_day_named_with_its_year_lends_it_to_the_same_day_later() -> None:
    """An article of 2016 about 2010 means 2010 when it repeats the day."""
    assert [value for _, value in read("He fell on 3 May 2010. The 3 May crash was never solved.")] == [
        "2010-05-03"
    ] * 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The committee said it would vote on Friday.", "2016-09-23"),
        ("The ferry might sail on Friday.", "2016-09-23"),
        ("The crew could be home as early as Friday.", "2016-09-23"),
        ("The mayor planned to fly home on Friday.", "2016-09-23"),
        ("The ferry could not sail on Friday.", "2016-09-16"),
        ("It would have sailed on Friday.", "2016-09-16"),
        ("The appeal is heard in November.", "2016-11"),
        ("The appeal was heard in November.", "2015-11"),
        ("He was last seen on Feb. 3.", "2016-02-03"),
        ("Pilgrims gathered as Christmas Day drew near.", "2015-12-25"),
    ],
)
def test_the_verb_says_on_which_side_of_publication_a_day_lies(text: str, value: str) -> None:
    """ "Would", "planned to" and "is heard" look ahead, "was seen" looks back."""
    assert only(text).value == value


def test_a_day_in_a_past_clause_may_lie_a_few_weeks_ahead() -> None:
    """ "The deadline was moved to 3 October" is news of what comes."""
    assert only("The deadline was moved to Oct. 3.").value == "2016-10-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It pays off the loan by year-end.", [("year-end", "2016")]),
        ("It pays off the loan by year's end.", [("year's end", "2016")]),
        ("Sales in the third quarter of 2014 fell, as in the full year.", [
            ("the third quarter of 2014", "2014-Q3"), ("the full year", "2014")]),
        ("Floods grew over the past decade.", [("the past decade", "P10Y")]),
        ("The dam was built a decade ago.", [("a decade ago", "2006")]),
        ("No flood of this century was worse.", [("this century", "20")]),
        ("It lost less than in a year-earlier quarter.", [("a year-earlier quarter", "2015-Q2")]),
        ("They landed at 6:40 p.m. (GMT +8).", [("6:40 p.m. (GMT +8)", "2016-09-19T18:40")]),
        ("It will be shipped at a later date.", [("a later date", "FUTURE_REF")]),
    ],
)  # fmt: skip
def test_years_decades_and_centuries_are_those_that_the_text_means(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    """Those of the text where it named one, else those of publication."""
    assert read(text) == expected


def test_a_decade_ago_is_a_round_figure() -> None:
    """Two years on either side are the same."""
    when = only("The dam was built a decade ago.").range
    assert when is not None
    assert (when.start.year, when.end.year) == (2004, 2009)


def dateline(text: str) -> Sentence:
    return Sentence(-1, -1, 0, len(text), text, ())


def test_a_dateline_says_when_the_text_was_written() -> None:
    """ "Today" is its day, and not that of publication."""
    line = "HARARE, September 17 (Reuters) -"
    sentences = parse(f"{line} The bridge fell today.", ((len(line), len(line) + 24),))
    mentions = find_times(sentences, MONDAY, (dateline(line),))
    assert [(m.text, m.value) for m in mentions] == [("September 17", "2016-09-17"), ("today", "2016-09-17")]


def test_a_dateline_of_another_week_is_not_the_day_of_writing() -> None:
    """It belongs to an older story; "today" stays with publication."""
    mentions = find_times(parse("The bridge fell today."), MONDAY, (dateline("HARARE, September 2 -"),))
    assert {m.text: m.value for m in mentions} == {"September 2": "2016-09-02", "today": "2016-09-19"}


def test_edges_narrow_the_range_but_not_the_value() -> None:
    """ "Late August" is in August and not on the 2nd."""
    mention = only("It burned in late August 2016.")

    assert mention.value == "2016-08"
    assert mention.range == TimeRange(datetime(2016, 8, 19), datetime(2016, 9, 1), "month")


def test_offsets_count_in_the_document() -> None:
    """Spans slice the document, not the sentence."""
    text = "Nothing here.\nIt burned on Saturday."
    mention = only(text)

    assert text[mention.span.start : mention.span.end] == mention.text == "Saturday"
