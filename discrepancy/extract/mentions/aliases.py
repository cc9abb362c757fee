"""Which names of a text are one body: aliases from the lexicon, short forms, acronyms, sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.values.names import Actor, ActorType

_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
_WEAK = {
    "the",
    "a",
    "an",
    "of",
    "for",
    "and",
    "in",
    "at",
    "to",
    "its",
    "his",
    "her",
    "their",
    "s",
    "group",
    "own",
    "says",
    "said",
}
_SPELLING = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "labor": "labour",
    "department": "ministry",
}


class Names:
    """The names of one text: gives every mention the actor it stands for."""

    def __init__(self, mentions: Sequence[tuple[str, ActorType, str, str]]) -> None:
        """Take ``mentions`` as (text, type, head word, name) in text order."""
        self._people: dict[str, list[str]] = {}
        self._bodies: dict[str, list[str]] = {}
        for text, kind, head, name in mentions:
            if name and kind != "organisation":
                self._learn_person(name)
            elif name:
                self._learn_body(text, head)

    def _learn_person(self, name: str) -> None:
        parts = name.split()
        known = self._people.setdefault(parts[-1].lower(), [])
        if len(parts) > 1 and name not in known:
            known.append(name)

    def _learn_body(self, text: str, head: str) -> None:
        known = self._bodies.setdefault(head, [])
        if len(content_words(text)) > 1 and text not in known:
            known.append(text)

    def actor(self, text: str, kind: ActorType, head: str, name: str) -> Actor:
        """The actor that the mention ``text`` stands for."""
        if body := lexicon_body(name or text):
            return body
        if side := camp_named(name or text):
            return Actor(side[1], f"{side[0]}-government", "organisation", side[0])
        if name and kind != "organisation":
            known = self._people.get(name.split()[-1].lower(), [])
            full = known[0] if len(known) == 1 else name
            return Actor(full, slug(full), kind, None)
        full = self._full_body(text, head) if kind == "organisation" else text
        if body := lexicon_body(full):
            return body
        generic = kind == "role" and _nameless(text, head)
        return Actor(full, slug(full), kind, camp_of(full), generic)

    def _full_body(self, text: str, head: str) -> str:
        own = content_words(text)
        fuller = [known for known in self._bodies.get(head, []) if own <= content_words(known)]
        return fuller[0] if len(fuller) == 1 else text


def content_words(text: str) -> frozenset[str]:
    """Words of ``text`` that tell bodies apart, spelt one way."""
    found = (word.lower().removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(_SPELLING.get(word, word) for word in found if word not in _WEAK)


def slug(text: str) -> str:
    """A key from the words of ``text``."""
    parts = [word.lower().removesuffix("'s") for word in _WORD.findall(text)]
    return "-".join(_SPELLING.get(part, part) for part in parts if part not in _WEAK) or "-".join(parts)


@cache
def _bodies() -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for row in table("bodies")["body"]:
        actor = Actor(row["name"], row["key"], row.get("type", "organisation"), row.get("camp"))
        for alias in row["aliases"]:
            found[alias] = actor
            if len(alias) > 5:
                found[alias.lower()] = actor
    return found


def lexicon_body(text: str) -> Actor | None:
    """The body that the lexicon knows under this name."""
    bare = text.removeprefix("The ").removeprefix("the ").removesuffix("'s").strip()
    return _bodies().get(bare) or _bodies().get(bare.lower())


@cache
def _camps() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Names and capitals -> camp; adjectives -> camp; camp -> first name."""
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    first: dict[str, str] = {}
    for camp, row in table("camps")["camps"].items():
        first[camp] = row["names"][0]
        names |= dict.fromkeys([*row["names"], *row["capitals"]], camp)
        adjectives |= dict.fromkeys([*row["names"], *row["demonyms"]], camp)
    return names, adjectives, first


def camp_named(text: str) -> tuple[str, str] | None:
    """(camp, name of the state) when ``text`` is a state or a capital."""
    names, _, first = _camps()
    camp = names.get(text.removesuffix("'s"))
    return (camp, first[camp]) if camp else None


def camp_of(text: str) -> str | None:
    """The side that an adjective or a state's name in ``text`` points to, when there is only one."""
    found = {camp for word, camp in _camps()[1].items() if re.search(rf"\b{re.escape(word)}\b", text)}
    return found.pop() if len(found) == 1 else None


def _nameless(text: str, head: str) -> bool:
    generic = words("bodies", "generic", "nouns")
    return head in generic
