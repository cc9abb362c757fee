"""Part of speech and lemma of a word, worked out once for each word in each use.

The model finds both by rules that look at the word, its tag and its dependency, and a few at the word behind or before
it ("gon" + "na", "there" + "is"). Running these rules over every token takes as long as parsing; their answers fit in
a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

LEMMATIZER = "lemmatizer"
RULES = ("attribute_ruler", LEMMATIZER)
MOST_KEPT = 200_000
Key = tuple[int, int, int]  # the word, its tag and its dependency, as the model numbers them


class Form(NamedTuple):
    """One word in one use; ``leads`` where rules may also look at the word behind it."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    space: bool
    leads: bool


class WordForms:
    """The forms of words as the loaded model ``nlp`` gives them."""

    def __init__(self, nlp: Any) -> None:
        self._vocab = nlp.vocab
        self._steps = [nlp.get_pipe(name) for name in RULES if nlp.has_pipe(name)]  # a language without model has none
        if nlp.has_pipe(LEMMATIZER):
            _with_sets(nlp.get_pipe(LEMMATIZER))
        self._leading = _leading(nlp.vocab, self._steps[0].patterns if self._steps else [])
        self._known: dict[Key, Form] = {}

    def of(self, keys: Sequence[Key]) -> list[Form]:
        """The forms of the tokens of one text."""
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if new:
            self._learn(new)
        found = [self._known[key] for key in keys]
        for start, end in _runs(found):
            found[start:end] = self._worked_out(keys[start:end])
        return found

    def _learn(self, keys: Sequence[Key]) -> None:
        """Work out single words side by side; where they may have led to one another, each alone."""
        before = False
        for key, form in zip(keys, self._worked_out(keys), strict=True):
            touched = before or form.leads
            before = form.leads
            self._known[key] = self._worked_out([key])[0] if touched else form

    def _worked_out(self, keys: Sequence[Key]) -> list[Form]:
        from spacy.tokens import Doc

        words, tags, deps = ([self._vocab.strings[one] for one in column] for column in zip(*keys, strict=True))
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        leading = {start for _, start, _ in self._leading(doc)}
        for step in self._steps:
            doc = step(doc)
        return [
            Form(t.text, t.lower_, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.is_space, t.i in leading) for t in doc
        ]


def _with_sets(lemmatizer: Any) -> None:
    """Let the base forms that the rules look for stand in sets: the model keeps 57,000 nouns in a list."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for pos in list(index):
        index[pos] = frozenset(index[pos])


def _runs(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Stretches of words that lead to one another, each with the word behind it."""
    start = None
    for at, form in enumerate(forms):
        if form.leads and start is None:
            start = at
        elif not form.leads and start is not None:
            yield start, at + 1
            start = None
    if start is not None:
        yield start, len(forms)


def _leading(vocab: Any, patterns: Sequence[dict[str, Any]]) -> Any:
    """What finds the words with which a rule for more than one word can begin."""
    from spacy.matcher import Matcher

    matcher = Matcher(vocab)
    longer = [pattern[:1] for rule in patterns for pattern in rule["patterns"] if len(pattern) > 1]
    matcher.add("leads", longer)
    return matcher
