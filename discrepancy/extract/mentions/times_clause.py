"""What the clause around a time word says: whether it looks ahead, and whether the word is a time at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from discrepancy.extract.mentions.times_grammar import Anchor, Match
from discrepancy.extract.mentions.times_pieces import Word
from discrepancy.language.tokens import Sentence, Token
from discrepancy.lexicon import words

_FARTHEST_VERB = 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2059
_PAST_HELPERS = {"'d", "'ve", "had", "has", "have", "was", "were"}
_MONTH_PREPOSITIONS = {
    "by",
    "during",
    "from",
    "in",
    "last",
    "mid",
    "next",
    "of",
    "since",
    "this",
    "until",
    "late",
    "early",
}


def in_clause(anchor: Anchor, sentence: Sentence, word: Word) -> Anchor:
    """Whether the clause around ``word`` points ahead ("will open on Friday", "is due on 3 May") or back."""
    if word.token is None:
        return anchor
    if _at_the_soonest(sentence, word.token):
        return replace(anchor, ahead=True)
    for token in islice(sentence.ancestors(word.token), _FARTHEST_VERB):
        if token.lemma in words("times", "words", "planned") and token.tag != "VBD":
            return replace(anchor, ahead=True)
        if token.pos in {"VERB", "AUX"}:
            before = sentence.word_before(word.token)
            ahead = _future_verb(sentence, token, before)
            return replace(anchor, ahead=ahead, past=not ahead and _past_verb(sentence, token))
    return anchor


def _past_verb(sentence: Sentence, verb: Token) -> bool:
    """ "Was heard", "heard", "has been heard", "published in May", but not "is heard"."""
    helpers = {token.lower for token in sentence.children(verb) if token.dep in {"aux", "auxpass"}}
    return verb.tag == "VBD" or (verb.tag == "VBN" and (not helpers or bool(helpers & _PAST_HELPERS)))


def _at_the_soonest(sentence: Sentence, token: Token) -> bool:
    """ "As early as Friday", "as soon as next week"."""
    before = sentence.lowers[max(0, token.i - 4) : token.i]
    return any(
        before[i] == "as" and before[i + 1 :][:2] in (("soon", "as"), ("early", "as")) for i in range(len(before))
    )


def _future_verb(sentence: Sentence, verb: Token, before: str) -> bool:
    until = before in words("times", "words", "until")
    if until and verb.lemma in words("times", "words", "moved"):
        return True
    helpers = [token for token in sentence.children(verb) if token.dep in {"aux", "auxpass"}]
    if any(token.lower in words("times", "words", "ahead") for token in helpers):
        return not any(token.lower == "have" for token in helpers)
    if verb.tag == "VB" and any(token.lower == "to" for token in helpers):
        head = sentence.head(verb)
        return head.lemma in words("times", "words", "planned")
    if verb.tag in {"VBZ", "VBP"} and verb.lemma in words("times", "words", "timetable"):
        return True
    return until and verb.tag in {"VBZ", "VBP", "VB"}


def is_time(match: Match, pieces: Sequence[Word], sentence: Sentence) -> bool:
    """Whether a word that is a time only at times is one here: a bare number, "at 18.26", "May", "fall"."""
    names = {name for name, _ in match.found}
    if ("DOTTED" in names and not names & {"AMPM", "ZONE"}) or {"to", "HOUR"} <= names:
        return not _is_amount(pieces, match.stop, sentence)
    if match.stop - match.first > 1 and match.found[0][0] not in {"in", "the", "SEASON"}:
        return True
    word = pieces[match.stop - 1]
    before = pieces[match.stop - 2] if match.stop > 1 else None
    after = pieces[match.stop] if match.stop < len(pieces) else None
    if "SEASON" in word.kinds:
        return word.lower != "fall" or after is None or after.lower not in {"of", "in", "from", "to"}
    if match.stop - match.first > 1:
        return True
    if "YEAR" in word.kinds:
        return _is_year(word, before, after, sentence)
    if "MONTH" in word.kinds:
        return _is_month(word, before, sentence)
    return True


def _is_amount(pieces: Sequence[Word], stop: int, sentence: Sentence) -> bool:
    """Whether the number that ends before ``stop`` measures something: "at 18.26 metres", "closed at 12.40"."""
    after = pieces[stop] if stop < len(pieces) else None
    if after is not None and after.kinds.keys().isdisjoint({"WEEKDAY", "MONTH", "DAY", "PART"}):
        unit = after.token is not None and after.token.tag in {"NN", "NNS"} and after.token.dep != "nsubj"
        if unit or after.lower in {"%", "-", "/"} or after.kinds.keys() & {"AMPM", "UNIT", "UNITS", "NUM", "ZONE"}:
            return True
    if any(sign in sentence.text for sign in "$€£¥"):
        return True
    return any(token.lemma in words("times", "words", "priced") for token in sentence.tokens)


def _is_year(word: Word, before: Word | None, after: Word | None, sentence: Sentence) -> bool:
    led = before is not None and before.lower in words("times", "words", "year_before")
    if not led and not _FIRST_YEAR <= word.kinds["YEAR"] <= _LAST_YEAR:
        return False
    if before is not None and (
        before.lower in words("times", "words", "counted") or (word.glued and before.lower != "(")
    ):
        return before.lower in {"-", "/", "'"}
    if after is not None and (after.lower in {"%", "percent"} or after.kinds.keys() & {"UNITS", "ZONE"}):
        return False
    token = word.token
    if token is None or token.dep != "nummod" or led:
        return True
    return sentence.head(token).tag != "NNS" or sentence.head(token).i < token.i


def _is_month(word: Word, before: Word | None, sentence: Sentence) -> bool:
    """ "April Jones" and "Theresa May" are people."""
    if word.lower in words("times", "words", "shortened"):
        return False
    if before is None or before.lower in _MONTH_PREPOSITIONS or before.kinds:
        led = before is not None
    else:
        led = False
        if before.text[0].isupper() and not before.text.isupper() and before.start > 0:
            return False
    token = word.token
    if led or token is None or token.dep not in {"compound", "nsubj"}:
        return True
    head = sentence.head(token)
    return token.dep == "compound" and not (head.tag == "NNP" and head.i == token.i + 1)
