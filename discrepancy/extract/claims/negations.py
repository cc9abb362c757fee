"""Plain statements and their negations: "no shot was fired" and "officers opened fire"."""

from __future__ import annotations

from collections.abc import Iterable

from discrepancy.extract.clauses import Clause, content_of, find_clauses
from discrepancy.extract.context import Context
from discrepancy.extract.framing import frame_of, make_claim
from discrepancy.language.tokens import Token
from discrepancy.lexicon import words
from discrepancy.model import Claim
from discrepancy.values.stance import Stance

AXIS = "happened"
_KINDS = {"not": "not", "none": "none", "denial": "denied"}
_LOOSE = frozenset({"single", "such", "kind", "sort", "one", "his", "her", "its", "my", "our", "their"})
_OF = frozenset({"about", "against", "for", "of"})
_NARROWS = frozenset({"amod", "compound", "nmod", "poss"})


def extract_negations(context: Context) -> Iterable[Claim]:
    """Every clause that says something did or did not happen, speech verbs left out."""
    for sentence in context.sentences:
        for clause in find_clauses(sentence):
            if not _is_frame_of_speech(clause):
                yield _claim(context, clause)


def _is_frame_of_speech(clause: Clause) -> bool:
    if clause.verb.lemma not in words("acts", "speech", "verbs"):
        return False
    below = clause.sentence.children(clause.verb)
    return (
        any(t.dep in {"ccomp", "parataxis"} for t in below)
        or clause.verb.dep in {"parataxis", "ccomp"}
        or (clause.verb.lemma in {"say", "tell", "add", "deny"})
    )


def _claim(context: Context, clause: Clause) -> Claim:
    cues = {"negation", _KINDS[clause.negation]} if clause.negation else {"assertion"}
    if clause.focus is not None:
        cues.add(f"focus:{clause.focus.lemma}")
        cues |= {f"only:{lemma}" for lemma in _narrowing(clause, clause.focus)}
    lower = {t.lower for t in clause.tokens}
    if lower & words("acts", "limits", "words"):
        cues.add("limited")
    if lower & words("acts", "background", "words") or any(_is_year(t.text) for t in clause.tokens):
        cues.add("background")
    frame = frame_of(context, clause, content=content_of(clause.tokens), cues=frozenset(cues))
    words_said = " ".join(token.text for token in clause.tokens)
    value = Stance(AXIS, "no") if clause.negation else words_said
    return make_claim(context, frame, "polarity", AXIS, value, clause.tokens)


def _narrowing(clause: Clause, noun: Token) -> set[str]:
    """Words that make the denied thing a special one: "foreign" fighters, a demand for "ransom"."""
    below = clause.sentence.children(noun)
    own = {t.lemma for t in below if t.dep in _NARROWS and t.lemma not in _LOOSE}
    after = {p.lemma for t in below if t.lower in _OF for p in clause.sentence.children(t) if p.dep == "pobj"}
    return own | (after - _LOOSE)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text[:2] in {"19", "20"}
