"""Full texts in pieces: what is claimed, what conflicts, what is left out as boilerplate."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from discrepancy.language.printable import printable
from discrepancy.model import Claim, Document, Report
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.html.letters import letter

READ = frozenset({"headline", "body"})
LONGEST_TEXT = 60_000
Side = tuple[str, str]  # card and letter of an answer


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look.

    aside     boilerplate, not read for claims
    claimed   inside a claim
    card      the conflict it belongs to, with the letter of its position
    anchors   claims that start here
    """

    text: str
    aside: bool = False
    claimed: bool = False
    card: str = ""
    letter: str = ""
    anchors: tuple[str, ...] = ()


def pieces_of(
    document: Document, report: Report, anchors: Mapping[str, str], sides: Mapping[str, Side]
) -> tuple[Piece, ...]:
    """The text of ``document`` cut wherever a zone or a claim begins or ends; very long texts are cut short."""
    text = document.text[:LONGEST_TEXT]
    claims = [claim for claim in report.claims if claim.document == document.id]
    edges = {0, len(text)}
    for zone in document.zones:
        edges |= {zone.span.start, zone.span.end}
    for claim in claims:
        edges |= {claim.evidence.span.start, claim.evidence.span.end}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    held = _held(claims, cuts)
    aside = _aside(document, cuts)
    pieces = []
    for start, end in itertools.pairwise(cuts):
        here = held.get(start, [])
        card, sign = next((sides[claim.id] for claim in here if claim.id in sides), ("", ""))
        begun = tuple(anchors[c.id] for c in here if c.evidence.span.start == start and c.id in anchors)
        pieces.append(Piece(text[start:end], start in aside, bool(here), card, sign, begun))
    return tuple(replace(piece, text=_shown(piece.text)) for piece in _merged(pieces))


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours of one look as one piece, unless a claim that is linked to starts between them."""
    if not pieces:
        return
    before = pieces[0]
    for piece in pieces[1:]:
        joined = replace(piece, text=before.text + piece.text, anchors=before.anchors)
        if not piece.anchors and joined == replace(before, text=joined.text):
            before = joined
        else:
            yield before
            before = piece
    yield before


def sides_of(report: Report) -> dict[str, Side]:
    """Claim id -> card and letter of the first conflict it is part of."""
    found: dict[str, Side] = {}
    for conflict, name in named_conflicts(report):
        for number, position in enumerate(conflict.positions):
            for claim in position.claims:
                found.setdefault(claim.id, (name, letter(number)))
    return found


def _held(claims: list[Claim], cuts: list[int]) -> dict[int, list[Claim]]:
    """Start of each piece -> the claims it lies in, in report order."""
    found: dict[int, list[Claim]] = {}
    waiting = sorted(claims, key=lambda claim: claim.evidence.span.start)
    at, inside = 0, list[Claim]()
    for cut in cuts:
        while at < len(waiting) and waiting[at].evidence.span.start <= cut:
            inside.append(waiting[at])
            at += 1
        inside = [claim for claim in inside if claim.evidence.span.end > cut]
        if inside:
            found[cut] = list(inside)
    return found


def _aside(document: Document, cuts: list[int]) -> frozenset[int]:
    boilerplate = [zone.span for zone in document.zones if zone.kind not in READ]
    return frozenset(cut for cut in cuts for span in boilerplate if span.start <= cut < span.end)


def _shown(text: str) -> str:
    """``text`` with its line breaks; every other hidden character is written out."""
    return "\n".join(printable(line.replace("\t", " ")) for line in text.replace("\r\n", "\n").split("\n"))
