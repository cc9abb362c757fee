"""Charges and denials: who is said to be responsible, and who denies it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from discrepancy.extract.clauses import Clause, content_of, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.framing import frame_of, make_claim
from discrepancy.extract.mentions.phrases import names_somebody
from discrepancy.extract.retorts import retort_of, sums_up
from discrepancy.extract.trailing import Trailing, find_trailing
from discrepancy.extract.voices import actor_at, sayer_of
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import LONGEST_EVIDENCE, Claim, Participant
from discrepancy.values.stance import Stance

AXIS = "responsible"
SHORT = 12
_ACCUSED = frozenset({"dobj", "nsubjpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def extract_charges(context: Context) -> Iterable[Claim]:
    """Charges ("X accused Y of ...") as side yes and denials ("which denied any role") as side no."""
    for sentence in context.sentences:
        behind = tuple(find_trailing(sentence))
        trailing = {one.verb.i for one in behind}
        yield from (_trailing_denial(context, sentence, one) for one in behind)
        for clause in find_clauses(sentence):
            if clause.verb.i not in trailing:
                yield from _denial(context, clause)
            yield from _charge(context, clause)


def _trailing_denial(context: Context, sentence: Sentence, trailing: Trailing) -> Claim:
    """What stands right before it is what it denies; whoever denies it is named, or is who was spoken of."""
    tokens, doer = trailing.tokens(sentence), trailing.doer
    if doer.pos == "PRON":
        doer = _spoken_of(context, sentence, trailing) or doer
    clause = Clause(sentence, trailing.verb, tuple(tokens), "", None, open=False)
    frame = frame_of(
        context,
        clause,
        content=content_of(tokens),
        participants=(_participant(sentence, doer),),
        cues=frozenset({"denial", "vague", "trailing"}),
        voice=lambda *_: actor_at(context, sentence, doer),
    )
    return make_claim(context, frame, "polarity", AXIS, Stance(AXIS, "no"), tokens)


def _spoken_of(context: Context, sentence: Sentence, trailing: Trailing) -> Token | None:
    """Of whom the denied clause tells: whoever is accused there, else its subject, but not the one who says it."""
    for verb in sentence.ancestors(trailing.head):
        accusing = verb.lemma in words("acts", "charge", "object_verbs")
        if not accusing and context.speeches.led_by(verb.start, verb.end):
            continue
        roles = _ACCUSED if accusing else _SUBJECTS
        told = [t for t in sentence.children(verb) if t.dep in roles and t.i < trailing.head.i and names_somebody(t)]
        if told:
            return told[0]
    return None


def _claim(context: Context, clause: Clause, side: str, party: Token | None, cues: set[str]) -> Claim:
    sentence = clause.sentence
    tokens = whole_of(clause)
    if clause.is_background:
        cues.add("background")
    if "pointing" in cues:
        tokens = _explained(context, clause, tokens)
    people = () if party is None else (_participant(sentence, party),)
    frame = frame_of(
        context, clause, content=content_of(tokens), participants=people, cues=frozenset(cues), voice=sayer_of
    )
    return make_claim(context, frame, "polarity", AXIS, Stance(AXIS, side), tokens)


def whole_of(clause: Clause) -> list[Token]:
    """The clause with what hangs below its verb, but not the clauses it is joined to nor a denial behind it."""
    sentence, verb = clause.sentence, clause.verb
    tokens = sentence.subtree(verb)
    joined = [
        t for t in sentence.children(verb) if t.dep in {"conj", "parataxis", "advcl"} and t.pos in {"VERB", "AUX"}
    ]
    joined += [trailing.head for trailing in find_trailing(sentence)]
    out = {t.i for other in joined for t in sentence.subtree(other)}
    kept = [t for t in tokens if t.i not in out and t.pos != "PUNCT"]
    return kept or list(clause.tokens)


def _explained(context: Context, clause: Clause, tokens: list[Token]) -> list[Token]:
    """A short "X rejected this" with what follows it: the rest of its sentence and the next one tell why."""
    sentence = clause.sentence
    if len(tokens) > SHORT:
        return tokens
    rest = [t for t in sentence.tokens if t.i > tokens[-1].i]
    if rest and rest[0].text == ":":
        tokens = [*tokens, *rest]
        rest = []
    following = sentence.index + 1
    if any(t.pos != "PUNCT" for t in rest) or following >= len(context.sentences):
        return tokens
    if context.sentences[following].paragraph != sentence.paragraph:
        return tokens
    after = context.sentences[following].tokens
    return [*tokens, *after] if after[-1].end - tokens[0].start <= LONGEST_EVIDENCE else tokens


def _participant(sentence: Sentence, head: Token) -> Participant:
    named = content_of([t for t in sentence.subtree(head) if t.dep not in {"relcl", "acl"}])
    return Participant("accused", head.lemma, words=named | {head.lemma})


def _denial(context: Context, clause: Clause) -> Iterator[Claim]:
    verb, sentence = clause.verb, clause.sentence
    if retort := retort_of(clause):
        yield _claim(context, clause, "no", None, {"denial", "vague", *retort})
        return
    if clause.negation or clause.open:
        return
    falsehood = _calls_false(clause) or _answers(clause)
    if verb.lemma not in words("acts", "denial", "verbs") and not falsehood:
        return
    objects = [t for t in sentence.children(verb) if t.dep in {"dobj", "ccomp", "xcomp", "pcomp", "nsubjpass"}]
    below = {o.lemma for o in objects if o.dep == "dobj"}
    passive = any(t.dep == "nsubjpass" for t in objects)
    if passive and not any(t.lemma in words("acts", "denial", "anaphors") for t in objects) and not falsehood:
        return
    vague = falsehood or passive or not objects or bool(below & words("acts", "denial", "anaphors"))
    if any(_spelt_out(sentence, o) for o in objects if o.dep == "dobj"):
        vague = False
    if verb.lemma in words("acts", "denial", "loose") and not vague:
        return
    party = sentence.doer(verb) if passive else subject_of(clause)
    if party is not None and party.lemma in words("acts", "courts", "words"):
        return
    cues = {"denial", "vague"} if vague else {"denial"}
    if vague and any(sums_up(sentence, o) for o in objects):
        cues.add("retort")
    if vague and not below & words("acts", "denial", "guilt"):
        cues.add("pointing")
    if vague and _tells(clause, "otherwise"):
        cues.add("otherwise")
    yield _claim(context, clause, "no", party, cues)


def _spelt_out(sentence: Sentence, noun: Token) -> bool:
    """Whether a denied "claim" or "report" says itself what it is about: "claims that he lied"."""
    return noun.pos == "NOUN" and any(t.dep in {"acl", "relcl", "poss"} for t in sentence.children(noun))


def _answers(clause: Clause) -> bool:
    """ "The union told a different story", "the mayor replied that nobody was there"."""
    if _tells(clause, "groups") or _tells(clause, "otherwise"):
        return True
    if clause.verb.lemma not in words("acts", "rejoinder", "verbs"):
        return False
    below = [t for t in clause.sentence.children(clause.verb) if t.dep in {"ccomp", "parataxis"}]
    return any(
        t.dep == "neg" or t.lower in {"no", "nobody", "none", "nothing"}
        for b in below
        for t in clause.sentence.subtree(b)
    )


def _tells(clause: Clause, how: str) -> bool:
    own = {t.lemma for t in clause.tokens}
    return any(group <= own for group in _rejoinders(how))


@cache
def _rejoinders(how: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group.split()) for group in sorted(words("acts", "rejoinder", how)))


def _calls_false(clause: Clause) -> bool:
    """ "the reports are baseless", "there was no truth to it"."""
    false = words("acts", "denial", "adjectives")
    if clause.verb.lemma == "be" and any(t.lemma in false for t in clause.tokens):
        about = words("acts", "denial", "anaphors") | words("acts", "charge", "nouns")
        if any(t.lemma in about for t in clause.tokens if t.dep in {"nsubj", "nsubjpass"}):
            return True
    return clause.focus is not None and clause.focus.lemma == "truth"


def _charge(context: Context, clause: Clause) -> Iterator[Claim]:
    party = None if clause.negation else accused_of(clause)
    if party is None:
        return
    purpose = any(t.dep == "aux" and t.lower == "to" for t in clause.sentence.children(clause.verb))
    if not purpose:
        yield _claim(context, clause, "yes", party, {"charge"})


def accused_of(clause: Clause) -> Token | None:
    """Whom the clause holds responsible, None where it charges nobody."""
    sentence, verb = clause.sentence, clause.verb
    below = sentence.children(verb)
    if verb.lemma in words("acts", "charge", "object_verbs"):
        passive = [t for t in below if t.dep == "nsubjpass"]
        if passive:
            return subject_of(clause)
        objects = [t for t in below if t.dep == "dobj"]
        near = [*below, *(t for o in objects for t in sentence.children(o))]
        onto = [p for t in near if t.lower in {"on", "at"} for p in sentence.children(t) if p.dep == "pobj"]
        if verb.lemma == "blame" and onto:
            return onto[0]
        return objects[0] if objects else None
    laid = {t.lemma for t in below if t.dep in {"dobj", "nsubjpass"}}
    if laid & words("acts", "charge", "phrases") and verb.lemma in words("acts", "charge", "laying"):
        onto = [p for t in clause.tokens if t.lower in {"on", "at", "with"} for p in sentence.children(t)]
        return next((p for p in onto if p.dep == "pobj"), None)
    works = [t for t in clause.tokens if t.lemma == "work" and t.dep == "attr"]
    if verb.lemma == "be" and works:
        return next((p for t in clause.tokens if t.lower == "of" for p in sentence.children(t)), None)
    if verb.lemma == "be" and any(t.lower in {"behind", "responsible"} for t in below):
        return subject_of(clause)
    if verb.lemma == "bear" and "responsibility" in laid:
        return subject_of(clause)
    return None
