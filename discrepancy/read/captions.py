"""Captions of pictures, told by the credit that ends them."""

from __future__ import annotations

import re

from discrepancy.language.plain import plain
from discrepancy.lexicon import words
from discrepancy.read.line_kinds import is_agency

_LONGEST = 400
_REACH = 120
_BRACKET = re.compile(r"[^.!?\s][\"'”’]? [(\[]([^()\[\]]{2,80})[)\]]\Z")
_CREDIT = re.compile(
    r"(?:[.!?)\"”’]|\s[|–—-]) {1,2}[(\[]?([A-Z][a-z]{3,11})(?: [a-z]{2,8})?(?::| by| courtesy of)"
    r" [^.!?]{2,80}[)\]]?\.?\Z"
)


def is_caption(line: str) -> bool:
    """A line that ends in the name of an agency or of a photographer: "Rescuers on the quay (AFP/Getty Images)"."""
    if len(line) > _LONGEST:
        return False
    credit = _CREDIT.search(line[-_REACH:])
    if credit and credit[1].lower() in words("zones", "caption", "credits"):
        return True
    bracket = _BRACKET.search(line[-_REACH:])
    if not bracket:
        return False
    named = plain(bracket[1]).lower()
    return is_agency(bracket[1]) or any(word in words("zones", "caption", "credits") for word in re.split(r"\W", named))
