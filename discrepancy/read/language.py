"""Which language an article is in. One without a lexicon is named, and nothing in it is guessed at."""

from __future__ import annotations

import re
from importlib.util import find_spec

from discrepancy.lexicon import LANGUAGE, languages, table, words

_SAMPLE = 20_000
_FEWEST_LETTERS = 100
_WORDS = re.compile(r"[^\W\d_]{1,60}")
# running English has a fourth of them, lists of names and figures none
_LEAST_COMMON = 0.05
# without the library: running text has this many, and its neighbours half of them
_SURELY_COMMON = 0.15
# by how much another language must fit better, as the library weighs it, a letter
_CLEARLY = 0.8


def find_language(text: str) -> str:
    """The code of the language of ``text``; "en" where it is not clearly another one, as in short texts.

    Without the library that tells languages apart only those are found that have a lexicon.
    """
    sample = text[:_SAMPLE]
    found = _WORDS.findall(sample.lower())
    if sum(map(len, found)) < _FEWEST_LETTERS:
        return LANGUAGE
    shares = {code: _share(found, code) for code in languages()}
    # almost every article ends here: loading the library takes longer than reading it
    if shares[LANGUAGE] >= _LEAST_COMMON:
        return LANGUAGE
    if find_spec("py3langid") is None:
        best = max(shares, key=lambda code: shares[code])
        return best if shares[best] >= _SURELY_COMMON else LANGUAGE
    import py3langid

    fits = dict(py3langid.rank(sample))
    code = max(fits, key=lambda code: (fits[code], code))
    sure = code in table("languages")["names"] and fits[code] - fits[LANGUAGE] >= _CLEARLY * len(sample)
    return str(code) if sure else LANGUAGE


def is_read(code: str) -> bool:
    """Whether claims can be found in articles in that language."""
    return code in languages()


def limits_of(code: str) -> tuple[str, ...]:
    """What the reader must know about articles in that language; nothing where every kind of claim is found."""
    if table("language", code)["grammar"] == "trees":
        return ()
    name = table("language", code)["name"]
    return (
        f"is in {name}: only counts of people killed, hurt, missing, arrested or displaced are read in it, and compared"
        f" with other articles in {name} alone",
    )


def _share(found: list[str], code: str) -> float:
    common = words("language", "common", language=code)
    return sum(word in common for word in found) / max(1, len(found))
