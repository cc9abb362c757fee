"""The gazetteer: towns, provinces and countries by name, read once and only when a place is asked for."""

from __future__ import annotations

import gzip
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
def _rows() -> tuple[tuple[str, ...], ...]:
    packed = files("discrepancy") / "lexicons" / "gazetteer" / "places.tsv.gz"
    lines = gzip.decompress(packed.read_bytes()).decode("utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))


@cache
def _names() -> dict[str, list[tuple[int, bool]]]:
    """Plain name -> rows, with whether it is the row's own name."""
    names: dict[str, list[tuple[int, bool]]] = {}
    for number, row in enumerate(_rows()):
        names.setdefault(plain_name(row[1]), []).append((number, True))
        for other in filter(None, row[6].split("|")):
            names.setdefault(other, []).append((number, False))
    return names


@cache
def _countries() -> dict[str, str]:
    """Plain name -> country code."""
    found = {plain_name(row[1]): row[2] for row in _rows() if row[5] == "country"}
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


def _entry(number: int, main: bool) -> Entry:
    row = _rows()[number]
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
        number = next(n for n, row in enumerate(_rows()) if row[0] == preferred)
        return (_entry(number, True),)
    code = _countries().get(plain) or (_countries().get(plain[:-1]) if plain.endswith("s") else None)
    if code:
        return (Entry(f"country:{code}", (), code, 100_000),)
    regions = table("places")["regions"]
    if plain in regions:
        within = tuple(regions[plain])
        country = within[-1].partition(":")[2] if within else ""
        return (Entry(f"name:region:{spelling_key(name)}", within, country, 1_000),)
    found = [_entry(number, main) for number, main in _names().get(plain, ())]
    return tuple(sorted(found, key=lambda e: (-e.people * (1 if e.main else 0.25), e.key)))


@cache
def _spelled(country: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for number, row in enumerate(_rows()):
        if row[2] == country:
            for key in sorted({spelling_key(name) for name in (row[1], *filter(None, row[6].split("|")))}):
                found.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def look_up_spelling(name: str, countries: Sequence[str]) -> Entry | None:
    """The only town of ``countries`` whose name is another spelling of ``name``; None when there are several."""
    key = spelling_key(name)
    if len(key.replace("-", "")) < _SHORTEST_KEY:
        return None
    numbers = sorted({number for country in countries for number in _spelled(country).get(key, ())})
    return _entry(numbers[0], False) if len(numbers) == 1 else None
