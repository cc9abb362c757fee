"""Words are data: the one place that reads the lexicons of a language.

A lexicon is a TOML table or a list with one entry a line (``#`` starts a comment) in ``lexicons/<language>/``.
A journalist can edit either; no pattern language is hidden in them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from discrepancy.errors import SettingsError

LANGUAGE = "en"


@cache
def table(name: str, language: str = LANGUAGE) -> dict[str, Any]:
    """The TOML lexicon ``name`` (without suffix) as a dictionary; raises SettingsError when it is not valid."""
    source = files("discrepancy") / "lexicons" / language / f"{name}.toml"
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"lexicon {language}/{name}.toml is missing") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"lexicon {language}/{name}.toml: {error}") from None


@cache
def words(name: str, *keys: str, language: str = LANGUAGE) -> frozenset[str]:
    """The list at ``keys`` inside the TOML lexicon ``name``, as a set."""
    node: Any = table(name, language)
    for key in keys:
        if not isinstance(node, dict) or key not in node:
            raise SettingsError(f"lexicon {language}/{name}.toml has no entry {'.'.join(keys)}")
        node = node[key]
    if not isinstance(node, list) or not all(isinstance(word, str) for word in node):
        raise SettingsError(f"lexicon {language}/{name}.toml: {'.'.join(keys)} is not a list of words")
    return frozenset(node)


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that have a folder which says how they are read, the first one first."""
    folders = (folder for folder in (files("discrepancy") / "lexicons").iterdir() if folder.is_dir())
    found = sorted(folder.name for folder in folders if (folder / "language.toml").is_file())
    return (LANGUAGE, *(code for code in found if code != LANGUAGE))


@cache
def entries(name: str, language: str = LANGUAGE) -> tuple[str, ...]:
    """The lines of the plain list ``name`` (without suffix), comments and blank lines left out, in file order."""
    source = files("discrepancy") / "lexicons" / language / f"{name}.txt"
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise SettingsError(f"lexicon {language}/{name}.txt is missing") from None
    return tuple(line.split("#")[0].strip() for line in lines if line.split("#")[0].strip())
