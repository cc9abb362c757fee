"""Make the two indexes of the gazetteer, which are searched without reading all of it:

    python scripts/index_gazetteer.py discrepancy/lexicons/gazetteer

``names.tsv`` leads from a plain name, ``spellings.tsv`` from a country and a spelling key, to the byte offsets at which
rows of ``places.tsv`` begin; an offset with a minus sign stands for another spelling than the row's own name. Both are
sorted by their bytes. Run it again whenever ``places.tsv``, ``plain_name`` or ``spelling_key`` has changed.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from discrepancy.values.places import plain_name, spelling_key


def main(folder: Path) -> None:
    """Write both indexes; the same rows give the same bytes."""
    data = (folder / "places.tsv").read_bytes()
    names: dict[str, list[int]] = {}
    spellings: dict[str, list[int]] = {}
    for offset, row in rows(data):
        others = list(filter(None, row[6].split("|")))
        names.setdefault(plain_name(row[1]), []).append(offset)
        for other in others:
            names.setdefault(other, []).append(-offset)
        for key in sorted({spelling_key(name) for name in (row[1], *others)}):
            spellings.setdefault(f"{row[2]} {key}", []).append(offset)
    (folder / "names.tsv").write_bytes(index(names))
    (folder / "spellings.tsv").write_bytes(index(spellings))


def rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """Byte offset and fields of every row."""
    at = 0
    for line in data.splitlines(keepends=True):
        if not line.startswith(b"#"):
            yield at, line.decode().rstrip("\n").split("\t")
        at += len(line)


def index(offsets: Mapping[str, list[int]]) -> bytes:
    """One line a key: the key, a tab, the offsets with single spaces."""
    lines = [f"{key}\t{' '.join(map(str, found))}\n".encode() for key, found in offsets.items()]
    return b"".join(sorted(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
