"""Nouns for people, by group."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import table


def people_group(lemma: str) -> str | None:
    """The group of a noun for people ("military" for "soldier"), None when it is none."""
    return people_groups().get(lemma)


@cache
def people_groups() -> dict[str, str]:
    """The nouns for people with their groups; the group listed first wins."""
    return {noun: group for group, nouns in reversed(table("people").items()) for noun in nouns}
