"""Whether two places can be the same: containment, spelling, and what kind of place each is.

The key of a place says how it is known: ``gn:170794`` a town of the gazetteer, ``adm:SY.07`` a province,
``country:SY``, ``people:SY`` what belongs to a country ("Syrian"), ``site:hospital:sf`` a named site,
``name:village:hsjk`` any other name, with its level and its spelling key.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from anyascii import anyascii

from discrepancy.values.names import Place
from discrepancy.values.relation import SAME, Relation

_LETTERS = re.compile(r"[a-z0-9]+")
_ARTICLES = {"ad", "al", "an", "ar", "as", "ash", "at", "az", "ed", "el", "en", "er", "es", "ez", "the", "ul", "ol"}
_JOINED_ARTICLE = re.compile(r"^[aeiu](?=(z|s|d|r|t|n)\1)")
_SAME_SOUND = (
    ("dzh", "j"), ("dj", "j"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("dh", "d"), ("ck", "k"), ("ou", "u"), ("q", "k"), ("c", "k"), ("x", "ks"), ("j", "j"),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouyw'")
_SHORTEST_SKELETON = 3
_LONGEST_NAME = 200
_ALIKE = 0.5
INCOMPARABLE = Relation("incomparable", "unknown-place")


def plain_name(name: str) -> str:
    """Lower-case ASCII letters and digits with single spaces."""
    return " ".join(_LETTERS.findall(anyascii(name[:_LONGEST_NAME]).lower()))


def spelling_key(name: str) -> str:
    """The consonants of ``name`` without articles: equal for "Deir ez-Zor", "Dayr az-Zawr" and "Deir Ezzor".

    Names with fewer than three consonants keep their vowels, since little else tells them apart.
    """
    parts = [part for part in plain_name(name).split() if part not in _ARTICLES]
    skeleton = "-".join(filter(None, map(_skeleton, parts)))
    if len(skeleton.replace("-", "")) < _SHORTEST_SKELETON:
        return "-".join(parts) or plain_name(name).replace(" ", "-")
    return skeleton


def _skeleton(part: str) -> str:
    part = _JOINED_ARTICLE.sub("", part)
    for sound, letter in _SAME_SOUND:
        part = part.replace(sound, letter)
    initial = "a" if part[:1] in {"a", "e", "i", "o", "u"} else ""
    bare = part.translate(_VOWELS)
    return initial + "".join(b for a, b in zip("\0" + bare, bare, strict=False) if a != b)


def same_place(a: Place, b: Place) -> Relation:
    """Whether ``a`` and ``b`` can name the same place.

    Only two gazetteer entries, or two names of the same specific level, are ever held to be different.
    """
    if a.key == b.key:
        return SAME
    if a.key in b.within or b.key in a.within:
        return Relation("overlapping", "containment")
    level_a, level_b = level_of(a), level_of(b)
    if "people" in {level_a, level_b}:
        return INCOMPARABLE
    if _alike(a, b):
        return Relation("overlapping", "alias")
    if level_a != level_b or level_a == "":
        return _apart(a, b)
    return Relation("disjoint", "differs", 1.0)


def level_of(place: Place) -> str:
    """ "country", "province", "town", "people", "site:hospital", a level such as "village", or "" when unknown."""
    kind, _, rest = place.key.partition(":")
    if kind in {"gn", "adm"}:
        return "town" if kind == "gn" else "province"
    if kind == "site":
        return "site:" + rest.partition(":")[0]
    return rest.partition(":")[0] if kind == "name" else kind


def _alike(a: Place, b: Place) -> bool:
    """Two spellings of one name, or one name of two levels ("Idlib" and "Idlib province")."""
    first, second = plain_name(a.name), plain_name(b.name)
    if first == second:
        return True
    if a.key.startswith("gn:") and b.key.startswith("gn:"):
        return False
    if spelling_key(a.name) == spelling_key(b.name):
        return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
    short, long = sorted((set(first.split()), set(second.split())), key=len)
    return bool(short) and short < long


def _apart(a: Place, b: Place) -> Relation:
    """Places of different levels are apart only when what holds them is: Aleppo and a village in Iraq."""
    countries = [_country(a), _country(b)]
    if None not in countries and countries[0] != countries[1]:
        return Relation("disjoint", "differs", 1.0)
    provinces = [_province(a), _province(b)]
    if None not in provinces and provinces[0] != provinces[1]:
        return Relation("disjoint", "differs", 1.0)
    return INCOMPARABLE


def _country(place: Place) -> str | None:
    return next((key for key in (place.key, *place.within) if key.startswith("country:")), None)


def _province(place: Place) -> str | None:
    return next((key for key in (place.key, *place.within) if key.startswith("adm:")), None)
