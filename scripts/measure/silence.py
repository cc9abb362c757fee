"""Published sets on which the tool should say next to nothing: every flag is looked at with suspicion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from discrepancy.model import Conflict
from measure.figures import Figure, Measured, contents_of, per_hundred
from measure.further import rows_of
from measure.groups import compared, document_of
from measure.samples import words

NUMBER_PAIRS = "number-pairs"
OUTLETS = "outlets"
FLAGGED = {"unrelated": "unrelated pairs flagged", "agree": "agreeing pairs flagged", "agree_arith": "sums flagged"}
FILES = {NUMBER_PAIRS: "numeric_relation", OUTLETS: "basil"}
Flag = tuple[str, Conflict]


def measure_silence(bench: Path, name: str, *, limit: int | None, show: bool) -> Measured:
    """The flags of one of the two sets; ``show`` prints each."""
    path = bench / "public" / f"{FILES[name]}.jsonl"
    rows = rows_of(path, limit)
    flags = list(pair_flags(rows) if name == NUMBER_PAIRS else outlet_flags(rows))
    if show:
        for label, conflict in flags:
            print(f"{name}  {label}  {words(conflict)}")
    return (number_pairs if name == NUMBER_PAIRS else outlets)(rows, flags, contents_of([path], bench))


def pair_flags(rows: list[dict[str, Any]]) -> Iterator[Flag]:
    """Each conflict between the two sentences of a pair, with the label of the pair."""
    for row in rows:
        sides = [document_of({"text": row[side]}, side) for side in ("premise", "hypothesis")]
        for conflict in compared(sides).conflicts:
            yield f"{row['relation']} {row['id']}", conflict


def number_pairs(rows: list[dict[str, Any]], flags: list[Flag], contents: str) -> Measured:
    """Shares of the pairs of each label with a flag; few pairs are conflicts."""
    labels = Counter(row["relation"] for row in rows)
    flagged = Counter(label.split()[0] for label in {label for label, _ in flags})
    figures = [
        Figure(name, flagged[label] / labels[label], falling=True) for label, name in FLAGGED.items() if labels[label]
    ]
    if labels["conflict"]:
        figures.append(Figure("conflicts flagged", flagged["conflict"] / labels["conflict"]))
    what = "pairs of sentences whose numbers differ (EQUATE, relabelled)"
    return Measured(NUMBER_PAIRS, f"{len(rows)} pairs", what, contents, tuple(figures))


def outlet_flags(rows: list[dict[str, Any]]) -> Iterator[Flag]:
    """Each conflict between the articles of three outlets on one event."""
    for row in rows:
        documents = [document_of(_article(row, article), article["source"]) for article in row["articles"]]
        for conflict in compared(documents).conflicts:
            yield row["id"], conflict


def _article(row: Mapping[str, Any], article: Mapping[str, Any]) -> dict[str, Any]:
    return {**{key: article[key] for key in ("source", "title", "text")}, "published": row["date"]}


def outlets(rows: list[dict[str, Any]], flags: list[Flag], contents: str) -> Measured:
    """Flags per hundred articles; real conflicts are rare in these events."""
    articles = sum(len(row["articles"]) for row in rows)
    figure = Figure("flags per 100 articles", per_hundred(len(flags), articles), falling=True)
    size = f"{len(rows)} events, {articles} articles"
    return Measured(OUTLETS, size, "one event in three outlets (BASIL)", contents, (figure,))
