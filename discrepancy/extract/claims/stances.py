"""Sides taken on the questions of the lexicon of axes: accident or intention, locked or open, wiring or welding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from discrepancy.extract.arguments import Pronouns, arguments_of, with_particle
from discrepancy.extract.clauses import Clause, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import clause_claim, frame_of
from discrepancy.extract.voices import caller_of
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import KINDS, Claim, Kind
from discrepancy.values.stance import Stance

_OBJECTS = frozenset({"acomp", "auxpass", "dobj", "nsubjpass", "oprd"})
_SUPPOSING = frozenset({"if", "unless"})
_SPAN = 6
_SAYING = frozenset({"acomp", "attr", "nsubj"})
_CHANGING = frozenset({"acomp", "oprd"})
_OWING = ("by", "from", "of", "with")


@dataclass(frozen=True, slots=True)
class Axis:
    """One question of the lexicon with its answers, each a set of lemma groups."""

    name: str
    kind: Kind
    proof: str
    reach: str
    anchors: frozenset[str]
    flips: bool
    sides: tuple[tuple[str, tuple[frozenset[str], ...]], ...]


@cache
def axes() -> tuple[Axis, ...]:
    """All axes of the lexicon, in file order."""
    found = []
    for name, entry in table("axes").items():
        if "sides" not in entry:
            continue
        kind = next(kind for kind in KINDS if kind == entry["kind"])
        sides = tuple((side, tuple(frozenset(e.split()) for e in group)) for side, group in entry["sides"].items())
        found.append(
            Axis(name, kind, entry["proof"], entry["reach"], frozenset(entry["anchors"]), entry["flips"], sides)
        )
    return tuple(found)


@cache
def _by_word() -> dict[str, frozenset[int]]:
    """The axes, by number, of which a group of lemmas holds the word: one word of each group stands for it."""
    found: dict[str, set[int]] = {}
    for number, axis in enumerate(axes()):
        for _, groups in axis.sides:
            for group in groups:
                found.setdefault(max(group, key=lambda word: (len(word), word)), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def extract_stances(context: Context) -> Iterable[Claim]:
    """Each clause that takes exactly one side of an axis."""
    article = frozenset[str]().union(*(sentence.lemmas for sentence in context.sentences))
    by_word = _by_word()
    for sentence in context.sentences:
        around = sentence.lemmas
        if by_word.keys().isdisjoint(around) and by_word.keys().isdisjoint(sentence.words):
            continue
        for clause in find_clauses(sentence):
            if not any(t.lemma in by_word or t.lower in by_word for t in clause.tokens):
                continue
            own = frozenset(w for t in clause.tokens if not _joined(clause, t) for w in (t.lemma, t.lower))
            within = {"clause": own, "sentence": around, "document": article, "none": own}
            near = {number for word in own & by_word.keys() for number in by_word[word]}
            for axis in (axes()[number] for number in sorted(near)):
                if axis.reach == "none" or within[axis.reach] & axis.anchors:
                    yield from _claims(context, clause, axis, own)


def _joined(clause: Clause, token: Token) -> bool:
    """Whether a hyphen ties the word to the one before: "government-held" says nothing about holding."""
    return token.i > 0 and clause.sentence.tokens[token.i - 1].text == "-" and token.pos == "VERB"


def _names_cause(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether a word of causes stands there; "two days after" is a word of time."""
    causes, lengths = words("axes", "causes", "words"), words("axes", "causes", "lengths")
    return any(
        (token.lemma in causes or token.lower in causes)
        and not (token.i > 0 and sentence.tokens[token.i - 1].lemma in lengths)
        for token in tokens
    )


def _said(clause: Clause, group: frozenset[str], own: frozenset[str]) -> bool:
    """Whether all words of the group stand in the clause, near one another: "lit fires", not "lights ... fire"."""
    if len(group) == 1 or not group <= own:
        return group <= own
    at = [[t.i for t in clause.tokens if word in (t.lemma, t.lower)] for word in group]
    return any(all(any(abs(i - start) <= _SPAN for i in places) for places in at) for start in at[0])


def _as_cause(clause: Clause, axis: Axis, side: str) -> bool:
    """Whether the side is told as what brought it about: by its verb, beside a word of the event or of causes."""
    words_of = {word for name, groups in axis.sides if name == side for group in groups for word in group}
    saying = _SAYING if clause.verb.lemma == "be" else _CHANGING
    told = {clause.verb.lemma, clause.verb.text.lower()}
    told |= {t.lemma for t in clause.sentence.children(clause.verb) if t.dep in saying}
    near = any(t.lemma in axis.anchors for t in clause.tokens)
    return bool(told & words_of) or near or _names_cause(clause.sentence, clause.tokens)


def _ascribed(clause: Clause, axis: Axis, side: str) -> bool:
    """Whether the happening is put down to the side in so many words: "died of cold", "killed with knives"."""
    if clause.verb.lemma not in axis.anchors:
        return False
    words_of = {word for name, groups in axis.sides if name == side for group in groups for word in group}
    return any(t.lemma in words_of for t in clause.sentence.behind(clause.verb, *_OWING))


def _event(clause: Clause, side: str, axis: Axis) -> str | None:
    """What is said to have happened or not, where the verb takes the side: "the alarm:sound", "the sirens:go off"."""
    sentence, verb = clause.sentence, clause.verb
    below = sentence.children(verb)
    subject = subject_of(clause)
    act = with_particle(sentence, verb)
    taken = {group for name, groups in axis.sides if name == side for group in groups}
    past = verb.tag == "VBD" or any(t.lower in {"did", "had"} for t in below if t.dep == "aux")
    if not past or frozenset(act.split()) not in taken or subject is None or any(t.dep in _OBJECTS for t in below):
        return None
    if subject.pos not in {"NOUN", "PROPN"}:
        return None
    return f"{subject.text if subject.pos == 'PROPN' else 'the ' + subject.lower}:{act}"


def _claims(context: Context, clause: Clause, axis: Axis, own: frozenset[str]) -> Iterator[Claim]:
    taken = [side for side, groups in axis.sides if any(_said(clause, group, own) for group in groups)]
    supposed = axis.proof == "plan" and not clause.sentence.words.isdisjoint(_SUPPOSING)
    if len(taken) != 1 or supposed or (axis.proof == "cue" and not _as_cause(clause, axis, taken[0])):
        return
    side, around = taken[0], clause.sentence.lemmas
    cues = {"stance", f"proof:{axis.proof}"} | {f"anchor:{word}" for word in own & axis.anchors}
    if clause.negation:
        other = [name for name, _ in axis.sides if name != side]
        side = other[0] if axis.flips and len(other) == 1 else f"not {side}"
        cues.add(clause.negation)
    if _names_cause(clause.sentence, clause.tokens) or _ascribed(clause, axis, side):
        cues.add("cause")
    if around & axis.anchors and _names_cause(clause.sentence, clause.sentence.tokens):
        cues.add("cause-near")
    if clause.is_background:
        cues.add("background")
    if axis.flips and (event := _event(clause, taken[0], axis)) is not None:
        cues.add(f"did:{event}")
    frame = frame_of(context, clause, content=clause.content, cues=frozenset(cues), voice=caller_of)
    frame = replace(frame, participants=(*frame.participants, *arguments_of(clause, Pronouns(context, frame.speaker))))
    yield clause_claim(context, clause, frame, axis.kind, axis.name, Stance(axis.name, side))
