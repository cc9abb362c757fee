"""What claims count and what they are about, as nouns that a sentence can use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from discrepancy.lexicon import table, words
from discrepancy.model import Claim, Participant

ANYBODY = "any"
EDGES = "\"'.,;:()\u201c\u201d\u2018\u2019"


def counted(claims: Sequence[Claim]) -> Participant | None:
    """What most of ``claims`` count; at a tie people of any kind before one kind of people, then the first named."""
    named = [who for claim in claims for who in claim.frame.participants if who.role == "counted" and _says(who)]
    times = Counter(who.noun for who in named)
    return max(named, key=lambda who: (times[who.noun], who.group == ANYBODY), default=None)


def named(claims: Sequence[Claim]) -> str | None:
    """The name of the person whose age ``claims`` give, with its capitals, where the quoted words hold it."""
    for claim in claims:
        owner = next((who for who in claim.frame.participants if who.role == "owner" and who.group is not None), None)
        written = [word.strip(EDGES) for word in claim.evidence.text.split()]
        name = next((word for word in written if owner is not None and word.lower() == owner.noun), None)
        if name is not None:
            return name
    return None


def _says(who: Participant) -> bool:
    return who.noun.isalpha() and who.noun not in words("nouns", "unsaid")


def thing(claims: Sequence[Claim]) -> str | None:
    """The noun that all of ``claims`` are about, as far as they name one ("train"); None where they differ."""
    telling = words("questions", "telling")
    subjects = {
        noun for claim in claims if claim.frame.predicate not in telling and (noun := _subject(claim)) is not None
    }
    return subjects.pop() if len(subjects) == 1 else None


def _subject(claim: Claim) -> str | None:
    """The common noun that is the subject of the claim's clause; a bare lemma cannot give a name its capitals."""
    roles = {who.role: who.noun for who in claim.frame.participants}
    noun = roles.get("subject")
    if noun is None or "named-subject" in roles or not noun.isalpha() or noun in words("nouns", "pronouns"):
        return None
    return noun


def said(who: Participant) -> str:
    """The plural of what is counted, with the word that makes it a job: "police officers"."""
    jobs = table("nouns")["jobs"].get(who.noun, ())
    first = next((job for job in jobs if job in who.words), None)
    return f"{first} {plural(who.noun)}" if first else plural(who.noun)


def plural(noun: str) -> str:
    """The plural of the lemma ``noun``: from the lexicon, else by rule."""
    known: dict[str, str] = table("nouns")["plurals"]
    if noun in known:
        return known[noun]
    if noun.endswith("man"):
        return noun.removesuffix("man") + "men"
    if noun.endswith("sis"):
        return noun.removesuffix("is") + "es"
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return noun.removesuffix("y") + "ies"
    if noun.endswith("s") and not noun.endswith(("as", "is", "ss", "us")):
        return noun
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
