"""What a conflict of numbers is called: its question, its nouns, and why the figures cannot both be true."""

from __future__ import annotations

from datetime import date

import pytest

from discrepancy.judge.nouns import plural
from discrepancy.judge.questions import answer, asked_harm, number_question, question
from discrepancy.judge.rules.count import judge_count
from discrepancy.judge.wording import listed, why_apart
from discrepancy.lexicon import table
from discrepancy.model import KINDS, Claim, Document, Frame, Occasion, Pair, Participant, Reason
from discrepancy.values.names import Actor, Place
from discrepancy.values.quantity import exact
from discrepancy.values.timerange import day_range

TEXT = "The number stands somewhere in here."
DAY = day_range(date(2031, 3, 4))
TOWN = Place("Vell", "name:town:vl", ("country:XX",))
LAND = Place("Oristan", "country:XX")
PEOPLE = Place("Oristanian", "people:XX", ("country:XX", "continent:X"))
COUNCIL, UNION = Actor("the council", "council"), Actor("the  miners' union", "union")
BARE = Frame(0)
PRIOR = Reason("prior", "any two figures", -1.8)


def who(noun: str, *words: str, role: str = "counted", group: str | None = None) -> Participant:
    return Participant(role, noun, group, None, frozenset({noun, *words}))


def claim(attribute: str, number: float, frame: Frame = BARE, *, unit: str | None = None, id: str = "a:1") -> Claim:
    document = id.partition(":")[0]
    evidence = Document(document, TEXT).evidence(0, 10)
    return Claim(id, document, "number", attribute, exact(number, unit), f"{number:g}", evidence, frame)


def counting(*people: Participant, predicate: str | None = None) -> Frame:
    return Frame(0, predicate=predicate, participants=people)


def asking(*asked: str, topics: tuple[str, ...] = ()) -> Frame:
    return Frame(0, asked=frozenset(asked), topics=frozenset(topics))


def pair(left: Claim, right: Claim, *codes: str) -> Pair:
    """Two claims with reasons for one question, the first code the strongest."""
    reasons = tuple(Reason(code, f"words of {code}", 2.0 - i / 10) for i, code in enumerate(codes))
    return Pair(left, right, (PRIOR, *reasons), 1.0)


def asked(left: Frame, right: Frame, attribute: str, unit: str | None = None) -> str:
    return number_question([claim(attribute, 62, left, unit=unit), claim(attribute, 70, right, unit=unit, id="b:1")])


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("aircraft", "aircraft"),
        ("casualty", "casualties"),
        ("child", "children"),
        ("schoolchild", "schoolchildren"),
        ("fireman", "firemen"),
        ("woman", "women"),
        ("german", "Germans"),
        ("police", "police officers"),
        ("person", "people"),
        ("bus", "buses"),
        ("crisis", "crises"),
        ("church", "churches"),
        ("box", "boxes"),
        ("day", "days"),
        ("wife", "wives"),
        ("soldier", "soldiers"),
        ("headquarters", "headquarters"),
    ],
)
def test_nouns_have_their_plural(noun: str, many: str) -> None:
    """By rule where one makes it, from the lexicon where none does."""
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("noun", "words", "wanted"),
    [
        ("officer", ("police",), "How many police officers were injured?"),
        ("officer", ("young",), "How many officers were injured?"),
        ("aircraft", (), "How many aircraft were injured?"),
        ("body", (), "How many people were injured?"),
        ("sheep", (), "How many sheep were injured?"),
    ],
)
def test_harm_is_asked_of_those_who_are_counted(noun: str, words: tuple[str, ...], wanted: str) -> None:
    """A job keeps its first word, and a word for the harm itself is not asked for."""
    assert asked(counting(who(noun, *words)), BARE, "injured") == wanted


def test_the_noun_comes_from_the_claim_that_has_one() -> None:
    """ "The figure was 70" leaves the noun to the other side, whichever comes first."""
    assert asked(BARE, counting(who("bus")), "count") == "How many buses?"
    assert asked(counting(who("bus")), BARE, "count") == "How many buses?"


def test_where_the_nouns_differ_the_wider_one_is_asked_for() -> None:
    """A question about soldiers would leave out the side that counts people."""
    soldiers, people = who("soldier", group="military"), who("people", group="any")

    assert asked(counting(soldiers), counting(people), "killed") == "How many people were killed?"


def test_people_hit_are_set_beside_people_killed_under_their_own_word() -> None:
    """Whoever bombed 70 has not said that 70 died, so the answer says what it counts."""
    claims = [claim("hit", 70, counting(who("soldier"))), claim("killed", 62, BARE, id="b:1")]
    harm = asked_harm(claims)

    assert number_question(claims) == "How many soldiers were killed?"
    assert [answer(one, harm) for one in claims] == ["70 hit", "62"]


