"""Format ``incidents``: one row a toll, as records of violent events keep them: low, high, and who says each.

No figure is called the right one. A row holds the figures that the comparison set side by side as answers to one
question; a figure that nobody else gives has its own row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from discrepancy.lexicon import table, words
from discrepancy.model import Claim, Compatible, Conflict, Document, Report
from discrepancy.report import explain
from discrepancy.report.csv_report import csv_text
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.numbers import finite
from discrepancy.report.records import Record
from discrepancy.report.tolls import is_toll
from discrepancy.values.quantity import Quantity
from discrepancy.values.stance import Stance

_END = ("", "_as_written", "_said_by", "_quote", "_document", "_start", "_end")
INCIDENT_COLUMNS = (
    *("row", "counted"),
    *(f"low{column}" for column in _END),
    *(f"high{column}" for column in _END),
    *("standing", "conflicts", "conceded_by", "denied_by", "speakers", "articles", "independent_origins"),
    *("first_published", "last_published"),
)
SAME_QUESTION = frozenset(
    {"approximation", "bound", "granularity", "paraphrase", "rival-figures", "same-unit", "update"}
)
TELLING = 10  # figures from this on are not the same by chance
NEXT_SENTENCE = 4  # fewer characters than this lie between two sentences that follow one another


def to_incidents(report: Report) -> str:
    """The tolls of ``report`` as CSV in which no cell can run; offsets are code points of the documents' texts."""
    return csv_text(INCIDENT_COLUMNS, _rows(report))


def _rows(report: Report) -> Iterator[Record]:
    documents = {document.id: document for document in report.documents}
    origins = {name: group[0] for group in report.same_origin for name in group}
    named = named_conflicts(report)
    for number, group in enumerate(_groups(report), 1):
        counted = Counter(claim.attribute for claim in group).most_common(1)[0][0]
        claims = [claim for claim in group if claim.attribute == counted]
        published = sorted({day for claim in claims if (day := documents[claim.document].published)})
        homes = dict.fromkeys(claim.document for claim in claims)
        yield {
            "row": f"t{number}",
            "counted": counted,
            **_end("low", min(claims, key=lambda claim: _figure(claim)[0]), claims, documents),
            **_end("high", max(claims, key=lambda claim: _figure(claim)[1]), claims, documents),
            **_standing(group, named, report.compatible),
            "conceded_by": "; ".join(_named(_conceding(group, report, documents), documents)),
            "denied_by": "; ".join(_named(_denying(group, report), documents)),
            "speakers": len(_named(claims, documents)),
            "articles": len(homes),
            "independent_origins": len({origins.get(home, home) for home in homes}),
            "first_published": published[0].isoformat() if published else None,
            "last_published": published[-1].isoformat() if published else None,
        }


def _groups(report: Report) -> list[list[Claim]]:
    """The tolls of the event itself, those that answer one question together, in the order of the report."""
    tolls = [claim for claim in report.claims if _counts_people(claim)]
    home = {claim.id: claim.id for claim in tolls}
    for one, other in _links(report, tolls):
        if one.id in home and other.id in home:
            home[_home(other.id, home)] = _home(one.id, home)
    groups: dict[str, list[Claim]] = {}
    for claim in tolls:
        groups.setdefault(_home(claim.id, home), []).append(claim)
    return list(groups.values())


def _home(name: str, home: dict[str, str]) -> str:
    while home[name] != name:
        home[name] = home[home[name]]
        name = home[name]
    return name


