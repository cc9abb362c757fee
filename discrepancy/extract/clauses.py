"""Simple clauses of a sentence: the verb, who does what to whom, and whether it is negated, denied or left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from discrepancy.extract.negated import NOBODY, SUBJECTS, find_negation, ruled_out
from discrepancy.extract.trailing import find_trailing
from discrepancy.extract.turned import DENIAL, LEFT_OPEN, UNDONE, Turn, find_turn, with_turn
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_BORDERS = frozenset({"ccomp", "advcl", "relcl", "parataxis", "csubj"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_PARTICLES = frozenset({"apart", "away", "back", "down", "in", "off", "on", "out", "over", "through", "up"})


@dataclass(frozen=True, eq=False)
class Clause:
    """One clause of a sentence.

    verb       the verb that heads it
    tokens     its own words, those of clauses below it left out
    negation   "" where it is asserted; "not", "none" (no, nobody, not one) or "denial" (what somebody denies)
    focus      the noun that is said to be none ("no shots were fired"), where there is one
    open       hedged, asked, conditional or still to come
    turn       what turns the clause round from outside ("denied that"), where something does
    """

    sentence: Sentence
    verb: Token
    tokens: tuple[Token, ...]
    negation: str
    focus: Token | None
    open: bool
    turn: Turn | None = None

    @property
    def quoted(self) -> tuple[Token, ...]:
        """What must be quoted for the clause to be read as it is meant: its words, with those that turn it round."""
        return self.tokens if self.turn is None else with_turn(self.sentence, self.tokens, self.turn)

    @property
    def start(self) -> int:
        """Where the clause starts in the document."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the clause ends in the document."""
        return self.tokens[-1].end

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words of the clause in small letters."""
        return frozenset(token.lower for token in self.tokens)

    @property
    def is_background(self) -> bool:
        """Whether it speaks of another time than the event's own: "had previously closed", "usually opens"."""
        told = self.words & words("acts", "background", "words")
        return bool(told - {"long"}) or ("long" in told and not self._is_measured("long"))

    def _is_measured(self, word: str) -> bool:
        """Whether a length stands before ``word``: "a tunnel 25 metres long"."""
        return any(t.lower == word and any(b.dep == "npadvmod" for b in self.sentence.children(t)) for t in self.tokens)

    @cached_property
    def content(self) -> frozenset[str]:
        """Lemmas of the words that carry meaning."""
        return content_of(self.tokens)

    def heads(self, roles: frozenset[str]) -> list[Token]:
        """Head words of the arguments in ``roles``."""
        return [token for token in self.tokens if token.dep in roles]


def content_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Lemmas of the words among ``tokens`` that carry meaning."""
    if not tokens:
        return frozenset()
    empty = words("acts", "empty", "words")
    plain = {t.lemma for t in tokens if t.pos in _CONTENT and t.lemma not in empty and len(t.lemma) > 1}
    particles = [t for t in tokens if t.lower in _PARTICLES]
    return frozenset(plain | _with_particles(particles, tokens) if particles else plain)


@lru_cache(maxsize=256)
def sentence_content(sentence: Sentence) -> frozenset[str]:
    """Lemmas of the words of ``sentence`` that carry meaning."""
    return content_of(sentence.tokens)


def _with_particles(particles: Sequence[Token], tokens: Sequence[Token]) -> set[str]:
    """Verbs with their particle, as one word: "give up", "hand over"."""
    verbs = {t.i: t for t in tokens if t.pos == "VERB"}
    return {
        f"{verbs[t.head].lemma} {t.lower}"
        for t in particles
        if t.head in verbs and (t.dep == "prt" or t.i == t.head + 1)
    }


@lru_cache(maxsize=1024)
def find_clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of ``sentence`` in text order; several claim kinds read them, so those of an article are kept."""
    found: list[Clause] = []
    verbs = [token for token in sentence.tokens if _heads_clause(sentence, token)]
    heads = {verb.i for verb in verbs} | {trailing.head.i for trailing in find_trailing(sentence)}
    for verb in verbs:
        tokens = _own(sentence, verb, heads)
        negation, focus = find_negation(sentence, verb, tokens)
        turn = find_turn(sentence, verb)
        if turn is not None and turn.kind == DENIAL:
            # a denied negation asserts: "denied that no warning was given"
            negation, focus = ("", None) if negation else (DENIAL, ruled_out(sentence, verb, tokens))
        elif turn is not None and not negation:
            negation = turn.kind
        found.append(
            Clause(sentence, verb, tuple(tokens), negation, focus, _is_open(sentence, verb, tokens, turn), turn)
        )
    return tuple(found)


def subject_of(clause: Clause) -> Token | None:
    """Subject of the clause; a relative pronoun stands for the noun before it, a second verb shares the first's."""
    return subject_at(clause.sentence, clause.verb)


