"""Deceptive characters are said; harmless ones are not."""

from __future__ import annotations

import pytest

from discrepancy.language.printable import printable
from discrepancy.read.hidden import hidden_characters


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("killed \u202e26\u202c men", "characters that turn the direction of the text: 2, the first in 'd \\u202e26'"),
        ("killed 6\u200b2 men", "invisible characters inside words or numbers: 1, the first in 'd 6\\u200b2 m'"),
        ("the sol\u00addiers", "invisible characters inside words or numbers: 1, the first in 'sol\\xaddie'"),
        (
            "men\U000e0036\U000e0032 fell",
            "runs of invisible tag characters: 1, the first in 'en\\U000e0036\\U000e0032 f'",
        ),
        ("killed 7\u0660 men", "numbers with digits or letters of two scripts: 1, the first in 'd 7\u0660 m'"),
        ("killed 7O men", "numbers with digits or letters of two scripts: 1, the first in 'd 7O m'"),
        ("John K\u0435rry", "words with letters of two scripts: 1, the first in 'n K\u0435rr'"),
    ],
)
def test_a_deceptive_character_is_named_with_its_first_place(text: str, warning: str) -> None:
    """The place is shown with escapes."""
    assert list(hidden_characters(text)) == [warning]


@pytest.mark.parametrize(
    "text",
    [
        "Seven people were hurt on the quay.",
        "The café owner’s 7 cousins paid €70 for 5\u00a0000 m².",
        "قُتل ٧٠ جنديا\n70 חיילים",
        "٧٠ and ７０ and 𝟕𝟎",
        "10 μm, 5 kΩ, α-particles",
        "cafe\u0301 and 👨‍👩‍👧",
        "Москва and Moscow",
        "می‌رود",
    ],
)
def test_honest_text_raises_no_warning(text: str) -> None:
    """Other scripts, units, emoji and accents are normal."""
    assert list(hidden_characters(text)) == []


def test_printable_text_is_left_alone_and_everything_else_is_escaped() -> None:
    """One line, no control, no direction, no half character."""
    assert printable("naïve 記事 [x] 100 %") == "naïve 記事 [x] 100 %"
    assert printable("a\nb\x1b[31m\x9b\u202e\u200b\ud800\udcff\U000e0036\u2028") == (
        "a\\x0ab\\x1b[31m\\x9b\\u202e\\u200b\\ud800\\xff\\U000e0036\\u2028"
    )
