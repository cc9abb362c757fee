"""Quoted sentences with their speaker, for comparing what the same person is said to have said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from discrepancy.extract.clauses import content_of
from discrepancy.extract.context import Context
from discrepancy.extract.frame import frame_at
from discrepancy.extract.framing import make_claim
from discrepancy.extract.voices import Voices, voices_of
from discrepancy.language.tokens import Token
from discrepancy.model import Claim

FEWEST_WORDS = 3


def extract_quotes(context: Context) -> Iterable[Claim]:
    """Each run of quoted words inside one sentence; the value is the words themselves, lower case."""
    voices = voices_of(context)
    for sentence in context.sentences:
        run: list[Token] = []
        for token in [*sentence.tokens, None]:
            if token is not None and voices.direct(token) and not _is_mark(token):
                run.append(token)
            elif run and (token is None or _is_mark(token) or not voices.direct(token)):
                yield from _claim(context, voices, sentence.index, run)
                run = []


def _is_mark(token: Token) -> bool:
    return token.text in {'"', "``", "''"}


def _claim(context: Context, voices: Voices, sentence: int, run: list[Token]) -> Iterable[Claim]:
    if sum(token.pos != "PUNCT" for token in run) < FEWEST_WORDS:
        return
    middle = run[len(run) // 2]
    frame = replace(
        frame_at(context, run[0].start, run[-1].end),
        speaker=voices.at(middle),
        direct=True,
        content=content_of(context.sentences[sentence].tokens),
        clause=content_of(run),
        cues=frozenset({"quote"}),
    )
    value = " ".join(token.lower for token in run if token.pos != "PUNCT")
    yield make_claim(context, frame, "quote", "quote", value, run)
