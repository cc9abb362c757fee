"""Logistic regression over the named reasons of pairs: fitting, cross-validation by event, and the weights file."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

MATCH = Path(__file__).parent.parent / "discrepancy" / "match"
STRENGTH = 0.1  # inverse strength of the penalty on large weights
SMALLEST = 0.02  # no reason counts as if its values spread less than this
ROUNDS = 3000
FAR = 30.0

Matrix = NDArray[np.float64]


class Example(Protocol):
    """One pair: number of its event, its reasons, whether it is one to be found (None: not known), and its weight."""

    @property
    def event(self) -> int:
        """Number of the event."""

    @property
    def features(self) -> dict[str, float]:
        """Reasons by name."""

    @property
    def answer(self) -> bool | None:
        """Whether it is to be found."""

    @property
    def weight(self) -> float:
        """How much it counts."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is particular to the weights of one kind of pairs.

    name        the table of the weights file
    file        its name in ``discrepancy/match``
    about       what the pairs are, for the head of the file
    threshold   probability of the model that the product shows as confidence 0.5
    least       weights under this are left out
    scaled      whether every reason is divided by its largest value before the penalty
    folds       parts for cross-validation
    """

    name: str
    file: str
    about: str
    threshold: float
    least: float
    scaled: bool
    folds: int

    @property
    def path(self) -> Path:
        """The weights in use."""
        return MATCH / self.file

    @property
    def shift(self) -> float:
        """What is taken off the learned log odds."""
        return math.log(self.threshold / (1 - self.threshold))


NUMBERS = Recipe("numbers", "weights.toml", "two number claims answering one question", 0.55, 0.03, True, 6)
NEGATIONS = Recipe(
    "negations", "negation_weights.toml", "a statement and a negation being about one thing", 0.45, 0.01, False, 8
)
HEADER = """\
# Weights of the named reasons for {about}, learned from annotated events.
# The score of a pair is the sum of weight times value; as log odds it gives the confidence. log({threshold}/{rest}) is
# taken off the learned prior, so that confidence 0.5 stands where the model gives a probability of {threshold}.
# Made by scripts/train.py; weights under {least} are left out. docs/model.md says what they are good for.

[{name}]
"""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by name of the reason, the prior as learned, and what is taken off it in the product."""

    weights: dict[str, float]
    prior: float
    shift: float

    def score(self, features: dict[str, float]) -> float:
        """Log odds of the pair of ``features``, as in the product."""
        total = self.prior - self.shift + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return max(-FAR, min(FAR, total))


def fit(examples: Sequence[Example], recipe: Recipe) -> Model:
    """Learn from all examples whose answer is known; ValueError when all answers are the same."""
    known = [example for example in examples if example.answer is not None]
    names = sorted({name for example in known for name in example.features})
    answers = np.array([bool(example.answer) for example in known])
    if len(set(answers.tolist())) < 2:
        raise ValueError("the events hold no two kinds of pairs: nothing can be learned")
    values = _matrix(known, names)
    scale = np.maximum(np.abs(values).max(axis=0), SMALLEST) if recipe.scaled else np.ones(len(names))
    regression = LogisticRegression(C=STRENGTH, max_iter=ROUNDS)
    regression.fit(values / scale, answers, sample_weight=[example.weight for example in known])
    weights = dict(zip(names, (regression.coef_[0] / scale).tolist(), strict=True))
    return Model(weights, float(regression.intercept_[0]), recipe.shift)


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Matrix:
    columns = {name: column for column, name in enumerate(names)}
    values = np.zeros((len(examples), len(names)))
    for line, example in enumerate(examples):
        for name, value in example.features.items():
            values[line, columns[name]] = value
    return values


def cross_validated(examples: Sequence[Example], recipe: Recipe) -> list[float]:
    """The score of every example by a model that has not seen its event."""
    scores = [0.0] * len(examples)
    groups = [example.event for example in examples]
    folds = min(recipe.folds, len(set(groups)))
    for learn, judge in GroupKFold(folds).split(np.zeros((len(examples), 1)), groups=groups):
        model = fit([examples[i] for i in learn], recipe)
        for i in judge:
            scores[i] = model.score(examples[i].features)
    return scores


def average_precision(right: Sequence[bool], scores: Sequence[float]) -> float:
    """How well ``scores`` put what is right above what is not: 1 for perfectly."""
    return float(average_precision_score(right, scores))


def to_toml(model: Model, recipe: Recipe) -> str:
    """The weights file: sorted, three decimals, without what weighs next to nothing."""
    kept = {name: round(weight, 3) for name, weight in sorted(model.weights.items()) if abs(weight) >= recipe.least}
    header = HEADER.format(
        about=recipe.about,
        threshold=recipe.threshold,
        rest=round(1 - recipe.threshold, 3),
        least=recipe.least,
        name=recipe.name,
    )
    lines = [f"prior = {model.prior - model.shift:.3f}", *(f'"{name}" = {weight:.3f}' for name, weight in kept.items())]
    return header + "\n".join(lines) + "\n"
