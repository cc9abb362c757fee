"""The question that a conflict is about, in words."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model import Claim

HARM = {
    "killed": "How many {people} were killed?",
    "injured": "How many {people} were injured?",
    "missing": "How many {people} are missing?",
    "arrested": "How many {people} were arrested?",
    "displaced": "How many {people} were displaced?",
    "hospitalised": "How many {people} were taken to hospital?",
    "rescued": "How many {people} were rescued or freed?",
    "abducted": "How many {people} were abducted?",
    "infected": "How many {people} were infected?",
    "casualties": "How many {people} were killed or injured?",
    "hit": "How many {people} were hit?",
}
ROLES = {
    "money": "How much money was it?",
    "age": "How old?",
    "percentage": "What was the percentage?",
    "duration": "How long did it take?",
    "measure": "How much did it measure?",
    "rate": "What was the rate?",
    "ordinal": "Which one in order was it?",
    "fraction": "What share was it?",
}
TOPICS = {
    "speed": "How fast?",
    "weight": "How heavy?",
    "depth": "How deep?",
    "height": "How high?",
    "distance": "How far?",
    "temperature": "What was the temperature?",
    "magnitude": "What was the magnitude?",
    "turnout": "What was the turnout?",
    "price": "What was the price?",
    "ransom": "How much ransom?",
    "loss": "What was the loss worth?",
    "crowd": "How many people took part?",
}


def number_question(claims: Sequence[Claim]) -> str:
    """The question that the figures of ``claims`` answer."""
    attributes = {claim.attribute for claim in claims}
    noun = next((who.noun for claim in claims for who in claim.frame.participants if who.role == "counted"), None)
    if attributes == {"killed", "hit"} or attributes == {"hit", "injured"}:
        return HARM["hit"].format(people=_plural(noun) or "people")
    harm = next((a for a in sorted(attributes) if a in HARM), None)
    if harm:
        return HARM[harm].format(people=_plural(noun) if noun and harm not in {"killed"} else _plural(noun) or "people")
    shared = frozenset.intersection(*(claim.frame.topics for claim in claims))
    topic = next((name for name in sorted(shared) if name in TOPICS), None)
    role = next(iter(sorted(attributes)))
    if role == "count" or role not in ROLES:
        return f"How many {_plural(noun)}?" if noun else "How many?"
    return TOPICS[topic] if topic and role in {"measure", "money", "percentage"} else ROLES[role]


def _plural(noun: str | None) -> str:
    if noun is None:
        return "people"
    if noun in {"people", "police", "troops"} or noun.endswith("s"):
        return noun
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun in {"person", "child"}:
        return {"person": "people", "child": "children"}[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def question(kind: str, claims: Sequence[Claim]) -> str:
    """The question of a conflict of ``kind`` between ``claims``."""
    if kind == "number":
        return number_question(claims)
    return OTHER_KINDS[kind]


OTHER_KINDS = {
    "date": "When did it happen?",
    "place": "Where did it happen?",
    "actor": "Who did it?",
    "cause": "How did it come about?",
    "polarity": "Did it happen?",
    "quote": "What were the words?",
    "identity": "Who or what is it?",
}
