"""How the cost of matching grows with the claims of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count, islice

from discrepancy.match import match_claims
from discrepancy.match.crowds import thin_out
from discrepancy.model import Claim
from discrepancy.pipeline import extract
from discrepancy.values.timerange import TimeRange
from speed.articles import Event
from speed.clock import Row, exponent, seconds_of

STEP = timedelta(days=30)


def matching_rows(event: Event, sizes: Sequence[int]) -> list[Row]:
    """Matching of so many claims; the exponent is that of the step from the size before."""
    base = [claim for extraction in extract(event) for claim in extraction.claims if not claim.implied]
    rows: list[Row] = []
    before: tuple[int, float] | None = None
    match_claims(base)  # the lexicons are loaded before the clock runs
    for size in sizes:
        claims = tuple(islice(many_claims(base), size))
        found: list[int] = []
        seconds = seconds_of(
            lambda claims=claims, found=found: found.append(len(match_claims(thin_out(claims).claims)))
        )
        power = f"{exponent(before, (size, seconds)):.2f}" if before else ""
        rows.append(Row(f"{size:,} claims", seconds, (f"{found[0]:,}", f"{1000 * seconds / size:.2f} ms", power)))
        before = size, seconds
    return rows


def many_claims(base: Sequence[Claim]) -> Iterator[Claim]:
    """``base`` again and again, every time in other articles that tell of things a month later: a long affair."""
    for edition in count():
        for claim in base:
            yield _later(claim, edition)


def _later(claim: Claim, edition: int) -> Claim:
    frame, name = claim.frame, f"{claim.document}-{edition}"
    days = tuple(_shifted(day, edition) for day in frame.occasion.days)
    published = frame.published + edition * STEP if frame.published else None
    value = _shifted(claim.value, edition) if isinstance(claim.value, TimeRange) else claim.value
    return replace(
        claim,
        id=f"{name}:{claim.id.rpartition(':')[2]}",
        document=name,
        value=value,
        frame=replace(frame, published=published, occasion=replace(frame.occasion, days=days)),
    )


def _shifted(time: TimeRange, edition: int) -> TimeRange:
    return replace(time, start=time.start + edition * STEP, end=time.end + edition * STEP)
