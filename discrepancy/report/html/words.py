"""Words of articles as the page shows them: on one line, with what cannot be seen written out, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from discrepancy.model import Claim, Compatible, Document
from discrepancy.report.addresses import address
from discrepancy.report.explain import NOBODY, plain

FRAGMENT_WORDS = 4


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in a list: the answer, the words that give it, who says so, and where they stand in the texts below.

    bare   the words say hardly more than the answer: beside them it would be read twice
    """

    shown: str
    quote: str
    speaker: str
    outlet: str
    anchor: str
    bare: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """Claims that look different and are not, with the reason as a code and in words."""

    reason: str
    why: str
    claims: tuple[Told, ...]


def speaker_of(claim: Claim) -> str:
    """Who says it; the outlet stands beside it and is not said twice."""
    return plain(claim.frame.speaker.name) if claim.frame.speaker else NOBODY


def outlet_of(claim: Claim, documents: Mapping[str, Document]) -> str:
    """Where it stands: the outlet, or the article where that is not known."""
    document = documents.get(claim.document)
    return plain(document.outlet if document and document.outlet else claim.document)


def told(claim: Claim, documents: Mapping[str, Document], anchors: Mapping[str, str]) -> Told:
    """``claim`` as a list shows it."""
    shown, quoted = plain(claim.shown), plain(claim.evidence.text)
    return Told(
        shown=shown,
        quote=quoted,
        speaker=speaker_of(claim),
        outlet=outlet_of(claim, documents),
        anchor=anchors.get(claim.id, ""),
        bare=2 * len(shown) > len(quoted) and shown.strip(",.") in quoted,
    )


def alike(one: Compatible, documents: Mapping[str, Document], anchors: Mapping[str, str]) -> Alike:
    """``one`` as a list shows it."""
    claims = tuple(told(claim, documents, anchors) for claim in one.claims)
    return Alike(one.reason.replace("-", " "), plain(one.why), claims)


def live_address(url: str | None, words: str) -> str | None:
    """The page with a text fragment, so that the browser scrolls to the quote and marks it."""
    where, quoted = address(url), words.split()
    if where is None or not quoted:
        return None
    ends = [quoted] if len(quoted) <= 2 * FRAGMENT_WORDS else [quoted[:FRAGMENT_WORDS], quoted[-FRAGMENT_WORDS:]]
    fragment = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{where.partition('#')[0]}#:~:text={fragment}"
