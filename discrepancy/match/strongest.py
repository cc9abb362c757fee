"""Of pairs that share a passage, only the strongest is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from discrepancy.model import Claim, Pair


def strongest(pairs: Iterable[Pair], place: Callable[[Claim], int]) -> Iterator[Pair]:
    """``pairs`` from the strongest down, without those that share a passage with one before.

    ``place`` gives the passage of a claim as a number inside its document.
    """
    used: set[tuple[str, int]] = set()
    for pair in sorted(pairs, key=lambda pair: -pair.score):
        ends = {(claim.document, place(claim)) for claim in (pair.left, pair.right)}
        if not ends & used:
            used |= ends
            yield pair


def opening(claim: Claim) -> int:
    """Where the evidence of ``claim`` begins."""
    return claim.evidence.span.start


def sentence(claim: Claim) -> int:
    """The sentence that ``claim`` stands in."""
    return claim.frame.sentence