def subject_at(sentence: Sentence, verb: Token) -> Token | None:
    """The same for the verb of a clause."""
    while True:
        found = [t for t in sentence.children(verb) if t.dep in {"nsubj", "nsubjpass"}]
        if found or verb.dep != "conj":
            break
        verb = sentence.head(verb)
    return sentence.meant(found[0]) if found else None


def controller_of(sentence: Sentence, verb: Token) -> Token | None:
    """Who is meant to act where the clause names nobody: the subject of "denied using", "refused to open"."""
    if any(child.dep == "expl" for child in sentence.children(verb)):
        return None
    above = sentence.head(verb)
    if above.pos == "ADP":
        above = sentence.head(above)
    return subject_at(sentence, above) if above.pos in {"VERB", "AUX"} and above.i != verb.i else None


def doer_of(clause: Clause) -> Token | None:
    """The one who acts: the subject, or the by-phrase of a passive clause."""
    return clause.sentence.doer(clause.verb) if clause.sentence.is_passive(clause.verb) else subject_of(clause)


def _heads_clause(sentence: Sentence, token: Token) -> bool:
    if token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass", "amod", "compound"}:
        return False
    below = sentence.children(token)
    turn = find_turn(sentence, token)
    undone = turn is not None and turn.kind == UNDONE
    if undone or any(child.dep in SUBJECTS for child in below):
        return True
    if any(child.dep == "aux" and child.lower == "to" for child in below):
        return False
    if token.dep == "conj":
        return token.tag in {"VBD", "VBZ", "VBP", "VBN"} or any(t.dep == "aux" and t.tag in _FINITE for t in below)
    return (
        token.dep == "ROOT"
        or (token.dep == "advcl" and token.tag == "VBG")
        or (token.dep in {"pcomp", "xcomp", "dobj"} and turn is not None and turn.kind == DENIAL)
    )


def _own(sentence: Sentence, verb: Token, heads: set[int]) -> list[Token]:
    found, pending = [verb], [verb]
    while pending:
        for child in sentence.children(pending.pop()):
            outside = child.dep in _BORDERS and not _told_of_subject(sentence, child)
            if child.i in heads or outside or child.pos == "PUNCT" or child.dep == "mark" or _names_source(child):
                continue
            found.append(child)
            pending.append(child)
    found.sort(key=lambda token: token.i)
    while len(found) > 1 and found[0].dep in {"cc", "punct"}:
        found.pop(0)
    return found


def _names_source(word: Token) -> bool:
    """Whether a phrase says whose account this is and nothing of what happened: "according to the tenants"."""
    return word.lower == "according" and word.dep in {"prep", "advmod", "advcl"}


def _told_of_subject(sentence: Sentence, word: Token) -> bool:
    """Whether a lone word behind "stood" or "remained" says how the subject was: "the door stood open"."""
    above = sentence.head(word)
    states = words("acts", "states", "verbs")
    return word.dep == "advcl" and above.lemma in states and word.i == above.i + 1 and not sentence.children(word)


def _is_open(sentence: Sentence, verb: Token, tokens: list[Token], turn: Turn | None) -> bool:
    """Whether the clause asserts nothing: a question, a condition, a wish, a guess, something to come."""
    hedges = words("acts", "hedges", "words")
    said_no = any(token.dep == "neg" or token.lower in NOBODY or token.lower in {"no", "not"} for token in tokens)
    if any(token.lower == "ever" for token in tokens) and not said_no:
        return True
    if any(token.lower in hedges and token.pos != "PROPN" for token in tokens) or sentence.text.rstrip("\"' ").endswith(
        "?"
    ):
        return True
    marks = {t.lower for t in sentence.children(verb) if t.dep in {"mark", "advmod"} and not _says_when(sentence, t)}
    if marks & words("acts", "hedges", "marks") or _is_unreal(sentence, verb):
        return True
    above = sentence.head(verb)
    if turn is not None:
        return turn.kind == LEFT_OPEN
    if verb.dep in {"ccomp", "acl", "pcomp"} and _is_negated(sentence, above):
        return True
    return verb.dep in {"ccomp", "xcomp"} and above.lemma in words("acts", "hedges", "verbs")


def _is_unreal(sentence: Sentence, verb: Token) -> bool:
    """Whether "had" before its subject makes the clause a condition: "more would have lived had it not been hit"."""
    subject = next((t for t in sentence.children(verb) if t.dep in SUBJECTS), None)
    if subject is None or sentence.words.isdisjoint({"would", "could", "might"}):
        return False
    first = min(t.i for t in sentence.subtree(subject))
    return first > 0 and sentence.tokens[first - 1].lower == "had"


def _says_when(sentence: Sentence, adverb: Token) -> bool:
    """Whether a length of time stands with it: "were warned an hour before"."""
    return any(child.dep == "npadvmod" for child in sentence.children(adverb))


def _is_negated(sentence: Sentence, token: Token) -> bool:
    """ "no evidence that", "did not say that": what follows is not asserted."""
    return any(child.dep == "neg" or child.lower == "no" for child in sentence.children(token))
