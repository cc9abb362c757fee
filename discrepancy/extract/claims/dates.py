"""Date claims: when an event happened, and a weekday that does not fit its date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from discrepancy.extract.context import Context
from discrepancy.extract.frame import clause_at, frame_at, sentence_at
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import LONGEST_EVIDENCE, Claim, Participant, Span, TimeMention
from discrepancy.values.stance import Stance
from discrepancy.values.timerange import TimeRange

GRAINS = frozenset({"minute", "hour", "part", "day", "year"})
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
NOUNS = frozenset({"NOUN", "PROPN"})


def extract_dates(context: Context) -> Iterable[Claim]:
    """One claim for each event with its own time, two for each weekday beside a full date."""
    for mention in context.mentions.times:
        if mention.range is None or mention.type not in {"DATE", "TIME"}:
            continue
        yield from _weekday(context, mention, mention.range)
        claim = _moment(context, mention, mention.range) if mention.range.grain in GRAINS else None
        if claim is not None:
            yield claim


def _weekday(context: Context, mention: TimeMention, when: TimeRange) -> Iterator[Claim]:
    named = mention.text.replace(",", " ").split()[0].lower()
    if named not in WEEKDAYS or when.grain != "day" or not any(sign.isdecimal() for sign in mention.text):
        return
    cut = mention.span.start + len(named)
    sides = (
        (Span(mention.span.start, cut), named, named.capitalize()),
        (Span(cut, mention.span.end), WEEKDAYS[when.start.weekday()], mention.text[len(named) :].strip(" ,")),
    )
    sentence = sentence_at(context, mention.span.start)
    for span, side, shown in sides:
        frame = replace(frame_at(context, span.start, span.end), cues=frozenset({"weekday"}))
        evidence = context.document.evidence(span.start, span.end, Span(sentence.start, sentence.end))
        yield Claim("", context.document.id, "date", "weekday", Stance("weekday", side), shown, evidence, frame)


def _moment(context: Context, mention: TimeMention, when: TimeRange) -> Claim | None:
    sentence = sentence_at(context, mention.span.start)
    inside = sentence.within(mention.span.start, mention.span.end)
    verb = next((t for token in inside for t in sentence.ancestors(token) if t.pos == "VERB"), None)
    if verb is None or verb.lemma in words("moments", "idle"):
        return None
    frame = frame_at(context, mention.span.start, mention.span.end)
    if frame.factuality in {"future", "hypothetical", "denied"}:
        return None
    people = tuple(_arguments(sentence, verb, mention))
    cues = frame.cues | {"phase:" + name for name in ("begin", "end") if verb.lemma in words("moments", name)}
    span = clause_at(sentence, mention.span.start, mention.span.end)
    if span.end - span.start > LONGEST_EVIDENCE:
        span = mention.span
    evidence = context.document.evidence(span.start, span.end, Span(sentence.start, sentence.end))
    frame = replace(frame, predicate=verb.lemma, participants=people, cues=cues)
    return Claim("", context.document.id, "date", f"moment:{when.grain}", when, mention.text, evidence, frame)


def _arguments(sentence: Sentence, verb: Token, mention: TimeMention) -> Iterator[Participant]:
    if verb.dep in {"acl", "relcl"}:
        noun = sentence.head(verb)
        yield Participant("subject", noun.lemma, words=frozenset({noun.lemma}))
    for token in sentence.subtree(verb):
        outside = not mention.span.start <= token.start < mention.span.end
        if token.dep in ARGUMENTS and token.pos in NOUNS and outside and _near(sentence, token, verb):
            role = "subject" if token.dep in {"nsubj", "nsubjpass"} else "object"
            own = frozenset(t.lemma for t in sentence.subtree(token) if t.pos in NOUNS)
            yield Participant(role, token.lemma, words=own | {token.lemma})


def _near(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Whether no other verb stands between the argument and its verb."""
    for above in sentence.ancestors(token):
        if above.i == verb.i:
            return True
        if above.pos in {"VERB", "AUX"}:
            return False
    return False
