"""Would weights learned from scenes too find more conflicts of figures? README.md beside this file tells.

    PYTHONPATH=scripts python experiments/scenes/scenes.py --learn FOLDER [--judge FOLDER ...] [--weight 0.1 ...]

FOLDER holds annotated events. A scene is one line of JSON, ``{"theme", "a", "b"}``: two passages about one event, in
which "[[54|q1]] passengers" is the figure 54 for question q1 of that scene.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from labels import events_in, number_spans
from learning import NUMBERS, Example, Model, fit
from number_pairs import Row, conflicts_found, precision_of, rows_of
from sklearn.model_selection import GroupKFold

from discrepancy.match.contest import contest
from discrepancy.match.corpus import survey
from discrepancy.match.number_features import number_features
from discrepancy.match.numbers import candidates
from discrepancy.model import Document, Span
from discrepancy.pipeline import extract
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

SIDES = ("a", "b")
HERE = Path(__file__).parent
ASIDE = "scene"  # takes up that scenes are denser than articles; no reason of the product
FOLDS = 6
LEAST = 0.5
DAY = "2031-05-05"
_MARK = re.compile(r"\[\[([^|\]]+)\|([a-z][a-z0-9]*)\]\]")


@dataclass(frozen=True, slots=True)
class ScenePair:
    """Two figures of scene ``event``, what speaks for and against them, and whether they answer one question."""

    event: int
    features: dict[str, float]
    answer: bool
    weight: float


def pairs_in(folder: Path, weight: float) -> Iterator[ScenePair]:
    """The pairs of all scenes of ``folder`` that the product would weigh; each counts ``weight``.

    Raises OSError, KeyError or ValueError where a scene is not sound.
    """
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    for number, line in enumerate(lines):
        scene = json.loads(line)
        yield from pairs_of(number, {side: scene[side] for side in SIDES}, weight)


def pairs_of(number: int, marked: dict[str, str], weight: float) -> Iterator[ScenePair]:
    """The pairs of one scene whose figures both bear a mark."""
    questions = {side: unmarked(text)[1] for side, text in marked.items()}
    extractions = extract([_document(side, unmarked(text)[0]) for side, text in marked.items()])
    claims = tuple(claim for one in extractions for claim in one.claims)
    spans = {name: span for one in extractions for name, span in number_spans(one).items()}
    asked = {c.id: _question(spans[c.id], questions[c.document]) for c in claims if c.id in spans}
    corpus = survey(claims)
    pairs = tuple(candidates(claims, corpus))
    rivals = contest(pairs, corpus)
    for left, right in pairs:
        one, two = asked.get(left.id), asked.get(right.id)
        if one and two:
            reasons = number_features(left, right, corpus, rivals)
            yield ScenePair(number, {**reasons, ASIDE: 1.0}, one == two, weight)


def unmarked(text: str) -> tuple[str, dict[Span, str]]:
    """``text`` without its marks, and the question of each figure by where it stands in that text."""
    plain, at = "", 0
    found: dict[Span, str] = {}
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        found[Span(len(plain), len(plain) + len(mark[1]))] = mark[2]
        plain, at = plain + mark[1], mark.end()
    return plain + text[at:], found


def _document(side: str, text: str) -> Document:
    document = to_document(Draft(text, side, outlet=side.upper(), published=DAY), side, f"{side}.txt")
    if document.text != text:
        raise ValueError(f"a scene must read as it is written: {text[:40]}")
    return document


def _question(figure: Span, questions: dict[Span, str]) -> str | None:
    """The question of the one mark that the figure meets."""
    met = [asked for span, asked in questions.items() if span.start < figure.end and figure.start < span.end]
    return met[0] if len(met) == 1 else None


def learned(rows: Sequence[Example], also: Sequence[Example]) -> Model:
    """Weights from ``rows`` and ``also``, without what only tells the two apart."""
    model = fit([*rows, *also], NUMBERS)
    return replace(model, weights={name: weight for name, weight in model.weights.items() if name != ASIDE})


def unseen(rows: Sequence[Row], also: Sequence[Example]) -> list[float]:
    """The score of each row by weights that were learned without its event."""
    scores = [0.0] * len(rows)
    split = GroupKFold(FOLDS).split(np.zeros((len(rows), 1)), groups=[row.event for row in rows])
    for learn, judge in split:
        model = learned([rows[i] for i in learn], also)
        for i in judge:
            scores[i] = model.score(rows[i].features)
    return scores


def lines(learn: Path, judge: Sequence[Path], weights: Sequence[float]) -> Iterator[str]:
    """The table: average precision, and conflicts right and wrong at confidence 0.5, of every set."""
    sets = {}
    for folder in (learn, *judge):
        events = events_in(folder)
        sets[folder] = events, [row for number, event in enumerate(events) for row in rows_of(number, event)]
    scenes = list(pairs_in(HERE, 1.0))
    yield f"{len(scenes)} pairs of scenes, {sum(pair.answer for pair in scenes)} of them answer one question"
    for weight in (0.0, *weights):
        also = [replace(pair, weight=weight) for pair in scenes] if weight else []
        model = learned(sets[learn][1], also)
        for folder, (events, rows) in sets.items():
            scores = unseen(rows, also) if folder == learn else [model.score(row.features) for row in rows]
            found = conflicts_found(rows, scores, events, LEAST)
            figure = precision_of(rows, scores)
            yield f"| {weight} | {folder.name} | {figure:.3f} | {found['right']} | {found['wrong']} |"


def main(arguments: Sequence[str]) -> None:
    """Read the sets and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learn", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--judge", type=Path, nargs="*", default=[], metavar="FOLDER")
    parser.add_argument("--weight", type=float, nargs="*", default=[0.1, 0.3], help="what a pair of a scene counts")
    options = parser.parse_args(arguments)
    for line in lines(options.learn, options.judge, options.weight):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
