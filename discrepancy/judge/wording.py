"""Why two figures cannot both be true and why they are taken to answer one question, in one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from discrepancy.judge.nouns import counted, said, thing
from discrepancy.judge.questions import dimension
from discrepancy.lexicon import table, words
from discrepancy.model import Claim, Pair
from discrepancy.values.names import Actor, Place

MOST_GROUNDS = 3
MOST_WORDS = 2
SHORTEST_WORD = 4
GRAIN = "day"


def why_apart(pair: Pair) -> str:
    """ "62 and 70 share no value; both count soldiers killed and both speak of 17 September 2016 in Deir ez-Zor".

    What both figures are comes first where it can be said, then the strongest reasons for one question that mean
    something to a reader; three grounds at most.
    """
    gap = f"{pair.left.shown} and {pair.right.shown} share no value"
    told = grounds(pair)
    return f"{gap}; {listed(told)}" if told else gap


def grounds(pair: Pair) -> tuple[str, ...]:
    """What both figures are, and what else speaks for one question, strongest first."""
    found = list(filter(None, [_what(pair.left, pair.right)]))
    for ground in _told(pair):
        if ground not in found:
            found.append(ground)
    return tuple(found[:MOST_GROUNDS])


def listed(parts: tuple[str, ...]) -> str:
    """ "a", "a and b", "a, b, and c"; two parts that hold an "and" themselves are set apart by a comma too."""
    if len(parts) < MOST_GROUNDS and not any(" and " in part for part in parts):
        return " and ".join(parts)
    return ", and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _told(pair: Pair) -> Iterator[str]:
    for reason in sorted(pair.reasons, key=lambda reason: (-reason.weight, reason.code)):
        base = reason.code.rpartition(":")[2]
        if reason.weight <= 0:
            continue
        if base in words("wording", "told", "own"):
            yield reason.text
        for name, tell in TELLERS.items():
            if base in words("wording", "told", name) and (ground := tell(pair.left, pair.right)):
                yield ground


def _what(left: Claim, right: Claim) -> str | None:
    counts: dict[str, str] = table("wording")["counts"]
    a, b = left.attribute, right.attribute
    if a != b:
        if a not in counts or b not in counts or "count" in (a, b):
            return None
        return f"one counts {_counted(left)}, the other {_counted(right)}"
    if a not in counts:
        dimensions: dict[str, str] = table("wording")["dimensions"]
        are: dict[str, str] = table("wording")["are"]
        return dimensions.get(dimension(left) or "") or are.get(a)
    who = counted((left, right))
    if who is None:
        return None if a == "count" else f"both count {counts[a].format(noun='people')}"
    return f"both count {counts[a].format(noun=said(who))}"


def _counted(claim: Claim) -> str:
    who = counted((claim,))
    return str(table("wording")["counts"][claim.attribute]).format(noun=said(who) if who is not None else "people")


def _event(left: Claim, right: Claim) -> str | None:
    day, place = _day(left, right), _place(left, right)
    if day or place:
        return "both speak of " + " in ".join(filter(None, [day, place]))
    nouns = sorted((left.frame.occasion.nouns & right.frame.occasion.nouns) - _counted_nouns(left, right))
    return f"both speak of the {nouns[0]}" if nouns else None


def _day(left: Claim, right: Claim) -> str | None:
    """The first day that both claims are tied to, as far as each names a single day."""
    for one in left.frame.occasion.days:
        for two in right.frame.occasion.days:
            if one == two and one.grain == GRAIN and (one.end - one.start).days == 1:
                return f"{one.start.day} {table('wording')['months'][one.start.month - 1]} {one.start.year}"
    return None


def _place(left: Claim, right: Claim) -> str | None:
    """The finest place that both claims are tied to, in the words of the first."""
    theirs = {place.key for place in right.frame.occasion.places}
    shared = [place for place in left.frame.occasion.places if place.key in theirs and not _people(place)]
    return max(shared, key=_depth).name if shared else None


def _people(place: Place) -> bool:
    """Whether the name is that of people ("Syrian"), which says less than where it was."""
    return place.key.startswith("people:")


def _depth(place: Place) -> int:
    return len(place.within)


def _speakers(left: Claim, right: Claim) -> str | None:
    a, b = left.frame.speaker, right.frame.speaker
    if a is not None and b is not None:
        return f"one comes from {_name(a)} and one from {_name(b)}" if _name(a) != _name(b) else None
    speaker = a or b
    if speaker is None:
        return None
    where = "the article" if left.document == right.document else "the other article"
    return f"one comes from {_name(speaker)} and one stands in {where}'s own words"


def _name(actor: Actor) -> str:
    return " ".join(actor.name.split())


def _subject(left: Claim, right: Claim) -> str | None:
    about = thing((left, right))
    return f"both are said of the {about}" if about else None


def _words(left: Claim, right: Claim) -> str | None:
    """The longest of the words that both clauses, or else both sentences, share: short words tell little."""
    idle = _counted_nouns(left, right) | words("questions", "telling") | left.frame.names | right.frame.names
    for one, two in ((left.frame.clause, right.frame.clause), (left.frame.content, right.frame.content)):
        shared = [word for word in one & two if word.isalpha() and len(word) >= SHORTEST_WORD and word not in idle]
        if shared:
            best = sorted(shared, key=lambda word: (-len(word), word))[:MOST_WORDS]
            quoted = " and ".join(f"“{word}”" for word in best)
            return f"both sentences share the {'words' if len(best) > 1 else 'word'} {quoted}"
    return None


def _counted_nouns(left: Claim, right: Claim) -> frozenset[str]:
    return frozenset(who.noun for c in (left, right) for who in c.frame.participants if who.role == "counted")


TELLERS: dict[str, Callable[[Claim, Claim], str | None]] = {
    "event": _event,
    "speakers": _speakers,
    "subject": _subject,
    "words": _words,
}
