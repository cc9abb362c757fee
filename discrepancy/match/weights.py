"""Weights of the named reasons, read from a small file that people can read too."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from discrepancy.errors import SettingsError
from discrepancy.lexicon import table
from discrepancy.model import Reason

BIAS = "prior"
FILES = {"numbers": "weights.toml", "negations": "negation_weights.toml"}


@cache
def weights(model: str) -> dict[str, float]:
    """Name of the reason -> weight for the pair model ``model`` ("numbers", "negations")."""
    table = tomllib.loads((files("discrepancy") / "match" / FILES[model]).read_text(encoding="utf-8"))
    return {name: float(weight) for name, weight in table[model].items()}


@cache
def words_of(model: str, name: str) -> str:
    """What reason ``name`` says, in plain words; raises SettingsError when the lexicon has none.

    "across:money" is worded as "money", with where the two figures stand before it.
    """
    stands, _, base = name.rpartition(":")
    lexicon = table("reasons")
    words, where = lexicon.get(model, {}).get(base), lexicon.get("stands", {}).get(stands)
    if words is None or (stands and where is None):
        raise SettingsError(f"lexicon en/reasons.toml has no words for {name}")
    return f"{where}: {words}" if stands else str(words)


def total(reasons: Iterable[Reason]) -> float:
    """The score of reasons that were weighed by hand."""
    return round(sum(reason.weight for reason in reasons), 2)


def weigh(model: str, features: dict[str, float], further: Sequence[Reason] = ()) -> tuple[tuple[Reason, ...], float]:
    """The reasons with their share of the score, heaviest first, and the score that they add up to.

    ``further`` are reasons that were weighed by hand.
    """
    known = weights(model)
    shares = [(BIAS, known.get(BIAS, 0.0))]
    shares += [(name, known[name] * value) for name, value in features.items() if known.get(name)]
    found = [Reason(name, words_of(model, name), round(share, 4)) for name, share in shares]
    reasons = tuple(sorted([*found, *further], key=lambda reason: (-abs(reason.weight), reason.code)))
    return reasons, round(sum(reason.weight for reason in reasons), 4)
