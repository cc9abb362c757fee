"""The words of harm by what they tell: verbs, nouns, adjectives and people of each attribute of the lexicon."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import table, words


def harms() -> frozenset[str]:
    """All attributes of harm."""
    return frozenset(table("harm"))


@cache
def harm_of(field: str) -> dict[str, str]:
    """Word -> attribute for one field of the lexicon; the attribute listed first wins."""
    found: dict[str, str] = {}
    for attribute, entry in table("harm").items():
        for word in entry[field]:
            found.setdefault(word, attribute)
    return found


@cache
def telling(attribute: str) -> frozenset[str]:
    """Verbs and adjectives that tell of ``attribute``."""
    return frozenset(
        w for field in ("adjectives", "verbs") for w, known in harm_of(field).items() if known == attribute
    )


@cache
def said_of_things() -> frozenset[str]:
    """Verbs of harm that are said of things too: barns burn, records vanish."""
    return frozenset(verb for entry in table("harm").values() for verb in entry.get("things", ()))


def hit_verbs() -> frozenset[str]:
    """Verbs of loose harm: they hit people without saying what became of them."""
    return words("harm", "hit", "verbs")
