"""Part of speech and lemma of a word, worked out once for each word in each use.

The model finds both by rules that look at the word, its tag and its dependency, and a few at the word behind or before
it ("gon" + "na", "there" + "is"). Running these rules over every token takes as long as parsing; their answers fit in
a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

LEMMATIZER = "lemmatizer"
RULES = ("attribute_ruler", LEMMATIZER)
MOST_KEPT = 200_000
SEEN = {"LOWER", "TAG", "DEP", "IS_SPACE"}
Key = tuple[int, int, int]  # the word, its tag and its dependency, as the model numbers them
Use = tuple[int, int, bool]  # tag, dependency, and whether the word is white space


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
        patterns = self._steps[0].patterns if self._steps else []
        self._leading = _leading(nlp.vocab, patterns)
        self._named = Named(patterns)
        self._uses: dict[Use, tuple[str, str, str, bool]] = {}
        self._known: dict[Key, Form] = {}

    def of(self, keys: Sequence[Key]) -> list[Form]:
        """The forms of the tokens of one text."""
        if len(self._known) > MOST_KEPT:
            self._known.clear()
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        if new:
            plain = self._plain(new)
            self._known.update(plain)
            self._learn([key for key in new if key not in plain])
        found = [self._known[key] for key in keys]
        for start, end in _runs(found):
            found[start:end] = self._worked_out(keys[start:end])
        return found

    def _plain(self, keys: Sequence[Key]) -> dict[Key, Form]:
        """The forms of those words that no rule names: their part of speech hangs on tag and dependency alone."""
        from spacy.tokens import Doc

        uses: dict[Key, Use] = {}
        for key in keys:
            word = self._vocab[key[0]]
            if word.lower_ not in self._named:
                uses[key] = key[1], key[2], word.is_space
        self._rule({use: key for key, use in uses.items() if use not in self._uses})
        known = {key: self._uses[use] for key, use in uses.items() if not self._uses[use][3]}
        if not known:
            return {}
        words, tags, deps = self._columns(known)
        pos, morphs, lemmas, _ = (list(column) for column in zip(*known.values(), strict=True))
        heads = list(range(len(words)))
        doc = Doc(self._vocab, words, tags=tags, deps=deps, heads=heads, pos=pos, morphs=morphs, lemmas=lemmas)
        for step in self._steps[1:]:
            doc = step(doc)
        return {key: _form(token, leads=False) for key, token in zip(known, doc, strict=True)}

    def _rule(self, examples: Mapping[Use, Key]) -> None:
        """Keep what the rules make of each use, and whether it leads to the word behind it.

        Every rule for several words names one of them, so that words which none names may stand side by side.
        """
        if not examples:
            return
        doc = self._alone(list(examples.values()))
        leading = {start for _, start, _ in self._leading(doc)}
        for step in self._steps[:1]:
            doc = step(doc)
        for use, token in zip(examples, doc, strict=True):
            self._uses[use] = token.pos_, str(token.morph), token.lemma_, token.i in leading

    def _learn(self, keys: Sequence[Key]) -> None:
        """Work out single words side by side; where they may have led to one another, each alone."""
        if not keys:
            return
        before = False
        for key, form in zip(keys, self._worked_out(keys), strict=True):
            touched = before or form.leads
            before = form.leads
            self._known[key] = self._worked_out([key])[0] if touched else form

    def _columns(self, keys: Iterable[Key]) -> tuple[list[str], ...]:
        return tuple([self._vocab.strings[one] for one in column] for column in zip(*keys, strict=True))

    def _alone(self, keys: Sequence[Key]) -> Any:
        """The words of ``keys`` in a row, none hanging on another."""
        from spacy.tokens import Doc

        words, tags, deps = self._columns(keys)
        return Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))

    def _worked_out(self, keys: Sequence[Key]) -> list[Form]:
        doc = self._alone(keys)
        leading = {start for _, start, _ in self._leading(doc)}
        for step in self._steps:
            doc = step(doc)
        return [_form(token, leads=token.i in leading) for token in doc]


class Named:
    """The words that some rule names, in small letters; all words where a rule asks in another way than these do."""

    def __init__(self, patterns: Sequence[dict[str, Any]]) -> None:
        rows = [pattern for rule in patterns for pattern in rule["patterns"]]
        asked = [token["LOWER"] for row in rows for token in row if "LOWER" in token]
        others = [one for one in asked if isinstance(one, dict)]
        self._words = {one for one in asked if isinstance(one, str)}.union(*(one.get("IN", ()) for one in others))
        self._forms = [re.compile(one["REGEX"]) for one in others if "REGEX" in one]
        self._any = (
            any(token.keys() - SEEN for row in rows for token in row)
            or any(one.keys() - {"IN", "REGEX"} for one in others)
            or any(len(row) > 1 and not any("LOWER" in token for token in row) for row in rows)
        )

    def __contains__(self, lower: str) -> bool:
        """Whether a rule names ``lower``."""
        return self._any or lower in self._words or any(form.search(lower) for form in self._forms)


def _form(token: Any, *, leads: bool) -> Form:
    words = token.text, token.lower_, token.lemma_.lower()
    return Form(*words, token.pos_, token.tag_, token.dep_, token.is_space, leads)


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
