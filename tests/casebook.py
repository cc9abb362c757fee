"""Worked examples in Markdown: what the texts say, and every conflict that must be found in them.

A ``##`` heading opens a section. In it, a fenced block ``text NAME published=2016-09-18 outlet="..." title="..."``
holds an article (the options may be left out), and one block ``expect`` lists the conflicts, one a line::

    number: "62 soldiers died" | "at least 90 were killed"

A fragment names a position: it touches the evidence of one claim that holds it. All positions of a conflict are named.
An empty ``expect`` block says that nothing may be found.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

from discrepancy.model import KINDS, Conflict, Document, Position
from discrepancy.read.document import to_document
from discrepancy.read.draft import Draft

FOLDER = Path(__file__).parent / "cases"
OPTIONS = ("published", "outlet", "title")
_SIDE = re.compile(r'"([^"|]+)"')


class CaseError(ValueError):
    """A case file that does not follow the form; names file and line."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One conflict that must be found: its kind and one fragment for each position."""

    kind: str
    fragments: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind}: " + " | ".join(f'"{fragment}"' for fragment in self.fragments)


@dataclass(frozen=True, slots=True)
class Case:
    """One section of a case file."""

    path: str
    title: str
    documents: tuple[Document, ...]
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    line: int
    info: tuple[str, ...]
    text: str


def cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """All cases below ``folder``, in the order of their paths."""
    return tuple(
        case
        for path in sorted(folder.rglob("*.md"))
        for case in parse(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix())
    )


def parse(text: str, path: str) -> tuple[Case, ...]:
    """The cases in the Markdown ``text``; ``path`` is named in errors. Raises CaseError."""
    return tuple(_case(path, line, title, blocks) for line, title, blocks in _sections(text, path))


def _sections(text: str, path: str) -> Iterator[tuple[int, str, list[_Block]]]:
    title, opened, blocks = "", 0, list[_Block]()
    lines = enumerate(text.splitlines(), 1)
    for number, line in lines:
        if line.startswith("```"):
            if not title:
                raise CaseError(f"{path}:{number}: a block before the first ## heading")
            blocks.append(_Block(number, _info(line, path, number), _rest(lines, path, number)))
        elif line.startswith("## "):
            if title:
                yield opened, title, blocks
            title, opened, blocks = line[3:].strip(), number, []
    if title:
        yield opened, title, blocks


def _info(line: str, path: str, number: int) -> tuple[str, ...]:
    try:
        info = tuple(shlex.split(line[3:]))
    except ValueError as error:
        raise CaseError(f"{path}:{number}: {error}") from None
    if not info or info[0] not in ("text", "expect"):
        raise CaseError(f"{path}:{number}: a block is either text or expect")
    return info


def _rest(lines: Iterator[tuple[int, str]], path: str, number: int) -> str:
    held: list[str] = []
    for _, line in lines:
        if line.rstrip() == "```":
            return "\n".join(held)
        held.append(line)
    raise CaseError(f"{path}:{number}: the block is not closed")


def _case(path: str, line: int, title: str, blocks: Sequence[_Block]) -> Case:
    documents = tuple(_document(block, path) for block in blocks if block.info[0] == "text")
    answers = [block for block in blocks if block.info[0] == "expect"]
    names = [document.id for document in documents]
    if not documents or len(answers) != 1:
        raise CaseError(f"{path}:{line}: a section holds articles and exactly one expect block")
    if len(set(names)) < len(names):
        raise CaseError(f"{path}:{line}: two articles have one name")
    expected = tuple(_expected(answers[0], path))
    for fragment in (fragment for entry in expected for fragment in entry.fragments):
        if not any(fragment in document.text for document in documents):
            raise CaseError(f'{path}:{answers[0].line}: no article says "{fragment}"')
    return Case(path, title, documents, expected)


def _document(block: _Block, path: str) -> Document:
    if len(block.info) < 2 or "=" in block.info[1]:
        raise CaseError(f"{path}:{block.line}: the article has no name")
    options: dict[str, str] = {}
    for option in block.info[2:]:
        key, equals, value = option.partition("=")
        if key not in OPTIONS or not equals:
            raise CaseError(f"{path}:{block.line}: {option} is not one of the options {', '.join(OPTIONS)}")
        options[key] = value
    name = block.info[1]
    return to_document(Draft(block.text, name, **options), name, f"{name}.txt")


def _expected(block: _Block, path: str) -> Iterator[Expected]:
    for number, line in enumerate(block.text.splitlines(), block.line + 1):
        if not line.strip():
            continue
        kind, _, rest = line.partition(":")
        sides = [_SIDE.fullmatch(side.strip()) for side in rest.split("|")]
        if kind.strip() not in KINDS or None in sides:
            raise CaseError(f'{path}:{number}: a line reads kind: "quote" | "quote", with a kind of {", ".join(KINDS)}')
        if len(sides) < 2:
            raise CaseError(f"{path}:{number}: a conflict has two positions or more")
        yield Expected(kind.strip(), tuple(side[1] for side in sides if side))


def as_found(conflict: Conflict) -> Expected:
    """``conflict`` in the form of an ``expect`` line, with whole evidence as fragments."""
    return Expected(conflict.kind, tuple(position.claims[0].evidence.text for position in conflict.positions))


def differences(case: Case, conflicts: Sequence[Conflict]) -> list[str]:
    """One line for each conflict that is missing from ``conflicts`` or is there unlisted; empty when all is well."""
    left = list(conflicts)
    lines: list[str] = []
    for expected in case.expected:
        match = next((conflict for conflict in left if names(expected, conflict, case.documents)), None)
        if match is None:
            lines.append(f"missing  {expected}")
        else:
            left.remove(match)
    return lines + [f"found    {as_found(conflict)}" for conflict in left]


def names(expected: Expected, conflict: Conflict, documents: Sequence[Document]) -> bool:
    """Whether ``expected`` is ``conflict``: the same kind, and one fragment for each position."""
    if expected.kind != conflict.kind or len(expected.fragments) != len(conflict.positions):
        return False
    return any(
        all(
            _touches(fragment, position, documents)
            for fragment, position in zip(order, conflict.positions, strict=True)
        )
        for order in permutations(expected.fragments)
    )


def _touches(fragment: str, position: Position, documents: Sequence[Document]) -> bool:
    texts = {document.id: document.text for document in documents}
    return any(
        start < claim.evidence.span.end and claim.evidence.span.start < start + len(fragment)
        for claim in position.claims
        for start in _places(fragment, texts[claim.document])
    )


def _places(fragment: str, text: str) -> Iterator[int]:
    at = text.find(fragment)
    while at >= 0:
        yield at
        at = text.find(fragment, at + 1)
