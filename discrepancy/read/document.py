"""A draft completed: id, zones, day of publication, fingerprint, warnings."""

from __future__ import annotations

import hashlib

from discrepancy.lexicon import table
from discrepancy.model import Document, Span, Zone
from discrepancy.read.draft import Draft
from discrepancy.read.hidden import foreign_text, hidden_characters
from discrepancy.read.language import find_language, is_read, limits_of
from discrepancy.read.published import find_outlet, find_published, given_day
from discrepancy.read.zones import find_zones


def to_document(draft: Draft, identity: str, path: str) -> Document:
    """The document of ``draft``; ``identity`` is its id and ``path`` the name shown for it."""
    text = draft.text
    language = find_language(text)
    # nothing in a text that is not understood makes a claim, not even its figures
    foreign = (Zone("foreign", Span(0, len(text))),)
    zones = find_zones(text, draft.title, draft.front, draft.marks) if is_read(language) else foreign
    published, found_in = find_published(text, draft.published, zones)
    headline = next((zone.span for zone in zones if zone.kind == "headline"), None)
    return Document(
        id=identity,
        text=text,
        path=path,
        title=draft.title or (text[headline.start : headline.end].strip() if headline else None),
        outlet=draft.outlet or find_outlet(text, zones),
        published=published,
        published_from=found_in,
        url=draft.url,
        language=language,
        zones=zones,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        warnings=(*draft.warnings, *_warnings(draft, language)),
    )


def _warnings(draft: Draft, language: str) -> list[str]:
    found = list(hidden_characters(draft.text))
    if is_read(language):
        found += limits_of(language)
        found += foreign_text(draft.text)
    else:
        name = table("languages")["names"][language]
        found.append(f"is in {name}, which is not read for claims, so that it was not compared")
    if draft.published and not given_day(draft.published):
        found.append("the date given is not understood")
    return found
