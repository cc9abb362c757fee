"""Whole runs of the command line: start-up, and the comparison of two articles against loading and parsing alone."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from discrepancy.model import Document
from discrepancy.settings import MODEL
from speed.articles import Event
from speed.clock import Row, program_seconds

ROUNDS = 3
RUN = ("-m", "discrepancy")
STARTS = (
    ("python alone", ("-c", "pass")),
    ("discrepancy --version", (*RUN, "--version")),
    ("discrepancy compare --help", (*RUN, "compare", "--help")),
    ("import discrepancy.pipeline", ("-c", "import discrepancy.pipeline")),
    ("import spacy", ("-c", "import spacy")),
)
LOAD = f"import spacy; nlp = spacy.load({MODEL!r})"
PARSE = f"{LOAD}; import json, sys; list(nlp.pipe(json.load(open(sys.argv[1], encoding='utf-8'))))"


def start_rows(rounds: int = ROUNDS) -> list[Row]:
    """How long a program takes that does nothing."""
    rows: list[Row] = []
    for what, arguments in STARTS:
        seconds = program_seconds(arguments, rounds=rounds)
        rows.append(Row(what, seconds, (f"{seconds / (rows[0].seconds if rows else seconds):.1f}",)))
    return rows


def compare_rows(event: Event, rounds: int = ROUNDS) -> list[Row]:
    """``compare`` of the first two articles of ``event`` against importing, loading and running the language model."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [_written(Path(folder), document) for document in event[:2]]
        texts = Path(folder) / "texts"
        texts.write_text(json.dumps([document.text for document in event[:2]]), encoding="utf-8")
        base = program_seconds(("-c", PARSE, str(texts)), rounds=rounds)
        compare = program_seconds((*RUN, "compare", *paths, "-f", "json", "--exit-zero"), rounds=rounds)
    return [
        Row("import spacy, load the model, nlp.pipe", base, ("1.00",)),
        Row("discrepancy compare", compare, (f"{compare / base:.2f}",)),
    ]


def _written(folder: Path, document: Document) -> str:
    path = folder / f"{document.id}.json"
    record = {"text": document.text, "title": document.title, "source": document.outlet}
    day = {"published": document.published.isoformat()} if document.published else {}
    path.write_text(json.dumps(record | day), encoding="utf-8")
    return str(path)
