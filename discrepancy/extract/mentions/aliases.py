"""Which names of a text are one body: aliases from the lexicon, short forms, offices, sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from discrepancy.lexicon import table, words
from discrepancy.values.names import Actor, ActorType

_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*\.?")
_LONG = 8
_MOST = 50  # so that a text of nothing but names stays linear
_INDEFINITE = ("a ", "an ", "another ", "one ", "some ", "other ", "several ", "many ", "two ", "three ")


@dataclass(frozen=True, slots=True)
class Naming:
    """How the text names or describes somebody, before it is decided who that is.

    head       lemma of the word that says what it is ("ministry", "spokesman"); empty for a bare name
    name       the capitalised words without titles; empty for a description
    office     words that the text puts to a person ("defence", "minister")
    evident    the words or their place show that it is a person or body
    definite   a description of one known person or body ("the mayor")
    """

    text: str
    type: ActorType
    head: str
    name: str
    office: frozenset[str] = frozenset()
    evident: bool = False
    definite: bool = False


class Names:
    """The names of one text: gives every mention, in text order, the actor it stands for."""

    def __init__(self, namings: Sequence[Naming]) -> None:
        """Learn the people and their offices from all ``namings``; bodies are learnt as they are met."""
        self._people: dict[str, list[str]] = {}
        self._offices: dict[str, frozenset[str]] = {}
        self._bodies: dict[str, list[Actor]] = {}
        self._initials: dict[str, Actor] = {}
        self._monitors = _only_monitor(namings)
        for naming in namings:
            if naming.name and naming.type == "person":
                self._learn(naming)
        for naming in namings:
            if naming.name and naming.type == "unknown" and naming.evident and len(naming.name.split()) > 1:
                known = self._people.setdefault(_last(naming.name), [])
                known += [naming.name] if len(known) < _MOST else []

    def _learn(self, naming: Naming) -> None:
        known = self._people.setdefault(_last(naming.name), [])
        if naming.name not in known and len(known) < _MOST:
            known.append(naming.name)
        full = self._full_name(naming.name)
        self._offices[full] = self._offices.get(full, frozenset()) | naming.office

    def _full_name(self, name: str) -> str:
        """The longest form of a person's name, when there is only one with the same last word."""
        known = [other for other in self._people.get(_last(name), []) if _contains(other, name)]
        longest = max(known, key=lambda other: len(other.split()), default=name)
        return longest if all(_contains(longest, other) for other in known) else name

    def actor(self, naming: Naming) -> Actor | None:
        """The actor that ``naming`` stands for; None for capitals that name nobody."""
        body = lexicon_body(naming.text) or (lexicon_body(naming.name) if naming.name else None)
        if body and naming.type != "role":
            return self._met(naming, body)
        if naming.name and (side := camp_named(naming.name)):
            return Actor(side[1], f"{side[0]}-government", "organisation", side[0])
        if naming.type == "organisation":
            return self._body(naming)
        if naming.type == "role":
            return self._role(naming)
        return self._person(naming)

    def _person(self, naming: Naming) -> Actor | None:
        if naming.name in self._initials:
            return self._initials[naming.name]
        known = self._people.get(_last(naming.name), [])
        if not naming.evident and not known:
            return None
        full = self._full_name(naming.name)
        kind: ActorType = "person" if full in self._offices or naming.type == "person" else "unknown"
        shown = full.title() if full.isupper() and " " in full else full
        return Actor(shown, slug(full), kind, _camp_of_office(self._offices.get(full, frozenset())))

    def _body(self, naming: Naming) -> Actor:
        words_ = content_words(naming.text)
        earlier = self._bodies.get(naming.head, [])
        if self._monitors and words_ & words("bodies", "heads", "monitor") and self._watches(naming):
            return self._monitors
        fuller = [actor for actor in earlier if words_ <= content_words(actor.name)]
        if not naming.name:
            fuller = [actor for actor in fuller if any(word[:1].isupper() for word in actor.name.split()[1:])]
        if len(fuller) == 1 and not _indefinite(naming):
            return fuller[0]
        actor = Actor(naming.text, body_key(naming.text), "organisation", camp_of(naming.text), _indefinite(naming))
        return self._met(naming, actor)

    def _watches(self, naming: Naming) -> bool:
        """Whether a monitor without a name of its own is meant: "a monitor", "the Britain-based Observatory"."""
        own = content_words(naming.text) - words("bodies", "beside")
        loose = {word for word in own if not word.endswith("based") and word not in words("bodies", "heads", "monitor")}
        return not (loose - {"human", "right", "rights", "britain", "british", "uk"}) and "another" not in own

    def _met(self, naming: Naming, actor: Actor) -> Actor:
        heads = {naming.head} | ({"observatory", "monitor", "network"} & {word.lower() for word in actor.name.split()})
        for head in heads - {""}:
            known = self._bodies.setdefault(head, [])
            if actor not in known and len(known) < _MOST:
                known.append(actor)
        if naming.name:
            self._initials.setdefault(_initials(naming.name), actor)
        return actor

    def _role(self, naming: Naming) -> Actor:
        wanted = content_words(naming.text)
        holders = [
            name for name, office in self._offices.items() if wanted and wanted <= content_words(" ".join(office))
        ]
        if naming.definite and len(holders) == 1:
            return Actor(holders[0], slug(holders[0]), "person", camp_of(naming.text))
        generic = naming.head in words("bodies", "generic", "nouns") or _indefinite(naming)
        tail = lexicon_body(naming.text.rsplit(" ", 1)[0])
        if tail and naming.head in {"reporter", "correspondent", "journalist"}:
            return tail
        return Actor(naming.text, slug(naming.text), "role", camp_of(naming.text), generic)


