"""Numbers in sentences: their values, bounds and units."""

from __future__ import annotations

import math

import pytest

from discrepancy.extract.mentions.quantities import find_quantities
from discrepancy.language.parser import parse
from discrepancy.model import QuantityMention

INF = math.inf


def found(text: str) -> tuple[QuantityMention, ...]:
    return find_quantities(parse(text))


def only(text: str) -> QuantityMention:
    mentions = found(text)
    assert len(mentions) == 1, [mention.text for mention in mentions]
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200 homes burned.", 1200),
        ("1 200 homes burned.", 1200),
        ("1.200.000 homes burned.", 1_200_000),
        ("1'200 homes burned.", 1200),
        ("12,34,567 homes burned.", 1_234_567),
        ("1.2 million homes burned.", 1_200_000),
        ("470000 people fled.", 470_000),
        ("5m people fled.", 5_000_000),
        ("Twelve hundred homes burned.", 1200),
        ("One hundred and fifty homes burned.", 150),
        ("Twenty-eight thousand six hundred forty-two homes burned.", 28_642),
        ("Sixty-two soldiers died.", 62),
        ("Two and a half million homes burned.", 2_500_000),
        ("Half a million homes burned.", 500_000),
        ("A quarter of a million homes burned.", 250_000),
        ("Half a dozen homes burned.", 6),
        ("Two dozen homes burned.", 24),
        ("A hundred and two homes burned.", 102),
        ("Hundred thousand homes burned.", 100_000),
        ("Three point five million homes burned.", 3_500_000),
        ("٦٢ soldiers died.", 62),
        ("６２ soldiers died.", 62),
        ("2½ tonnes fell.", 2.5),
        ("2 1/2 tonnes fell.", 2.5),
        ("Nobody was hurt.", 0),
        ("None of them came.", 0),
        ("No casualties were reported.", 0),
    ],
)
def test_numbers_are_read_in_every_spelling(text: str, value: float) -> None:
    """Digits with any separators, scale words, spelled numbers, other scripts, and words for zero."""
    quantity = only(text).quantity

    assert (quantity.low, quantity.high, quantity.written, quantity.bound) == (value, value, value, "exact")


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("At least 62 soldiers died.", 62, INF, "at_least"),
        ("No fewer than 62 soldiers died.", 62, INF, "at_least"),
        ("Not less than 62 soldiers died.", 62, INF, "at_least"),
        ("Sixty or more soldiers died.", 60, INF, "at_least"),
        ("60 soldiers or more died.", 60, INF, "at_least"),
        ("60+ soldiers died.", 60, INF, "at_least"),
        ("At least another 12 soldiers died.", 12, INF, "at_least"),
        ("At least a dozen soldiers died.", 12, INF, "at_least"),
        ("More than 60 soldiers died.", 60, INF, "more_than"),
        ("Well over 60 soldiers died.", 60, INF, "more_than"),
        ("Dead: >60 soldiers.", 60, INF, "more_than"),
        ("Dead: (> 60) soldiers.", 60, INF, "more_than"),
        ("</script> 60 soldiers died.", 60, 60, "exact"),
        ("<b>60</b> soldiers died.", 60, 60, "exact"),
        ("<br/>60 soldiers died.", 60, 60, "exact"),
        ("Upwards of 60 soldiers died.", 60, INF, "more_than"),
        ("Just over 20 soldiers died.", 20, 22, "more_than"),
        ("Up to 50 soldiers died.", 0, 50, "at_most"),
        ("As many as 50 soldiers died.", 0, 50, "at_most"),
        ("Not more than 50 soldiers died.", 0, 50, "at_most"),
        ("Up to about 50 soldiers died.", 0, 50, "at_most"),
        ("No more than 50 soldiers died.", 0, 50, "at_most"),
        ("At no point had there been more than 50 soldiers.", 0, 50, "at_most"),
        ("There were never fewer than 50 soldiers.", 50, INF, "at_least"),
        ("The mood was never good, and more than 50 soldiers died.", 50, INF, "more_than"),
        ("Fewer than ten soldiers died.", 0, 10, "less_than"),
        ("Well below 30 soldiers died.", 0, 30, "less_than"),
        ("Just under 20 soldiers died.", 18, 20, "less_than"),
        ("Nearly 200 soldiers died.", 180, 200, "about"),
        ("Close to 200 soldiers died.", 180, 200, "about"),
        ("About 100 soldiers died.", 85, 115, "about"),
        ("Some 100 soldiers died.", 85, 115, "about"),
        ("An estimated 100 soldiers died.", 85, 115, "about"),
        ("100 or so soldiers died.", 85, 115, "about"),
        ("100-odd soldiers died.", 85, 115, "about"),
        ("Between 60 and 70 soldiers died.", 60, 70, "range"),
        ("60-70 soldiers died.", 60, 70, "range"),
        ("60 to 70 soldiers died.", 60, 70, "range"),
        ("Two or three soldiers died.", 2, 3, "range"),
        ("Four to five thousand soldiers died.", 4000, 5000, "range"),
        ("Dozens of soldiers died.", 24, 99, "vague"),
        ("Scores of soldiers died.", 40, 199, "vague"),
        ("Hundreds of soldiers died.", 200, 999, "vague"),
        ("Tens of thousands of soldiers died.", 20_000, 99_999, "vague"),
        ("Several soldiers died.", 3, 9, "vague"),
        ("Several hundred soldiers died.", 300, 999, "vague"),
        ("A handful of soldiers died.", 3, 7, "vague"),
        ("A couple of soldiers died.", 2, 3, "vague"),
        ("Exactly 62 soldiers died.", 62, 62, "exact"),
    ],
)
def test_words_around_a_number_limit_it(text: str, low: float, high: float, bound: str) -> None:
    """The interval holds all numbers that the words allow."""
    quantity = only(text).quantity

    assert (quantity.low, quantity.high, quantity.bound) == (pytest.approx(low), pytest.approx(high), bound)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It cost $1.5bn.", 1.5e9, "USD"),
        ("It cost US$300m.", 3e8, "USD"),
        ("It cost A$5.", 5, "AUD"),
        ("It cost CHF 88.4 million.", 88.4e6, "CHF"),
        ("It cost 2,5 Mio. euros.", 2.5e6, "EUR"),
        ("It cost €40.", 40, "EUR"),
        ("It cost 40€.", 40, "EUR"),
        ("It cost £5.", 5, "GBP"),
        ("It cost 20p.", 20, "pence"),
        ("It cost Rs 500 crore.", 5e9, "INR"),
        ("It cost seven million Danish crowns.", 7e6, "DKK"),
        ("It rose by 12 per cent.", 12, "percent"),
        ("It rose by 12%.", 12, "percent"),
        ("It rose by two percentage points.", 2, "percentage point"),
        ("It lies 30km away.", 30, "km"),
        ("The wall is 40 metres high.", 40, "m"),
        ("A 40-metre wall fell.", 40, "m"),
        ("It ran at 94 km an hour.", 94, "km/h"),
        ("It ran at 68 km/h.", 68, "km/h"),
        ("It ran at 73 miles an hour.", 73, "mph"),
        ("The field covers 380 square metres.", 380, "m²"),
        ("It was -5 °C outside.", -5, "°C"),
        ("It was minus 11 degrees Celsius.", -11, "°C"),
        ("It lasted half an hour.", 0.5, "hour"),
        ("It lasted an hour and a half.", 1.5, "hour"),
        ("It lasted a quarter of an hour.", 0.25, "hour"),
        ("He was given six and a half years.", 6.5, "year"),
        ("He was given SEVEN AND A HALF YEARS.", 7.5, "year"),
        ("An eight-hour battle began.", 8, "hour"),
        ("He is serving a twelve-year sentence.", 12, "year"),
        ("It makes 280,000 barrels a day.", 280_000, "barrel/day"),
        ("They pay $3,500 a month.", 3500, "USD/month"),
        ("They pay 38 cents a litre.", 38, "cent/litre"),
        ("A magnitude 7.5 quake struck.", 7.5, "magnitude"),
        ("A 6.4-magnitude quake struck.", 6.4, "magnitude"),
        ("One in five was ill.", 0.2, "fraction"),
        ("Four in ten were ill.", 0.4, "fraction"),
        ("It hit 47 in every hundred.", 0.47, "fraction"),
        ("It happens in one match in five.", 0.2, "fraction"),
        ("Two-thirds were ill.", 2 / 3, "fraction"),
        ("A third of the men were ill.", 1 / 3, "fraction"),
        ("Nearly half were ill.", 0.5, "fraction"),
    ],
)
def test_units_and_currencies_are_named_canonically(text: str, value: float, unit: str) -> None:
    """However a unit is written, it gets one name; scale words and signs go into the value."""
    quantity = only(text).quantity

    assert (quantity.written, quantity.unit) == (pytest.approx(value), unit)


