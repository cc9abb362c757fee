"""Paste the first conflicts of the demo into README.md, between its ``text`` fences. Run by ``make golden``."""

from __future__ import annotations

import re
from pathlib import Path

from discrepancy.pipeline import compare
from discrepancy.read import read_documents
from discrepancy.report.table import to_table

ROOT = Path(__file__).parent.parent
EVENT = ROOT / "data" / "deir-ez-zor-2016"
SHOWN = 2


def main() -> None:
    """Write README.md again with what the demo prints now."""
    printed = to_table(compare(read_documents([str(EVENT)]).documents))
    conflicts = re.split(r"\n\n(?=[0-9]{1,3}\. |Articles quoted:)", printed)
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    block = "```text\n" + "\n\n".join(conflicts[:SHOWN]) + "\n```\n"
    readme.write_text(
        re.sub(r"^```text\n.*?^```\n", lambda _: block, text, count=1, flags=re.M | re.S), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
