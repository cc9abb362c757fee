"""Weights of the named reasons, read from a small file that people can read too."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from discrepancy.model import Reason

BIAS = "prior"


@cache
def weights(model: str) -> dict[str, float]:
    """Name of the reason -> weight for the pair model ``model`` ("numbers")."""
    table = tomllib.loads((files("discrepancy") / "match" / "weights.toml").read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in table[model].items()}


def weigh(model: str, features: dict[str, float]) -> tuple[tuple[Reason, ...], float]:
    """The reasons with their share of the score, heaviest first, and the score that they add up to."""
    known = weights(model)
    shares = [(BIAS, known.get(BIAS, 0.0))]
    shares += [(name, known[name] * value) for name, value in features.items() if known.get(name)]
    reasons = tuple(
        Reason(name, name.replace("-", " "), round(share, 4))
        for name, share in sorted(shares, key=lambda item: (-abs(item[1]), item[0]))
    )
    return reasons, round(sum(reason.weight for reason in reasons), 4)