def test_people_hit_are_asked_as_hit_where_nobody_says_more() -> None:
    """A looser word is no answer to a stricter question."""
    claims = [claim("hit", 70, counting(who("soldier"))), claim("hit", 62, BARE, id="b:1")]

    assert number_question(claims) == "How many soldiers were hit?"
    assert [answer(one, asked_harm(claims)) for one in claims] == ["70", "62"]


@pytest.mark.parametrize(
    ("attribute", "unit", "frame", "wanted"),
    [
        ("measure", "km/h", asking("go"), "How fast was it going?"),
        ("measure", "km/h", asking("gust", topics=("wind",)), "How strong was the wind?"),
        ("measure", "m", asking("deep", topics=("depth",)), "How deep was it?"),
        ("measure", "m", asking("rise", topics=("water",)), "How high did the water stand?"),
        ("measure", "km", asking("away", topics=("distance",)), "How far away was it?"),
        ("measure", "km", asking(), "What was the distance or length?"),
        ("measure", "kg", asking("weigh"), "How heavy was it?"),
        ("measure", "hectare", asking("burn"), "How large was the area?"),
        ("measure", "°C", asking(), "What was the temperature?"),
        ("measure", "magnitude", asking(), "What was the magnitude?"),
        ("measure", "megapixel", asking(), "What was the measured value?"),
        ("money", "EUR", asking("ransom"), "How much was the ransom?"),
        ("money", "EUR", asking("cost"), "What did it cost?"),
        ("money", "EUR", asking(), "How much money was it?"),
        ("age", "year", asking(), "How old was he or she?"),
        ("duration", "hour", asking("take"), "How long did it take?"),
        ("duration", "year", asking("prison"), "How long was the sentence?"),
        ("percentage", "percent", asking("turnout", topics=("turnout",)), "What was the turnout?"),
        ("percentage", "percent", asking(), "What was the percentage?"),
        ("ordinal", None, asking(), "Which one in order was it?"),
        ("rate", None, asking(), "What was the rate?"),
        ("count", None, asking("march", topics=("crowd",)), "How many people took part?"),
        ("count", None, asking("aboard"), "How many people were aboard?"),
        ("count", None, asking(), "How many?"),
        ("score", None, asking(), "What was the figure?"),
    ],
)
def test_other_numbers_are_asked_by_unit_and_topic(attribute: str, unit: str | None, frame: Frame, wanted: str) -> None:
    """What is measured decides, then the words that say what is asked."""
    assert asked(frame, frame, attribute, unit) == wanted


def test_the_thing_is_named_where_a_subject_is_known() -> None:
    """A pronoun on the other side does not hide it."""
    train, it = who("train", role="subject"), who("it", role="subject")

    assert asked(counting(train, predicate="go"), counting(it), "measure", "km/h") == "How fast was the train going?"


@pytest.mark.parametrize(
    ("subject", "predicate"),
    [(who("bus", role="subject"), "go"), (who("train", role="subject"), "go"), (who("tower", role="subject"), "give")],
)
def test_a_speaker_or_a_rival_subject_is_not_the_thing(subject: Participant, predicate: str) -> None:
    """Two subjects that differ name no one thing, and a tower that gives a speed does not go fast."""
    other = counting(who("car", role="subject"), predicate="go") if predicate == "go" else Frame(0)

    assert asked(counting(subject, predicate=predicate), other, "measure", "km/h") == "How fast was it going?"


def test_names_are_not_put_into_small_letters() -> None:
    """A lemma cannot say how a name is written."""
    named = counting(who("boeing", role="subject"), who("boeing", role="named-subject"), predicate="go")

    assert asked(named, named, "measure", "km/h") == "How fast was it going?"


def test_a_person_is_asked_for_by_the_noun() -> None:
    """ "The 22-year-old student"."""
    assert asked(counting(who("student", group="civilian")), BARE, "age", "year") == "How old was the student?"


def test_a_place_in_an_order_asks_for_one() -> None:
    """ "The third attempt"."""
    assert asked(counting(who("attempt")), BARE, "ordinal") == "Which attempt was it?"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "number"])
def test_every_kind_has_its_question(kind: str) -> None:
    """And it is one."""
    assert question(kind, []).endswith("?")


def test_every_question_of_the_lexicon_can_be_filled_in() -> None:
    """A slip of the pen in a blank fails here."""
    forms = [entry["question"] for entry in table("questions")["numbers"]]
    filled = [form.format(noun="buses", one="bus", it="the bus", who="he or she") for form in forms]

    assert all(form.endswith("?") and "{" not in form for form in filled)


