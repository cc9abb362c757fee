"""Plain statements and their negations: "no shot was fired" and "officers opened fire"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from discrepancy.extract.arguments import Pronouns, arguments_of, noun_arguments, with_particle
from discrepancy.extract.clauses import Clause, content_of, find_clauses, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.counted import NOMINAL
from discrepancy.extract.framing import clause_claim, frame_of, participants_of
from discrepancy.extract.negated import SUBJECTS
from discrepancy.extract.people import people_group
from discrepancy.extract.turned import UNDONE
from discrepancy.extract.voices import clause_speaker, sayer_of
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Claim, Participant
from discrepancy.values.stance import Stance

AXIS = "happened"
_KINDS = {"not": "not", "none": "none", "denial": "denied"}
_LOOSE = frozenset({"single", "such", "kind", "sort", "one", "his", "her", "its", "my", "our", "their"})
_OF = frozenset({"about", "against", "for", "of"})
_NARROWS = frozenset({"amod", "compound", "nmod", "poss"})
_ALL = frozenset({"all", "both", "each", "entire", "every", "everybody", "everyone", "everything", "whole"})
_FLAT = frozenset({"ever", "never", "single", "any", "anybody", "anyone", "anything", "nothing", "nobody", "one"})
_WILL = frozenset({"'ll", "shall", "will", "wo", "would"})
_HAD = frozenset({"dobj", "nsubjpass", "pobj"})
_SOME = frozenset({"a", "an", "another", "several", "some"})
_FIRST = frozenset({"i", "we", "us", "me", "our", "my"})


def extract_negations(context: Context) -> Iterable[Claim]:
    """Every clause that says something did or did not happen, speech verbs left out."""
    for sentence in context.sentences:
        for clause in find_clauses(sentence):
            denied = _denied_noun(clause)
            if denied is not None:
                yield _denial(context, clause, denied)
            elif not _is_frame_of_speech(clause) and not _leads_to_content(clause):
                yield _claim(context, clause)


def _is_frame_of_speech(clause: Clause) -> bool:
    if clause.verb.lemma not in words("acts", "speech", "verbs"):
        return False
    below = clause.sentence.children(clause.verb)
    told = (clause.negation and clause.verb.lemma in words("acts", "speech", "telling")) or _tells_somebody(clause)
    return (
        any(t.dep in {"ccomp", "parataxis"} for t in below)
        or (clause.verb.dep in {"parataxis", "ccomp"} and not clause.sentence.is_passive(clause.verb))
        or clause.verb.lemma in words("acts", "speech", "framing")
    ) and not told


def _leads_to_content(clause: Clause) -> bool:
    """Whether an assertion only leads to the clause that says what is meant: "a recording proves that she rang"."""
    below = clause.sentence.children(clause.verb)
    content = any(t.dep == "ccomp" and t.i > clause.verb.i for t in below)
    return not clause.negation and content and not any(t.dep in {"dobj", "nsubjpass", "expl"} for t in below)


def _tells_somebody(clause: Clause) -> bool:
    """ "Warned the ministry", "was informed": that somebody was told is a deed, where it does not go on with what.

    So is what is done to people with a verb that may also speak: "dismissed 40 workers".
    """
    children = clause.sentence.children(clause.verb)
    below = {t.dep for t in children}
    told = clause.verb.lemma in words("acts", "speech", "informing") and bool(below & {"dobj", "nsubjpass"})
    people = any(t.dep == "dobj" and people_group(t.lemma) for t in children)
    return (told or people) and not below & {"ccomp", "parataxis"}


def _denied_noun(clause: Clause) -> Token | None:
    """The act or thing that "denied", "ruled out" or "rejected" has for its object, where it is spelt out."""
    sentence, verb = clause.sentence, clause.verb
    below = sentence.children(verb)
    rules_out = verb.lemma == "rule" and any(t.lower == "out" for t in below)
    if clause.negation or clause.open or not (rules_out or verb.lemma in words("acts", "denial", "flat")):
        return None
    nouns = [t for t in below if t.dep == "dobj" and t.pos == "NOUN"]
    other = words("acts", "denial", "anaphors") | words("acts", "denial", "grants")
    return next((t for t in nouns if t.lemma not in other), None)


def _denial(context: Context, clause: Clause, noun: Token) -> Claim:
    own = [t for t in clause.sentence.subtree(noun) if t.dep not in {"relcl"}]
    cues = {"negation", "denied", f"focus:{noun.lemma}"}
    content = content_of(own)
    frame = frame_of(context, clause, content=content, cues=frozenset(cues), voice=sayer_of)
    told = Participant("object", noun.lemma, words=content)
    deed = noun_arguments(clause.sentence, noun, subject_of(clause))
    frame = replace(frame, predicate=noun.lemma, participants=(told, *deed))
    return clause_claim(context, clause, frame, "polarity", AXIS, Stance(AXIS, "no"))


def _claim(context: Context, clause: Clause) -> Claim:
    cues = {"negation", _KINDS[clause.negation]} if clause.negation else {"assertion"}
    if clause.focus is not None:
        cues.add(f"focus:{clause.focus.lemma}")
        cues |= {f"only:{lemma}" for lemma in _narrowing(clause, clause.focus)}
    if clause.words & words("acts", "limits", "words"):
        cues.add("limited")
    if clause.is_background or any(map(_is_year, clause.words)):
        cues.add("background")
    if clause.negation and clause.words & _FLAT:
        cues.add("flat")
    if clause.words & _ALL:
        cues.add("all")
    cues.add(_tense(clause))
    if _is_announced(clause):
        cues.add("announced")
    if not any(t.dep in SUBJECTS for t in clause.sentence.children(clause.verb)):
        cues.add("no-subject")
    if _gainsays(clause):
        cues.add("gainsays")
    cues |= _existence(clause)
    cues |= {f"counted:{clause.sentence.head(t).lemma}" for t in clause.tokens if t.dep == "nummod"}
    speaker = clause_speaker(context, clause)
    people = participants_of(clause)
    if any(t.lower in _FIRST and t.dep in SUBJECTS for t in clause.tokens) and speaker is not None:
        own = frozenset(word.lower() for word in speaker.name.split())
        people = (*people, Participant("subject", "i", words=own))
    people = (*people, *arguments_of(clause, Pronouns(context, speaker)))
    frame = frame_of(context, clause, participants=people, cues=frozenset(cues))
    words_said = " ".join(token.text for token in clause.tokens)
    value = Stance(AXIS, "no") if clause.negation else words_said
    return clause_claim(context, clause, frame, "polarity", AXIS, value)


def _existence(clause: Clause) -> set[str]:
    """ "none-at-all" where the clause says that there was none of a thing; "told:" and what an assertion tells of.

    A thing is told of where it is new: "a tunnel", "six complaints"; "the tunnel" may be another one's. "lacks:" and
    what somebody in it is without: "a man with no badge".
    """
    sentence, noun = clause.sentence, clause.focus
    if not clause.negation:
        nouns = [t for t in clause.tokens if t.pos == "NOUN"]
        told = {f"told:{t.lemma}" for t in nouns if _is_new(sentence, t)}
        return told | {f"lacks:{t.lemma}" for t in nouns if _is_lacked(sentence, t)}
    if noun is None or clause.negation != "none":
        return set()
    below = sentence.children(clause.verb)
    there = any(t.dep == "expl" for t in below)
    # "no missile reached its target" tells of missiles, "no order reached us" of none
    leads = noun.dep in SUBJECTS and not any(t.dep == "dobj" and t.pos in NOMINAL for t in below)
    leads = leads and with_particle(sentence, clause.verb) in words("acts", "existence", "verbs")
    return {"none-at-all"} if there or leads else set()


def _is_new(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun brings a thing in, and is not only what another noun is about: "photographs of a bus"."""
    if noun.dep == "pobj" and sentence.head(noun).lower == "of":
        return False
    below = sentence.children(noun)
    own = any(t.dep == "poss" or t.lower == "such" for t in below)
    bare = noun.dep in _HAD and not any(t.dep == "det" for t in below)
    bare = bare and sentence.head(noun).lemma not in words("acts", "absence", "verbs")
    return not own and (bare or any(t.dep == "nummod" or t.lower in _SOME for t in below))


