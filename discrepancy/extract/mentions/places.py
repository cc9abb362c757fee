"""Place names: towns and countries of the gazetteer, named sites, and unknown names that the text calls places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from discrepancy.extract.mentions.places_gazetteer import Entry, demonyms, look_up, look_up_spelling
from discrepancy.extract.mentions.places_runs import Piece, Run, find_runs
from discrepancy.language.tokens import Sentence
from discrepancy.lexicon import table, words
from discrepancy.model import PlaceMention, Span
from discrepancy.values.names import Place
from discrepancy.values.places import spelling_key

_LARGE = 100
_MIDDLING = 50
_NEAR = 3
_ACRONYM = 4
_FAMOUS = 1_000


@dataclass(frozen=True, slots=True)
class _Found:
    """A name that may be a place; ``entries`` are the gazetteer's candidates, ``key`` names what it does not know."""

    sentence: Sentence
    start: int
    end: int
    name: str
    entries: tuple[Entry, ...] = ()
    key: str = ""
    province: bool = False
    doubtful: bool = False


def find_places(sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
    """The places of a text in text order; names with several bearers go to the country that the text speaks of."""
    found: list[_Found] = []
    people: set[str] = set()
    for sentence in sentences:
        for run in find_runs(sentence):
            here = list(_read_run(sentence, run, people))
            if not here and len(run.pieces) > 1:
                people.update(piece.text for piece in run.pieces)
            found.extend(here)
    countries = _countries(found)
    mentions: list[PlaceMention] = []
    kept: list[_Found] = []
    for number, name in enumerate(found):
        place = _resolve(name, countries, found[number + 1 : number + 2])
        if place is None:
            continue
        kept.append(name)
        start, end = name.sentence.start + name.start, name.sentence.start + name.end
        mentions.append(PlaceMention(Span(start, end), name.sentence.text[name.start : name.end], place))
    return _held_by_next(mentions, kept)


def _read_run(sentence: Sentence, run: Run, people: set[str]) -> Iterator[_Found]:
    pieces = _without_direction(run.pieces)
    if not pieces:
        return
    if len(pieces) == 1 and pieces[0].text in demonyms() and not _is_country_name(run, pieces[0]):
        code = demonyms()[pieces[0].text]
        yield _Found(sentence, pieces[0].start, pieces[0].end, pieces[0].text, key=f"people:{code}")
        return
    if len(pieces) > 1 and (pieces[0].text in demonyms() or _is_country_s(pieces[0].text)):
        pieces = pieces[1:]
    site = _site(sentence, pieces, run)
    if site:
        yield site
        return
    parts = _segments(pieces)
    if parts:
        for first, last in parts:
            known = _known(sentence, pieces[first:last], run, people, whole=len(parts) == 1)
            if known:
                yield known
        return
    unknown = _unknown(sentence, pieces, run)
    if unknown:
        yield unknown


def _is_country_s(text: str) -> bool:
    """ "Syrias", where a text has lost its apostrophes."""
    entries = look_up(text) if text.endswith("s") and look_up(text[:-1]) != () else ()
    return bool(entries) and entries[0].key.startswith("country:") and look_up(text[:-1]) == entries


def _is_country_name(run: Run, piece: Piece) -> bool:
    """ "The US" after a preposition is the country, "US jets" is not."""
    return (
        bool(look_up(piece.text))
        and bool(run.before)
        and (
            run.before[0] in words("places", "words", "strong") | words("places", "words", "weak")
            or run.before[0] == "the"
        )
        and (not run.after or not run.after[0].isalpha() or run.after[0] in words("places", "words", "weak"))
    )


def _without_direction(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """ "Northern Aleppo" is Aleppo, unless the two words are a name of their own ("Northern Ireland")."""
    if len(pieces) > 1 and pieces[0].text.lower() in words("places", "words", "directions"):
        return pieces if look_up(_text(pieces)) else pieces[1:]
    return pieces


def _text(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)


def _segments(pieces: tuple[Piece, ...]) -> list[tuple[int, int]]:
    """The run cut into known names from the left, longest first; empty when any word is left over."""
    parts: list[tuple[int, int]] = []
    at = 0
    while at < len(pieces):
        last = next((n for n in range(len(pieces), at, -1) if look_up(_text(pieces[at:n]))), None)
        if last is None:
            return []
        parts.append((at, last))
        at = last
    return parts


def _known(sentence: Sentence, pieces: tuple[Piece, ...], run: Run, people: set[str], *, whole: bool) -> _Found | None:
    name = _text(pieces)
    entries = look_up(name)
    if name.isupper() and len(name) <= _ACRONYM and not run.opens and not entries[0].key.startswith("country:"):
        return None
    if not whole and entries[0].people < _MIDDLING:
        return None
    after = run.after[0] if run.after else ""
    end, level = pieces[-1].end, table("places")["areas"].get(after)
    likely = level is not None or _is_likely(name, entries[0], run, people)
    if not likely and not _is_possible(name, run, people):
        return None
    if level:
        end = run.reach
    level = level or (_level_before(run) if whole else "")
    sure = level or (run.before and run.before[0] in words("places", "words", "strong") and not run.title)
    key = f"name:{level}:{spelling_key(name)}" if sure else ""
    return _Found(sentence, pieces[0].start, end, name, entries, key, level == "province", not likely)


def _level_before(run: Run) -> str:
    """ "The province of Aleppo"."""
    before = [word for word in run.before if word != "the"]
    return table("places")["areas"].get(before[1], "") if len(before) > 1 and before[0] == "of" else ""


def _is_likely(name: str, entry: Entry, run: Run, people: set[str]) -> bool:
    """Whether the words around speak for a place: few towns are safe on their own."""
    if run.owned:
        return False
    lower = name.lower()
    before = [word for word in run.before if word not in {"the", "'s"}]
    near = before[0] if before else ""
    if near in words("places", "words", "directions"):
        return True
    if near in words("places", "words", "strong"):
        return lower not in words("places", "words", "no_place")
    if entry.people < _FAMOUS and lower in words("places", "words", "people"):
        return False
    if lower in words("places", "words", "no_place") or name in people:
        return False
    if entry.key.startswith(("country:", "adm:", "name:")):
        return True
    if run.token is not None and run.token.dep == "nsubj" and near not in {",", "and"}:
        return False
    if near in words("places", "words", "weak") or near in {",", "("}:
        return entry.people >= _MIDDLING or (entry.main and near not in {",", "and"})
    return (
        entry.people >= _LARGE and entry.main and not (run.opens and run.token is not None and run.token.tag != "NNP")
    )


def _is_possible(name: str, run: Run, people: set[str]) -> bool:
    """After "of", "from" or "to" a small town is believed when the text speaks of its country."""
    near = run.before[0] if run.before else ""
    if run.owned or run.title or name in people or name.isupper() or near not in words("places", "words", "weak"):
        return False
    lower = name.lower()
    return lower not in words("places", "words", "people") and lower not in words("places", "words", "no_place")


def _site(sentence: Sentence, pieces: tuple[Piece, ...], run: Run) -> _Found | None:
    """A name with the word for its kind: "Shifa Hospital", "the al-Rashid street", "Aleppo province"."""
    after = run.after[0] if run.after else ""
    sites, areas, first = (table("places")[kind] for kind in ("sites", "areas", "first"))
    start, end = pieces[0].start, pieces[-1].end
    plain, nowhere = words("places", "words", "plain"), words("places", "words", "no_place")
    lower = [piece.text.lower() for piece in pieces]
    named = [word for word in lower if word not in plain]
    if not named or (len(named) == 1 and (named[0] in sites or named[0] in areas)):
        return None
    if not nowhere.isdisjoint(lower):
        return None
    last = lower[-1]
    if len(pieces) > 1 and last in sites:
        return _Found(sentence, start, end, _text(pieces), key=_site_key(sites[last], pieces[:-1]))
    if len(pieces) > 1 and last in areas:
        return _area(sentence, start, end, pieces[:-1], areas[last])
    if len(pieces) > 1 and pieces[0].text.lower() in first and not look_up(_text(pieces)):
        return _Found(
            sentence,
            start,
            end,
            _text(pieces),
            key=f"name:{first[pieces[0].text.lower()]}:{spelling_key(_text(pieces[1:]))}",
        )
    if pieces[-1].text.isupper():
        return None
    if after in sites and last not in words("places", "words", "bodies"):
        end = run.reach
        return _Found(sentence, start, end, sentence.text[start:end], key=_site_key(sites[after], pieces))
    if after in areas and not look_up(_text(pieces)) and last not in words("places", "words", "bodies"):
        end = run.reach
        return _area(sentence, start, end, pieces, areas[after])
    return None


def _site_key(kind: str, pieces: tuple[Piece, ...]) -> str:
    return f"site:{kind}:{spelling_key(_text(pieces))}"


def _area(sentence: Sentence, start: int, end: int, pieces: tuple[Piece, ...], level: str) -> _Found:
    entries = look_up(_text(pieces)) if level in {"province", "city", "town"} else ()
    key = f"name:{level}:{spelling_key(_text(pieces))}"
    return _Found(sentence, start, end, _text(pieces), entries, key, province=level == "province")


def _unknown(sentence: Sentence, pieces: tuple[Piece, ...], run: Run) -> _Found | None:
    """A name that no gazetteer knows, after "in", "near" or "the village of"."""
    name = _text(pieces)
    before = [word for word in run.before if word != "the"]
    near, kind = (before[0] if before else ""), (before[1] if len(before) > 1 else "")
    areas = table("places")["areas"]
    level = areas.get(kind, "") if near == "of" else areas.get(near, "") if run.before[1:2] == ("the",) else ""
    if not level and near not in words("places", "words", "strong"):
        return None
    if name.isupper() or pieces[-1].text.lower() in words("places", "words", "bodies"):
        return None
    if any(piece.text.lower() in words("places", "words", "no_place") for piece in pieces):
        return None
    if run.title or run.token is None or not run.token.tag.startswith("NN") or len(spelling_key(name)) < 2:
        return None
    if not level and run.after and run.last is not None and run.last.dep == "compound":
        return None
    return _Found(sentence, pieces[0].start, pieces[-1].end, name, key=f"name:{level}:{spelling_key(name)}")


def _countries(found: Sequence[_Found]) -> list[str]:
    """Countries of the text, the most named first."""
    counted: Counter[str] = Counter()
    for name in found:
        if name.key.startswith("people:"):
            counted[name.key.partition(":")[2]] += 1
        elif name.entries and not name.doubtful and _is_sure(name.entries[0]):
            counted[name.entries[0].country] += 2 if name.entries[0].key.startswith("country:") else 1
    return [country for country, _ in sorted(counted.items(), key=lambda item: (-item[1], item[0])) if country]


def _is_sure(entry: Entry) -> bool:
    """A country, or a town too large to be meant by chance."""
    return entry.key.startswith(("country:", "adm:")) or (entry.main and entry.people >= _LARGE)


def _resolve(name: _Found, countries: Sequence[str], following: Sequence[_Found]) -> Place | None:
    """The place meant; None for a town that nothing else in the text makes likely."""
    if name.key.startswith("people:"):
        return Place(name.name, name.key, ("country:" + name.key.partition(":")[2],))
    entry = _likeliest(name, countries, following) if name.entries else None
    if entry is None and name.key.startswith("name:"):
        entry = look_up_spelling(name.name, countries[:_NEAR])
    if entry is None:
        return Place(name.name, name.key) if name.key else None
    if name.province and entry.key.startswith("gn:"):
        province = next((key for key in entry.within if key.startswith("adm:")), entry.key)
        return Place(name.name, province, (f"country:{entry.country}",))
    return Place(name.name, entry.key, entry.within)


def _likeliest(name: _Found, countries: Sequence[str], following: Sequence[_Found]) -> Entry | None:
    """The bearer in the place named next ("Springfield, Ohio"), else in a country of the text, else a large one."""
    for holder in following:
        near = holder.sentence is name.sentence and 0 <= holder.start - name.end <= _NEAR
        keys = {entry.key for entry in holder.entries} if near else set()
        for entry in name.entries:
            if keys & set(entry.within):
                return entry
    first = name.entries[0]
    if not first.key.startswith("gn:") or (first.main and first.people >= _FAMOUS):
        if name.doubtful:
            return None
        return _namesake(name.entries, countries) or first
    for country in countries:
        for entry in name.entries:
            if entry.country == country:
                return entry
    if name.doubtful:
        return None
    return first if first.main and first.people >= (_LARGE if countries else _MIDDLING) else None


def _namesake(entries: Sequence[Entry], countries: Sequence[str]) -> Entry | None:
    """The large town of the text's own country that bears the name of a famous one elsewhere (Tripoli in Lebanon)."""
    if not countries:
        return None
    return next((e for e in entries if e.main and e.people >= _LARGE and e.country == countries[0]), None)


def _held_by_next(mentions: list[PlaceMention], found: Sequence[_Found]) -> tuple[PlaceMention, ...]:
    """A site or unknown name takes what holds it from the place named right after it ("X in Aleppo", "X, Syria")."""
    for i in range(len(mentions) - 2, -1, -1):
        mention, holder = mentions[i], mentions[i + 1]
        if mention.place.within or not mention.place.key.startswith(("site:", "name:")):
            continue
        between = found[i].sentence.text[found[i].end : found[i + 1].start].strip().lower()
        if found[i].sentence is not found[i + 1].sentence or holder.place.key.startswith(("people:", "site:")):
            continue
        if between in {
            ",",
            "in",
            "in the",
            ", in",
            "in central",
            "in eastern",
            "in western",
            "in northern",
            "in southern",
        }:
            within = (holder.place.key, *holder.place.within)
            mentions[i] = replace(mention, place=replace(mention.place, within=within))
    return tuple(mentions)
