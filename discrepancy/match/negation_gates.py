"""What keeps a statement and a negation from being opposed, whatever speaks for it."""

from __future__ import annotations

from discrepancy.lexicon import words
from discrepancy.match.deeds import act_standing, in_role, times_apart
from discrepancy.match.existence import plain_reasons
from discrepancy.match.propositions import HARM, another_matter, points_somewhere
from discrepancy.match.topics import concepts, same_speaker, shared, weekdays
from discrepancy.model import Claim


def excluded(yes: Claim, no: Claim) -> bool:
    """Whether any gate stops the pair."""
    return any(gate(yes, no) for gate in GATES)


def _one_passage(yes: Claim, no: Claim) -> bool:
    """Whether the two are parts of one stretch of text."""
    a, b = yes.evidence.span, no.evidence.span
    return yes.document == no.document and a.start < b.end and b.start < a.end


def _one_voice(yes: Claim, no: Claim) -> bool:
    """Whether one speaker says both; in two articles he may be given in two ways, unless both quote him."""
    quoted = yes.frame.direct and no.frame.direct  # two versions of one quote are set against one another as such
    return same_speaker(yes, no) and (yes.document == no.document or quoted or not plain_reasons(yes, no))


def _overtaken(yes: Claim, no: Claim) -> bool:
    """Whether the negation is what an early report does not know yet: that nobody has been arrested or identified."""
    unsettled = words("acts", "unsettled", "words")
    acts = {who.noun for who in in_role(no, "act")} | {no.frame.predicate}
    if yes.document == no.document or "denied" in no.frame.cues or not acts & unsettled:
        return False
    stated, negated = yes.frame.published, no.frame.published
    return stated is None or negated is None or negated <= stated


def _another_death(yes: Claim, no: Claim) -> bool:
    """Whether the negation rules out one way to die, and the statement names another."""
    return no.frame.predicate in words("acts", "fatal", "verbs") and yes.frame.predicate != no.frame.predicate


def _none_there(yes: Claim, no: Claim) -> bool:
    """Whether there was none of a thing at a place that is only pointed to: "there were no civilians there"."""
    return "none" in no.frame.cues and points_somewhere(no)


def _agrees(yes: Claim, no: Claim) -> bool:
    """Whether the statement itself says that there is none: "halted buses", "a man with no badge"."""
    absent = yes.frame.predicate in words("acts", "absence", "verbs")
    gone = yes.frame.clause if absent else frozenset(yes.frame.cued("lacks"))
    return "none" in no.frame.cues and bool(shared(no.frame.cued("focus"), gone))


def _by_none_of_them(yes: Claim, no: Claim) -> bool:
    """Whether one side counts things, and the other says what none did: "eight missiles", "none reached its target"."""
    doers = {who.noun for who in in_role(no, "doer")}.intersection(no.frame.cued("focus"), yes.frame.cued("counted"))
    to_another = any(who.group != "open" for who in in_role(no, "undergoer"))
    return bool(doers) and to_another and not act_standing(yes, no)


def _no_harm(yes: Claim, no: Claim) -> bool:
    """Whether nobody is said to be hurt or killed, and the statement tells of no harm."""
    harm = "none" in no.frame.cues and concepts({no.frame.predicate or ""}) & {"=dead", "=harm"}
    return bool(harm) and not concepts(yes.frame.clause) & HARM


def _special(yes: Claim, no: Claim) -> bool:
    """Whether the negation is about one kind of a thing, and the statement does not name the kind."""
    kind = no.frame.cued("only")
    return len(shared(kind, yes.frame.content)) < len(kind)


def _other_days(yes: Claim, no: Claim) -> bool:
    """Whether the times or weekdays that both name exclude one another."""
    one, two = weekdays(yes), weekdays(no)
    return times_apart(yes, no) or bool(one and two and not one & two)


GATES = (
    _one_passage,
    _one_voice,
    _overtaken,
    _another_death,
    _none_there,
    _agrees,
    _by_none_of_them,
    _no_harm,
    _special,
    _other_days,
    another_matter,
)
