"""What is said at a cue: the clause or object that hangs on it, or the rest of the sentence around "X said"."""

from __future__ import annotations

from discrepancy.extract.mentions.figures import topic_of
from discrepancy.extract.mentions.phrases import names_somebody, noun_phrase, own_subject, span_of
from discrepancy.extract.mentions.sources import Source
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Span

_TOPICS = {"of", "about", "for", "against", "as", "with", "on"}
_SETTINGS = {"on", "in", "at", "to", "during", "after", "before", "by", "from", "through", "via", "with", "for"}
_OBJECTS = {"dobj", "xcomp", "ccomp", "prep", "oprd", "acomp", "attr", "dative", "acl", "dep"}
_TURNS = {"while", "whereas", "although", "but", ";"}
_SPEAKING = {"speak", "talk"}
_FEWEST = 3
_LONGEST_SETTING = 12


def verb_content(
    sentence: Sentence, verb: Token, group: str, source: Source, verbs: dict[int, Source]
) -> tuple[Span, ...]:
    """What is said at ``verb`` as stretches of the sentence; empty when nothing is."""
    right = _right(sentence, verb, group, source, verbs)
    framing = group in words("speech", "grammar", "framing")
    clauses = [t for t in sentence.children(verb) if t.dep == "ccomp"]
    behind = any(t.start >= source.clause.end and t.i > verb.i for t in clauses)
    if framing and (clauses or right is None) and (not behind or _left_too(sentence, verb, clauses)):
        left = _left(sentence, verb, source, verbs) if _frames(sentence, verb) else None
        listed = _mark_between(sentence, verb) == ":"
        rest = (right or _listed(sentence, verb)) if listed else _rest(sentence, source, verb, verbs)
        rest = rest or _joined(sentence, source, verb, verbs)
        left = left or (_opened(sentence, verb, source) if rest else None)
        if left:
            return (left, rest) if rest else (left,)
    that = _that_clause(sentence, source, verb, verbs) if framing else None
    if that is not None and (right is None or that.start < right.start):
        right = that
    if right is None and verb.lemma in _SPEAKING and (topic := topic_of(sentence, verb)):
        right = span_of(sentence.subtree(topic))
    if right is None and group == "figure" and source.head.i > verb.i:
        right = span_of(t for t in sentence.tokens[verb.i + 1 :] if t.end < source.spans[0].start and t.lower != "by")
    if right is not None:
        passive = next((t for t in sentence.children(verb) if t.dep == "nsubjpass"), None)
        by = sentence.doer(verb) or (source.head if group == "figure" else None)
        before = span_of(noun_phrase(sentence, passive)) if passive and by else None
        return (before, right) if before else (right,)
    return _carrier(sentence, verb, source)


def _left_too(sentence: Sentence, verb: Token, clauses: list[Token]) -> bool:
    """ "A, X said: B" and "A, X said; B": the clause before is X's as well."""
    return any(t.i < verb.i for t in clauses) and _mark_between(sentence, verb) in {":", ";"}


def _listed(sentence: Sentence, verb: Token) -> Span | None:
    """ "Nineteen died, X said: twelve men and seven women"."""
    return span_of(sentence.tokens[verb.i + 2 :])


def _mark_between(sentence: Sentence, verb: Token) -> str:
    after = sentence.tokens[verb.i + 1 : verb.i + 2]
    return after[0].text if after else ""


def _that_clause(sentence: Sentence, source: Source, verb: Token, verbs: dict[int, Source]) -> Span | None:
    """ "told us through an interpreter that ...": a clause that the tree hung on another word."""
    telling = verb.lemma in words("speech", "grammar", "listener")
    near = (t for t in sentence.tokens[verb.i + 1 : verb.i + 12] if t.lower == "that")
    opening = next((t.i for t in near if t.dep == "mark" or (telling and _opens_clause(sentence, t))), None)
    if (
        opening is None
        or sentence.tokens[opening].start < source.clause.end
        or any(verb.i < i < opening for i in verbs)
        or any(t.pos in {"VERB", "AUX"} or t.text in {",", ";", ":"} for t in sentence.tokens[verb.i + 1 : opening])
    ):
        return None
    others = [_start_of(sentence, verbs[i], i, verb.i) for i in sorted(verbs) if _speaks_beside(sentence, verb, i)]
    return span_of(sentence.tokens[opening : min(others, default=len(sentence.tokens))])


def _opens_clause(sentence: Sentence, that: Token) -> bool:
    """Whether somebody else than "that" does what follows: "told the men at the gate that the lamp was off"."""
    after = sentence.tokens[that.i + 1 : that.i + 2]
    return bool(after) and after[0].pos in {"DET", "PRON", "PROPN", "NUM"}


