"""Are two participants one? Told by their nouns, by what these are called, and by whom or what they belong to."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.match.topics import concepts, things
from discrepancy.model import Participant

OF = "of "
_ANY = "any"
_ANYBODY = frozenset({"any", "child", "man", "woman"})
_FORCES = frozenset({"militant", "military", "official", "police"})
_NOBODY = frozenset({"nobody", "one"})
_SHORT = 3
_OWN = frozenset({"her", "his", "its", "my", "our", "their", "your"})


def standing_of(left: list[Participant], right: list[Participant]) -> str:
    """ "same", "other", or "open" where one is not named or a pronoun may stand for either."""
    if not left or not right:
        return "open"
    found = {compare(a, b) for a in left for b in right}
    return next(standing for standing in ("same", "open", "other") if standing in found)


def compare(a: Participant, b: Participant) -> str:
    """ "same", "other", or "open" where the words do not tell."""
    if any(is_nobody(x) and groups(y.noun) for x, y in ((a, b), (b, a))):
        return "same"
    if (a.words ^ b.words) & words("acts", "others", "words"):
        return "other"
    if "open" in {a.group, b.group}:
        return "same" if _known(a) & _known(b) else "open"
    if (
        (a.group == "name") != (b.group == "name")
        and (a.noun in b.words or b.noun in a.words)
        and len(a.words & b.words) > 1
    ):
        return "same"  # "Alois Rainer, the driver" and "the driver, Rainer"
    if told_apart(a, b):
        return "other"
    owned = any(_OWN & one.words - other.words and _ANY not in other.words for one, other in ((a, b), (b, a)))
    if (owned and not _one_site(a, b)) or _unlike(a, b):
        return "open"
    if things({a.noun}) & things({b.noun}):
        return "same"
    one, two = groups(a.noun), groups(b.noun)
    general = (one | two) & _ANYBODY or one & two & _FORCES or "civilian" in {a.noun, b.noun}
    within = a.noun in b.words or b.noun in a.words or (a.group == "name") != (b.group == "name")
    return "open" if within or (one and two and general) else "other"


def told_apart(a: Participant, b: Participant) -> bool:
    """Whether both are told apart by what they are called or belong to: drivers of the tram and of the bus."""
    one, two = _called(a), _called(b)
    return any(one[i] and two[i] and not one[i] & two[i] for i in (0, 1))


def two_of_a_kind(a: Participant, b: Participant) -> bool:
    """Whether one noun goes for both, and tells two: the driver of the bus and of the tram, drivers Berg and Kolar."""
    if a.noun == b.noun:
        return told_apart(a, b)
    common = a.words & b.words
    return a.group == b.group == "name" and bool(common and a.words - common and b.words - common)


def one_name(a: Participant, b: Participant) -> bool:
    """Whether both go by one noun or name; that a house is a building does not make it the tower next to it."""
    return a.noun not in _NOBODY and (a.noun == b.noun or "open" in {a.group, b.group} or bool(_known(a) & _known(b)))


def is_nobody(who: Participant) -> bool:
    """Whether no one at all is meant: nobody, no people, not any of its men."""
    return who.noun in _NOBODY or (_ANY in who.words and who.noun in words("acts", "anybody", "nouns"))


def _known(who: Participant) -> frozenset[str]:
    """Words for somebody; a pronoun itself tells nothing."""
    return who.words if who.group == "open" else who.words | {who.noun}


def _one_site(a: Participant, b: Participant) -> bool:
    """Whether one noun goes by one name, before or behind it: "the Brenn office", "its office in Brenn"."""
    one, two = (frozenset().union(*_called(p)) for p in (a, b))
    return a.noun == b.noun and bool(one & two)


def _unlike(a: Participant, b: Participant) -> bool:
    """Whether both are described, and nothing in common: Russian aircraft, aircraft of the coalition."""
    one, two = (frozenset().union(*_called(p)) for p in (a, b))
    return bool(one) and bool(two) and not one & two


def _called(who: Participant) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before the noun, and what it belongs to."""
    before = concepts(_singular(w) for w in who.words - {who.noun} - _OWN - {_ANY} if not w.startswith(OF))
    return before, concepts(w.removeprefix(OF) for w in who.words if w.startswith(OF))


def _singular(word: str) -> str:
    """A name keeps the plural that a noun loses: the Works Council, the works council."""
    return word.removesuffix("s") if len(word) > _SHORT and not word.endswith("ss") else word


@cache
def groups(noun: str) -> frozenset[str]:
    """The groups of people that ``noun`` is a word for."""
    return frozenset(group for group, nouns in table("people").items() if noun in nouns)
