"""One claim kind a file, listed here once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from discrepancy.extract.claims.agents import extract_agents
from discrepancy.extract.claims.causes import extract_causes
from discrepancy.extract.claims.charges import extract_charges
from discrepancy.extract.claims.dates import extract_dates
from discrepancy.extract.claims.holders import extract_holders
from discrepancy.extract.claims.negations import extract_negations
from discrepancy.extract.claims.numbers import extract_numbers
from discrepancy.extract.claims.opposed import extract_opposed
from discrepancy.extract.claims.places import extract_places
from discrepancy.extract.claims.quotes import extract_quotes
from discrepancy.extract.claims.roles import extract_roles
from discrepancy.extract.claims.stances import extract_stances
from discrepancy.extract.claims.states import extract_states
from discrepancy.extract.claims.ties import extract_ties
from discrepancy.extract.claims.verdicts import extract_verdicts
from discrepancy.extract.claims.victims import extract_victims
from discrepancy.extract.context import Context
from discrepancy.model import Claim

Extractor = Callable[[Context], Iterable[Claim]]
EXTRACTORS: tuple[Extractor, ...] = (
    extract_numbers,
    extract_dates,
    extract_places,
    extract_charges,
    extract_negations,
    extract_stances,
    extract_causes,
    extract_states,
    extract_opposed,
    extract_verdicts,
    extract_quotes,
    extract_roles,
    extract_ties,
    extract_victims,
    extract_agents,
    extract_holders,
)