def _speaks_beside(sentence: Sentence, verb: Token, other: int) -> bool:
    """Whether the cue at ``other`` stands beside ``verb``, with a speaker of its own."""
    token = sentence.tokens[other]
    beside = token.i > verb.i and token.head == verb.i and token.dep in {"conj", "advcl", "parataxis"}
    return beside and own_subject(sentence, token) is not None


def _frames(sentence: Sentence, verb: Token) -> bool:
    """Whether ``verb`` is a main verb, not "when X said" or "to say"."""
    below = sentence.children(verb)
    return not any(t.dep == "mark" and t.lower != "as" for t in below) and not any(
        t.dep == "aux" and t.lower == "to" for t in below
    )


def _carrier(sentence: Sentence, verb: Token, source: Source) -> tuple[Span, ...]:
    """The noun that the cue says something of: "an accusation X has denied", "the claim was denied by X"."""
    passive = next((t for t in sentence.children(verb) if t.dep == "nsubjpass"), None)
    if passive is None and verb.dep in {"relcl", "acl"} and sentence.head(verb).i != source.head.i:
        passive = sentence.head(verb)
    span = span_of(t for t in noun_phrase(sentence, passive) if t.i < verb.i) if passive else None
    return (span,) if span else ()


def _right(sentence: Sentence, verb: Token, group: str, source: Source, verbs: dict[int, Source]) -> Span | None:
    """What follows the cue and hangs on it, up to the words of the next speaker."""
    starts = [t for t in sentence.children(verb) if t.i > verb.i and t.start >= source.clause.end and t.dep in _OBJECTS]
    starts = [t for t in starts if t.i != source.head.i and _belongs(sentence, verb, t, group)]
    if any(t.dep == "dobj" and t.lower == "what" for t in sentence.children(verb)):
        starts = [*starts, *(t for t in sentence.tokens[verb.i + 1 : verb.i + 2])]
    if not starts:
        return None
    inside = {t.i for start in starts for t in sentence.subtree(start)}
    first = min(i for i in inside if sentence.tokens[i].start >= source.clause.end)
    clausal = any(t.dep == "ccomp" or (t.i == verb.i + 1 and t.pos == "AUX") for t in starts)
    last = len(sentence.tokens) if clausal else _end(sentence, verb) + 1
    for other in sorted(verbs):
        if other > verb.i and not _nested(sentence, other, inside):
            last = min(last, _start_of(sentence, verbs[other], other, verb.i))
    return span_of(sentence.tokens[first : min(last, _turn(sentence, verb, first))])


def _end(sentence: Sentence, verb: Token) -> int:
    """Last token of the clause of ``verb``, without the clauses beside it."""
    parts = [t for t in sentence.children(verb) if t.dep not in {"conj", "advcl", "parataxis", "punct", "cc"}]
    return max((below.i for part in parts for below in sentence.subtree(part)), default=verb.i)


def _belongs(sentence: Sentence, verb: Token, part: Token, group: str) -> bool:
    """Whether ``part`` can be what is said, not when, where or to whom."""
    if part.dep == "prep":
        if group in words("speech", "grammar", "framing"):
            return part.lower in {"of", "about"}
        return part.lower in _TOPICS or part.lower not in _SETTINGS or group == "figure"
    if part.dep in {"dobj", "dative"} and verb.lemma in words("speech", "grammar", "listener"):
        promised = verb.lemma == "promise" and part.pos == "NOUN" and not names_somebody(part)
        return part.dep == "dobj" and (promised or any(t.dep == "dative" for t in sentence.children(verb)))
    if part.dep == "xcomp" and group in words("speech", "grammar", "framing"):
        return part.tag == "VB" or (part.tag == "VBG" and verb.lemma in words("speech", "grammar", "gerund"))
    return part.dep != "dative"


def _nested(sentence: Sentence, other: int, inside: set[int]) -> bool:
    """Whether the cue at ``other`` stands inside the content, not beside it with a speaker of its own."""
    token = sentence.tokens[other]
    return other in inside and not (token.dep in {"conj", "parataxis"} and own_subject(sentence, token) is not None)


def _start_of(sentence: Sentence, source: Source, verb: int, after: int) -> int:
    """First token of the clause of another cue, with the conjunction before it; a shared subject is no part of it."""
    first = next(t.i for t in sentence.tokens if t.end > source.clause.start)
    if not after < first <= verb:
        first = verb
    while (
        first > 0
        and sentence.tokens[first - 1].dep in {"cc", "mark", "punct"}
        and sentence.tokens[first - 1].text != '"'
    ):
        first -= 1
    return first


