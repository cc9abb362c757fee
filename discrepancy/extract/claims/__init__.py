"""One claim kind a file, listed here once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from discrepancy.extract.claims.numbers import extract_numbers
from discrepancy.extract.context import Context
from discrepancy.model import Claim

Extractor = Callable[[Context], Iterable[Claim]]
EXTRACTORS: tuple[Extractor, ...] = (extract_numbers,)
