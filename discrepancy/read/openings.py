"""How an article opens: headline, date lines, place lines; also inside one long line without breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.language.calendar import calendar_dates
from discrepancy.lexicon import table, words
from discrepancy.read.imprints import is_outlet, read_imprint
from discrepancy.read.line_kinds import is_agency, line_kind
from discrepancy.read.lines import Line, Mark
from discrepancy.read.stamps import JUNK, TOKEN, in_stamp, is_stamp

HEAD_LINES = 8
LONGEST_HEADLINE = 200
_LONG_LINE = 400
_STEPS = 6
_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’./-]{1,24}(?: [A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’./-]{1,24}){0,3}"
_MIXED = r"[A-ZÀ-ÖØ-Þ][^\W\d_'’-]{1,24}(?:[ '’-][A-ZÀ-ÖØ-Þ]?[^\W\d_]{1,24}){0,3}"
_REGION = r"(?:, [A-ZÀ-ÖØ-Þ][\w.'’-]{1,24}(?: [A-ZÀ-ÖØ-Þ][\w.'’-]{1,24}){0,2}){0,2}"
_MONTH_FIRST = r"(?P<month>[A-Z][a-z]{2,8})\.? [0-9]{1,2}(?:, ?[12][0-9]{3})?"
_DAY_FIRST = r"[0-9]{1,2} (?P<other>[A-Z][a-z]{2,8})\.?(?: [12][0-9]{3})?"
_WHEN = rf"(?:,? {_MONTH_FIRST}|,? {_DAY_FIRST})"
_AGENCY = r" ?\((?P<agency>[A-Z][\w .&/'’-]{1,30})\)"
_PLACE_LINES = (
    re.compile(rf"(?:{_CAPS}){_REGION}{_WHEN}?(?:{_AGENCY})?(?: ?(?:--|[–—])| -) ?(?=\S)"),
    re.compile(rf"(?:{_CAPS}){_REGION}{_WHEN}?{_AGENCY}[:.]? (?=[A-Z0-9\"'“‘])"),
    re.compile(rf"(?:{_MIXED}){_REGION}{_WHEN}(?:{_AGENCY})?(?: ?(?:--|[–—])| -) ?(?=\S)"),
    re.compile(rf"(?:{_MIXED}){_REGION}{_AGENCY}(?: ?(?:--|[–—])| -) ?(?=\S)"),
    re.compile(r"(?P<place>[A-ZÀ-ÖØ-Þ]{4,20}(?: [A-ZÀ-ÖØ-Þ]{2,20}){0,2})(?:\. (?=[A-Z\"“])|: (?=[A-Z][a-z]))"),
    re.compile(rf"(?:{_MIXED}|{_CAPS}){_REGION}, (?P<weekday>[A-Z][a-z]{{5,8}})(?:\.|:| ?[-–—]) (?=\S)"),
)
_HALF_DAY = r"(?: ?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC)){0,2}"
_SPEAKER = re.compile(r"[A-Z][A-Z .'-]{2,30}:")
_CLOCK = re.compile(rf"[ ,|-]{{0,3}}(?:at )?[0-9]{{1,2}}[:.][0-9]{{2}}{_HALF_DAY}| at [0-9]{{4}}{_HALF_DAY}(?= )")
_FIGURES = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[12][0-9]{3} (?=[A-Z0-9])")
_PHOTO = re.compile(r"\((?:[A-Z][\w ]{0,30} )?(?:File )?(?:[Pp]hoto|File|Handout)(?: (?:by )?[A-Z][\w /]{0,30})?\) ")
_INLINE_PLACE = re.compile(
    r"(?<=[\s.])[A-ZÀ-Þ]{3,20}(?: [A-ZÀ-Þ]{2,20}){0,2} \((?P<agency>[A-Z][\w -]{1,20})\) (?:[-–—] )?"
    r"(?=[A-Z0-9\"“])"
)
_INLINE_HEAD = 1_500
_AGENCY_ALONE = re.compile(r"(?P<agency>[A-Z]{2,5}|Reuters|Sputnik|Xinhua) (?P<next>[A-Z][A-Za-z-]{0,20}|[0-9]{1,5}) ")


def find_opening(text: str, lines: Sequence[Line], title: str | None) -> Iterator[Mark]:
    """Headline, date line and place line marks in the first lines of an article."""
    headed = False
    # two speakers in capitals make it a transcript, and the first of them no place
    transcript = sum(1 for line in lines if _SPEAKER.match(line.text)) > 1
    for i, line in enumerate(lines[:HEAD_LINES]):
        above_day = i + 1 < len(lines) and is_stamp(lines[i + 1].text)
        if ((headed or title) and read_imprint(line.text)) or (above_day and is_outlet(line.text)):
            yield Mark(line.start, line.end, "dateline")
            continue
        if line_kind(line.text) or is_agency(line.text) or (_is_section(line.text) and i + 1 < len(lines)):
            continue
        if is_stamp(line.text):
            yield Mark(line.start, line.end, "dateline")
        elif not headed and _is_headline(line, lines[i + 1 : i + 2], title):
            headed = True
            yield Mark(line.start, line.end, "headline")
        else:
            if not (transcript and _SPEAKER.match(line.text)):
                yield from _inside(text, line, title, headed)
            headed = True
            if len(line.text) > _LONG_LINE // 2:
                return


def _is_section(line: str) -> bool:
    """A heading such as "MIDDLE EAST" above the headline."""
    return line.isupper() and len(line.split()) <= 3


def _is_headline(line: Line, following: Sequence[Line], title: str | None) -> bool:
    if title:
        end = match_title(line.text, 0, title)
        return end == len(line.text)
    if len(line.text) > LONGEST_HEADLINE or len(line.text.split()) < 2 or line.text.endswith((",", ";", ":")):
        return False
    if line.text[-1] not in ".!?…\"”'" or line.text.startswith("# "):
        return bool(following) or line.gap_after
    dated = bool(following) and read_imprint(following[0].text) is not None
    return dated or (line.text[-1] in "?!\"”'" and line.gap_after and bool(following))


def match_title(text: str, at: int, title: str) -> int | None:
    """End of the title that stands at ``at``, compared by letters and figures alone; None where it does not.

    A title that goes on in small letters is the beginning of a sentence, not the title.
    """
    wanted = [char for char in title.casefold() if char.isalnum()]
    if len(wanted) < 8:
        return None
    found = 0
    end = at
    while end < len(text) and found < len(wanted):
        char = text[end].casefold()
        if char.isalnum():
            if char != wanted[found]:
                return None
            found += 1
        elif char in "\r\n":
            return None
        end += 1
    if found < len(wanted):
        return None
    while end < len(text) and text[end] in ".:!?…\"'”’) ":
        end += 1
    rest = text[end : end + 1]
    return None if rest.islower() or (rest and not text[end - 1].isspace() and rest not in "\r\n") else end


def _inside(text: str, line: Line, title: str | None, headed: bool) -> Iterator[Mark]:
    """Marks at the head of a line that holds headline, date line, place line and text in one."""
    at, stamped = line.start, False
    for _ in range(_STEPS):
        step = _next_mark(text, at, line, title, headed, stamped)
        if not step or step.end >= line.end:
            break
        headed = headed or step.kind == "headline"
        stamped = stamped or (step.kind == "dateline")
        yield step
        at = step.end
    for place in _INLINE_PLACE.finditer(text, at, min(line.end, at + _INLINE_HEAD)):
        if is_agency(place["agency"]):
            yield Mark(place.start(), place.end(), "dateline")


def _next_mark(text: str, at: int, line: Line, title: str | None, headed: bool, stamped: bool) -> Mark | None:
    end = match_title(text, at, title) if title else None
    if end:
        return Mark(at, end, "repeat" if headed else "headline")
    junk = JUNK.match(text, at)
    if junk and junk.end() > at:
        return Mark(at, junk.end(), "prompt")
    end = _stamp_end(text, at, line.end)
    if end:
        return Mark(at, end, "dateline")
    end = _place_line_end(text, at, line.end)
    if end:
        return Mark(at, end, "dateline")
    end = _caption_end(text, at, line.end)
    if end:
        return Mark(at, end, "caption")
    end = _agency_end(text, at, line.end) if headed else None
    if end:
        return Mark(at, end, "byline")
    end = _repeated_end(text, at, line.end)
    if end:
        return Mark(at, end, "repeat")
    end = _capitalised_end(text, at, line) if stamped and not headed and not title else None
    return Mark(at, end, "headline") if end else None


def _stamp_end(text: str, at: int, line_end: int) -> int | None:
    """End of a date with its introducing words at ``at``, where text or a headline goes on behind it."""
    head = text[at : min(line_end, at + 120)]
    figures = _FIGURES.match(head)
    first = next(((start, end) for start, end, _ in calendar_dates(head)), figures.span() if figures else None)
    if not first or not all(in_stamp(token.group()) for token in TOKEN.finditer(head[: first[0]])):
        return None
    end = at + first[1]
    clock = _CLOCK.match(text, end, line_end)
    end = clock.end() if clock else end
    while end < line_end and text[end] in " .,|)-–—":
        end += 1
    rest = text[end : end + 1]
    return None if rest.islower() or not rest else end


def _agency_end(text: str, at: int, line_end: int) -> int | None:
    """End of the name of an agency between a headline and its text ("AFP Eleven people ...")."""
    found = _AGENCY_ALONE.match(text, at, line_end)
    if not found or not is_agency(found["agency"]) or found["next"].lower() in words("zones", "agencies", "followers"):
        return None
    return found.start("next")


def _place_line_end(text: str, at: int, line_end: int) -> int | None:
    calendar = table("calendar")
    for form in _PLACE_LINES:
        found = form.match(text, at, min(line_end, at + 140))
        if not found or found.end() >= line_end:
            continue
        part = found.groupdict()
        months = [part[key] for key in ("month", "other") if part.get(key)]
        if any(month.lower() not in calendar["months"] for month in months):
            continue
        if part.get("weekday") and part["weekday"].lower() not in calendar["weekdays"]:
            continue
        if part.get("place") and part["place"].split()[0].lower() in words("zones", "opening", "labels"):
            continue
        if form is _PLACE_LINES[1] and not months and not is_agency(part["agency"]):
            continue
        return found.end()
    return None


def _caption_end(text: str, at: int, line_end: int) -> int | None:
    """End of a caption with the photographer in brackets, glued to the text of a long line."""
    found = _PHOTO.search(text, at, min(line_end, at + 300))
    if (
        not found
        or re.search(r"[a-z]{3}[.!?] ", text[at : found.start() - 2])
        or line_end - found.end() < _LONG_LINE // 2
    ):
        return None
    return found.end()


def _repeated_end(text: str, at: int, line_end: int) -> int | None:
    """End of a first sentence that stands a second time right behind itself, often longer."""
    key = text[at : at + 40]
    if len(key) < 40:
        return None
    again = text.find(key, at + 40, min(line_end, at + 900))
    if again < 0 or " " not in key or not text[again - 1].isspace():
        return None
    first = text[at:again].rstrip(" .…!?\"'”’")
    return again if text.startswith(first, again) else None


def _capitalised_end(text: str, at: int, line: Line) -> int | None:
    """End of a first sentence in which nearly every longer word is capitalised."""
    stop = re.compile(r"[^.!?]{15,180}[.!?]? ?[.!?] (?=[A-Z0-9\"“])").match(text, at, line.end)
    if not stop:
        return None
    longer = [word for word in stop.group().split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(1 for word in longer if word[0].isupper())
    return stop.end() if len(longer) >= 4 and capital >= 0.75 * len(longer) else None
