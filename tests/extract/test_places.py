"""Place names: towns of the gazetteer, named sites, and unknown names that the text calls places."""

from __future__ import annotations

import pytest

from discrepancy.extract.mentions.places import find_places
from discrepancy.language.parser import parse
from discrepancy.model import PlaceMention
from discrepancy.values.places import same_place

ALEPPO = "gn:170063"


def found(text: str) -> tuple[PlaceMention, ...]:
    return find_places(parse(text))


def keys(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.place.key) for mention in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb fell in Aleppo.", [("Aleppo", ALEPPO)]),
        ("A bomb fell in northern Aleppo.", [("Aleppo", ALEPPO)]),
        ("A bomb fell on Aleppo's markets.", [("Aleppo", ALEPPO)]),
        ("A bomb fell in Aleppo province.", [("Aleppo province", "adm:SY.09")]),
        ("A bomb fell in the province of Aleppo.", [("Aleppo", "adm:SY.09")]),
        ("A bomb fell in Syria.", [("Syria", "country:SY")]),
        ("A bomb fell in Syrias Aleppo.", [("Aleppo", ALEPPO)]),
        ("A bus crashed in Ohio.", [("Ohio", "adm:US.OH")]),
    ],
)
def test_towns_provinces_and_countries_are_known(text: str, expected: list[tuple[str, str]]) -> None:
    """Directions and possessives do not change which place is meant."""
    assert keys(text) == expected


@pytest.mark.parametrize("name", ["Deir ez-Zor", "Dayr az-Zawr", "Deir Ezzor", "Deir al-Zour"])
def test_spellings_of_one_town_lead_to_it(name: str) -> None:
    """The gazetteer knows some; the spelling key finds the rest in a country of the text."""
    town = found(f"Syria said that shells hit homes in {name} on Monday.")[-1]

    assert (town.text, town.place.key) == (name, "gn:170794")


def test_a_town_lies_in_its_province_and_country() -> None:
    """What holds a town comes with it, nearest first."""
    assert found("A bomb fell in Aleppo.")[0].place.within == ("adm:SY.09", "country:SY")


def test_a_suburb_lies_in_its_city() -> None:
    """Douma and Damascus do not contradict each other."""
    douma, damascus = found("Shells fell in Douma, and Syria said that Damascus was hit too.")[0].place, "gn:170654"

    assert damascus in douma.within


def test_a_name_with_several_bearers_goes_to_the_place_named_next() -> None:
    """ "Springfield, Ohio" is not the one in Oregon."""
    first, second = found("Fires burned in Springfield, Ohio and later in Springfield, Oregon.")[::2]

    assert (first.place.within[-2], second.place.within[-2]) == ("adm:US.OH", "adm:US.OR")


def test_a_name_with_several_bearers_goes_to_a_country_of_the_text() -> None:
    """Tripoli is in Libya, and in Lebanon where the text speaks of Lebanon."""
    lebanese = found("Shots were fired in Tripoli in northern Lebanon.")[0]

    assert lebanese.place.within[-1] == "country:LB"


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("They fled from the village of Tolgoro.", "Tolgoro", "village"),
        ("A mine exploded near Hassajik on Monday.", "Hassajik", ""),
        ("Shells fell in Bustan Zahra district.", "Bustan Zahra district", "district"),
        ("Shells fell in Zelenka village.", "Zelenka village", "village"),
    ],
)
def test_unknown_names_are_places_where_the_text_says_so(text: str, name: str, level: str) -> None:
    """After "near" or with a word such as "village", no gazetteer is needed."""
    mention = found(text)[0]

    assert mention.text == name
    assert mention.place.key.startswith(f"name:{level}:")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He was taken to Tarvik hospital.", "Tarvik hospital", "hospital"),
        ("Crowds met on Liberty Square.", "Liberty Square", "square"),
        ("A car burned on Harbour Street.", "Harbour Street", "street"),
        ("A jet landed at Aleppo International Airport.", "Aleppo International Airport", "airport"),
    ],
)
def test_named_sites_carry_their_kind(text: str, name: str, kind: str) -> None:
    """The key of a site holds what it is."""
    mention = found(text)[0]

    assert mention.text == name
    assert mention.place.key.startswith(f"site:{kind}:")


def test_a_site_lies_in_the_place_named_after_it() -> None:
    """ "Quds hospital in Aleppo" is in Aleppo."""
    site = found("A bomb fell on Quds hospital in Aleppo.")[0]

    assert site.place.within[0] == ALEPPO


@pytest.mark.parametrize(
    "text",
    [
        "The Aleppo Police Command said so.",
        "Sarah Jackson spoke, and Jackson left.",
        "He read it in Arabic and in Parliament.",
        "It happened in March, in English.",
        "The Islamic State of Iraq fell.",
        "The regional Hospital was full.",
        "Reading is nice, and police march.",
    ],
)
def test_bodies_people_and_plain_words_are_no_places(text: str) -> None:
    """A capital letter alone makes no place."""
    assert keys(text) == []


def test_what_belongs_to_a_country_is_kept_apart_from_the_country() -> None:
    """ "Russian jets" do not place the event in Russia."""
    people, town = found("Russian jets bombed targets in Aleppo.")

    assert people.place.key == "people:RU"
    assert same_place(people.place, town.place).standing == "incomparable"


def test_offsets_count_in_the_document() -> None:
    """Spans slice the document, not the sentence."""
    text = "Nothing here.\nA bomb fell in Aleppo."
    mention = found(text)[0]

    assert text[mention.span.start : mention.span.end] == mention.text == "Aleppo"
