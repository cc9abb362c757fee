"""Places as values: spelling, containment, and what may be held against what."""

from __future__ import annotations

import pytest

from discrepancy.values.names import Place
from discrepancy.values.places import level_of, same_place, spelling_key
from discrepancy.values.relation import SAME

SYRIA = Place("Syria", "country:SY")
PROVINCE = Place("Aleppo", "adm:SY.09", ("country:SY",))
ALEPPO = Place("Aleppo", "gn:170063", ("adm:SY.09", "country:SY"))
HOMS = Place("Homs", "gn:169577", ("adm:SY.11", "country:SY"))
ERBIL = Place("Erbil", "gn:95446", ("adm:IQ.11", "country:IQ"))


def village(name: str) -> Place:
    return Place(name, f"name:village:{spelling_key(name)}")


def site(kind: str, name: str) -> Place:
    return Place(name, f"site:{kind}:{spelling_key(name)}")


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir ez-Zor", "Dayr az-Zawr", "Deir Ezzor", "Deir al-Zour"),
        ("Hassajik", "Hassadjek", "Hasajik"),
        ("Khan Sheikhoun", "Khan Shaykhun", "Khan Sheikhun"),
    ],
)
def test_transliterations_share_a_spelling_key(spellings: tuple[str, ...]) -> None:
    """Vowels, articles and doubled letters do not count."""
    assert len({spelling_key(name) for name in spellings}) == 1


def test_short_names_keep_their_vowels() -> None:
    """Two consonants say too little: Hama is not Homs, and Kobi is not Kaba."""
    assert spelling_key("Kobi") != spelling_key("Kaba")


def test_equal_keys_are_the_same_place() -> None:
    """Two spellings of one unknown village agree."""
    assert same_place(village("Hassajik"), village("Hassadjek")) == SAME


@pytest.mark.parametrize("holder", [PROVINCE, SYRIA])
def test_a_town_lies_in_its_province_and_country(holder: Place) -> None:
    """Containment is no conflict, whichever side is the larger."""
    assert same_place(ALEPPO, holder).code == same_place(holder, ALEPPO).code == "containment"


def test_two_towns_are_disjoint() -> None:
    """The gazetteer knows both and they differ."""
    assert same_place(ALEPPO, HOMS).standing == "disjoint"


def test_two_villages_are_disjoint() -> None:
    """Both are specific and of one level."""
    assert same_place(village("Hassajik"), village("Tolgoro")).standing == "disjoint"


def test_two_hospitals_are_disjoint_and_a_hospital_and_a_street_are_not() -> None:
    """A hospital may stand in the street."""
    clinic = site("hospital", "Quds hospital")

    assert same_place(clinic, site("hospital", "Tarvik hospital")).standing == "disjoint"
    assert same_place(clinic, site("street", "Rashid street")).standing == "incomparable"


def test_an_unknown_name_is_not_held_against_a_town() -> None:
    """Nobody knows where Kalom is: it may be in Aleppo."""
    assert same_place(ALEPPO, Place("Kalom", "name::klm")).standing == "incomparable"


def test_unknown_names_of_unknown_level_are_not_held_against_each_other() -> None:
    """One may be a hill and the other a valley below it."""
    assert same_place(Place("Zendak", "name::zndk"), Place("Kalom", "name::klm")).standing == "incomparable"


def test_places_in_two_countries_are_disjoint() -> None:
    """A named site in Syria is not in Iraq, whatever its kind."""
    assert same_place(Place("Quds hospital", "site:hospital:kds", ("country:SY",)), ERBIL).standing == "disjoint"


def test_one_name_inside_the_other_is_an_alias() -> None:
    """ "Ghouta" may be short for "Eastern Ghouta"."""
    assert (
        same_place(Place("Ghouta", "name:region:gt"), Place("Eastern Ghouta", "name:region:astrn-gt")).code == "alias"
    )


def test_what_belongs_to_a_country_is_no_place_to_compare() -> None:
    """Russian jets over Aleppo are not in Russia."""
    assert same_place(Place("Russian", "people:RU", ("country:RU",)), ALEPPO).standing == "incomparable"


def test_relating_is_symmetric() -> None:
    """The order of the two sides does not matter."""
    places = [SYRIA, PROVINCE, ALEPPO, HOMS, ERBIL, village("Hassajik"), site("hospital", "Quds hospital")]

    assert all(same_place(a, b) == same_place(b, a) for a in places for b in places)


@pytest.mark.parametrize(
    ("place", "level"),
    [
        (SYRIA, "country"),
        (PROVINCE, "province"),
        (ALEPPO, "town"),
        (village("Hassajik"), "village"),
        (site("hospital", "Quds"), "site:hospital"),
        (Place("Kalom", "name::klm"), ""),
    ],
)
def test_the_key_tells_the_level(place: Place, level: str) -> None:
    """The level is read from the key alone."""
    assert level_of(place) == level
