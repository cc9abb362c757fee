"""Format ``html``: one self-contained page that a fact-checker keeps open."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from discrepancy.model import Report
from discrepancy.report.html.page import page_of
from discrepancy.report.json_report import report_record

LARGEST_PLAIN = 2_000_000  # characters
_AS_DATA = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'"}


def to_html(report: Report) -> str:
    """The whole report as one page that asks for nothing from anywhere; every word of an article is escaped."""
    return str(environment("discrepancy.report.html").get_template("report.html.j2").render(parts(report)))


@lru_cache
def environment(*packages: str) -> Any:
    """Templates of ``packages``, the first that has one of that name; everything put into them is escaped."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def parts(report: Report) -> dict[str, Any]:
    """What ``report.html.j2`` shows."""
    from markupsafe import Markup

    style, script = asset("style.css"), asset("script.js")
    data, data_type = _data(report)
    return {
        "page": page_of(report),
        "style": Markup(style),  # both are files of this package
        "script": Markup(script),
        "policy": f"default-src 'none'; style-src {source_hash(style)}; script-src {source_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        "data_type": data_type,
        "decide": "",
        "result": Markup(data),
    }


def _data(report: Report) -> tuple[str, str]:
    """The JSON report and its type, in a form that cannot end the element it stands in.

    A large one is packed: it says everything once more that the page says already.
    """
    text = json.dumps(report_record(report), separators=(",", ":"), allow_nan=False)
    if len(text) <= LARGEST_PLAIN:
        return text.translate(_AS_DATA), "application/json"
    return b64encode(gzip.compress(text.encode(), mtime=0)).decode(), "application/gzip"


@lru_cache
def asset(name: str, package: str = "discrepancy.report.html") -> str:
    """A file beside the templates of ``package``."""
    return (files(package) / "templates" / name).read_text(encoding="utf-8")


def source_hash(text: str) -> str:
    """``text`` as a source of a Content-Security-Policy."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
