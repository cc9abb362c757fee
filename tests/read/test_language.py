"""Articles in other languages are named, English is never taken for one of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from discrepancy.model import Span, Zone
from discrepancy.pipeline import compare
from discrepancy.read import read_document, read_documents
from discrepancy.read.language import find_language
from discrepancy.report import TEXT_FORMATS
from discrepancy.report.explain import summary

SPANISH = (
    "Siete personas resultaron heridas en el muelle de Arzeno el lunes, dijo el capitán del puerto. "
    "El fuego empezó al mediodía en un almacén de pintura cerca de la puerta norte, según la brigada."
)
OTHERS = {
    "es": SPANISH,
    "de": "Sieben Menschen wurden am Montag am Kai von Arzeno verletzt, sagte der Hafenmeister. Das Feuer brach am "
    "Mittag in einem Lager für Farbe nahe dem Nordtor aus, und die Feuerwehr war die ganze Nacht im Einsatz.",
    "fr": "Sept personnes ont été blessées lundi sur le quai d'Arzeno, a déclaré le capitaine du port. L'incendie "
    "a commencé à midi dans un dépôt de peinture près de la porte nord, selon les pompiers.",
    "ru": "Семь человек пострадали в понедельник на набережной Арцено, сообщил начальник порта. Пожар начался в "
    "полдень на складе краски у северных ворот, заявили в пожарной охране города.",
    "nl": "Zeven mensen raakten maandag gewond op de kade van Arzeno, zei de havenmeester. De brand begon om twaalf "
    "uur in een opslag van verf bij de noordelijke poort, volgens de brandweer.",
}
ENGLISH = {
    "article": "Seven people were hurt on the quay of Arzeno on Monday, the harbour master said. The fire "
    "started at noon.",
    "notes": "12:30 Fire reported. Quay closed. Seven hurt. 13:00 Two taken to hospital. Harbour shut. 14:10 Fire out. "
    "Police arrive. Minister Ruiz visits quay. 15:00 Toll rises: nine hurt.",
    "names": "Ana Ruiz, Jan de Vries, Maria Gonzalez, Pierre Dupont, Hans Müller, Giovanni Rossi, Ivan Petrov, John "
    "Smith killed; Paul Weber, Elena Popescu, Sven Olsson, Marco Bianchi hurt",
    "places": "Al-Nusra Front, Jabhat Fatah al-Sham: Deir ez-Zor, Jebel Tharda, Homs, Hama, Idlib, Aleppo, Damascus, "
    "Raqqa, Mosul, Palmyra, Kobani: 70 dead, 62 hurt, 100 hurt",
    "quote": "“Siete personas resultaron heridas en el muelle”, the paper wrote, and its editor said that he had seen "
    "the list with his own eyes: “Siete, no más que siete personas.”",
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_named(language: str) -> None:
    """Two sentences are enough."""
    assert find_language(OTHERS[language]) == language


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_is_not_taken_for_another_language(text: str) -> None:
    """Also notes and lists of names and places from all over the world."""
    assert find_language(text) == "en"


def test_nothing_in_a_foreign_article_is_guessed_at_and_every_report_says_so(tmp_path: Path) -> None:
    """Its figures and names make no claims, though digits look the same everywhere."""
    (tmp_path / "de.txt").write_text(f"{OTHERS['de']} Es gab 70 Tote.", encoding="utf-8")
    (tmp_path / "en.txt").write_text(f"{ENGLISH['article']} At least 62 died.", encoding="utf-8")
    reading = read_documents([str(tmp_path / name) for name in ("de.txt", "en.txt")])
    foreign = reading.documents[0]
    told = "is in German, which is not read for claims, so that it was not compared"
    report = compare(reading.documents)

    assert (foreign.language, foreign.zones) == ("de", (Zone("foreign", Span(0, len(foreign.text))),))
    assert [claim for claim in report.claims if claim.id.startswith("de:")] == []
    assert reading.warnings == (f"{foreign.path}: {told}",)
    assert all(told in " ".join(TEXT_FORMATS[name](report).split()) for name in ("table", "markdown", "json", "html"))
    assert "in German, not compared" in TEXT_FORMATS["html"](report)
    assert json.loads(TEXT_FORMATS["json"](report))["documents"][0]["language"] == "de"
    assert summary(report) == "0 conflicts in 2 articles, 1 article in another language not compared"


def test_a_foreign_article_between_two_english_ones_is_in_nobodys_way(tmp_path: Path) -> None:
    """Those two are compared as if they were alone."""
    texts = {
        "a": "Twelve people were killed when a boiler burst on the quay of Arzeno, the harbour master said.",
        "b": f"{OTHERS['de']} Es gab 70 Tote.",
        "c": "Nineteen people were killed when a boiler burst on the quay of Arzeno, the harbour master said.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"Boiler bursts on the quay\n12 March 2031\n\n{text}\n", encoding="utf-8")
    whole = [read_document(tmp_path / f"{name}.txt") for name in texts]
    (conflict,) = compare(whole).conflicts

    assert conflict == compare([whole[0], whole[2]]).conflicts[0]
    assert [position.shown for position in conflict.positions] == ["Twelve", "Nineteen"]


def test_without_the_library_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is not needed to read English."""
    monkeypatch.setattr("discrepancy.read.language.find_spec", lambda name: None)

    assert find_language(OTHERS["de"]) == "en"
