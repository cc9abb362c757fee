"""How far a figure reaches: one incident, a stretch of time, or a whole war."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from discrepancy.extract.context import Context
from discrepancy.language.phrases import find_phrases
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import TimeMention

BEFORE_LENGTH = 4
AFTER_SINCE = 7
OF_REACH = 3
LONGEST_RANK = 10
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
SHORTEST = frozenset({"S", "M"})
ATTACHED = frozenset({"compound", "amod", "nmod", "poss"})


@lru_cache(maxsize=1024)
def stretch(context: Context, sentence: Sentence, figure: int | None = None) -> str:
    """ "war", "period" or "incident" for the figures of ``sentence``, or for the one at token ``figure``.

    "A villa that hosts 70 parties a year" says nothing of the figures outside that relative clause.
    """
    wars = words("scope", "wars")
    named = () if wars.isdisjoint(sentence.lemmas) else sentence.tokens
    named = tuple(token for token in named if not _ranked(sentence, token.i))
    if _found(sentence, "war", figure) or any(_spans_war(sentence, token) for token in named if token.lemma in wars):
        return "war"
    if (
        _found(sentence, "period", figure)
        or _since_a_year(sentence)
        or any(_is_stretch(sentence, time) for time in _lengths(context, sentence))
    ):
        return "period"
    return "incident"


def _found(sentence: Sentence, level: str, figure: int | None) -> bool:
    """Whether a phrase of ``level`` stands there; "a day after" sets two events apart and is no stretch of time."""
    offset = words("scope", "offset")
    return any(
        (stop == len(sentence.lowers) or sentence.lowers[stop] not in offset)
        and not _ranked(sentence, at)
        and not (figure is not None and _aside(sentence, at, figure))
        for at, stop, _ in find_phrases(sentence, words("scope", level))
    )


def _aside(sentence: Sentence, at: int, figure: int) -> bool:
    """Whether the words at ``at`` stand in a relative clause that the figure is no part of."""
    token = sentence.tokens[at]
    clause = next((t for t in (token, *sentence.ancestors(token)) if t.dep == "relcl"), None)
    return clause is not None and all(t.i != figure for t in sentence.subtree(clause))


def _since_a_year(sentence: Sentence) -> bool:
    """Whether something is counted "since 2000", "since the year 2000"."""
    since = [at for at, word in enumerate(sentence.lowers) if word == "since" and not _ranked(sentence, at)]
    return any(_YEAR.fullmatch(word) for at in since for word in sentence.lowers[at + 1 : at + 4])


def _ranked(sentence: Sentence, at: int) -> bool:
    """Whether the words at ``at`` say among what an event ranks: "the worst attack since the war began"."""
    before = sentence.tokens[max(0, at - LONGEST_RANK) : at]
    best = next((t for t in reversed(before) if t.tag == "JJS" or t.lower in words("scope", "ranks")), None)
    return best is not None and not any(
        t.pos == "NUM" and t.lower not in words("scope", "ranks") for t in before if t.i > best.i
    )


def _spans_war(sentence: Sentence, token: Token) -> bool:
    """Whether the war ``token`` is what did the harm or since when it was done, not the setting of a battle."""
    if token.pos not in {"NOUN", "PROPN"} or token.dep in ATTACHED:
        return False
    if token.dep == "nsubj":
        verb = sentence.head(token)
        below = {child.lower for child in sentence.children(verb)}
        return "since" in below or verb.lemma in words("scope", "takes")
    if "since" in sentence.lowers[max(0, token.i - AFTER_SINCE) : token.i]:
        return True
    above = sentence.head(token)
    return token.dep == "pobj" and above.lower in {"in", "during", "throughout"} and _over_time(sentence)


def _over_time(sentence: Sentence) -> bool:
    """Whether the sentence sums up until now: "have been killed"."""
    return any(token.dep == "aux" and token.lower in {"has", "have"} for token in sentence.tokens)


@cache
def event_words() -> frozenset[str]:
    """Nouns and verbs of all kinds of events."""
    return frozenset(word for nouns in table("events").values() for word in nouns)


def _lengths(context: Context, sentence: Sentence) -> Iterator[TimeMention]:
    return (
        time
        for time in context.times_in(sentence)
        if time.type == "DURATION" and (time.value or "S")[-1] not in SHORTEST
    )


def _is_stretch(sentence: Sentence, time: TimeMention) -> bool:
    """ "In the past seven days", "over 15 days", "seven days of raids"; not "a day after", "a five-hour battle"."""
    inside = sentence.within(time.span.start, time.span.end)
    if not inside or _ranked(sentence, inside[0].i):
        return False
    before = sentence.lowers[max(0, inside[0].i - BEFORE_LENGTH) : inside[0].i]
    after = sentence.tokens[inside[-1].i + 1 : inside[-1].i + 2 + OF_REACH]
    if not after or after[0].lower in words("scope", "offset"):
        return False
    went_on = after[0].lower == "of" and any(token.lemma in event_words() for token in after)
    return went_on or bool({*before, inside[0].lower} & words("scope", "throughout"))
