"""Who does what to whom in a clause, whether the sentence is active, passive or denies a deed in one noun or "-ing".

"The union said it was not informed": the one not informed is the union. "Police denied using tear gas": the doers are
the police. "The ministry received a warning": what is done is the warning, and it befalls the ministry.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.extract.clauses import Clause, content_of, controller_of, subject_of
from discrepancy.extract.context import Context
from discrepancy.extract.negated import NOBODY
from discrepancy.extract.people import people_group
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words
from discrepancy.model import Participant
from discrepancy.values.names import Actor

_TOLD = frozenset({"acomp", "attr", "oprd"})
# of "plans to leave" and "thinks that" the deed is what follows
_CONTENTS = frozenset({"acl", "ccomp", "xcomp"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_LINKED = frozenset({"at", "from", "in", "of", "on"})
_NAMED = _MODIFIERS | {"pobj"}
_BEFALLEN = ("of", "on", "against", "to")
ANY = "any"
_AMONG = ("among", "from", "in", "of")
_SHARES = frozenset({"all", "any", "each", "many", "most", "none", "one", "some"})
_UNNAMED = frozenset({"ADJ", "ADV", "DET", "NUM", "PRON"})
_PARTICLE = "prt"
_SPEAKER = frozenset({"i", "me", "us", "we"})
_GROUP = frozenset({"us", "we"})
_CALLED = frozenset({"appos", "compound"})
_THINGS = frozenset({"it", "they", "them"})
_PEOPLE = frozenset({"he", "him", "she", "they", "them"})


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Whom the pronouns of a clause may stand for: somebody of the sentence before, else its speaker.

    In quotation marks nobody but "I" and "we" is the speaker.
    """

    context: Context
    speaker: Actor | None


def arguments_of(clause: Clause, pronouns: Pronouns) -> tuple[Participant, ...]:
    """The act of the clause, its doer and the one whom it befalls, as far as the clause names them."""
    return tuple(_arguments(clause, pronouns))


def noun_arguments(sentence: Sentence, noun: Token, doer: Token | None) -> tuple[Participant, ...]:
    """The same for a deed given as a noun: "denied any leak of data"."""
    found = [Participant("act", noun.lemma, words=frozenset({noun.lemma}))]
    found += [party(sentence, "undergoer", of) for of in sentence.behind(noun, "of", "on", "against")[:1]]
    by = next(iter(sentence.behind(noun, "by")), doer)
    found += [party(sentence, "doer", by)] if by is not None else []
    return tuple(found)


def _arguments(clause: Clause, pronouns: Pronouns) -> Iterator[Participant]:
    sentence, verb = clause.sentence, clause.verb
    below = sentence.children(verb)
    passive = any(t.dep in {"auxpass", "nsubjpass"} for t in below)
    subject = subject_of(clause) or controller_of(sentence, verb)
    objects = [noun for t in below for noun in _objects(sentence, t)]
    told = [t for t in below if t.dep in _TOLD]
    names = frozenset({verb.lemma, with_particle(sentence, verb)})
    light = verb.lemma in words("acts", "light", "verbs")
    thing = _deed(subject if passive else next((t for t in objects if t.dep == "dobj"), None), names, light)
    acts = [thing] if thing is not None else [t for t in told if light] or [verb]
    if acts == [verb] and verb.lemma in words("acts", "states", "verbs"):
        acts = [of for t in below if t.dep == "prep" for of in sentence.behind(verb, t.lower)][:1] or acts
    there = [t for t in below if t.dep in {"attr", "dobj"}] if any(t.dep == "expl" for t in below) else []
    acts = there or acts
    contents = [t for act in acts for t in sentence.children(act) if t.dep in _CONTENTS]
    if any(not _to_do(sentence, t) for t in contents) or len(contents) > 1:
        return
    for wish in contents:
        yield Participant("to:do", wish.lemma, words=frozenset({wish.lemma}))
    for act in acts:
        yield Participant("act", with_particle(sentence, act), words=names | {act.lemma})
    if passive:
        parties = [("undergoer", subject if thing is None else None), ("doer", sentence.doer(verb))]
    elif acts != [verb] or not objects:
        parties = [("party", subject), *(("undergoer", t) for t in objects if t not in acts)]
    else:
        parties = [("doer", subject), *(("undergoer", t) for t in objects[:1])]
    if thing is not None:
        parties += [("undergoer", t) for t in sentence.behind(thing, *_BEFALLEN)[:1]]
    beside = [thing] if passive and thing is not None else objects[:1]
    parties += list(_linked(sentence, [verb, *beside, *(t for t in there if t not in beside)]))
    for role, head in parties:
        if head is not None:
            yield party(sentence, role, head, pronouns)


def _to_do(sentence: Sentence, content: Token) -> bool:
    """Whether what follows the verb is a deed asked of somebody, and no statement: "begged her to stay"."""
    verb, below = sentence.head(content), sentence.children(content)
    somebody = any(t.dep == "nsubj" for t in below) or any(t.dep == "dobj" for t in sentence.children(verb))
    return somebody and any(t.dep == "aux" and t.lower == "to" for t in below)


def _objects(sentence: Sentence, below: Token) -> list[Token]:
    """The object that ``below`` is, or that its "to" or "for" leads to: "paid nothing to the workers"."""
    if below.dep == "dative" and below.pos == "ADP":
        return [t for t in sentence.children(below) if t.dep == "pobj"]
    return [below] if below.dep in {"dobj", "dative"} else []


