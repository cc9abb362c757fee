"""One conflict kind a file, listed here once; the first rule that has something to say about a pair decides."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable

from discrepancy.judge.rules.actor import judge_actor
from discrepancy.judge.rules.count import judge_count
from discrepancy.judge.rules.denial import judge_denial
from discrepancy.judge.rules.identity import judge_identity
from discrepancy.judge.rules.moment import judge_moment
from discrepancy.judge.rules.negation import judge_negation
from discrepancy.judge.rules.place import judge_place
from discrepancy.judge.rules.quote import judge_quote
from discrepancy.judge.rules.stance import judge_stance
from discrepancy.judge.rules.unharmed import judge_unharmed
from discrepancy.model import Pair, Verdict

Rule = Callable[[Pair], Verdict | None]
RULES: tuple[Rule, ...] = (
    judge_unharmed,
    judge_count,
    judge_moment,
    judge_place,
    judge_denial,
    judge_negation,
    judge_stance,
    judge_quote,
    judge_actor,
    judge_identity,
)

CODES: dict[str, str] = {
    "differs": "both cannot be true as stated",
    "paraphrase": "the same in other words",
    "bound": "one figure is a bound that the other keeps to",
    "approximation": "one figure is a round or vague form of the other",
    "granularity": "one is a coarser form of the other",
    "update": "the later article gives a newer state of the same count",
    "scope": "a part against the whole, or another stretch of time or place",
    "different-event": "the two speak of different events",
    "earlier-event": "one speaks of an earlier event",
    "containment": "one place or group contains the other",
    "same-unit": "equal after conversion, or units that cannot be converted",
    "alias": "two names of one thing",
    "sum": "the parts add up to the other figure",
    "hypothetical": "one is hedged, hypothetical, denied or still to come",
    "rival-figures": "lower bounds given by rival speakers",
    "other": "different things are counted",
}


def rule_names() -> tuple[str, ...]:
    """Names of all rules, in the order in which they are tried."""
    return tuple(rule.__module__.rsplit(".", 1)[-1] for rule in RULES)


def rule_text(name: str) -> str:
    """The docstring of rule ``name``: what it flags, why it matters, what it leaves alone; raises KeyError."""
    if name not in rule_names():
        raise KeyError(name)
    return inspect.getdoc(importlib.import_module(f"{__name__}.{name}")) or ""
