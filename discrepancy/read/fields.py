"""What articles are described by, under the names that sheets and exports use for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "article id", "document id"),
    "text": ("text", "body", "content", "full text", "article text", "article", "story"),
    "title": ("title", "headline", "heading"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "source name"),
    "published": ("published", "date", "published at", "publication date", "date published", "pub date", "pubdate"),
    "url": ("url", "link", "web address", "address"),
}
_BETWEEN = re.compile(r"[\W_]{1,99}")


def plain_name(name: str) -> str:
    """``name`` in small letters, with one space between its words."""
    return _BETWEEN.sub(" ", name[:100].lower()).strip()


def standard_fields(record: Mapping[str, object]) -> dict[str, object]:
    """The fields of ``record`` under our names; of several for one the first in the list that says something."""
    found = {plain_name(key): value for key, value in reversed(list(record.items()))}
    return {
        field: next((found[name] for name in names if found.get(name) not in (None, "")), None)
        for field, names in FIELDS.items()
    }
