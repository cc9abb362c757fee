"""The gazetteer: towns, provinces and countries by name, searched in the file without reading all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from discrepancy.lexicon import table
from discrepancy.values.places import plain_name, spelling_key

_SHORTEST_KEY = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """One gazetteer entry.

    key      canonical key of the place
    country  two-letter code, "" when it lies in several
    people   thousands of inhabitants
    main     the name looked up is its own name, not another spelling
    """

    key: str
    within: tuple[str, ...]
    country: str
    people: int
    main: bool = True


@cache
def _data(name: str) -> bytes:
    return (files("discrepancy") / "lexicons" / "gazetteer" / f"{name}.tsv").read_bytes()


@cache
def _row(offset: int) -> tuple[str, ...]:
    """Fields of the row of the gazetteer that begins at byte ``offset``."""
    data = _data("places")
    return tuple(data[offset : data.index(b"\n", offset)].decode().split("\t"))


def _offsets(index: str, key: str) -> list[int]:
    """Where the rows begin that ``index`` holds for ``key``: its lines are sorted, so half drop out at a step."""
    data, wanted = _data(index), key.encode() + b"\t"
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.index(b"\n", start) + 1
        line = data[start:end]
        if line.startswith(wanted):
            return [int(offset) for offset in line[len(wanted) :].split()]
        low, high = (end, high) if line < wanted else (low, start)
    return []


@cache
def _countries() -> dict[str, str]:
    """Plain name -> country code."""
    data = _data("places")
    # countries and states are the last rows
    first = data.rfind(b"\n", 0, data.index(b"\tcountry\t")) + 1
    rows = [line.split("\t") for line in data[first:].decode().splitlines()]
    found = {plain_name(row[1]): row[2] for row in rows if row[5] == "country"}
    return {**found, **table("places")["countries"]}


@cache
def demonyms() -> dict[str, str]:
    """What belongs to a country, as written ("Syrian") -> country code."""
    found: dict[str, str] = {}
    for camp in table("camps")["camps"].values():
        code = next((_countries()[plain_name(n)] for n in camp.get("names", ()) if plain_name(n) in _countries()), None)
        if code:
            found.update((demonym, code) for demonym in camp.get("demonyms", ()))
    return found


def _entry(offset: int, main: bool) -> Entry:
    row = _row(offset)
    country = f"country:{row[2]}"
    if row[5] == "country":
        return Entry(country, (), row[2], int(row[4]), main)
    province = f"adm:{row[2]}.{row[3]}"
    if row[5] == "state":
        return Entry(province, (country,), row[2], 1_000, main)
    within = (f"gn:{row[5]}",) if row[5] else ()
    return Entry(f"gn:{row[0]}", (*within, province, country), row[2], int(row[4]), main)


@cache
def look_up(name: str) -> tuple[Entry, ...]:
    """Entries that bear ``name``, the likeliest first: countries, regions, then towns by their size."""
    plain = plain_name(name)
    preferred = table("places")["prefer"].get(plain)
    if preferred:
        return (_entry(_data("places").index(f"\n{preferred}\t".encode()) + 1, True),)
    code = _countries().get(plain) or (_countries().get(plain[:-1]) if plain.endswith("s") else None)
    if code:
        return (Entry(f"country:{code}", (), code, 100_000),)
    regions = table("places")["regions"]
    if plain in regions:
        within = tuple(regions[plain])
        country = within[-1].partition(":")[2] if within else ""
        return (Entry(f"name:region:{spelling_key(name)}", within, country, 1_000),)
    found = [_entry(abs(offset), offset > 0) for offset in _offsets("names", plain)]
    return tuple(sorted(found, key=lambda e: (-e.people * (1 if e.main else 0.25), e.key)))


def look_up_spelling(name: str, countries: Sequence[str]) -> Entry | None:
    """The only town of ``countries`` whose name is another spelling of ``name``; None when there are several."""
    key = spelling_key(name)
    if len(key.replace("-", "")) < _SHORTEST_KEY:
        return None
    found = sorted({offset for country in countries for offset in _offsets("spellings", f"{country} {key}")})
    return _entry(found[0], False) if len(found) == 1 else None
