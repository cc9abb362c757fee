"""One report built by hand: three conflicts, rival figures, an update, a copy, an unread file, a warning."""

from __future__ import annotations

from datetime import date

from discrepancy.model import (
    Claim,
    Compatible,
    Conflict,
    Document,
    Extraction,
    Frame,
    Kind,
    Mentions,
    NotCompared,
    Position,
    Reason,
    Unread,
    Value,
)
from discrepancy.report.notebook import Comparison
from discrepancy.values.names import Actor
from discrepancy.values.quantity import Quantity, exact
from discrepancy.values.stance import Stance

POST = Document(
    "post",
    "Fire on night ferry\n\nThe coast guard said 14 passengers died when the ferry Brenna caught fire off Orsa.\n"
    "The operator called it an accident. At least 30 people were hurt, hospitals said.\n",
    "articles/post.txt",
    "Fire on night ferry",
    "Northern Post",
    date(2031, 3, 4),
    "dateline",
    sha256="1" * 64,
)
RADIO = Document(
    "radio",
    "“Nineteen people lost their lives,” harbour master Ida Lund told reporters.\n"
    "Police believe that the fire was set on purpose. At least 45 were injured, the union said.\n"
    "Divers found two wrecks | one of them older.\n",
    "articles/radio.txt",
    None,
    "Island Radio",
    date(2031, 3, 5),
    "given",
    warnings=("2 bytes could not be decoded and are shown as \ufffd",),
    sha256="2" * 64,
)
HERALD = Document(
    "herald",
    "記者報道：Twelve dead after ferry blaze.\nThe crew had been trained, the operator said.\n",
    "articles/herald.json",
    "Ferry blaze",
    None,
    None,
    sha256="3" * 64,
)
COAST_GUARD = Actor("coast guard", "coast-guard", "organisation")
LUND = Actor("Ida Lund", "ida-lund", "person")
OPERATOR = Actor("the operator", "operator", "role")
POLICE = Actor("Police", "police", "organisation")
HOSPITALS = Actor("hospitals", "hospitals", "group", generic=True)
UNION = Actor("the union", "union", "organisation")


def claim(
    document: Document,
    number: int,
    words: str,
    kind: Kind,
    attribute: str,
    value: Value,
    shown: str,
    speaker: Actor | None = None,
    *,
    direct: bool = False,
) -> Claim:
    """The claim that ``words``, which stand in ``document``, make."""
    start = document.text.index(words)
    evidence = document.evidence(start, start + len(words))
    frame = Frame(sentence=number, speaker=speaker, direct=direct)
    return Claim(f"{document.id}:{number}", document.id, kind, attribute, value, shown, evidence, frame)


def at_least(number: float) -> Quantity:
    return Quantity(number, float("inf"), "at_least", None, number)


POST_DEAD = claim(POST, 1, "14 passengers died", "number", "killed", exact(14), "14", COAST_GUARD)
POST_CAUSE = claim(
    POST, 2, "called it an accident", "cause", "intent", Stance("intent", "accident"), "accident", OPERATOR
)
POST_HURT = claim(POST, 3, "At least 30 people were hurt", "number", "injured", at_least(30), "at least 30", HOSPITALS)
LUND_SAID = "Nineteen people lost their lives"
RADIO_DEAD = claim(RADIO, 1, LUND_SAID, "number", "killed", exact(19), "19", LUND, direct=True)
RADIO_CAUSE = claim(
    RADIO, 2, "the fire was set on purpose", "cause", "intent", Stance("intent", "deliberate"), "deliberate", POLICE
)
RADIO_HURT = claim(RADIO, 3, "At least 45 were injured", "number", "injured", at_least(45), "at least 45", UNION)
RADIO_WRECKS = claim(RADIO, 4, "Divers found two wrecks | one of them older", "number", "count:wreck", exact(2), "two")
HERALD_DEAD = claim(HERALD, 1, "Twelve dead after ferry blaze", "number", "killed", exact(12), "12")

KILLED = Conflict(
    "c1",
    "number",
    "How many people were killed?",
    (Position("14", (POST_DEAD,)), Position("19", (RADIO_DEAD,)), Position("12", (HERALD_DEAD,))),
    "14, 19 and 12 cannot all be the number of dead of one fire",
    (
        Reason("same-attribute", "both say how many were killed", 2.0),
        Reason("same-event", "both name the ferry Brenna", 1.25),
    ),
    0.934567,
    "high",
)
INTENT = Conflict(
    "c2",
    "cause",
    "Was the fire an accident or set on purpose?",
    (Position("accident", (POST_CAUSE,)), Position("deliberate", (RADIO_CAUSE,))),
    "a fire cannot be both an accident and set on purpose",
    (Reason("same-event", "both speak of the fire", 1.5),),
    0.7,
    "medium",
)


def sample_report() -> Comparison:
    """The report that the golden files show."""
    return Comparison(
        documents=(POST, RADIO, HERALD),
        claims=(POST_DEAD, POST_CAUSE, POST_HURT, RADIO_DEAD, RADIO_CAUSE, RADIO_HURT, RADIO_WRECKS, HERALD_DEAD),
        conflicts=(KILLED, INTENT),
        compatible=(
            Compatible("rival-figures", "both are lower bounds", (POST_HURT, RADIO_HURT)),
            Compatible("update", "the later article gives the newer toll", (POST_DEAD, RADIO_DEAD)),
        ),
        not_compared=(NotCompared(RADIO_WRECKS, "no other article answers this question"),),
        unread=(Unread("articles/late.txt", "no such file"),),
        same_origin=(("post", "herald"),),
        settings=(("min_confidence", "0.5"),),
    )


def sample_extraction() -> Extraction:
    """The claims of the first article."""
    return Extraction(POST, Mentions(), (POST_DEAD, POST_CAUSE, POST_HURT))
