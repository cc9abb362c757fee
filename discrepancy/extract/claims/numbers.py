"""Number claims: casualties by attribute, counted nouns, money, measures, durations, ages, percentages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from discrepancy.extract.antecedents import Antecedents
from discrepancy.extract.clauses import subject_at
from discrepancy.extract.context import Context
from discrepancy.extract.counted import NOMINAL, Counted, counted, counts_ourselves, modifiers
from discrepancy.extract.elided import fill_in
from discrepancy.extract.frame import clause_at, frame_at
from discrepancy.extract.harm import among, counts_people, harm, told_apart
from discrepancy.extract.harm_words import harms, hit_verbs
from discrepancy.extract.incidents import set_apart
from discrepancy.extract.lasting import deed_of
from discrepancy.extract.owners import owner
from discrepancy.extract.people import people_group
from discrepancy.extract.tolls import is_toll
from discrepancy.extract.turnout import CROWDS, TURNOUT, is_turnout, sizes_crowd
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table, words
from discrepancy.model import LONGEST_EVIDENCE, Claim, Participant, QuantityMention, Span

COMPARED = frozenset({"count", "money", "percentage", "measure", "duration", "age", "rate", "fraction", "ordinal"})
MOST_FIGURES = 40
ATTRIBUTE_REACH = 4
MIDNIGHT = 24
CROWD, PEOPLE = "crowd", "people"
ABOUT = frozenset({"about", "almost", "around", "just", "nearly", "quarter", "half", "shortly", "soon"})
HOURS = frozenset({"after", "at", "before", "past", "since", "till", "until"})
TAKEN_UP = frozenset({"all", "both", "the", "these", "those", "'s", "minus", "by"})
PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "prt", "acomp"})


def extract_numbers(context: Context) -> Iterable[Claim]:
    """One claim for each number that answers a question of its own."""
    return number_claims(context)


@lru_cache(maxsize=1)
def number_claims(context: Context) -> tuple[Claim, ...]:
    """The number claims of the document, worked out once for all that builds on them."""
    return tuple(set_apart(list(fill_in(_plain(context)))))


def _plain(context: Context) -> Iterator[tuple[Claim, bool]]:
    for sentence in context.sentences:
        host: str | None = None
        for mention in _mentions_in(context, sentence):
            claim = _claim(context, sentence, mention, host) if mention.role in COMPARED else None
            if claim is not None:
                host = claim.attribute if claim.attribute in harms() else host
                yield claim, _free(sentence, mention)


def _mentions_in(context: Context, sentence: Sentence) -> Iterator[QuantityMention]:
    """The numbers of a sentence; of a list of figures only the first, since it is a table and no statement."""
    mentions = context.mentions.quantities
    low = bisect_right(mentions, sentence.start - 1, key=lambda mention: mention.span.start)
    for mention in mentions[low : low + MOST_FIGURES]:
        if mention.span.start >= sentence.end:
            return
        yield mention


def _claim(context: Context, sentence: Sentence, mention: QuantityMention, host: str | None) -> Claim | None:
    found = counted(sentence, mention)
    if found is None or _clock(sentence, mention, found):
        return None
    frame = frame_at(context, mention.span.start, mention.span.end)
    attribute = _attribute(sentence, mention, found)
    people = tuple(_participants(sentence, found, attribute, context.antecedents))
    if attribute == "duration":
        people += deed_of(context, sentence, found)
    taken = found.partitive and attribute != "count" and not counts_ourselves(sentence, found)  # "54 of us" are all
    part = frame.scope.part or taken or among(sentence, found)
    part = part or ((attribute in harms() or found.of_a_kind) and told_apart(sentence, found))
    if attribute == "count" and host is not None and frame.scope.part and counts_people(found):
        attribute = host
    # "killing four and injuring 27 others": 27 are all the injured
    others = frozenset({"besides"} if host is not None and host != attribute and attribute in harms() else ())
    asked = _asked(sentence, found)
    turnout = attribute == "count" and is_turnout(sentence, found)
    frame = replace(
        frame,
        participants=people,
        topics=_topics(sentence, found, asked) | (CROWDS if turnout else frozenset()),
        asked=frozenset(token.lemma for token in asked if token.pos in {"NOUN", "VERB", "ADJ", "PROPN", "ADV"}),
        predicate=found.verb.lemma if found.verb is not None else None,
        scope=replace(frame.scope, part=part),
        cues=frame.cues
        | others
        | _difference(sentence, found)
        | _one_of_many(sentence, found)
        | _share(sentence, found)
        | frozenset({TURNOUT} if turnout else ()),
    )
    span = _quote(sentence, mention, found)
    evidence = context.document.evidence(span.start, span.end, Span(sentence.start, sentence.end))
    return Claim("", context.document.id, "number", attribute, mention.quantity, mention.text, evidence, frame)


def _difference(sentence: Sentence, found: Counted) -> frozenset[str]:
    """The cue "difference" where the figure says how far two others are apart: "30 fewer than allowed"."""
    after = sentence.tokens[found.last : found.end + 2]
    return frozenset({"difference"} if any(token.lower in words("scope", "difference") for token in after) else ())


def _one_of_many(sentence: Sentence, found: Counted) -> frozenset[str]:
    """The cue "one-of-many" where the figure is said of one of those before: "the strongest had a magnitude of 4.4"."""
    subject = subject_at(sentence, found.verb) if found.verb is not None else None
    if subject is None:
        return frozenset()
    picked = [subject, *(t for t in sentence.children(subject) if t.dep == "amod")]
    one = any(t.tag == "JJS" or t.lower in words("scope", "picked") for t in picked) and subject.tag != "NNS"
    return frozenset({"one-of-many"} if one else ())


def _share(sentence: Sentence, found: Counted) -> frozenset[str]:
    """The cue "share" for the 77 of "77 of the 150 seats", and "whole" for the 150."""
    start = found.first
    while start > 0 and sentence.tokens[start - 1].pos == "DET":
        start -= 1
    if start > 1 and sentence.tokens[start - 1].lower == "of" and sentence.tokens[start - 2].pos == "NUM":
        return frozenset({"whole"})
    within = sentence.tokens[found.last : found.end]
    return frozenset({"share"} if found.partitive and any(token.pos == "NUM" for token in within) else ())


def _free(sentence: Sentence, mention: QuantityMention) -> bool:
    """Whether the figure is new here and told by somebody, not "the three", "of 29" nor "two got on a scooter"."""
    inside = sentence.within(mention.span.start, mention.span.end)
    if inside and inside[-1].dep == "nsubj" and sentence.head(inside[-1]).lemma != "be":
        return False
    if not inside or inside[0].i == 0:
        return True
    before = sentence.tokens[inside[0].i - 1]
    if before.lower in {"them", "which", "whom"} and sentence.tokens[before.i - 1].lower == "of":
        return False
    if before.lower == "of":
        return before.i == 0 or sentence.tokens[before.i - 1].pos == "VERB"
    return before.lower not in TAKEN_UP


def _clock(sentence: Sentence, mention: QuantityMention, found: Counted) -> bool:
    """Whether a bare figure is the hour of the day: "soon before nine", "until 21.30", but not "put it at nine"."""
    if (
        found.noun is not None
        or mention.role != "count"
        or mention.quantity.unit
        or not 0 < mention.quantity.high <= MIDNIGHT
    ):
        return False
    at = found.first
    while at > 0 and (sentence.tokens[at - 1].pos == "ADV" or sentence.tokens[at - 1].lower in ABOUT):
        at -= 1
    before = sentence.tokens[at - 1] if at > 0 else None
    if before is None or before.lower not in HOURS:
        return False
    return before.lower != "at" or (found.verb is not None and found.verb.lemma not in words("tellers", "verbs"))


def _quote(sentence: Sentence, mention: QuantityMention, found: Counted) -> Span:
    clause = clause_at(sentence, mention.span.start, mention.span.end)
    if clause.end - clause.start <= LONGEST_EVIDENCE:
        return clause
    return Span(mention.span.start, max(mention.span.end, sentence.tokens[found.end - 1].end))


def _attribute(sentence: Sentence, mention: QuantityMention, found: Counted) -> str:
    if mention.role in {"count", "fraction"}:
        attribute = harm(sentence, found)
        if attribute:
            return attribute
        if _loosely_hit(found):
            return "hit"
    return mention.role


def _loosely_hit(found: Counted) -> bool:
    """People who were bombed or struck, without a word on what became of them."""
    if found.noun is None or found.verb is None or people_group(found.noun.lemma) is None:
        return False
    return found.verb.lemma in hit_verbs() and found.noun.dep in {"dobj", "nsubjpass"}


def _participants(sentence: Sentence, found: Counted, attribute: str, meant: Antecedents) -> Iterator[Participant]:
    crowd = attribute == "count" and sizes_crowd(sentence, found)
    if found.noun is not None:
        lemmas = frozenset(token.lemma for token in modifiers(sentence, found)) | {found.noun.lemma}
        yield Participant("counted", found.noun.lemma, people_group(found.noun.lemma), None, lemmas)
    elif crowd:
        yield Participant("counted", CROWD, people_group(PEOPLE), None, frozenset({CROWD}))
    elif (attribute in harms() and is_toll(sentence, found)) or (
        attribute == "count" and counts_ourselves(sentence, found)
    ):
        yield Participant("counted", PEOPLE, people_group(PEOPLE), None, frozenset({PEOPLE}))
    # who puts the crowd at a figure is no part of the crowd
    subject = None if crowd else _subject(sentence, found)
    if subject is not None:
        words = frozenset(t.lemma for t in sentence.subtree(subject) if t.pos in {"NOUN", "PROPN", "ADJ"})
        yield Participant("subject", subject.lemma, people_group(subject.lemma), None, words)
        if subject.pos == "PROPN":
            yield Participant("named-subject", subject.lemma, None, None, words)
    whose = owner(sentence, found, attribute, meant)
    if whose is not None:
        yield whose


def _subject(sentence: Sentence, found: Counted) -> Token | None:
    """Whose number it is: subject of the governing verb, else the noun that the number's noun belongs to."""
    verb = found.verb
    while verb is not None:
        for child in sentence.children(verb):
            outside = not (found.first <= child.i < found.last) and child is not found.noun
            if child.dep in {"nsubj", "nsubjpass"} and outside:
                return sentence.meant(child)
        if verb.dep not in {"conj", "xcomp", "advcl", "acl"} or verb.head == verb.i:
            return None
        above = sentence.head(verb)
        verb = above if above.pos in {"VERB", "AUX"} else None
    return None


