"""Foreign words that chats and code hosts must not take for a person to call, a room or a link."""

from __future__ import annotations

import re

JOINER = "\u2060"  # seen by nobody, and enough to part what would be taken for one sign
_CALLS = re.compile(r"(?<=[@#])(?=\w)")
_LINKS = re.compile(r"(?<=://)|(?<=\w\w)(?=\.[a-z]{2})", re.IGNORECASE)


def uncalled(text: str) -> str:
    """``text`` in which no sign calls a person, a room or a numbered issue; what is seen stays as it was."""
    return _CALLS.sub(JOINER, text)


def unlinked(text: str) -> str:
    """The same, without anything that a chat would turn into a link."""
    return _LINKS.sub(JOINER, uncalled(text))
