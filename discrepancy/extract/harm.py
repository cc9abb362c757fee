"""What happened to the people that a number counts: killed, injured, missing, arrested, ...

Token patterns come first, the parse second: in news the harm word stands right behind the number and its noun
("62 Syrian soldiers were killed", "28 injured") far more often than anywhere else, and the small parser is weakest
exactly in the clipped coordinations where that happens.
"""

from __future__ import annotations

from discrepancy.extract.counted import Counted
from discrepancy.extract.harm_words import harm_of, said_of_things, telling
from discrepancy.extract.people import people_group
from discrepancy.extract.tolls import BREAKS, toll
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import table

REACH_RIGHT = 10
REACH_LEFT = 5
LINKS = frozenset({"be", "have", "get", "become", "lie", "remain", "to"})
SKIPPED = frozenset({"ADJ", "NOUN", "PROPN", "DET", "ADP", "PRON", "AUX", "PART", "ADV", "NUM"})
LIVES = frozenset({"life", "lives"})
TAKING = frozenset({"claim", "cost", "lose", "take"})
ASIDE = frozenset({"including", "most", "mostly", "many"})
REMAINS = frozenset({"body", "corpse"})
FORCES = frozenset({"military", "militant", "police"})
QUOTES = frozenset({'"', "'", "''", "``"})
REACH_AMONG = 7


def harm(sentence: Sentence, found: Counted) -> str | None:
    """The attribute of the figure: "killed", "injured", "casualties" for a sum of both; None when it is no harm."""
    attribute = (
        _remains(found)
        or _behind(sentence, found)
        or _before(sentence, found)
        or _governed(sentence, found)
        or _noun(sentence, found)
        or toll(sentence, found)
    )
    if attribute == "casualties" and not counts_people(found):
        return None
    if attribute in {"killed", "injured"} and _both(sentence, found, attribute):
        return "casualties"
    return attribute


def _remains(found: Counted) -> str | None:
    """Bodies are the dead, whatever is done with them: "seven bodies were pulled from the rubble"."""
    return "killed" if found.noun is not None and found.noun.lemma in REMAINS else None


def _noun(sentence: Sentence, found: Counted) -> str | None:
    if found.noun is None:
        return None
    lemma = found.noun.lemma
    if lemma in LIVES:
        return "killed" if found.verb is not None and found.verb.lemma in TAKING else None
    return harm_of("nouns").get(lemma) or harm_of("people").get(lemma)


def _governed(sentence: Sentence, found: Counted) -> str | None:
    """The harm verb whose subject the number is, however far: "11 civilians including three children were killed"."""
    anchor = found.noun if found.noun is not None else sentence.tokens[found.last - 1]
    if anchor.dep not in {"nsubjpass", "nsubj"} or not counts_people(found):
        return None
    return _state(sentence, sentence.head(anchor))


def _behind(sentence: Sentence, found: Counted) -> str | None:
    """The harm word to the right of the number: "62 soldiers were killed", "62 dead", "12 people lost their lives"."""
    tokens = sentence.tokens
    start = found.last + 1 if found.last < len(tokens) and tokens[found.last].text in QUOTES else found.last
    for token in tokens[start : start + REACH_RIGHT]:
        if token.lemma in said_of_things() and not counts_people(found):
            return None
        if token.lower == "fatally" and sentence.tokens[min(token.i + 1, len(tokens) - 1)].pos != "VERB":
            return "killed"
        attribute = _deadly(sentence, token) or _state(sentence, token)
        if attribute:
            return attribute
        if token.pos == "VERB" and token.lemma not in LINKS:
            return _phrase(sentence, token, token.i + 1)
        if token.pos == "VERB":
            continue
        if token.lower in ASIDE:
            return _governed(sentence, found)
        if token.lower == "among":
            return _among(sentence, token)
        if token.pos not in SKIPPED or token.text in BREAKS or _new_number(token, found):
            return None
    return None


def _new_number(token: Token, found: Counted) -> bool:
    return token.pos == "NUM" and token.i >= found.end