def _turn(sentence: Sentence, verb: Token, first: int) -> int:
    """Where the sentence goes on in another voice: a conjoined verb with its own subject, or "while"."""
    stops = [len(sentence.tokens)]
    for below in sentence.children(verb):
        if below.i > first and below.dep == "conj" and own_subject(sentence, below) is not None:
            opening = min(t.i for t in sentence.subtree(below) if t.i > first)
            if not _runs_on(sentence, opening):
                stops.append(opening - (sentence.tokens[opening - 1].dep == "cc"))
        elif below.i > first and below.dep == "advcl" and sentence.subtree(below)[0].lower in _TURNS:
            stops.append(sentence.subtree(below)[0].i)
    return min(stops)


def _runs_on(sentence: Sentence, opening: int) -> bool:
    """ "Said he fell and it broke": joined without a comma, a clause is still what is said."""
    before = sentence.tokens[max(0, opening - 2) : opening]
    return len(before) == 2 and before[1].lower == "and" and before[0].text not in {",", ";"}


def _left(sentence: Sentence, verb: Token, source: Source, verbs: dict[int, Source]) -> Span | None:
    """The words before "X said", back to the last turn of voice."""
    before = [t for t in sentence.tokens if t.end <= source.clause.start and t.i < verb.i]
    earlier = [i for i in verbs if i < verb.i and before and i <= before[-1].i]
    if earlier:
        turns = [
            t.i
            for t in before
            if t.i > earlier[-1] and (t.lower in _TURNS or (t.dep == "cc" and _beside(sentence, t, verb)))
        ]
        before = [t for t in before if t.i > turns[-1]] if turns else before
    lettered = [t for t in before if t.text[:1].isalnum()]
    inverted = source.head.i > verb.i and verb.lemma == "say"
    enough = len(lettered) >= _FEWEST and (inverted or any(t.pos in {"VERB", "AUX"} for t in lettered))
    return span_of(before) if enough or any(t.text == '"' for t in before) else None


def _beside(sentence: Sentence, conjunction: Token, verb: Token) -> bool:
    above = {t.i for t in sentence.ancestors(verb)} | {verb.i}
    return conjunction.head in above


def _opened(sentence: Sentence, verb: Token, source: Source) -> Span | None:
    """What stands before an aside in the middle of its clause: "The car, she said, was empty"."""
    inside = verb.dep == "parataxis" and sentence.head(verb).i > verb.i
    return span_of(t for t in sentence.tokens if t.end <= source.clause.start) if inside else None


def _rest(sentence: Sentence, source: Source, verb: Token, verbs: dict[int, Source]) -> Span | None:
    """What goes on behind "A, X said, ...": the main clause itself, or a clause that depends on it."""
    after = [t for t in sentence.tokens if t.start >= source.clause.end and t.i > verb.i and t.text != ","]
    inside = verb.dep == "parataxis" and sentence.head(verb).i > verb.i
    if not after or not (inside or after[0].lower in words("speech", "grammar", "goes_on")):
        return None
    others = [_start_of(sentence, verbs[i], i, verb.i) for i in sorted(verbs) if i > after[0].i]
    return span_of(t for t in after if not others or t.i < others[0])


def _joined(sentence: Sentence, source: Source, verb: Token, verbs: dict[int, Source]) -> Span | None:
    """ "A, X said on Monday, and B": a clause joined behind an aside is X's as well."""
    opening = next((t for t in sentence.tokens if t.end > source.clause.start), verb)
    own = {t.i for t in sentence.subtree(verb) if t.dep not in {"cc", "conj"}}
    after = [t for t in sentence.tokens if t.start >= source.clause.end and t.i > verb.i]
    aside = opening.i > 0 and sentence.tokens[opening.i - 1].text == ","
    mark = next((t for t in after[:_LONGEST_SETTING] if t.text in {",", ";"} or t.i not in own), None)
    if not aside or mark is None or mark.text != "," or mark.i + 1 >= len(sentence.tokens):
        return None
    conjunction = sentence.tokens[mark.i + 1]
    if conjunction.lower not in words("speech", "grammar", "joins"):
        return None
    others = [_start_of(sentence, verbs[i], i, verb.i) for i in sorted(verbs) if i > conjunction.i]
    end = min(others, default=len(sentence.tokens))
    rest = sentence.tokens[conjunction.i + 1 : end]
    return span_of(rest) if any(t.pos in {"VERB", "AUX"} for t in rest) else None


def noun_content(sentence: Sentence, noun: Token, owner: Token) -> tuple[Span, ...]:
    """What hangs on a noun such as "claim": a clause or "of ...", not its owner."""
    parts = [
        t
        for t in sentence.children(noun)
        if t.i > noun.i
        and t.i != owner.head
        and (t.dep in {"acl", "ccomp"} or (t.dep == "prep" and t.lower not in {"by", "from", "in", "at", "on"}))
    ]
    span = span_of(t for part in parts for t in sentence.subtree(part))
    return (span,) if span else ()