def test_two_figures_are_opposed_with_what_they_share() -> None:
    """What is counted, when and where, and from whom."""
    here = Occasion(places=(PEOPLE, LAND, TOWN), days=(DAY,))
    one = Frame(0, participants=(who("soldier"),), occasion=here, speaker=COUNCIL)
    two = Frame(0, participants=(who("soldier"),), occasion=here, speaker=UNION)
    opposed = pair(claim("killed", 62, one), claim("killed", 70, two, id="b:1"), "across:shared-day", "rivals-across")

    assert why_apart(opposed) == (
        "62 and 70 share no value; both count soldiers killed, both speak of 4 March 2031 in Vell, "
        "and one comes from the council and one from the miners' union"
    )


def test_a_reason_against_the_pair_is_no_ground() -> None:
    """What weighs against one question does not explain why it is one."""
    here = Frame(0, occasion=Occasion(places=(TOWN,)))
    against = Reason("here:shared-place", "both can be of the same place", -0.5)
    opposed = Pair(claim("money", 3, here), claim("money", 5, here, id="b:1"), (PRIOR, against), 1.0)

    assert why_apart(opposed) == "3 and 5 share no value; both are sums of money"


def test_without_anything_to_say_the_figures_stand_alone() -> None:
    """Two bare counts with no reason that a reader could follow."""
    assert why_apart(pair(claim("count", 3), claim("count", 5, id="b:1"), "bounded")) == "3 and 5 share no value"


def test_two_kinds_of_harm_are_told_apart() -> None:
    """One side's count is not passed off as the other's."""
    opposed = pair(claim("hit", 70, counting(who("soldier"))), claim("killed", 80, id="b:1"))

    assert why_apart(opposed) == "70 and 80 share no value; one counts soldiers hit, the other people killed"


def test_the_outlet_speaks_in_its_own_words() -> None:
    """Where only one side has a speaker, the other is the article's."""
    left, right = claim("age", 41, Frame(0, speaker=COUNCIL)), claim("age", 36)
    beside = claim("age", 36, id="b:1")

    assert why_apart(pair(left, right, "voice-and-speaker-here")).endswith(
        "one comes from the council and one stands in the article's own words"
    )
    assert why_apart(pair(left, beside, "voice-and-speaker-across")).endswith("in the other article's own words")


def test_shared_words_are_quoted_longest_first_and_without_names() -> None:
    """Words that the figures are told with, but not who is counted, who is named and what says that somebody spoke."""
    shared = Frame(
        0,
        participants=(who("soldier"),),
        clause=frozenset({"bridge", "barracks", "say", "soldier", "tuesday", "old"}),
        names=frozenset({"tuesday"}),
    )
    opposed = pair(claim("count", 3, shared), claim("count", 5, shared, id="b:1"), "across:shared-words")

    assert why_apart(opposed).endswith(
        "both count soldiers, and both sentences share the words “barracks” and “bridge”"
    )


def test_a_shared_subject_and_reasons_in_their_own_words_are_told() -> None:
    """At most three grounds, the strongest first."""
    train = counting(who("train", role="subject"))
    left, right = claim("measure", 80, train, unit="km/h"), claim("measure", 120, train, unit="km/h", id="b:1")

    assert why_apart(pair(left, right, "same-subject", "same-day-papers", "both-leads")) == (
        "80 and 120 share no value; both are speeds, both are said of the train, and words of same-day-papers"
    )


def test_an_event_without_day_and_place_is_named() -> None:
    """The noun of the event is better than nothing."""
    crash = Frame(0, occasion=Occasion(nouns=frozenset({"crash"})))
    opposed = pair(claim("age", 41, crash), claim("age", 36, crash, id="b:1"), "shared-event-noun")

    assert why_apart(opposed) == "41 and 36 share no value; both are ages and both speak of the crash"


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("one",), "one"),
        (("one", "two"), "one and two"),
        (("one and two", "three"), "one and two, and three"),
        (("one", "two", "three"), "one, two, and three"),
    ],
)
def test_grounds_are_listed_as_a_sentence_lists_them(parts: tuple[str, ...], sentence: str) -> None:
    """A comma keeps parts apart that hold an "and" themselves."""
    assert listed(parts) == sentence


def test_the_rule_gives_this_sentence() -> None:
    """What is written here reaches the report."""
    opposed = pair(claim("age", 41), claim("age", 36, id="b:1"))
    verdict = judge_count(opposed)

    assert verdict is not None
    assert verdict.why == why_apart(opposed)


def test_every_code_that_is_told_is_a_reason() -> None:
    """A code that no reason has would never be told; loose harm and ages of one name bring their own words."""
    told = {code for codes in table("wording")["told"].values() for code in codes}

    assert told - set(table("reasons")["numbers"]) == {"loose-harm", "one-name"}
