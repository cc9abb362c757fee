"""Quoted sentences with their speaker, for comparing what the same person is said to have said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from discrepancy.extract.clauses import content_of
from discrepancy.extract.context import Context
from discrepancy.extract.frame import frame_at
from discrepancy.extract.framing import make_claim
from discrepancy.extract.voices import is_quoted, speaker_at
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table
from discrepancy.model import Claim

FEWEST_WORDS = 3


def extract_quotes(context: Context) -> Iterable[Claim]:
    """Each run of quoted words inside one sentence; the value is the words themselves, lower case.

    A remark that the sentence breaks off ("...," she said, "...") is given once more as one.
    """
    for sentence in context.sentences:
        if not context.quotes(sentence):
            continue
        runs = [run for run in _runs(context, sentence) if _counted(run) >= 1]
        around = [t for t in sentence.tokens if not is_quoted(context, t)]
        cues = frozenset({"quote", *_versions(around)})
        for run in runs:
            if _counted(run) >= FEWEST_WORDS or "only-words" in cues:
                yield _claim(context, sentence, run, run, cues)
        if len(runs) > 1:
            whole = [token for run in runs for token in run]
            span = list(sentence.tokens[whole[0].i : whole[-1].i + 1])
            yield _claim(context, sentence, whole, span, cues | {"joined"})


def _runs(context: Context, sentence: Sentence) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence.tokens:
        if is_quoted(context, token) and not _is_mark(token):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_mark(token: Token) -> bool:
    return token.text in {'"', "``", "''"}


def _counted(run: list[Token]) -> int:
    return sum(token.pos != "PUNCT" for token in run)


def _versions(around: list[Token]) -> Iterator[str]:
    """What the words around a quotation say of it: set against another account, on record, all that was said."""
    spoken = {word for token in around for word in (token.lemma, token.lower)}
    for name, cue in (("other", "version:other"), ("record", "version:record"), ("only", "only-words")):
        if any(spoken.issuperset(group) and _in_order(group, around) for group in _groups(name, "groups")):
            yield cue
    openings = _groups("other", "opening") if around else ()
    if any(around[0].lower == group[0] and _in_order(group, around) for group in openings):
        yield "version:other"


@cache
def _groups(name: str, key: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group.split()) for group in table("versions")[name][key])


def _in_order(group: Sequence[str], around: list[Token]) -> bool:
    """Whether the lemmas of ``group`` stand in ``around`` one after the other, whatever stands between."""
    wanted = iter(group)
    word = next(wanted)
    for token in around:
        if word in (token.lemma, token.lower):
            word = next(wanted, "")
            if not word:
                return True
    return False


def _claim(context: Context, sentence: Sentence, run: list[Token], span: list[Token], cues: frozenset[str]) -> Claim:
    middle = run[len(run) // 2]
    frame = replace(
        frame_at(context, run[0].start, run[-1].end),
        speaker=speaker_at(context, middle),
        direct=True,
        content=content_of(sentence.tokens),
        clause=content_of(run),
        cues=cues,
    )
    value = " ".join(token.lower for token in run if token.pos != "PUNCT")
    return make_claim(context, frame, "quote", "quote", value, span)
