"""Which conflicts a reader asked to see, and which of them make a run fail."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from discrepancy.model import Conflict, Report, Severity, Status

SEVERITIES: tuple[str, ...] = get_args(Severity)  # mildest first
NEVER = "never"
SETTLED: frozenset[Status] = frozenset({"duplicate", "explained", "false_alarm"})  # nothing is left to do about them


def select_conflicts(report: Report, *, min_severity: str = SEVERITIES[0]) -> Report:
    """``report`` without the conflicts milder than ``min_severity``."""
    return replace(report, conflicts=tuple(c for c in report.conflicts if _reaches(c, min_severity)))


def has_failed(report: Report, fail_on: str) -> bool:
    """Whether an unsettled conflict in ``report`` is at least as severe as ``fail_on`` ("never": no conflict is)."""
    unsettled = [conflict for conflict in report.conflicts if conflict.review.status not in SETTLED]
    return fail_on != NEVER and any(_reaches(conflict, fail_on) for conflict in unsettled)


def _reaches(conflict: Conflict, severity: str) -> bool:
    return SEVERITIES.index(conflict.severity) >= SEVERITIES.index(severity)
