"""Who and where: bodies, people and places as values that can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ActorType = Literal["person", "organisation", "group", "role", "unknown"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or body.

    name      the fullest form the article gives
    key       canonical identity: equal keys are the same body ("us-defense-department" for the Pentagon)
    camp      the side it speaks for, as a key ("us" for the Pentagon and for Kerry), or None
    generic   nobody in particular ("a source", "officials", "witnesses")
    """

    name: str
    key: str
    type: ActorType = "unknown"
    camp: str | None = None
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A named place.

    key      canonical identity: gazetteer id ("gn:170794") or, for unknown names, a spelling key
    within   keys of the places that contain it, nearest first (city, province, country)
    """

    name: str
    key: str
    within: tuple[str, ...] = ()
