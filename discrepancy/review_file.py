"""The plain file that holds decisions: sorted, one conflict a line, the same bytes for the same decisions."""

from __future__ import annotations

import contextlib
import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from discrepancy.errors import ReadError, WriteError
from discrepancy.language.printable import printable
from discrepancy.model import KINDS, STATUSES, Review, Status
from discrepancy.read.open_file import file_bytes
from discrepancy.report.json_report import strict_json
from discrepancy.report.write import write_outputs
from discrepancy.review import Reviewed, Reviews, decided, find_reviewed

SCHEMA = "discrepancy-review/1"
PATIENCE = 30.0  # seconds to wait for another writer
_FAMILY = SCHEMA.partition("/")[0]
_FINGERPRINT = re.compile("c-[0-9a-f]{12}")
_WORDS = ("note", "question", "answers")
_FIELDS = frozenset({"fingerprint", "status", "kind", *_WORDS})


def load_reviews(path: str, *, missing_ok: bool = False) -> dict[str, Reviewed]:
    """The conflicts in the review file at ``path`` by fingerprint; raises ReadError, and never changes the file.

    missing_ok   a file that is not there holds no decisions
    """
    if missing_ok and not os.path.lexists(path):
        return {}
    return parse_reviews(file_bytes(path), printable(path))


def set_review(
    path: str, name: str, *, status: Status | None = None, note: str | None = None, among: Reviews | None = None
) -> Reviewed:
    """Write a decision about the conflict ``name`` into the review file at ``path`` and return it.

    name     a fingerprint, or the beginning of one
    status   None keeps the status
    note     None keeps the note, an empty one clears it
    among    conflicts that the file may not hold yet: those of a report (``review.reviews_of``); with it the file need
             not exist

    Safe with several writers at once, in one process or in several. Raises ReadError, SettingsError, WriteError.
    """
    with changing_reviews(path):
        known = load_reviews(path, missing_ok=among is not None)
        one = decided(find_reviewed({**(among or {}), **known}, name), status, note)
        write_outputs({path: reviews_text({**known, one.fingerprint: one})}, "", None)
    return one


@contextlib.contextmanager
def changing_reviews(path: str) -> Iterator[None]:
    """Keep other writers of the file at ``path`` waiting, from reading it to writing it. Raises WriteError.

    The folder is locked, not the file: the file is replaced when it is written, and a lock would stay on the old one.
    """
    import fcntl

    try:
        handle = os.open(Path(path).resolve().parent, os.O_RDONLY)
    except (OSError, ValueError, RuntimeError) as error:
        raise WriteError(printable(path), printable(getattr(error, "strerror", None) or str(error))) from None
    try:
        end = time.monotonic() + PATIENCE
        while not _locked(fcntl.flock, handle, fcntl.LOCK_EX | fcntl.LOCK_NB):
            if time.monotonic() > end:
                raise WriteError(printable(path), "somebody else is writing it")
            time.sleep(0.01)
        yield
    finally:
        os.close(handle)


def _locked(lock: Any, handle: int, how: int) -> bool:
    try:
        lock(handle, how)
    except BlockingIOError:
        return False
    return True


def reviews_text(reviews: Reviews) -> str:
    """``reviews`` as the text of a review file."""
    lines = [strict_json(reviewed_record(one)).rstrip("\n") for _, one in sorted(reviews.items())]
    listed = ",".join(f"\n{line}" for line in lines)
    return f'{{\n"schema": "{SCHEMA}",\n"conflicts": [{listed}\n]\n}}\n'


def parse_reviews(data: bytes, name: str) -> dict[str, Reviewed]:
    """What ``reviews_text`` wrote; raises ReadError named ``name`` for everything else."""
    try:
        record = json.loads(data.decode("utf-8"))
    except json.JSONDecodeError as error:
        raise ReadError(name, f"is damaged or no review file (line {error.lineno}: {error.msg})") from None
    except (ValueError, RecursionError):
        raise ReadError(name, "is no review file") from None
    schema = record.get("schema") if isinstance(record, dict) else None
    if not isinstance(schema, str) or schema.partition("/")[0] != _FAMILY:
        raise ReadError(name, "is no review file")
    if schema != SCHEMA:
        raise ReadError(name, f"is of another version ({printable(schema)}, not {SCHEMA})")
    entries = record.get("conflicts")
    if set(record) != {"schema", "conflicts"} or not isinstance(entries, list):
        raise ReadError(name, "is damaged (not a list of conflicts)")
    found: dict[str, Reviewed] = {}
    for number, entry in enumerate(entries, 1):
        one = reviewed_in(entry)
        if isinstance(one, str) or one.fingerprint in found:
            why = one if isinstance(one, str) else f"{one.fingerprint} stands there twice"
            raise ReadError(name, f"is damaged (conflict {number}: {why})")
        found[one.fingerprint] = one
    return found


def reviewed_record(one: Reviewed) -> dict[str, Any]:
    """The fields of a review file in their order; ``gone`` stands only where it holds."""
    return {
        "fingerprint": one.fingerprint,
        "status": one.review.status,
        "note": one.review.note,
        "kind": one.kind,
        "question": one.question,
        "answers": one.answers,
        **({"gone": True} if one.gone else {}),
    }


def reviewed_in(entry: object) -> Reviewed | str:
    """The conflict in the record ``entry`` of a review file, or what is wrong with it."""
    if not isinstance(entry, dict) or set(entry) - {"gone"} != _FIELDS:
        return "not the fields of a conflict"
    if not isinstance(entry["fingerprint"], str) or not _FINGERPRINT.fullmatch(entry["fingerprint"]):
        return "no fingerprint"
    if entry["status"] not in STATUSES:
        return f"the status is none of {', '.join(STATUSES)}"
    if entry["kind"] not in KINDS or not all(isinstance(entry[field], str) for field in _WORDS):
        return "a field of the wrong type"
    if entry.get("gone", True) is not True:
        return "gone is not true"
    review = Review(entry["status"], entry["note"])
    words = entry["fingerprint"], entry["kind"], entry["question"], entry["answers"]
    return Reviewed(*words, review, "gone" in entry)
