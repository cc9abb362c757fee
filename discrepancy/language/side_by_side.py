"""The trees of several texts, built side by side, each as if it were alone.

The parser takes one step after the other and multiplies a small matrix in each; for many texts at once that takes
hardly longer than for one. Only the last bits of a product depend on how many rows are multiplied together, and a
text must not be read in another way because of what is read beside it: its own rows are multiplied by themselves.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

# the parser keeps 4 kB for each word of what it reads at once
LONGEST_BATCH = 20_000


class SideBySide:
    """Builds the trees of tagged texts with ``parser``, a step of a loaded model."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._edges: list[int] = [0]
        operations = copy.copy(parser.model.ops)
        self._multiply = operations.gemm
        operations.gemm = self._multiply_apart
        for layer in parser.model.walk():
            layer.ops = operations

    def parse(self, docs: Sequence[Any]) -> None:
        """Give each of ``docs`` its tree."""
        for batch in _batches(docs):
            self._edges = [0]
            for doc in batch:
                self._edges.append(self._edges[-1] + len(doc))
            self._parser.set_annotations(batch, self._parser.predict(batch))

    def _multiply_apart(self, x: Any, y: Any, *, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        edges = self._edges
        if trans1 or len(x) != edges[-1]:
            return self._multiply(x, y, out=out, trans1=trans1, trans2=trans2)
        if out is None:
            out = self._parser.model.ops.alloc2f(len(x), len(y) if trans2 else y.shape[1], zeros=False)
        for start, end in pairwise(edges):
            self._multiply(x[start:end], y, out=out[start:end], trans2=trans2)
        return out


def _batches(docs: Sequence[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    length = 0
    for doc in docs:
        if batch and length + len(doc.text) > LONGEST_BATCH:
            yield batch
            batch, length = [], 0
        batch.append(doc)
        length += len(doc.text)
    if batch:
        yield batch
