"""Claims -> pairs that answer the same question, with the reasons for thinking so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from discrepancy.match.agents import match_agents, match_holders
from discrepancy.match.ages import match_ages
from discrepancy.match.dates import match_dates
from discrepancy.match.denials import match_denials
from discrepancy.match.loose_harm import match_loose_harm
from discrepancy.match.negations import match_negations
from discrepancy.match.numbers import match_numbers
from discrepancy.match.places import match_places
from discrepancy.match.quotes import match_quotes
from discrepancy.match.roles import match_roles
from discrepancy.match.stances import match_stances
from discrepancy.match.ties import match_ties
from discrepancy.match.unharmed import match_unharmed
from discrepancy.match.versions import match_versions
from discrepancy.model import Claim, Pair

Matcher = Callable[[Sequence[Claim]], Iterable[Pair]]
MATCHERS: tuple[Matcher, ...] = (
    match_numbers,
    match_ages,
    match_loose_harm,
    match_unharmed,
    match_dates,
    match_places,
    match_denials,
    match_negations,
    match_stances,
    match_quotes,
    match_versions,
    match_roles,
    match_ties,
    match_agents,
    match_holders,
)


def match_claims(claims: Sequence[Claim]) -> tuple[Pair, ...]:
    """Pairs of all kinds, in the order of the matchers."""
    return tuple(pair for matcher in MATCHERS for pair in matcher(claims))
