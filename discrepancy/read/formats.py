"""Every input format, listed once: suffix to reader."""

from __future__ import annotations

from collections.abc import Callable

from discrepancy.read.draft import Contents
from discrepancy.read.json_article import read_json
from discrepancy.read.plain_text import read_text

FORMATS: dict[str, Callable[[bytes, str], Contents]] = {
    ".txt": read_text,
    ".json": read_json,
}
