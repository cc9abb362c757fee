"""A writer and a reader of a store, as processes of their own, for tests that disturb them.

add DB PREFIX COUNT    adds COUNT articles PREFIX0, PREFIX1, ..., printing "ok ID" when each is safe
list DB                prints "ok" when the whole store is sound, then the id of each article
"""

from __future__ import annotations

import sys

from discrepancy.errors import DiscrepancyError
from discrepancy.model import Document
from discrepancy.store.articles import Articles


def main(command: str, path: str, *rest: str) -> None:
    with Articles(path, create=True) as store:
        if command == "add":
            prefix, number = rest
            for name in (f"{prefix}{n}" for n in range(int(number))):
                store.add(Document(name, f"The flood at {name} killed 12 people. " + "Rain fell all night. " * 80))
                print("ok", name, flush=True)
        else:
            store.check()
            print("ok", *(document.id for document in store.documents()), sep="\n")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except DiscrepancyError as error:
        sys.exit(f"error: {error}")