@cache
def _families() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for family, classes in table("attributes").items():
        for word_class, lemmas in classes.items():
            for lemma in lemmas:
                found.setdefault((word_class, lemma), set()).add(family)
    return {word: frozenset(families) for word, families in found.items()}


def _asked(sentence: Sentence, found: Counted) -> list[Token]:
    """The words that say what is asked: counted noun, verb with its parts, head noun, adjective behind the unit."""
    near = list(sentence.tokens[found.last : found.last + 2])
    if found.noun is not None:
        near += [found.noun, *modifiers(sentence, found)]
    if found.verb is not None:
        near += [found.verb, *(child for child in sentence.children(found.verb) if child.dep in PARTS)]
    for above in list(sentence.ancestors(sentence.tokens[found.last - 1]))[:ATTRIBUTE_REACH]:
        if above.pos in {"VERB", "AUX"}:
            break
        near.append(above)
    return [token for token in near if not found.first <= token.i < found.last]


def _topics(sentence: Sentence, found: Counted, asked: Iterable[Token]) -> frozenset[str]:
    """Families of the words that say what is asked, and of what stands with noun and verb ("people on board")."""
    families = _families()
    near = [*asked, *_attached(sentence, found)]
    return frozenset(name for token in near for name in families.get((_word_class(token), token.lemma), ()))


def _attached(sentence: Sentence, found: Counted) -> Iterator[Token]:
    for host in (found.noun, found.verb):
        for child in sentence.children(host) if host is not None else ():
            if child.dep in {"advmod", "acl", "relcl"}:
                yield child
            elif child.dep == "prep":
                yield child
                yield from (object_ for object_ in sentence.children(child) if object_.dep == "pobj")


def _word_class(token: Token) -> str:
    return "nouns" if token.pos in NOMINAL else "verbs" if token.pos in {"VERB", "AUX"} else "others"
