"""Who gives a figure where nobody is said to speak."""

from __future__ import annotations

import pytest
from figures import article

from discrepancy.match.voices import teller
from discrepancy.model import Claim
from discrepancy.pipeline import extract


def claim_of(text: str, shown: str) -> Claim:
    """The number claim of ``text`` with the figure ``shown``."""
    (found,) = extract([article("a", text)])
    return next(claim for claim in found.claims if claim.kind == "number" and claim.shown == shown)


@pytest.mark.parametrize(
    ("text", "shown", "source"),
    [
        ("The tower gave a tail wind of 18 knots.", "18 knots", "tower"),
        ("The warden gave a distance of 110 kilometres.", "110 kilometres", "warden"),
        ("The railway gave the number of 190 travellers.", "190", "railway"),
        ("The register has 57 names.", "57", "register"),
    ],
)
def test_whoever_holds_or_gives_a_figure_is_its_source(text: str, shown: str, source: str) -> None:
    """Instruments, offices and papers; of a speed or a length anybody who gives it."""
    found = teller(claim_of(text, shown))

    assert found is not None
    assert found.noun == source


def test_whoever_has_what_is_counted_is_no_source() -> None:
    """A barn with forty cows does not report them."""
    assert teller(claim_of("The barn has forty cows.", "forty")) is None
