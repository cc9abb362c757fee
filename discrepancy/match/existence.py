"""Does a negation say that there was none of what a statement tells of? "There was no tunnel", "fled through a tunnel".

What the statement says of the thing is no matter then: if there was none, nothing was done with it.
"""

from __future__ import annotations

from discrepancy.match.deeds import other_matter
from discrepancy.match.occasions import one_place
from discrepancy.match.propositions import HARM, against, one_proposition, points_somewhere
from discrepancy.match.topics import concepts
from discrepancy.match.weights import total
from discrepancy.model import Claim, Reason

NONE = "none-at-all"
SAME, LIKE = 1.3, 0.7


def plain_reasons(yes: Claim, no: Claim) -> tuple[Reason, ...]:
    """The stronger of the two: that both speak of one act, or that there was none of what one tells of."""
    return max(one_proposition(yes, no), no_such_thing(yes, no), key=total)


def no_such_thing(yes: Claim, no: Claim) -> tuple[Reason, ...]:
    """What makes the statement tell of what there was none of, empty where it does not."""
    if NONE not in no.frame.cues or other_matter(yes, no):
        return ()
    ruled_out = frozenset(no.frame.cued("focus"))
    told = frozenset(yes.frame.cued("told"))
    same = ruled_out & told
    like = concepts(ruled_out) & concepts(told)
    voices = yes.frame.speaker is not None and no.frame.speaker is not None
    if not like or not (same or voices) or concepts(ruled_out) & HARM or _bounded(yes, no):
        return ()
    noun = sorted(ruled_out)[0]
    first = Reason("no-such", f"one side says that there was no {noun}, the other tells of one", SAME if same else LIKE)
    return (first, *(Reason(*one) for one in against(yes, no)))


def _bounded(yes: Claim, no: Claim) -> bool:
    """Whether the negation holds for a time or kind that the statement does not name, or for another place."""
    limits = {p.noun for p in no.frame.participants if ":" in p.role}
    if one_place(yes, no):
        limits -= {word for place in no.frame.occasion.places for word in place.name.lower().split()}
    return points_somewhere(no) or not concepts(limits) <= concepts(yes.frame.content)
