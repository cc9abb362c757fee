"""The pieces of a sentence that times are made of: words, figures and signs, and what each can be."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from discrepancy.language.tokens import Token

PIECE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9])"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9])"
    r"|[0-9]{1,2}[:.][0-9]{2}(?![0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,3}(?![0-9])"
    r"|[0-9]+(?:st|nd|rd|th|s)?(?![^\W_])"
    r"|[0-9]+"
    r"|[aApP]\.[mM]\b\.?"
    r"|[^\W\d_]+"
    r"|\S"
)
VAGUE = -1.0  # the number of "few" and "several"


class Word(NamedTuple):
    """One piece of a sentence.

    start, end   half-open range in the sentence's text
    kinds        what it can be, each with its value: {"NUM": 9.0, "DAY": 9, "HOUR": 9}
    glued        no space before it
    token        the token that holds its first letter
    """

    start: int
    end: int
    text: str
    lower: str
    kinds: dict[str, Any]
    glued: bool
    token: Token | None
