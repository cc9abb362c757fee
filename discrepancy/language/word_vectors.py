"""The first steps of a model, from words to vectors, for reading alone.

As they come they also keep what training would need. Their numbers are the same here but for the last bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

SPELLING = "extract_features"  # the step that gives each word as a row of numbers: prefix, suffix, shape and so on
LAYER = "maxout>>layernorm>>dropout"
MOST_KEPT = 50_000


def read_faster(model: Any) -> None:
    """Put the steps of this file into ``model``, wherever it has such steps."""
    from thinc.api import Model

    first = model.layers[0]
    by_letters = bool(first.layers) and first.layers[0].name == SPELLING  # else a word is more than its letters
    of_words = list(first.walk()) if by_letters else []
    for above, at in list(_places_of_layers(model)):
        apart = any(above is one for one in of_words)
        above.layers[at] = Model("maxout_layernorm", Maxout(above.layers[at], apart=apart))
    if by_letters:
        model.layers[0] = Model("word_vectors", WordVectors(first))


def _places_of_layers(model: Any) -> Iterator[tuple[Any, int]]:
    for above in model.walk():
        for at, layer in enumerate(above.layers):
            if layer.name == LAYER:
                yield above, at


class Maxout:
    """The largest of several weighted sums, normalised: ``layer`` without its training.

    apart   each row is multiplied by itself: the last bits of a product hang on what is multiplied together
    """

    def __init__(self, layer: Any, *, apart: bool) -> None:
        sums, norm = (next(one for one in layer.walk() if one.name == name) for name in ("maxout", "layernorm"))
        self._ops = layer.ops
        weights = sums.get_param("W")
        self._width, self._pieces, inner = weights.shape
        self._weights = self._ops.as_contig(weights.transpose(1, 0, 2)).reshape(-1, inner)  # piece by piece
        self._bias = sums.get_param("b").T.reshape(-1)
        self._gain, self._shift = norm.get_param("G"), norm.get_param("b")
        self._apart = apart

    def __call__(self, model: Any, x: Any, is_train: bool) -> tuple[Any, None]:
        """What a layer of a model gives: the result, and nothing to train it with."""
        y = self._multiplied(x)
        y += self._bias
        found = y[:, : self._width].copy()
        for piece in range(1, self._pieces):
            self._ops.xp.maximum(found, y[:, piece * self._width : (piece + 1) * self._width], out=found)
        found -= found.sum(axis=1, keepdims=True) / self._width
        variance = (found * found).sum(axis=1, keepdims=True) / self._width + 1e-8
        found *= variance**-0.5
        found *= self._gain
        found += self._shift
        return found, None

    def _multiplied(self, x: Any) -> Any:
        if not self._apart:
            return self._ops.gemm(x, self._weights, trans2=True)
        out = self._ops.alloc2f(len(x), len(self._weights), zeros=False)
        for at in range(len(x)):
            self._ops.gemm(x[at : at + 1], self._weights, out=out[at : at + 1], trans2=True)
        return out


class WordVectors:
    """The vectors of words by their letters alone, made once for each word as it is written.

    Nine words of ten have been read before. A text must not be read in another way because of what was read before it,
    so that each new word is multiplied by itself.
    """

    def __init__(self, embed: Any) -> None:
        self._spelling, *self._steps = embed.layers
        self._known: dict[bytes, int] = {}
        self._vectors = embed.ops.alloc2f(MOST_KEPT, embed.get_dim("nO"), zeros=False)

    def __call__(self, model: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Any], None]:
        """What a layer of a model gives: the vectors of the words of each text, and nothing to train them with."""
        return [self._of(rows) for rows in self._spelling.predict(docs)], None

    def _of(self, rows: Any) -> Any:
        width, letters = rows.strides[0], rows.tobytes()
        keys = [letters[at : at + width] for at in range(0, len(letters), width)]
        if len(self._known) + len(keys) > MOST_KEPT:
            self._known.clear()
        new = {key: at for at, key in enumerate(keys) if key not in self._known}
        if new:
            first = len(self._known)
            self._known.update(zip(new, range(first, first + len(new)), strict=True))
            self._vectors[first : len(self._known)] = self._made(rows[list(new.values())])
        return self._vectors[[self._known[key] for key in keys]]

    def _made(self, rows: Any) -> Any:
        found = [rows]
        for step in self._steps:
            found = step.predict(found)
        return found[0]
