"""Foreign text in the cells of a spreadsheet."""

from __future__ import annotations

import re

from discrepancy.language.printable import printable

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """``text`` with control characters written as escapes; tabs and line breaks stay."""
    return _CONTROL.sub(lambda match: printable(match.group()), text)