def test_a_shared_scale_word_holds_for_both_ends_of_a_range() -> None:
    """ "$1.2-1.5 billion" is no range from one dollar."""
    quantity = only("It cost $1.2-1.5 billion.").quantity

    assert (quantity.low, quantity.high, quantity.unit) == (1.2e9, 1.5e9, "USD")


def test_a_range_of_percentages_takes_its_unit_from_the_end() -> None:
    """ "From 20 to 30 per cent" is a range of percentages."""
    mention = only("Losses of from 20 to 30 per cent are common.")

    assert (mention.quantity.low, mention.quantity.high, mention.quantity.unit) == (20, 30, "percent")


def test_a_rise_gives_two_numbers_and_no_range() -> None:
    """ "Rose from 20 to 31 per cent" tells of two times; the first number borrows the unit of the second."""
    values = [(m.quantity.written, m.quantity.unit) for m in found("Turnout rose from 20 to 31 per cent.")]

    assert values == [(20, "percent"), (31, "percent")]


def test_a_part_and_its_whole_are_two_mentions() -> None:
    """ "Four of the six batches" can be compared with either number."""
    assert [m.quantity.written for m in found("Four of the six batches were bad.")] == [4, 6]


def test_a_bound_holds_for_the_converted_figure_in_brackets() -> None:
    """ "More than 30 miles (48 km)" is more than 48 km."""
    bounds = [m.quantity.bound for m in found("It burned for more than 30 miles (48 km).")]

    assert bounds == ["more_than", "more_than"]


