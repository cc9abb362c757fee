"""Finding persons and bodies, and which names are one."""

from __future__ import annotations

import pytest
from spoken import actors

from discrepancy.extract.mentions.actors import find_actors
from discrepancy.language.parser import parse


def test_a_title_is_no_part_of_a_name() -> None:
    """The person is named, the office is not."""
    found = actors("Colonel Marta Vell said the road was closed.")

    assert (found["Colonel Marta Vell"].name, found["Colonel Marta Vell"].type) == ("Marta Vell", "person")


def test_a_last_name_is_the_person_named_before() -> None:
    """A short form has the key of the full one."""
    found = actors("Mayor Marta Vell opened the bridge. Vell said it was safe.")

    assert found["Vell"] == found["Mayor Marta Vell"]


def test_two_persons_of_one_last_name_stay_apart() -> None:
    """A short form that could be either is neither."""
    found = actors("Mayor Marta Vell spoke to Judge Oskar Vell. Vell said it was safe.")

    assert found["Vell"].key not in {found["Mayor Marta Vell"].key, found["Judge Oskar Vell"].key}


@pytest.mark.parametrize(
    "name",
    [
        "Russian Defence Ministry",
        "Russian defense ministry",
        "Russia's defence ministry",
        "Russian Ministry of Defence",
    ],
)
def test_the_names_of_a_ministry_have_one_key(name: str) -> None:
    """Order, spelling and the form of the state's name do not matter."""
    found = actors(f"The {name} said the raid was over.")

    assert {"defence-ministry-russia"} <= {actor.key for actor in found.values()}


def test_the_ministry_is_the_one_named_before() -> None:
    """With one candidate a bare head word is short for it."""
    found = actors("The Ostrian Health Ministry counted 12 dead. The ministry said more were missing.")

    assert found["The ministry"].key == "health-ministry-ostrian"


def test_the_ministry_is_open_between_two() -> None:
    """With two candidates a bare head word is short for neither."""
    found = actors(
        "The Ostrian Health Ministry met the Ostrian Interior Ministry. The ministry said more were missing."
    )

    assert found["The ministry"].key == "ministry"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Pentagon", "us-defense-department"),
        ("The US Defense Department", "us-defense-department"),
        ("Daesh", "islamic-state"),
        ("The Islamic State group", "islamic-state"),
        ("SOHR", "syrian-observatory-for-human-rights"),
        ("The Britain-based Syrian Observatory for Human Rights", "syrian-observatory-for-human-rights"),
        ("Moscow", "russia-government"),
    ],
)
def test_aliases_come_from_the_lexicon(name: str, key: str) -> None:
    """Metonyms, acronyms and translations have the key of their body."""
    assert key in {actor.key for actor in actors(f"{name} said the raid was over.").values()}


def test_the_observatory_is_short_for_the_monitor_of_the_text() -> None:
    """ "A monitor" in a lead points ahead to the one monitoring body that the text names."""
    found = actors(
        "Twelve people died, a monitor said. The Syrian Observatory for Human Rights blamed shelling. "
        "The Observatory said four were children."
    )

    assert found["a monitor"] == found["Observatory"]
    assert found["Observatory"].key == "syrian-observatory-for-human-rights"


def test_a_news_agency_is_not_the_monitor_of_the_same_country() -> None:
    """Two bodies that share an adjective have two keys, and the monitor does not speak for the state."""
    found = actors("The Syrian Arab News Agency said two died. The Syrian Observatory for Human Rights said nine died.")
    keys = {actor.key: actor.camp for actor in found.values()}

    assert keys == {"sana": "syria", "syrian-observatory-for-human-rights": None}


@pytest.mark.parametrize("source", ["a source", "officials", "residents", "witnesses", "local media", "an activist"])
def test_nameless_sources_are_nobody(source: str) -> None:
    """They never resolve to a named body."""
    found = actors(f"The Tarvian Army attacked at dawn. Ten died, {source} said.")

    assert found[source].generic


def test_the_mayor_is_the_mayor_named_before() -> None:
    """An office that one person of the text holds is that person."""
    found = actors("Mayor Marta Vell opened the bridge. It will close in May, the mayor said.")

    assert found["the mayor"].key == "marta-vell"


def test_a_person_has_the_side_of_the_office() -> None:
    """A minister speaks for his state."""
    found = actors("Russian Foreign Minister Sergei Lavrov said the truce would hold.")

    assert [actor.camp for actor in found.values() if actor.type == "person"] == ["russia"]


def test_the_opposition_is_not_the_state() -> None:
    """An adjective alone makes nobody an organ of the state."""
    found = actors("The Syrian opposition said 12 died. The Syrian army said nobody died.")

    assert (found["Syrian opposition"].camp, found["Syrian army"].camp) == ("syria-opposition", "syria")


def test_a_place_is_no_actor() -> None:
    """Names after "in" and "near" are left to the places."""
    assert actors("Twelve people died in Velmora near Ostria on Friday.") == {}


def test_mentions_stand_where_they_say() -> None:
    """The text of a mention is what stands at its span."""
    text = "Colonel Marta Vell of the Ostrian Army said the ministry’s count was wrong."

    assert all(text[m.span.start : m.span.end] == m.text for m in find_actors(parse(text)) if "'" not in m.text)


def test_an_official_of_a_body_is_not_the_body() -> None:
    """ "A UN official" is nobody in particular."""
    found = actors("A UN official said 12 people died.")

    assert {actor.key for actor in found.values()} == {"un-official"}
    assert all(actor.generic for actor in found.values())
