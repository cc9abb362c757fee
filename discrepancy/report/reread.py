"""A JSON report back to the report it was written from: the inverse of ``json_report``.

What comes back holds all that the formats show. What only the stages before need (the words of a claim's clause, the
type of a value that is no number) is not in the file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn, TypeVar, get_args

from discrepancy.errors import ReadError
from discrepancy.model import (
    KINDS,
    STATUSES,
    Claim,
    Compatible,
    Conflict,
    Document,
    Evidence,
    Factual,
    Frame,
    NotCompared,
    Occasion,
    Participant,
    Position,
    Reason,
    Report,
    Review,
    Scope,
    Severity,
    Span,
    Unread,
    Zone,
    ZoneKind,
)
from discrepancy.report.fields import Field, Malformed
from discrepancy.report.json_report import SCHEMA, report_record
from discrepancy.values.groups import Groups
from discrepancy.values.names import Actor, ActorType
from discrepancy.values.quantity import Bound, Quantity
from discrepancy.values.stance import Stance
from discrepancy.values.timerange import Grain, TimeRange

PUBLISHED_FROM = ("given", "dateline", "text", "unknown")
EVENTS = ("main", "earlier", "other", "wider")
Listed = TypeVar("Listed", Document, Claim)


def reread(data: bytes, name: str) -> Report:
    """The report in the JSON file ``data``; raises ReadError, named ``name``, for anything ``to_json`` did not write.

    Written again, it must give the same data: what was changed by hand, quotes that do not stand where the offsets
    say, and fields that nobody knows are found so.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise ReadError(name, "is not valid JSON") from None
    schema = _schema_of(found)
    if schema is None:
        raise ReadError(name, "is no report of discrepancy (compare writes one with -o FILE.json)")
    if schema != SCHEMA:
        raise ReadError(name, f"is a report of another version ({schema[:40]}; this one reads {SCHEMA})")
    try:
        report = _report(Field(found))
        changed = _difference(report_record(report), {**found, "version": None}, "")
    except (Malformed, OverflowError) as error:
        raise ReadError(name, f"is a damaged report: {error}") from None
    if changed:
        raise ReadError(name, f"is a damaged report: {changed} does not fit the rest")
    return report


def is_report(data: bytes) -> bool:
    """Whether ``data`` is a JSON report, of this version or another, sound or damaged."""
    try:
        return _schema_of(json.loads(data.decode("utf-8-sig"))) is not None
    except (ValueError, RecursionError):
        return False