def _links(report: Report, tolls: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    sets = [[c for position in one.positions for c in position.claims] for one in report.conflicts]
    sets += [list(one.claims) for one in report.compatible if one.reason in SAME_QUESTION]
    for claims in sets:
        told = [claim for claim in claims if _counts_people(claim)]
        yield from ((told[0], other) for other in told[1:])
    first: dict[tuple[str, tuple[float, float]], Claim] = {}
    for claim in tolls:
        if _figure(claim)[0] >= TELLING:
            yield first.setdefault((claim.attribute, _figure(claim)), claim), claim


def _counts_people(claim: Claim) -> bool:
    whole = all(number.is_integer() for number in map(float, _figure(claim)))
    return claim.attribute in table("harm") and is_toll(claim) and whole


def _figure(claim: Claim) -> tuple[float, float]:
    """The lowest and the highest number that the passage gives: "at least 90" gives 90, "60 to 70" gives both."""
    value = claim.value
    if not isinstance(value, Quantity):
        return 0.0, 0.0
    if value.written is not None:
        return value.written, value.written
    low, high = max(value.low, 0.0), value.high
    return low, low if finite(high) is None else high


def _end(name: str, claim: Claim, claims: Sequence[Claim], documents: Mapping[str, Document]) -> Record:
    """One end of the row: the figure, everybody who gives it, and the first passage that does."""
    end = 0 if name == "low" else 1
    saying = [other for other in claims if _figure(other)[end] == _figure(claim)[end]]
    span = claim.evidence.span
    who = "; ".join(_named(saying, documents))
    cells = (finite(_figure(claim)[end]), claim.shown, who, claim.evidence.text, claim.document, span.start, span.end)
    return dict(zip((f"{name}{column}" for column in _END), cells, strict=True))


def _standing(
    claims: Sequence[Claim], conflicts: Iterable[tuple[Conflict, str]], compatible: Iterable[Compatible]
) -> Record:
    """Whether the figures conflict, or why they do not."""
    ids = {claim.id for claim in claims}
    held = [name for one, name in conflicts if sum(c.id in ids for p in one.positions for c in p.claims) > 1]
    reasons = [one.reason for one in compatible if ids >= {claim.id for claim in one.claims}]
    alone = "same figure" if len(claims) > 1 else "one figure"
    told = ["conflict"] if held else list(dict.fromkeys(reasons)) or [alone]
    return {"standing": "; ".join(told), "conflicts": "; ".join(held)}


def _conceding(claims: Sequence[Claim], report: Report, documents: Mapping[str, Document]) -> list[Claim]:
    """Those who own to the harm: by a word that says so, or by "we did it" in the same sentence."""
    found = [claim for claim in claims if _conceded().search(_sentence(claim, documents))]
    here, mine = _sentences(claims), words("concessions", "first-person")
    found += [
        claim
        for claim in report.claims
        if isinstance(claim.value, Stance)
        and claim.value.axis == "intent"
        and _sentences([claim]) <= here
        and mine & set(re.findall(r"\w+", claim.evidence.text.lower()))
    ]
    return [claim for claim in found if claim.frame.speaker]


def _denying(claims: Sequence[Claim], report: Report) -> list[Claim]:
    """Those who deny the figure, or a part in the harm in the same sentence or one beside it."""
    here = _sentences(claims)
    ends, starts = {(home, end) for home, _, end in here}, {(home, start) for home, start, _ in here}
    figures = {(claim.attribute, _figure(claim)) for claim in claims}
    found = []
    for claim in report.claims:
        home, span = claim.document, claim.evidence.sentence
        within = (home, span.start, span.end) in here
        beside = any((home, span.start - n) in ends or (home, span.end + n) in starts for n in range(NEXT_SENTENCE))
        denied = claim.frame.factuality == "denied"
        figure = isinstance(claim.value, Quantity) and (claim.attribute, _figure(claim)) in figures
        if (claim.value == Stance("responsible", "no") and (within or beside)) or (denied and (within or figure)):
            found.append(claim)
    return [claim for claim in found if claim.frame.speaker]


def _sentences(claims: Iterable[Claim]) -> set[tuple[str, int, int]]:
    return {(claim.document, claim.evidence.sentence.start, claim.evidence.sentence.end) for claim in claims}


def _sentence(claim: Claim, documents: Mapping[str, Document]) -> str:
    return documents[claim.document].text[claim.evidence.sentence.start : claim.evidence.sentence.end]


@cache
def _conceded() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(words("concessions", "forms")))
    elsewhere = "|".join(re.escape(form) for form in sorted(words("concessions", "elsewhere")))
    return re.compile(rf"\b(?:{forms})\b(?! (?:{elsewhere}))", re.IGNORECASE)


def _named(claims: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Who says so, each once, by the fullest name: "Kerry" and "John Kerry" are one."""
    names: dict[str, str] = {}
    for claim in claims:
        name, speaker = explain.speaker_words(claim, documents), claim.frame.speaker
        key = f"speaker {speaker.key}" if speaker else f"own words {name}"
        names[key] = max(names.get(key, ""), name, key=len)
    return tuple(names.values())
