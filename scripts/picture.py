"""Draw the matrix of an event as an SVG for the README: ``python scripts/picture.py [EVENT] [FILE]``.

The drawing is the matrix of the HTML report, in the colours of the page, light and dark. The widths of letters are
reckoned and not measured, so that every machine draws the same bytes.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from html import escape
from itertools import accumulate
from pathlib import Path

from discrepancy.pipeline import compare
from discrepancy.read import read_documents
from discrepancy.report.html.matrix import Entry, Matrix, matrix_of

ROOT = Path(__file__).parent.parent
EVENT = ROOT / "data" / "delmere-train-crash"
PICTURE = ROOT / "docs" / "matrix.svg"
QUESTIONS, COLUMN = 128, 134  # widths of the first column and of the others
SIZE, LINE, PAD = 12, 16, 8
NARROW, WIDE = frozenset("fijlrtI.,:;'|!()[]’‘“” "), frozenset("mwMW—…@%")
STYLE = """
text { font: 12px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: var(--ink); }
svg { --ground: #fff; --ink: #1b1b1f; --line: #c9cad1; --calm: #f4f5f7; --A: #8a3a00; --Ag: #fff0e3; --B: #0b4f8a;
--Bg: #e6f2fd; --C: #6a1b8a; --Cg: #f6e9fb; --D: #0c5a3a; --Dg: #e5f6ee; --r: #6b4e00; --rg: #fff6d9; }
@media (prefers-color-scheme: dark) { svg { --ground: #16171b; --ink: #ececf1; --line: #44464f; --calm: #202228;
--A: #ffb27a; --Ag: #3a2413; --B: #8cc8ff; --Bg: #122c43; --C: #e2a6f7; --Cg: #331c3d; --D: #86dcb3; --Dg: #12352a;
--r: #f0cf6a; --rg: #372d0e; } }
.b { font-weight: 700; } .ground { fill: var(--ground); } .head { fill: var(--calm); } .rule { stroke: var(--line); }
.A { fill: var(--A); } .B { fill: var(--B); } .C { fill: var(--C); } .D { fill: var(--D); } .r { fill: var(--r); }
.Ag { fill: var(--Ag); } .Bg { fill: var(--Bg); } .Cg { fill: var(--Cg); } .Dg { fill: var(--Dg); }
.rg { fill: var(--rg); }
"""


@dataclass(slots=True)
class Sheet:
    """What is drawn so far, and how far down it reaches."""

    parts: list[str] = field(default_factory=list)
    y: float = 0.0

    def box(self, x: float, y: float, width: float, height: float, look: str) -> None:
        """A filled rectangle."""
        self.parts.append(f'<rect class="{look}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>')

    def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A line."""
        self.parts.append(f'<path class="rule" d="M{x1:g} {y1:g}L{x2:g} {y2:g}"/>')

    def write(self, x: float, y: float, lines: list[str], look: str = "") -> None:
        """Lines of text below one another, the first below ``y``."""
        for number, line in enumerate(lines):
            self.parts.append(
                f'<text class="{look}" x="{x:g}" y="{y + LINE * (number + 1) - 4:g}">{escape(line)}</text>'
            )


def width_of(words: str, *, bold: bool = False) -> float:
    """About how wide ``words`` are, rather too wide than too narrow."""
    ems = sum(0.34 if c in NARROW else 0.92 if c in WIDE else 0.7 if c.isupper() else 0.57 for c in words)
    return ems * SIZE * (1.14 if bold else 1.06)


def wrapped(words: str, width: float, *, bold: bool = False) -> list[str]:
    """``words`` in lines no wider than ``width``; a word that is wider stands alone."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def draw(matrix: Matrix) -> str:
    """``matrix`` as the text of an SVG file."""
    width = QUESTIONS + COLUMN * len(matrix.speakers)
    sheet = Sheet()
    edges = [QUESTIONS + COLUMN * n for n in range(len(matrix.speakers) + 1)]
    speakers = _draw_head(sheet, matrix, width)
    for row in matrix.rows:
        top = sheet.y
        asked = wrapped(row.question, QUESTIONS - 2 * PAD, bold=True)
        sheet.write(PAD, top + PAD, asked, "b")
        depths = [PAD * 2 + LINE * len(asked)]
        depths += [_draw_cell(sheet, x, top, cell) for x, cell in zip(edges, row.cells, strict=False)]
        sheet.y = top + max(depths)
        sheet.rule(0, sheet.y, width, sheet.y)
    for x in edges:
        sheet.rule(x, 0 if x in _outlet_edges(matrix) else speakers, x, sheet.y)
    sheet.rule(0, 0, width, 0)
    sheet.rule(0, 0, 0, sheet.y)
    title = "Questions in rows, speakers grouped by outlet in columns, the quoted words in cells"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {width + 2:g} {sheet.y + 2:g}" width="{width + 2:g}" '
        f'height="{sheet.y + 2:g}" role="img" aria-label="{title}"><title>{title}</title><style>{STYLE}</style>\n'
        f'<rect class="ground" x="-1" y="-1" width="{width + 2:g}" height="{sheet.y + 2:g}"/>\n'
        + "\n".join(sheet.parts)
        + "\n</svg>\n"
    )


def _outlet_edges(matrix: Matrix) -> list[int]:
    """Where each outlet begins, and where the last one ends."""
    return list(accumulate((COLUMN * columns for _, columns in matrix.outlets), initial=QUESTIONS))


def _draw_head(sheet: Sheet, matrix: Matrix, width: float) -> float:
    """Outlets and their speakers; returns how deep the outlets reach."""
    names = [wrapped(speaker, COLUMN - 2 * PAD, bold=True) for speaker in matrix.speakers]
    outlets = [wrapped(outlet, COLUMN * columns - 2 * PAD, bold=True) for outlet, columns in matrix.outlets]
    first, second = (2 * PAD + LINE * max(map(len, lines)) for lines in (outlets, names))
    sheet.box(0, 0, width, first + second, "head")
    sheet.write(PAD, PAD, ["Question"], "b")
    for lines, x in zip(outlets, _outlet_edges(matrix), strict=False):
        sheet.write(x + PAD, PAD, lines, "b")
    for number, lines in enumerate(names):
        sheet.write(QUESTIONS + COLUMN * number + PAD, first + PAD, lines, "b")
    sheet.rule(QUESTIONS, first, width, first)
    sheet.rule(0, first + second, width, first + second)
    sheet.y = first + second
    return first


def _draw_cell(sheet: Sheet, x: float, top: float, cell: tuple[Entry, ...]) -> float:
    """The entries of one cell below one another; returns how deep they reach."""
    depth = float(PAD)
    for entry in cell:
        look = entry.letter if entry.letter in "ABCD" else "r"
        answer = wrapped(f"{entry.letter} {entry.shown}", COLUMN - 3 * PAD, bold=True)
        quote = wrapped(f"“{entry.quote}”", COLUMN - 3 * PAD)
        height = LINE * (len(answer) + len(quote)) + PAD
        sheet.box(x + PAD / 2, top + depth, COLUMN - PAD, height, f"{look}g")
        sheet.box(x + PAD / 2, top + depth, 3, height, look)
        sheet.write(x + 1.5 * PAD, top + depth + PAD / 4, answer, f"b {look}")
        sheet.write(x + 1.5 * PAD, top + depth + PAD / 4 + LINE * len(answer), quote)
        depth += height + PAD
    return depth


def picture_of(event: Path) -> str:
    """The matrix of the articles in the folder ``event``, as an SVG."""
    documents = read_documents([str(event)]).documents
    return draw(matrix_of(compare(documents), {document.id: document for document in documents}))


if __name__ == "__main__":
    event, picture = [*map(Path, sys.argv[1:]), *(EVENT, PICTURE)[len(sys.argv) - 1 :]]
    picture.write_text(picture_of(event), encoding="utf-8", newline="\n")