def _schema_of(found: Any) -> str | None:
    """The schema that a report of any version names; None for anything else."""
    schema = found.get("schema") if isinstance(found, dict) else None
    return schema if isinstance(schema, str) and schema.startswith("discrepancy-report/") else None


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _difference(ours: Any, theirs: Any, path: str) -> str | None:
    """The first field in which ``theirs`` differs from ``ours``; the version of the program may differ."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in (*ours, *(name for name in theirs if name not in ours)):
            below = f"{path}.{name}" if path else name
            if (name in ours) != (name in theirs):
                return below[:80]
            if below != "version" and (found := _difference(ours[name], theirs[name], below)):
                return found
        return None
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        pairs = enumerate(zip(ours, theirs, strict=True))
        return next((d for n, (a, b) in pairs if (d := _difference(a, b, f"{path}[{n}]"))), None)
    return None if ours == theirs and isinstance(ours, bool) == isinstance(theirs, bool) else path


def _report(root: Field) -> Report:
    root["version"].text()
    documents = tuple(map(_document, root["documents"].list()))
    by_id = _once(documents, "documents")
    claims = tuple(_claim(one, by_id) for one in root["claims"].list())
    known = _once(claims, "claims")
    return Report(
        documents,
        claims,
        tuple(_conflict(one, known) for one in root["conflicts"].list()),
        tuple(
            Compatible(one["reason"].text(), one["why"].text(), tuple(_known(c, known) for c in one["claims"].list()))
            for one in root["compatible"].list()
        ),
        tuple(NotCompared(_known(one["claim"], known), one["why"].text()) for one in root["not_compared"].list()),
        tuple(Unread(one["path"].text(), one["why"].text()) for one in root["unread"].list()),
        _same_origin(root["documents"].list(), documents),
        tuple((name, one.text()) for name, one in root["settings"].pairs()),
    )


def _once(members: Sequence[Listed], what: str) -> dict[str, Listed]:
    found = {member.id: member for member in members}
    if len(found) < len(members):
        raise Malformed(f"two of the {what} have the same id")
    return found


def _known(name: Field, claims: Mapping[str, Claim]) -> Claim:
    if name.text() not in claims:
        raise Malformed(f"{name.path} is not among the claims")
    return claims[name.text()]


def _same_origin(records: Sequence[Field], documents: Sequence[Document]) -> tuple[tuple[str, ...], ...]:
    """Groups of copies; in a large one each names only the first."""
    order = {document.id: number for number, document in enumerate(documents)}
    homes = Groups()
    for number, record in enumerate(records):
        for one in record["same_origin_as"].list():
            if one.text() in order:
                homes.join(number, order[one.text()])
    return homes.together(tuple(order))


def _document(one: Field) -> Document:
    text = one["text"].text()
    return Document(
        id=one["id"].text(),
        text=text,
        path=one["path"].text(),
        title=one["title"].name(),
        outlet=one["outlet"].name(),
        published=one["published"].day(),
        published_from=one["published_from"].one_of(PUBLISHED_FROM),
        url=one["url"].name(),
        language=one["language"].text(),
        zones=tuple(
            Zone(zone["kind"].one_of(get_args(ZoneKind)), _span(zone["start"], zone["end"], len(text)))
            for zone in one["zones"].list()
        ),
        sha256=one["sha256"].text(),
        warnings=tuple(warning.text() for warning in one["warnings"].list()),
    )


def _span(start: Field, end: Field, last: int) -> Span:
    span = Span(start.offset(last), end.offset(last))
    if span.end < span.start:
        raise Malformed(f"{end.path} lies before the start")
    return span


def _claim(one: Field, documents: Mapping[str, Document]) -> Claim:
    home, kind, event = one["document"], one["kind"].one_of(KINDS), one["event"].one_of(EVENTS)
    document = documents.get(home.text())
    if document is None:
        raise Malformed(f"{home.path} is not among the documents")
    attribute = one["attribute"].text()
    return Claim(
        id=one["id"].text(),
        document=document.id,
        kind=kind,
        attribute=attribute.removesuffix(f":{event}") if kind == "number" and event != "main" else attribute,
        value=_value(one["value"]),
        shown=one["value"]["text"].text(),
        evidence=_evidence(one, document),
        frame=Frame(
            sentence=0,
            participants=(Participant("carried", ""),) if one.get("carried") else (),
            scope=Scope(part=one.get("part") is not None),
            occasion=_occasion(event, one.get("when")),
            speaker=_speaker(one["speaker"], one["actor"]),
            direct=one["direct"].flag(),
            factuality=one["factuality"].one_of(get_args(Factual)),
        ),
        implied=one.get("implied") is not None,
    )


def _evidence(one: Field, document: Document) -> Evidence:
    last = len(document.text)
    span = _span(one["start"], one["end"], last)
    start, end = one["sentence"].list(2, 2)
    return document.evidence(span.start, span.end, _span(start, end, last))


def _speaker(name: Field, actor: Field) -> Actor | None:
    if name.value is None:
        return None
    return Actor(
        name.text(),
        actor["key"].text(),
        actor["type"].one_of(get_args(ActorType)),
        actor["camp"].name(),
        actor["generic"].flag(),
    )


def _occasion(event: str, when: Field | None) -> Occasion:
    if when is None:
        return Occasion(relation=event)
    days = tuple(
        TimeRange(
            day["start"].moment(),
            day["end"].moment(),
            day["grain"].one_of(get_args(Grain)),
            None if day["zone"].value is None else day["zone"].whole(),
        )
        for day in when.list()
    )
    return Occasion(relation=event, days=days, own_day=True)


def _value(one: Field) -> Quantity | Stance | str:
    if one["bound"].value is None:
        if one.get("axis") or one.get("side"):
            return Stance(one["axis"].text(), one["side"].text())
        return one["text"].text()
    read_as = one.get("read_as")
    low, high = read_as.list(2, 2) if read_as else (one["low"], one["high"])
    return Quantity(
        low.number_or(-math.inf),
        high.number_or(math.inf),
        one["bound"].one_of(get_args(Bound)),
        one["unit"].name(),
        None if one["value"].value is None else one["value"].number(),
    )


def _conflict(one: Field, claims: Mapping[str, Claim]) -> Conflict:
    return Conflict(
        id=one["id"].text(),
        kind=one["kind"].one_of(KINDS),
        question=one["question"].text(),
        positions=tuple(
            Position(
                position["value"].text(),
                tuple(_known(evidence["claim"], claims) for evidence in position["evidence"].list(1)),
            )
            for position in one["positions"].list(2)
        ),
        why=one["why"].text(),
        reasons=tuple(
            Reason(reason["code"].text(), reason["text"].text(), reason["weight"].number())
            for reason in one["reasons"].list()
        ),
        confidence=one["confidence"].share(),
        severity=one["severity"].one_of(get_args(Severity)),
        review=_review(one.get("review")),
    )


def _review(one: Field | None) -> Review:
    if one is None:
        return Review()
    earlier = one.get("earlier")
    return Review(one["status"].one_of(STATUSES), one["note"].text(), earlier.text() if earlier else "")