def _state(sentence: Sentence, token: Token) -> str | None:
    """The attribute of a harm word said of what stands before it: participle, adjective or intransitive verb."""
    if token.lemma in harm_of("intransitive") and token.tag.startswith("VB") and not _has_object(sentence, token):
        return harm_of("intransitive")[token.lemma]
    if token.lower in harm_of("adjectives") and (token.pos != "VERB" or token.tag == "VBG"):
        following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
        if following is None or following.pos not in {"NOUN", "PROPN"}:
            return harm_of("adjectives")[token.lower]
    if token.lemma in harm_of("verbs") and token.tag in {"VBN", "VBD"} and not _acts(sentence, token):
        return None if _misses(sentence, token) else harm_of("verbs")[token.lemma]
    return None


def _has_object(sentence: Sentence, verb: Token) -> bool:
    return any(child.dep == "dobj" and child.i > verb.i for child in sentence.children(verb))


def _misses(sentence: Sentence, verb: Token) -> bool:
    """A machine is shot down; whoever is shot at may stay unhurt, but "were shot at the club" names the place."""
    following = sentence.word_after(verb)
    missed = following == "down" or (following == "at" and verb.tag != "VBN")
    return missed and harm_of("verbs")[verb.lemma] == "casualties"


def _acts(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb has its own object behind it, so that what stands before it did the harm."""
    if any(child.dep == "auxpass" for child in sentence.children(verb)):
        return False
    return any(
        child.dep in {"dobj", "dative"} and child.i > verb.i and child.pos != "ADV" for child in sentence.children(verb)
    )


def _deadly(sentence: Sentence, verb: Token) -> str | None:
    """A verb that kills by a word beside it: "were fatally shot", "shot and killed", "beaten to death"."""
    if verb.tag not in {"VBN", "VBD"} or _acts(sentence, verb):
        return None
    before, after = sentence.tokens[max(0, verb.i - 1) : verb.i], sentence.tokens[verb.i + 1 : verb.i + 3]
    following = [token.lower for token in after]
    if any(token.lower == "fatally" for token in before) or following[:1] == ["dead"] or following == ["to", "death"]:
        return "killed"
    if len(after) < 2:
        return None
    if after[0].lower == "and" and after[1].tag in {"VBN", "VBD"}:
        return _state(sentence, after[1])
    return _deadly(sentence, after[0]) if after[0].tag == "VBN" else None


def among(sentence: Sentence, found: Counted) -> bool:
    """Whether the figure is counted among others: "three children were among the dead"."""
    for token in sentence.tokens[found.end : found.end + 3]:
        if token.lower == "among":
            return True
        if token.lemma != "be":
            return False
    return False


def _among(sentence: Sentence, link: Token) -> str | None:
    """The harm of those among whom the figure is counted: "three children were among the dead"."""
    for token in sentence.tokens[link.i + 1 : link.i + 1 + REACH_AMONG]:
        attribute = harm_of("people").get(token.lemma) or harm_of("adjectives").get(token.lower)
        attribute = attribute or _state(sentence, token)
        if attribute or token.text in BREAKS or token.text == ",":
            return attribute
    return None


def _phrase(sentence: Sentence, verb: Token, start: int) -> str | None:
    """Verbs that do harm only with what follows from ``start``: "lost their lives", "took 12 people to hospital"."""
    after = {token.lemma for token in sentence.tokens[start : start + 4]}
    for attribute, entry in table("harm").items():
        for phrase in entry["phrases"]:
            head, *rest = phrase.split()
            if verb.lemma == head and rest and set(rest) - {"their", "to", "in", "for", "from", "be", "no"} <= after:
                return str(attribute)
    return None


def told_apart(sentence: Sentence, found: Counted) -> bool:
    """Whether the figure says how many of the victims were of one kind: "25 of the dead were children"."""
    if found.noun is None:
        return False
    if found.of_a_kind:
        return people_group(found.noun.lemma) not in {None, "any"}
    verb = sentence.head(found.noun)
    if found.noun.dep == "nsubj" and verb.lemma == "be":
        kinds = [token for token in sentence.children(verb) if token.dep == "attr"]
    else:
        verb, *kinds = (*sentence.tokens[found.end : found.end + 2], found.noun)
    return verb.lemma == "be" and any(
        people_group(token.lemma) not in {None, "any"} and token.i > found.noun.i for token in kinds
    )


def _before(sentence: Sentence, found: Counted) -> str | None:
    """The harm verb to the left: "killed 62 soldiers", "killing at least 12", "took the lives of 61"."""
    start = max(0, found.first - REACH_LEFT)
    for token in reversed(sentence.tokens[start : found.first]):
        if token.lemma in LIVES or (token.pos == "VERB" and _kills(sentence, token, found)):
            return "killed"
        if token.lemma in harm_of("verbs") and token.pos in {"VERB", "ADJ", "NOUN"}:
            if _misses(sentence, token):
                return None
            passive = any(child.dep == "auxpass" for child in sentence.children(token))
            if passive and token.lemma not in harm_of("intransitive"):
                return None
            return harm_of("verbs")[token.lemma] if counts_people(found) else None
        if token.i == found.first - 1 and token.pos != "VERB" and (named := _gerund(token)):
            return named if counts_people(found) else None
        if token.lower in {"dead", "injured", "wounded", "missing"} and token.i == found.first - 1:
            return harm_of("adjectives")[token.lower]
        if token.pos == "VERB" and counts_people(found):
            return _phrase(sentence, token, found.end)
        if token.pos == "VERB" or token.text in BREAKS or token.lower == "by":
            return None
    return _conjoined(sentence, found)


def _gerund(token: Token) -> str | None:
    """The harm of an "-ing" that is read as a noun for want of a comma: "hit a school killing 35 pupils"."""
    stem = token.lower.removesuffix("ing")
    if stem == token.lower:
        return None
    return harm_of("verbs").get(stem) or harm_of("verbs").get(stem + "e")


def _kills(sentence: Sentence, verb: Token, found: Counted) -> bool:
    """Whether the verb means death for its object: "fatally shot two", "shot dead two", "the army lost 12 soldiers"."""
    beside = {token.lower for token in sentence.tokens[max(0, verb.i - 1) : verb.i + 2]}
    if beside & {"dead", "fatally"}:
        return counts_people(found)
    return verb.lemma == "lose" and found.noun is not None and people_group(found.noun.lemma) in FORCES


def counts_people(found: Counted) -> bool:
    """Whether the number can count people: its noun is one for people or a name, or it has none."""
    return found.noun is None or people_group(found.noun.lemma) is not None or found.noun.pos == "PROPN"


def _conjoined(sentence: Sentence, found: Counted) -> str | None:
    """A further object of a harm verb: "killing three men and two women"."""
    anchor = found.noun if found.noun is not None else sentence.tokens[found.last - 1]
    if anchor.dep not in {"conj", "dobj"}:
        return None
    for above in sentence.ancestors(anchor):
        if above.pos == "VERB":
            wanted = above.lemma in harm_of("verbs") and above.i < found.first and counts_people(found)
            return harm_of("verbs")[above.lemma] if wanted else None
        if above.pos not in {"NOUN", "PROPN", "NUM"}:
            return None
    return None


def _both(sentence: Sentence, found: Counted, attribute: str) -> bool:
    """Whether one figure covers dead and injured: "80 killed or wounded", "killed and injured 80"."""
    other = "injured" if attribute == "killed" else "killed"
    stretch = sentence.tokens[max(0, found.first - 5) : found.end + 6]
    for link in stretch:
        if link.lower in {"or", "and"} and 0 < link.i < len(sentence.tokens) - 1:
            left, right = sentence.tokens[link.i - 1], sentence.tokens[link.i + 1]
            pair = {left.lower, left.lemma} | {right.lower, right.lemma}
            if pair & telling(other) and pair & telling(attribute) and _one_figure(sentence, found, link):
                return True
    return False


def _one_figure(sentence: Sentence, found: Counted, link: Token) -> bool:
    low, high = sorted((found.last, link.i))
    return not any(token.pos == "NUM" for token in sentence.tokens[low:high] if token.i >= found.last) and not any(
        token.pos == "NUM"
        for token in sentence.tokens[link.i + 1 : link.i + 4]
        if not found.first <= token.i < found.last
    )
