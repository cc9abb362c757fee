"""The words that several formats share: who says it, where it stands, what was left out, what to check next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from discrepancy.language.printable import printable
from discrepancy.lexicon import table
from discrepancy.model import STATUSES, Claim, Compatible, Conflict, Document, Position, Reason, Report, Review, Status

RIVAL = "rival-figures"
NOBODY = "no source named"
ALONE = "There was one article and no other to compare it with: only contradictions inside it were looked for."
NAMES_SHOWN = 2
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def counted(number: int, one: str, many: str | None = None) -> str:
    """``number`` with its noun: "1 conflict", "3 conflicts"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def one_line(text: str) -> str:
    """``text`` without line breaks and runs of blanks."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """``text`` on one line, with hidden characters written out."""
    return printable(one_line(text))


def summary(report: Report) -> str:
    """The result in one line: "3 conflicts in 4 articles"."""
    words = f"{counted(len(report.conflicts), 'conflict')} in {counted(len(report.documents), 'article')}"
    unread = f", {counted(len(report.unread), 'file')} not read" if report.unread else ""
    told = status_tally(c.review.status for c in report.conflicts if c.review.status != "open")
    foreign = sum(is_foreign(document) for document in report.documents)
    unread += f", {counted(foreign, 'article')} in another language not compared" if foreign else ""
    return f"{words}{unread}{f' (reviewed: {told})' if told else ''}"


def status_tally(statuses: Iterable[Status]) -> str:
    """Statuses with their numbers in the order of the model: "1 confirmed, 2 false alarm"."""
    numbers = Counter[str](statuses)
    return ", ".join(f"{numbers[status]:,} {status_words(status)}" for status in STATUSES if numbers[status])


def nothing_found(report: Report) -> str:
    """What to say when there is no conflict; finding no claims is something else."""
    if not report.claims:
        return "Nothing could be compared: no claims were found."
    return f"No conflicts among {counted(len(report.claims), 'claim')}."


def speaker_words(claim: Claim, documents: Mapping[str, Document]) -> str:
    """Who says it; without a named speaker the outlet in its own words."""
    if claim.frame.speaker:
        return one_line(claim.frame.speaker.name)
    document = documents.get(claim.document)
    return f"{one_line(document.outlet) if document and document.outlet else claim.document}, {NOBODY}"


def place_words(claim: Claim, documents: Mapping[str, Document]) -> str:
    """Where to look: the outlet where known, the document and the line of its text (counted from 1)."""
    document = documents.get(claim.document)
    if document is None:
        return claim.document
    place = f"{document.id} line {document.text.count(chr(10), 0, claim.evidence.span.start) + 1}"
    return f"{one_line(document.outlet)}, {place}" if document.outlet else place


def day_words(day: date) -> str:
    """The day as a sentence puts it, in English whatever the machine's language is."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day_words(day: date) -> str:
    """The same below an axis: "3 Sep 2024"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def is_foreign(document: Document) -> bool:
    """Whether the article is in a language in which no claims are found."""
    return bool(document.zones) and all(zone.kind == "foreign" for zone in document.zones)


def source_words(document: Document) -> str:
    """Outlet, day and file of an article, as far as they are known, and its language where it is not compared."""
    shown = day_words(document.published) if document.published else "no date"
    parts = [one_line(document.outlet or "no outlet"), shown, document.path or document.id]
    return ", ".join([*parts, f"in {language_name(document)}, not compared"] if is_foreign(document) else parts)


def language_name(document: Document) -> str:
    """The name of the language that the article is in."""
    return str(table("languages")["names"].get(document.language, "another language"))


def answers(conflict: Conflict, documents: Mapping[str, Document]) -> str:
    """All answers in one line: "62 (Defence Ministry) / at least 90 (Observatory)"."""
    return " / ".join(f"{one_line(p.shown)} ({_speakers(p.claims, documents)})" for p in conflict.positions)


def rival_words(rival: Compatible, documents: Mapping[str, Document]) -> str:
    """Bounds given by rival speakers, with what they count."""
    return f"Rival figures for {rival_noun(rival)}, both may hold: {compatible_words(rival, documents)}"


def rival_noun(rival: Compatible) -> str:
    """What rival speakers count: "killed"."""
    return rival.claims[0].attribute.replace(":", " ") if rival.claims else "figures"


def compatible_words(compatible: Compatible, documents: Mapping[str, Document]) -> str:
    """The claims that look different and are not, and why."""
    shown = " / ".join(f"{one_line(c.shown)} ({speaker_words(c, documents)})" for c in compatible.claims)
    return f"{shown}: {one_line(compatible.why)}"


def check_next(conflict: Conflict, documents: Mapping[str, Document]) -> str:
    """What a fact-checker can do about the conflict, from who speaks and when each article came out."""
    shared = _speaker_on_both_sides(conflict.positions)
    if shared:
        return f"{shared} is given with different answers; look for the original statement."
    unnamed = [p for p in conflict.positions if all(c.frame.speaker is None for c in p.claims)]
    if unnamed:
        where = ", ".join(_documents_of(unnamed))
        return f"no source is named for {_listed(p.shown for p in unnamed)} ({where}); ask where it comes from."
    days = [documents[d].published for d in _documents_of(conflict.positions) if d in documents]
    known = sorted({day for day in days if day})
    if len(known) > 1:
        first, last = day_words(known[0]), day_words(known[-1])
        return f"the articles are from {first} to {last}; ask whether the later answer replaces the earlier."
    return "every side names its source; ask each what was counted or seen, when, and by whom."


def review_words(review: Review) -> str:
    """What a person decided, with the note; nothing where nobody decided anything."""
    if review == Review():
        return ""
    words = f"{status_words(review.status)}: {review.note}" if review.note else status_words(review.status)
    return one_line(f"{words}; with other evidence: {review.earlier}" if review.earlier else words)


def status_words(status: str) -> str:
    """A status as a sentence puts it: "false alarm"."""
    return status.replace("_", " ")


def weighed(reasons: Iterable[Reason]) -> tuple[tuple[str, tuple[Reason, ...]], ...]:
    """The reasons that count for a conflict and those that count against it, each lot under its heading.

    A weight that was learned together with others may go against what its reason says by itself, so the side is told.
    """
    held = tuple(reasons)
    lots = (
        ("Counted for a conflict", tuple(reason for reason in held if reason.weight >= 0)),
        ("Counted against it", tuple(reason for reason in held if reason.weight < 0)),
    )
    return tuple((heading, lot) for heading, lot in lots if lot)


def cited(report: Report) -> tuple[Document, ...]:
    """The documents that a conflict quotes, in report order."""
    quoted = {claim.document for c in report.conflicts for position in c.positions for claim in position.claims}
    return tuple(document for document in report.documents if document.id in quoted)


def rival_figures(report: Report) -> tuple[Compatible, ...]:
    """Lower bounds of rival speakers: both can be true, and a reader should still see them side by side."""
    return tuple(one for one in report.compatible if one.reason == RIVAL)


def look_different(report: Report) -> tuple[Compatible, ...]:
    """Compatible claims but for the rival figures."""
    return tuple(one for one in report.compatible if one.reason != RIVAL)


def tally(labels: Iterable[str]) -> str:
    """Labels with their numbers, most frequent first: "3 update, 1 bound"."""
    ranked = sorted(Counter(labels).items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} {label.replace('-', ' ')}" for label, number in ranked)


def without_claims(report: Report) -> tuple[str, ...]:
    """Articles in which nothing was found that could be compared: silence about them means nothing."""
    speaking = {claim.document for claim in report.claims}
    return tuple(document.id for document in report.documents if document.id not in speaking)


def notes(report: Report) -> tuple[str, ...]:
    """What the reader must know before trusting silence: unread files, a lone article, copies, what says nothing."""
    lines = [f"Not read: {one_line(unread.path)}: {one_line(unread.why)}" for unread in report.unread]
    lines += [ALONE] if len(report.documents) == 1 else []
    lines += [f"Same text: {_listed(group)} carry one text and count as one source." for group in report.same_origin]
    lines += [f"Nothing to compare was found in {name}." for name in without_claims(report)]
    lines += [
        f"Warning: {document.path or document.id}: {one_line(warning)}"
        for document in report.documents
        for warning in document.warnings
    ]
    return tuple(lines)


def _speakers(claims: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    names = list(dict.fromkeys(speaker_words(claim, documents) for claim in claims))
    more = len(names) - NAMES_SHOWN
    return "; ".join(names[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _speaker_on_both_sides(positions: Sequence[Position]) -> str | None:
    seen: dict[str, str] = {}
    for position in positions:
        speakers = {c.frame.speaker.key: c.frame.speaker for c in position.claims if c.frame.speaker}
        for key, speaker in speakers.items():
            if key in seen and not speaker.generic:
                return one_line(seen[key])
        seen |= {key: speaker.name for key, speaker in speakers.items()}
    return None


def _documents_of(positions: Iterable[Position]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.document for position in positions for claim in position.claims))


def _listed(words: Iterable[str]) -> str:
    parts = [one_line(word) for word in words]
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
