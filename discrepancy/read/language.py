"""Articles in a language that is not read for claims: they are said to be, and nothing in them is guessed at."""

from __future__ import annotations

import re
from importlib.util import find_spec

from discrepancy.lexicon import table, words

_SAMPLE = 20_000
_FEWEST_LETTERS = 100
_WORDS = re.compile(r"[^\W\d_]{1,60}")
# running English has a fourth of them, lists of names and figures none
_LEAST_ENGLISH = 0.05
# by how much another language must fit better, as the library weighs it, a letter
_CLEARLY = 0.8


def find_foreign(text: str) -> str | None:
    """The English name of the language of ``text`` where it is clearly not English, else None.

    Without the library that tells languages apart, and of short texts, nothing is said.
    """
    sample = text[:_SAMPLE]
    found = _WORDS.findall(sample.lower())
    common = words("languages", "common")
    # almost every article ends here: loading the library takes longer than reading it
    english = sum(word in common for word in found)
    if sum(map(len, found)) < _FEWEST_LETTERS or english >= _LEAST_ENGLISH * len(found):
        return None
    if find_spec("py3langid") is None:
        return None
    import py3langid

    fits = dict(py3langid.rank(sample))
    best = max(fits, key=lambda code: (fits[code], code))
    name = table("languages")["names"].get(best)
    return str(name) if name and fits[best] - fits["en"] >= _CLEARLY * len(sample) else None
