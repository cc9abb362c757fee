"""The table of figures: on the screen with floors, in the README with what each set is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tabulate import tabulate

from measure.figures import Figure, Measured
from measure.floors import Floors, gain

START, END = "<!-- figures: written by make bench -->", "<!-- end of figures -->"
HUNDRED = "per 100"


def to_screen(results: Sequence[Measured], floors: Floors | None) -> str:
    """One row a figure; without ``floors`` (a limited run) nothing is compared."""
    rows = []
    for measured in results:
        for first, figure in zip([True, *[False] * len(measured.figures)], measured.figures, strict=False):
            floor = floors.of(measured, figure) if floors else None
            rows.append(
                [
                    measured.name if first else "",
                    measured.size if first else "",
                    figure.name,
                    shown(figure, figure.value),
                    "" if floor is None else shown(figure, floor),
                    "" if floor is None else change(figure, floor),
                    figure.published,
                ]
            )
    headers = ("set", "size", "figure", "ours", "floor", "change", "published")
    return tabulate(rows, headers, tablefmt="simple", disable_numparse=True, colalign=("left",) * 3 + ("right",) * 3)


def shown(figure: Figure, value: float) -> str:
    """Shares with three decimals, counts per hundred with one."""
    return f"{value:.1f}" if HUNDRED in figure.name else f"{value:.3f}"


def change(figure: Figure, floor: float) -> str:
    """What was gained or lost against the floor, in words where it is lost."""
    difference = gain(figure, floor)
    if not difference:
        return ""
    return f"{'better' if difference > 0 else 'WORSE'} {shown(figure, abs(difference))}"


def to_readme(results: Sequence[Measured]) -> str:
    """A Markdown table: one row a set, its figures in one cell."""
    lines = ["| set | size | measured | published |", "|---|---|---|---|"]
    for measured in results:
        figures = "; ".join(f"{figure.name} {shown(figure, figure.value)}" for figure in measured.figures)
        published = "; ".join(dict.fromkeys(_published(measured)))
        lines.append(f"| {measured.name}: {measured.what} | {measured.size} | {figures} | {published} |")
    return "\n".join(lines) + "\n"


def _published(measured: Measured) -> Iterator[str]:
    for figure in measured.figures:
        if figure.published:
            yield f"{re.sub(r'^(aquaint|meantime|timebank) ', '', figure.name)}: {figure.published}"


def write_readme(path: Path, results: Sequence[Measured]) -> None:
    """Put the table between the two comment lines of ``path``; raises ValueError where they are not there."""
    text = path.read_text(encoding="utf-8")
    block = f"{START}\n{to_readme(results)}{END}"
    new, times = re.subn(f"{re.escape(START)}.*?{re.escape(END)}", lambda _: block, text, count=1, flags=re.DOTALL)
    if not times:
        raise ValueError(f"{path.name} has no place for the figures")
    path.write_text(new, encoding="utf-8")
