"""A second language is a folder of words: counts of people harmed are found by words and their order alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf
from pathlib import Path

import pytest

from discrepancy.extract.document import GRAMMARS, extract_claims, grammar_of
from discrepancy.extract.phrases.numbers import find_numbers
from discrepancy.language.parser import BLANK, parse
from discrepancy.lexicon import languages, table
from discrepancy.model import Claim
from discrepancy.pipeline import compare
from discrepancy.read import read_documents
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft
from discrepancy.values.quantity import Quantity

FIRST = (
    "Doce personas murieron y al menos 40 resultaron heridas cuando se incendió un transbordador frente a Puerto Amadi "
    "el miércoles, según informó la guardia costera."
)
SECOND = (
    "Diecinueve personas murieron en el incendio de un transbordador frente a Puerto Amadi el miércoles, dijo el "
    "ministerio de Salud. El fuego empezó en la cubierta de los coches."
)


def claims(text: str) -> list[tuple[str, str, float, float]]:
    # a single sentence is too short to tell its language
    document = replace(to_document(Draft(text), "a", ""), language="es")
    found = extract_claims(document).claims
    return [(c.attribute, c.shown, c.value.low, c.value.high) for c in found if isinstance(c.value, Quantity)]


def numbers(text: str) -> list[float]:
    return [n.quantity.low for sentence in parse(text, model=f"{BLANK}es") for n in find_numbers(sentence, "es")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("doce", 12),
        ("veintiún", 21),
        ("treinta y cinco", 35),
        ("ciento veinte", 120),
        ("mil", 1_000),
        ("dos mil trescientos cuarenta y dos", 2_342),
        ("tres millones", 3_000_000),
        ("1.234", 1_234),
        ("1,234", 1_234),
        ("12.345.678", 12_345_678),
        ("40 mil", 40_000),
    ],
)
def test_a_number_in_figures_or_words_is_worth_what_it_says(words: str, value: float) -> None:
    """With the marks of either side of the ocean."""
    assert numbers(f"Vieron {words} barcos.") == [value]


def test_two_numbers_with_a_small_word_between_them_stay_two() -> None:
    """ "Doce y cuarenta" is no sum."""
    assert numbers("Eran doce y cuarenta personas.") == [12, 40]


@pytest.mark.parametrize(
    "words", ["1.234,5 toneladas", "12 de marzo de 2031", "a las 03:20", "el 40 % del mar", "en 2029"]
)
def test_dates_clocks_shares_and_broken_numbers_count_nobody(words: str) -> None:
    """They are never taken for people."""
    assert numbers(f"Fue {words}.") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Murieron 12 personas en el puerto.", [("killed", "12", 12, 12)]),
        ("Al menos 40 heridos fueron llevados al hospital.", [("injured", "Al menos 40", 40, inf)]),
        ("El incendio dejó doce muertos y 40 heridos.", [("killed", "doce", 12, 12), ("injured", "40", 40, 40)]),
        ("El número de muertos subió a 19.", [("killed", "19", 19, 19)]),
        ("Más de cien personas han fallecido.", [("killed", "Más de cien", 100, inf)]),
        ("Hay siete víctimas mortales y tres desaparecidos.", [("killed", "siete", 7, 7), ("missing", "tres", 3, 3)]),
        ("La policía detuvo a 31 personas.", [("arrested", "31", 31, 31)]),
        ("Dos soldados rusos murieron.", [("killed", "Dos", 2, 2)]),
        ("Hace 40 años murieron 12 personas.", [("killed", "12", 12, 12)]),
        ("El barco llevaba a 410 pasajeros y 22 coches.", []),
        ("Los muertos fueron llevados en 12 coches.", []),
    ],
)
def test_a_number_beside_a_word_of_harm_is_a_claim(sentence: str, found: list[tuple[str, str, float, float]]) -> None:
    """In front of the number, behind it, or by what the count is of."""
    assert sorted(claims(sentence)) == sorted(found)


def saved(folder: Path, **texts: str) -> list[str]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"Incendio en un barco\n12 de marzo de 2031\n\n{text}\n", encoding="utf-8")
    return [str(folder / f"{name}.txt") for name in texts]


def test_two_spanish_articles_with_other_tolls_conflict_with_their_own_words(tmp_path: Path) -> None:
    """Who says it, when and where come from the sentence too."""
    reading = read_documents(saved(tmp_path, a_es=FIRST, b_es=SECOND))
    report = compare(reading.documents)
    (conflict,) = report.conflicts
    one, two = (position.claims[0] for position in conflict.positions)

    assert [document.language for document in reading.documents] == ["es", "es"]
    assert [document.published for document in reading.documents] == [date(2031, 3, 12)] * 2
    assert conflict.question == "How many people were killed?"
    assert {one.evidence.text, two.evidence.text} == {FIRST, SECOND.split(" El fuego")[0]}
    assert {speaker(one), speaker(two)} == {"la guardia costera", "el ministerio de Salud"}
    assert {place.name for claim in (one, two) for place in claim.frame.occasion.places} == {"Puerto Amadi"}
    assert {day.start.date() for claim in (one, two) for day in claim.frame.occasion.days} == {date(2031, 3, 12)}
    assert all("only counts of people killed" in line for line in reading.warnings)


def speaker(claim: Claim) -> str | None:
    return claim.frame.speaker.name if claim.frame.speaker else None


def test_equal_tolls_agree(tmp_path: Path) -> None:
    """In figures and in words."""
    report = compare(read_documents(saved(tmp_path, a=FIRST, b=SECOND.replace("Diecinueve", "Unas 12"))).documents)

    assert report.conflicts == ()


def test_articles_in_two_languages_are_not_held_against_one_another(tmp_path: Path) -> None:
    """The weights of the reasons know English words alone; both articles say what they are compared with."""
    english = "Nineteen people were killed in a fire on a ferry off Puerto Amadi on Wednesday, the coast guard said."
    files = saved(tmp_path, a=FIRST, b=english, c=english.replace("Nineteen", "Nine"))
    report = compare(read_documents(files).documents)

    assert [{c.document for p in one.positions for c in p.claims} for one in report.conflicts] == [{"b", "c"}]


def test_every_language_names_a_grammar_and_has_the_words_it_needs() -> None:
    """A folder of words is all that a language adds."""
    assert set(languages()) == {"en", "es"}
    for code in languages():
        assert grammar_of(code) in GRAMMARS
        assert {"months", "weekdays"} <= table("calendar", code).keys()
    tolls = table("tolls", "es")
    assert all(lists.keys() == {"before", "after", "of"} for lists in tolls.values())
    assert tolls.keys() <= table("harm").keys()
    assert set(table("language", "en")) == set(table("language", "es"))
