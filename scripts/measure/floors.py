"""Floors: the figures that must not be lost again, and the conflicts found when they were recorded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from measure.figures import Figure, Measured

CLOSE = 0.0005  # figures are kept with three decimals
Found = dict[str, dict[str, str]]


@dataclass(slots=True)
class Floors:
    """What is committed.

    sets        by name of the set: fingerprint of its contents, and the figures
    conflicts   by event of the samples and by id: each conflict in words
    """

    contents: dict[str, str] = field(default_factory=dict)
    figures: dict[str, dict[str, float]] = field(default_factory=dict)
    conflicts: Found = field(default_factory=dict)

    def of(self, measured: Measured, figure: Figure) -> float | None:
        """The floor of a figure (a ceiling where lower is better), None where there is none yet."""
        return self.figures.get(measured.name, {}).get(figure.name)

    def changed(self, measured: Measured) -> bool:
        """Whether the set holds other texts than when its floors were recorded."""
        return self.contents.get(measured.name, measured.contents) != measured.contents


def gain(figure: Figure, floor: float) -> float:
    """How much better than ``floor`` the figure is; below zero when it is worse."""
    difference = floor - figure.value if figure.falling else figure.value - floor
    return 0.0 if abs(difference) <= CLOSE else difference


def missed(floors: Floors, measured: Measured) -> list[Figure]:
    """The figures of a set that are worse than their floors."""
    known = ((figure, floors.of(measured, figure)) for figure in measured.figures)
    return [figure for figure, floor in known if floor is not None and gain(figure, floor) < 0]


def raised(floors: Floors, results: Sequence[Measured], found: Found, *, lower: bool) -> tuple[Floors, list[str]]:
    """New floors, and the figures refused because they are worse; with ``lower`` none is refused.

    Sets that were not measured keep what they have.
    """
    new = Floors(dict(floors.contents), {name: dict(one) for name, one in floors.figures.items()}, floors.conflicts)
    refused = []
    for measured in results:
        worse = [] if lower else missed(floors, measured)
        refused += [f"{measured.name}: {figure.name}" for figure in worse]
        kept = new.figures.setdefault(measured.name, {})
        kept.update({figure.name: round(figure.value, 3) for figure in measured.figures if figure not in worse})
        new.contents[measured.name] = measured.contents
    if found:
        new.conflicts = found
    return new, refused


def gained_and_lost(floors: Floors, found: Found) -> tuple[list[str], list[str]]:
    """Conflicts that are new, and those that are gone, as lines of event and words; measured events only."""
    gained, lost = [], []
    for event, now in sorted(found.items()):
        before = floors.conflicts.get(event, {})
        gained += [f"{event}  {words}" for name, words in now.items() if name not in before]
        lost += [f"{event}  {words}" for name, words in before.items() if name not in now]
    return gained, lost


def read_floors(path: Path) -> Floors:
    """The floors in ``path``; none at all when there is no such file."""
    if not path.exists():
        return Floors()
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    sets = data["sets"]
    return Floors(
        {name: one["contents"] for name, one in sets.items()},
        {name: one["figures"] for name, one in sets.items()},
        data["conflicts"],
    )


def write_floors(path: Path, floors: Floors) -> None:
    """Write ``floors`` sorted, so that a difference can be read."""
    sets = {name: {"contents": floors.contents[name], "figures": floors.figures[name]} for name in floors.figures}
    data = {"conflicts": floors.conflicts, "sets": sets}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
