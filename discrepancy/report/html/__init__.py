"""Format ``html``: one self-contained page that a fact-checker keeps open."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from discrepancy.model import Report
from discrepancy.report.html.page import page_of
from discrepancy.report.json_report import report_record

LARGEST_PLAIN = 2_000_000  # characters
_AS_DATA = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def to_html(report: Report) -> str:
    """The whole report as one page that asks for nothing from anywhere; every word of an article is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    style, script = _asset("style.css"), _asset("script.js")
    data, data_type = _data(report)
    environment = Environment(
        loader=PackageLoader("discrepancy.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html.j2").render(
        page=page_of(report),
        style=Markup(style),  # both are files of this package
        script=Markup(script),
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        data_type=data_type,
        result=Markup(data),
    )


def _data(report: Report) -> tuple[str, str]:
    """The JSON report and its type, in a form that cannot end the element it stands in.

    A large one is packed: it says everything once more that the page says already.
    """
    text = json.dumps(report_record(report), separators=(",", ":"), allow_nan=False)
    if len(text) <= LARGEST_PLAIN:
        return text.translate(_AS_DATA), "application/json"
    return b64encode(gzip.compress(text.encode(), mtime=0)).decode(), "application/gzip"


@lru_cache
def _asset(name: str) -> str:
    return (files("discrepancy.report.html") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