def _is_lacked(sentence: Sentence, noun: Token) -> bool:
    held = noun.dep == "pobj" and sentence.head(noun).lower == "without"
    return held or any(t.lower == "no" and t.dep == "det" for t in sentence.children(noun))


def _tense(clause: Clause) -> str:
    """Whether the clause speaks of what was, is or will be; "refused to open" speaks of when it was refused."""
    undone = clause.turn is not None and clause.turn.kind == UNDONE and clause.verb.dep == "xcomp"
    verb = clause.sentence.head(clause.verb) if undone else clause.verb
    helpers = [t for t in clause.sentence.children(verb) if t.dep in {"aux", "auxpass"}]
    if any(t.tag == "MD" or t.lower == "to" for t in helpers):
        return "to-come"
    first = next((t for t in helpers if t.tag in {"VBD", "VBZ", "VBP"}), verb)
    if clause.negation == "denial" and first.tag == "VBG":
        return "past"
    perfect = first.lemma == "have" and first.i != verb.i
    return "past" if perfect or first.tag in {"VBD", "VBN"} else "present"


def _is_announced(clause: Clause) -> bool:
    """Whether the clause says flatly what will be: "will close", "said it would close", and no if or whether."""
    below = clause.sentence.children(clause.verb)
    if not any(t.dep == "aux" and t.lower in _WILL for t in below):
        return False
    hedges = words("acts", "hedges", "words") - _WILL
    marks = {t.lower for b in (clause.verb, *below) for t in clause.sentence.children(b) if t.dep in {"mark", "advmod"}}
    return not marks & words("acts", "hedges", "marks") and not any(t.lower in hedges for t in clause.tokens)


def _gainsays(clause: Clause) -> bool:
    """Whether the sentence sets itself against what was said before it."""
    contrast = words("acts", "contrast", "words")
    if contrast.isdisjoint(clause.sentence.lemmas):
        return False
    return any(t.lemma in contrast for t in clause.sentence.tokens if t.start <= clause.end)


def _narrowing(clause: Clause, noun: Token) -> set[str]:
    """Words that make the denied thing a special one: "foreign" fighters, a demand for "ransom"."""
    below = clause.sentence.children(noun)
    own = {t.lemma for t in below if t.dep in _NARROWS and t.lemma not in _LOOSE}
    after = {p.lemma for t in below if t.lower in _OF for p in clause.sentence.children(t) if p.dep == "pobj"}
    return own | (after - _LOOSE - words("axes", "causes", "lengths"))


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text[:2] in {"19", "20"}