@pytest.mark.parametrize(
    ("text", "rounded"),
    [
        ("1.2 million people fled.", True),
        ("12,000 people fled.", True),
        ("Two thousand people fled.", True),
        ("5,000 people fled.", False),
        ("4,870 people fled.", False),
        ("300 people fled.", False),
        ("62 people fled.", False),
    ],
)
def test_round_figures_are_marked(text: str, rounded: bool) -> None:
    """Ten thousand and more with two digits at most, or a scale word after few digits, is used loosely."""
    assert only(text).quantity.rounded is rounded


def test_figures_in_a_row_stay_apart() -> None:
    """Texts lose commas: "two million three million" is no number."""
    assert [m.quantity.written for m in found("Two million three million people fled.")] == [2_000_000, 3_000_000]


def test_spans_hold_the_whole_expression_and_the_bare_number() -> None:
    """The span has the limit and the unit, the number has neither."""
    text = "He lost at least 62 km of cable."
    mention = only(text)

    assert text[mention.span.start : mention.span.end] == mention.text == "at least 62 km"
    assert text[mention.number.start : mention.number.end] == "62"


def test_offsets_count_from_the_start_of_the_document() -> None:
    """The second paragraph's number lies behind the first paragraph."""
    text = "Nothing here.\nThen 62 men came."
    mention = only(text)

    assert text[mention.number.start : mention.number.end] == "62"


def test_over_before_a_length_of_time_is_a_stretch() -> None:
    """ "Killed over three days" sets no bound, "lasted over three days" does."""
    stretch, bound = only("They were killed over three days."), only("It lasted over three days.")

    assert (stretch.quantity.bound, bound.quantity.bound) == ("exact", "more_than")


@pytest.mark.parametrize(
    "text", ["No one thing helped.", "He took that one.", "They help one another.", "He made no red."]
)
def test_pronouns_and_plain_denials_are_no_numbers(text: str) -> None:
    """ "One" counts only where it stands for the number, "no" only before what is counted in tolls."""
    assert [m.text for m in found(text) if m.quantity.low == 1] == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It lasted an hour.", 0.75, 1.35, "hour"),
        ("It took less than a day.", 0, 1.35, "day"),
        ("It took more than a week.", 0.75, INF, "week"),
    ],
)
def test_an_hour_that_something_lasted_is_about_one(text: str, low: float, high: float, unit: str) -> None:
    """Nobody looks at the watch for it."""
    quantity = only(text).quantity

    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


@pytest.mark.parametrize("text", ["He came an hour later.", "It costs ten euros a day.", "They meet once a week."])
def test_other_hours_and_days_are_no_figures(text: str) -> None:
    """A time, a rate, how often."""
    assert "an hour" not in [mention.text for mention in found(text)]
    assert "a day" not in [mention.text for mention in found(text)]
    assert "a week" not in [mention.text for mention in found(text)]
