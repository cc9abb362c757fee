"""Date claims: when a happening began, took place or ended, and a weekday that does not fit its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from discrepancy.extract.arguments import Pronouns, party
from discrepancy.extract.clauses import subject_at
from discrepancy.extract.context import Context
from discrepancy.extract.frame import clause_at, frame_at
from discrepancy.extract.happenings import NOUNS, acts_of, families_of, parties_of, phase_of, verb_key
from discrepancy.extract.voices import speaker_at
from discrepancy.language.calendar import weekdays_in_full
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import LONGEST_EVIDENCE, Claim, Participant, Span, TimeMention
from discrepancy.values.stance import Stance
from discrepancy.values.timerange import TimeRange

GRAINS = frozenset({"minute", "hour", "part", "day", "month", "year"})
CLOCK = frozenset({"minute", "hour", "part"})
_OVER = "over"
_LED = {"from": "begin", "since": "begin", "till": "end", "until": "end"}
_PLAIN_HOUR = re.compile(r"[ap]\.?m|[:.][0-9]|noon|midday|midnight|morning|afternoon|evening|night|hours|gmt|utc")


def extract_dates(context: Context) -> Iterable[Claim]:
    """One claim for each happening with its own time, two for each weekday beside a full date."""
    for mention in context.mentions.times:
        if mention.range is None or mention.type not in {"DATE", "TIME"} or not context.parsed(mention.span.start):
            continue
        yield from _weekday(context, mention, mention.range)
        claim = _moment(context, mention, mention.range) if mention.range.grain in GRAINS else None
        if claim is not None:
            yield claim


def _weekday(context: Context, mention: TimeMention, when: TimeRange) -> Iterator[Claim]:
    named = mention.text.replace(",", " ").split()[0].lower()
    if named not in weekdays_in_full() or when.grain != "day" or not any(sign.isdecimal() for sign in mention.text):
        return
    cut = mention.span.start + len(named)
    sides = (
        (Span(mention.span.start, cut), named, named.capitalize()),
        (Span(cut, mention.span.end), weekdays_in_full()[when.start.weekday()], mention.text[len(named) :].strip(" ,")),
    )
    sentence = context.sentence_at(mention.span.start)
    for span, side, shown in sides:
        frame = replace(frame_at(context, span.start, span.end), cues=frozenset({"weekday"}))
        evidence = context.document.evidence(span.start, span.end, Span(sentence.start, sentence.end))
        yield Claim("", context.document.id, "date", "weekday", Stance("weekday", side), shown, evidence, frame)


def _moment(context: Context, mention: TimeMention, when: TimeRange) -> Claim | None:
    sentence = context.sentence_at(mention.span.start)
    inside = sentence.within(mention.span.start, mention.span.end)
    above = [t for token in inside for t in sentence.ancestors(token) if t not in inside]
    verb = _governor(sentence, above)
    if verb is None:
        return None
    frame = frame_at(context, mention.span.start, mention.span.end)
    if frame.factuality in {"hypothetical", "denied"}:
        return None
    if mention.span.start == sentence.start and mention.text[0].isdigit():
        return None  # the stamp of a live report
    planned = frame.factuality == "future"
    if planned and verb.lemma not in words("happenings", "once", "planned"):
        return None
    cues = _cues(sentence, verb, above, mention, _led(sentence, inside))
    if planned:
        cues = frozenset({"to-come", f"act:plan:{verb.lemma}"} | (cues & {"either-half"}))
    if not any(cue.startswith("act:") for cue in cues):
        return None
    span = clause_at(sentence, mention.span.start, mention.span.end)
    if span.end - span.start > LONGEST_EVIDENCE:
        span = mention.span
    evidence = context.document.evidence(span.start, span.end, Span(sentence.start, sentence.end))
    speaker = frame.speaker or speaker_at(context, verb)
    people = tuple(_meant(context, sentence, verb) if planned else _outside(parties_of(sentence, verb), inside))
    frame = replace(frame, predicate=verb.lemma, participants=people, cues=frame.cues | cues, speaker=speaker)
    return Claim("", context.document.id, "date", f"moment:{when.grain}", when, mention.text, evidence, frame)


def _meant(context: Context, sentence: Sentence, verb: Token) -> Iterator[Participant]:
    """What it is that will happen, with what stands for it where it is a pronoun."""
    subject = subject_at(sentence, verb)
    if subject is not None:
        yield party(sentence, "subject", subject, Pronouns(context, None))


def _governor(sentence: Sentence, above: Sequence[Token]) -> Token | None:
    """The verb whose time it is; an infinitive below another verb ("gave the order to leave") leaves it to that one."""
    verbs = [t for t in above if t.pos in {"VERB", "AUX"} and t.dep not in {"aux", "auxpass"}]
    for verb in verbs:
        if (
            any(child.dep == "aux" and child.lower == "to" for child in sentence.children(verb))
            and verb is not verbs[-1]
        ):
            continue
        return verb
    return None


def _cues(sentence: Sentence, verb: Token, above: Sequence[Token], mention: TimeMention, led: str) -> frozenset[str]:
    """The happenings that the time is given for ("act:..."), and which end of them it marks ("phase:...")."""
    between = above[: above.index(verb)]
    acts = frozenset(name for t in between if t.pos in NOUNS for name in families_of(t.lemma))
    key = verb_key(sentence, verb)
    if not acts:
        idle = verb.lemma in words("moments", "idle") and not families_of(key)
        acts = frozenset() if idle else acts_of(sentence, verb)
    if mention.range is not None and mention.range.grain not in CLOCK and _is_over(sentence, verb, between, led):
        acts = frozenset({_OVER})
    cues = {f"act:{name}" for name in acts}
    phase = "" if acts == {_OVER} else _LED.get(led) or phase_of(sentence, verb)
    if phase:
        cues.add(f"phase:{phase}")
    if not _PLAIN_HOUR.search(mention.text.lower()):
        cues.add("either-half")
    return frozenset(cues)


def _is_over(sentence: Sentence, verb: Token, between: Sequence[Token], led: str) -> bool:
    """Whether the time is the end of a state: "shut since 2016", "worked until May", "the permit expired in June"."""
    near = {t.lemma for t in (verb, *between, *sentence.children(verb)) if t.dep not in {"nsubj", "nsubjpass"}}
    shut = bool(near & words("happenings", "over", "since"))
    if led in {"until", "till"}:
        return not shut and not near & words("happenings", "over", "waits")
    return (led == "since" and shut) or verb_key(sentence, verb) in words("happenings", "over", "until")


def _led(sentence: Sentence, inside: Sequence[Token]) -> str:
    """The word of time in front: "since", "until", "from"."""
    before = (inside[0].lower, sentence.tokens[max(0, inside[0].i - 1)].lower) if inside else ()
    return next((word for word in before if word in _LED), "")


def _outside(parties: tuple[Participant, ...], inside: Sequence[Token]) -> Iterator[Participant]:
    own = {token.lemma for token in inside}
    return (who for who in parties if who.noun not in own)
