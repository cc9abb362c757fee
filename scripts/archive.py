"""Make an archive of invented articles from the sample events, to measure with: the same bytes each time.

    python scripts/archive.py NUMBER FILE.jsonl

An event is a handful of sentences of the sample articles with made-up names, and each of its three articles tells
most of them, some with other figures, among sentences of its own. They read as nonsense, and cost as much to read as
news. The line of an article names its event in ``truth``, which the tool does not read.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from itertools import count, islice
from pathlib import Path

from discrepancy.read import read_documents

DATA = Path(__file__).parent.parent / "data"
FIRST = date(2020, 1, 1)
DAYS = 365
ARTICLES = 3  # of an event
SHARED, OWN = 4, 1  # sentences
FEWEST, MOST = 6, 40  # words of a sentence
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "el", "or", "in", "us")]
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,20}\b")
_FIGURE = re.compile(r"(?<![\w.,:/-])[1-9][0-9]{1,2}(?![\w.,:/-]|\s[A-Z])")
_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_KEPT = frozenset([*calendar.day_name, *calendar.month_name])


def chance(*parts: object) -> int:
    """A number that hangs on ``parts`` alone."""
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=6).digest(), "big")


def made_up(name: str, event: int) -> str:
    """Another name for ``name`` in event number ``event``."""
    drawn = chance(name, event)
    size = 2 + drawn % 2
    return "".join(_SYLLABLES[(drawn >> (8 * at)) % len(_SYLLABLES)] for at in range(size)).capitalize()


def sentences_in(data: Path) -> list[str]:
    """The sentences of all sample articles, without those that are very short or long."""
    found: dict[str, None] = {}
    for folder in sorted(path.parent for path in data.glob("*/gold.json")):
        for document in read_documents([str(folder)]).documents:
            for zone in document.zones:
                if zone.kind == "body":
                    lines = document.text[zone.span.start : zone.span.end].splitlines()
                    found.update(dict.fromkeys(part.strip() for line in lines for part in _STOP.split(line)))
    return [sentence for sentence in found if FEWEST <= len(sentence.split()) <= MOST]


def articles(data: Path) -> Iterator[dict[str, str]]:
    """Articles without end, event after event."""
    pool = sentences_in(data)
    for event in count():
        shared = [pool[chance("shared", event, at) % len(pool)] for at in range(SHARED)]
        day = FIRST + timedelta(days=chance("day", event) % DAYS)
        for number in range(ARTICLES):
            own = [pool[chance("own", event, number, at) % len(pool)] for at in range(OWN)]
            told = [one for at, one in enumerate(shared) if at == 0 or chance(event, number, at) % 3]
            text = " ".join(changed(sentence, event, number) for sentence in dict.fromkeys((*told, *own)))
            yield {
                "id": f"{event}-{number}",
                "title": " ".join(changed(shared[1], event, number).split()[:9]),
                "text": text,
                "source": f"{made_up('paper', number)} News",
                "published": str(day + timedelta(days=number % 2)),
                "truth": str(event),
            }


def changed(sentence: str, event: int, number: int) -> str:
    """``sentence`` as article ``number`` of an event has it: with its names, and figures that not all share."""

    def name(found: re.Match[str]) -> str:
        return found.group() if found.group() in _KEPT else made_up(found.group(), event)

    def figure(found: re.Match[str]) -> str:
        return str(2 + (int(found.group()) + chance(event, found.group(), number == 1) % 40))

    return _FIGURE.sub(figure, _NAME.sub(name, sentence))


def write_archive(data: Path, number: int, file: Path) -> None:
    """Write ``number`` articles as JSON lines."""
    with file.open("w", encoding="utf-8") as lines:
        for article in islice(articles(data), number):
            lines.write(f"{json.dumps(article, ensure_ascii=False)}\n")


def main(arguments: Sequence[str]) -> int:
    """Write the archive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, help="articles")
    parser.add_argument("file", type=Path)
    parser.add_argument("--data", type=Path, default=DATA, help="folder of sample events")
    options = parser.parse_args(arguments)
    write_archive(options.data, options.number, options.file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