def _camp_of_office(office: frozenset[str]) -> str | None:
    """The side of a person by the words of the office; these may stand in lower case."""
    return camp_of(" ".join(word.capitalize() if word.capitalize() in _camps()[1] else word for word in sorted(office)))


def _only_monitor(namings: Sequence[Naming]) -> Actor | None:
    """The monitoring body of a text that names exactly one, to which "a monitor" in the lead points ahead."""
    heads = words("bodies", "heads", "monitor")
    found: dict[str, Actor] = {}
    for naming in namings:
        actor = lexicon_body(naming.text)
        if actor is not None and content_words(actor.name) & heads:
            found.setdefault(actor.key, actor)
    return next(iter(found.values())) if len(found) == 1 else None


def _indefinite(naming: Naming) -> bool:
    """Whether the words themselves say that nobody in particular is meant."""
    return not naming.name and naming.text.lower().startswith(_INDEFINITE)


def _last(name: str) -> str:
    return re.split(r"[\s-]+", name)[-1].lower()


def _contains(longer: str, shorter: str) -> bool:
    return set(shorter.lower().split()) <= set(longer.lower().split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _words(text: str) -> list[str]:
    weak, spelling = words("bodies", "weak"), table("bodies")["spelling"]
    found = (word.lower().removesuffix("'s").strip(".") for word in _WORD.findall(text))
    parts = [part for word in found if word not in weak for part in _split_servant(word)]
    return [spelling.get(part, part) for part in parts]


def _split_servant(word: str) -> list[str]:
    """ "Abdelrahman" as "abdel", "rahman"."""
    servant = len(word) > _LONG and word[:5] in {"abdal", "abdel", "abdul", "abdur"}
    return [word[:5], word[5:]] if servant else [word]


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """Words of ``text`` that tell bodies apart, spelt one way."""
    return frozenset(_words(text))


def slug(text: str) -> str:
    """A key from the words of ``text`` in their order."""
    return "-".join(_words(text)) or "-".join(text.lower().split())


@cache
def _lower_sides() -> dict[str, str]:
    return {word.lower(): camp for word, camp in _camps()[1].items() if " " not in word}


def body_key(text: str) -> str:
    """A key for a body: its words in alphabetical order, adjectives of states as the state."""
    sides = _lower_sides()
    return "-".join(sorted({sides.get(word, word) for word in _words(text)})) or slug(text)


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


@lru_cache(maxsize=4096)
def lexicon_body(text: str) -> Actor | None:
    """The body that the lexicon knows under this name, with or without what commonly stands beside it."""
    bare = text.removeprefix("The ").removeprefix("the ").removesuffix("'s").strip()
    known = _bodies().get(bare) or _bodies().get(bare.lower())
    if known or " " not in bare:
        return known
    parts = bare.split()
    for size in range(len(parts) - 1, 1, -1):
        for at in range(len(parts) - size + 1):
            if found := _bodies().get(" ".join(parts[at : at + size])):
                return found if _beside(parts[:at] + parts[at + size :]) else None
    ends = _bodies().get(parts[-1]) if _beside(parts[:-1]) else None
    return ends or (_bodies().get(parts[0]) if _beside(parts[1:]) else None)


def _beside(parts: list[str]) -> bool:
    """Whether words beside a known name only say what it is ("group", "Britain-based", "state news agency")."""
    return all(
        part.lower() in words("bodies", "beside") or part.endswith("-based") or part in _camps()[1] for part in parts
    )


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
    bare = text.removeprefix("the ").removeprefix("The ").removesuffix("'s")
    camp = names.get(bare)
    return (camp, first[camp]) if camp else None


def camp_of_word(word: str) -> str | None:
    """The state that one word names or is the adjective of."""
    return _camps()[1].get(word)


@lru_cache(maxsize=4096)
def camp_of(text: str) -> str | None:
    """The side that ``text`` speaks for: a state, where one of its organs or officers is meant, or its opposition."""
    if body := lexicon_body(text):
        return body.camp
    adjectives = _camps()[1]
    parts = [part.removesuffix("'s").strip(",.") for part in text.replace("-", " ").split()]
    pairs = [" ".join(pair) for pair in pairwise(parts)]
    found = sorted({adjectives[part] for part in [*parts, *pairs] if part in adjectives})
    lowered = {part.lower() for part in parts}
    if len(found) != 1:
        return None
    if lowered & words("camps", "sides", "against"):
        return f"{found[0]}-opposition" if "opposition" in lowered else None
    return found[0] if lowered & words("camps", "sides", "official") else None
