"""Event grouping: pairs of articles that are put into one event, against pairs that belong into one."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from discrepancy.corpus.grouping import group
from discrepancy.corpus.traits import Traits, traits_of
from measure.figures import Figure, Measured, contents_of
from measure.further import rows_of
from measure.groups import document_of

SUBJECTS, REAL = "grouping-subjects", "grouping-real"
GROUPINGS = {SUBJECTS: "public/ecbplus.jsonl", REAL: "real-events"}
WHAT = {
    SUBJECTS: "event grouping: 33 subjects with two look-alike events each, without days (ECB+)",
    REAL: "event grouping: one war, many events in the same towns (FA-KES)",
}
_SPACED = re.compile(r" ([.,;:!?%)]|'s|n't|'re|'ve)(?= |$)")
Truth = dict[str, str]


def measure_grouping(bench: Path, name: str, *, limit: int | None) -> Measured:
    """Precision and recall of pairs; ``limit`` is a number of articles of the subjects, or of real events."""
    if name == SUBJECTS:
        path = bench / GROUPINGS[name]
        return _subjects(path, contents_of([path], bench), limit)
    files = sorted((bench / GROUPINGS[name]).glob("*.json"))[:limit]
    articles: dict[str, Traits] = {}
    truth: Truth = {}
    for file in files:
        for article in json.loads(file.read_text(encoding="utf-8"))["articles"]:
            key = f"{file.stem}/{article['id']}"
            truth[key] = file.stem
            articles[key] = traits_of(document_of(article, key))
    size = f"{len(files)} events, {len(articles)} articles"
    return Measured(name, size, WHAT[name], contents_of(files, bench), tuple(pairwise(group(articles), truth)))


def _subjects(path: Path, contents: str, limit: int | None) -> Measured:
    articles: dict[str, Traits] = {}
    events: Truth = {}
    subjects: Truth = {}
    for row in rows_of(path, limit):
        text = _SPACED.sub(r"\1", " ".join(" ".join(sentence["tokens"]) for sentence in row["sentences"]))
        articles[row["id"]] = traits_of(document_of({"text": text}, row["id"]))
        events[row["id"]], subjects[row["id"]] = row["subtopic"], row["topic"]
    groups = group(articles)
    apart = next(pairwise(groups, subjects))
    figures = (*pairwise(groups, events), Figure("precision by subject", apart.value))
    size = f"{len(set(events.values()))} events, {len(articles)} articles"
    return Measured(SUBJECTS, size, WHAT[SUBJECTS], contents, figures)


def pairwise(groups: Iterable[tuple[str, ...]], truth: Truth) -> Iterator[Figure]:
    """Precision, recall and F1 over pairs of articles."""
    together = [truth[one] == truth[other] for members in groups for one, other in combinations(members, 2)]
    wanted = sum(count * (count - 1) // 2 for count in Counter(truth.values()).values())
    precision = sum(together) / len(together) if together else 0.0
    recall = sum(together) / wanted if wanted else 0.0
    yield Figure("precision", precision)
    yield Figure("recall", recall)
    yield Figure("F1", 2 * precision * recall / (precision + recall) if precision + recall else 0.0)
