"""Bytes become text strictly first, by a guess last, and never in silence."""

from __future__ import annotations

import pytest

from discrepancy.errors import ReadError
from discrepancy.read.decode import decode

TEXT = "The café owner’s cousin said “no” in Genève.\nSeven people were hurt on the quay.\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(codec: str) -> None:
    """UTF-8, UTF-16 and UTF-32 with their marks give the same text without a warning."""
    assert decode(TEXT.encode(codec), "a.txt") == (TEXT, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_mark_is_read_by_its_empty_halves(codec: str) -> None:
    """Half of the bytes of Latin text in UTF-16 are zero."""
    assert decode(TEXT.encode(codec), "a.txt") == (TEXT, ())


def test_line_ends_are_kept_as_they_are() -> None:
    """Offsets refer to the text as it stands in the file."""
    assert decode(b"one\r\ntwo\rthree\n", "a.txt")[0] == "one\r\ntwo\rthree\n"


def test_broken_places_in_utf_8_are_replaced_with_a_warning() -> None:
    """Replaced, not dropped, where the rest is surely UTF-8."""
    text, warnings = decode(TEXT.encode().replace(b"caf\xc3\xa9", b"caf\xc3"), "a.txt")

    assert text == TEXT.replace("é", "\ufffd", 1)
    assert warnings == ("1 place is not valid UTF-8 and is read as U+FFFD",)


def test_a_file_cut_inside_a_character_is_read_with_a_warning() -> None:
    """One broken place at the very end is no sign of another encoding."""
    assert decode(b"Seven hurt on the quay \xc3", "a.txt") == (
        "Seven hurt on the quay \ufffd",
        ("1 place is not valid UTF-8 and is read as U+FFFD",),
    )


def test_western_text_in_an_old_encoding_is_read_as_windows_1252() -> None:
    """The guess is named; single bytes outside UTF-8 with curly quotes are Windows-1252."""
    text, warnings = decode(TEXT.encode("cp1252"), "a.txt")

    assert text == TEXT
    assert warnings == ("is not UTF-8; read as cp1252, which is a guess",)


def test_cyrillic_text_in_an_old_encoding_is_read_with_the_guess_named() -> None:
    """A Russian page in Windows-1251 is not turned into Latin letters with accents."""
    russian = "Министерство сообщило, что в результате удара пострадали семь человек на набережной.\n" * 3
    text, warnings = decode(russian.encode("cp1251"), "a.txt")

    assert text == russian
    assert warnings == ("is not UTF-8; read as cp1251, which is a guess",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \t\r\n" * 9, "holds no words"),
        (b"\xef\xbb\xbf", "holds no words"),
        ("\u200b\u2060\ufeff".encode(), "holds no words"),
        (b"... !!! ??? --", "holds no words"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "is a PNG image, not text"),
        (b"SQLite format 3\x00" + bytes(40), "is a database, not text"),
        (bytes(100), "is not text (NUL bytes)"),
        (b"Seven \x00 people were hurt", "is not text (NUL bytes)"),
        (b"\x01\x02\x03\x04 four of ten", "is not text (too many control characters)"),
        (bytes(range(1, 256)) * 4, "is not text"),
    ],
)
def test_what_is_no_text_is_refused_with_the_cause(data: bytes, reason: str) -> None:
    """Empty, blank and binary files are errors in one line."""
    with pytest.raises(ReadError) as caught:
        decode(data, "a.txt")
    assert str(caught.value) == f"a.txt: {reason}"


def test_a_few_control_characters_are_a_warning() -> None:
    """A terminal sequence in a text is read, and said."""
    text = "Seven people were hurt on the quay, \x1b]0;title\x07 the harbour master said. " * 2
    assert decode(text.encode(), "a.txt") == (text, ("holds 4 control characters",))


def test_an_encoding_named_in_the_text_is_never_used() -> None:
    """UTF-7 looks like ASCII and is read as such."""
    data = b"+ADw-b+AD4- charset=utf-7 Seven people were hurt.\n"
    assert decode(data, "a.txt") == (data.decode("ascii"), ())