def _deed(noun: Token | None, verb: frozenset[str], light: bool) -> Token | None:
    """The noun that names the act, where the verb says little: "made a payment", "no agreement was reached"."""
    named = noun is not None and noun.lemma in words("acts", "deeds", "nouns")
    if named and (light or verb & words("acts", "deeds", "verbs")):
        return noun
    return noun if light and noun is not None and noun.dep == "dobj" and noun.pos != "PRON" else None


def _linked(sentence: Sentence, heads: list[Token]) -> Iterator[tuple[str, Token]]:
    """What the prepositions behind the verb and its object lead to; parsers seldom know on which one hangs."""
    for head in heads:
        for below in sentence.children(head):
            if below.dep == "prep" or (below.dep == "dative" and below.pos == "ADP"):
                yield from ((f"with:{below.lower}", noun) for noun in sentence.behind(head, below.lower)[:1])


def with_particle(sentence: Sentence, act: Token) -> str:
    """The verb in its base form, with its particle: "go off"."""
    particle = next((t for t in sentence.children(act) if t.dep == _PARTICLE), None)
    return f"{act.lemma} {particle.lower}" if particle is not None else act.lemma


def party(sentence: Sentence, role: str, head: Token, pronouns: Pronouns | None = None) -> Participant:
    """Whoever ``head`` names, in ``role``; a pronoun is whom it stands for, may be the speaker, else anybody."""
    below = sentence.children(head)
    flat = any(t.dep in {"det", "neg"} and t.lower in {"any", "no"} for t in below)
    if head.lemma in _SHARES or head.pos == "NUM":
        flat = flat or head.lemma in _SHARES
        head = next(iter(sentence.behind(head, "of")), head)
    elif head.lower in NOBODY:
        among = next((t for t in sentence.behind(head, *_AMONG) if people_group(t.lemma)), None)
        flat, head = among is not None, among or head
    below = sentence.children(head)
    if any(t.dep == "nummod" and t.lower == "one" for t in below):
        if not any(t.lower == "not" and t.i < head.i for one in (head, *below) for t in sentence.children(one)):
            return Participant(role, head.lemma, "open")
        flat = True
    named = pronouns.context.antecedents.get(head.start) if pronouns is not None else None
    if named is not None:
        return Participant(role, named.noun, "name" if named.names else None, words=named.words)
    if head.pos in _UNNAMED or head.lower in NOBODY:
        stands = _stands_for(sentence, head, pronouns)
        holder = _alone(sentence, stands) if head.lower in _SPEAKER - _GROUP else None
        if holder is not None:
            told = party(sentence, role, holder)
            return Participant(
                role, holder.lemma, "name", words=told.words | stands | {t.lemma for t in _called(sentence, stands)}
            )
        return Participant(role, head.lower, "open", words=stands)
    special = [t for t in below if t.dep in _MODIFIERS or (t.dep == "appos" and t.pos == "PROPN")]
    linked = [t for of in sentence.behind(head, *_LINKED) for t in (of, *sentence.children(of)) if t.dep in _NAMED]
    own = frozenset(t.lower for t in special if t.dep == "poss" and t.pos in _UNNAMED)
    own |= {ANY} if flat else frozenset()
    own |= words("acts", "others", "words") & {t.lower for t in below}
    belongs = frozenset(f"of {word}" for word in content_of(linked))
    kind = "name" if head.pos == "PROPN" else None
    return Participant(role, head.lemma, kind, words=frozenset({head.lemma}) | content_of(special) | belongs | own)


def _stands_for(sentence: Sentence, pronoun: Token, pronouns: Pronouns | None) -> frozenset[str]:
    speaker = pronouns.speaker if pronouns is not None else None
    if pronouns is None or speaker is None or speaker.generic:
        return frozenset()
    person = speaker.type == "person"
    third = frozenset() if pronouns.context.quoted(pronoun.start) else _PEOPLE if person else _THINGS | _PEOPLE
    fits = pronoun.lower in _SPEAKER or pronoun.lower in third
    said = [word.lower().removesuffix("'s").strip("'") for word in speaker.name.split()]
    names = frozenset(form for word in said for form in (word, word.removesuffix("s")))  # farmers are called farmer
    named = frozenset(word for word in names if len(word) > 2 and word != "the") if fits else frozenset()
    return named | (
        frozenset(t.lemma for t in _called(sentence, names)) if person and pronoun.lower in _GROUP else frozenset()
    )


def _alone(sentence: Sentence, names: frozenset[str]) -> Token | None:
    """The post of the one who speaks, where a piece of news has one such mostly: the owner, the driver of the bus."""
    return next((t for t in _called(sentence, names) if t.lemma in words("roles", "alone", "words")), None)


def _called(sentence: Sentence, names: frozenset[str]) -> list[Token]:
    """What the sentence calls its speaker: "resident Eva Dahl said" that nobody warned "us", the residents."""
    named = [t for t in sentence.tokens if t.pos == "PROPN" and t.lower in names]
    beside = [t for n in named for t in sentence.children(n) if t.dep in _CALLED]
    beside += [sentence.head(n) for n in named if n.dep == "appos"]
    return [t for t in beside if t.pos == "NOUN"]
