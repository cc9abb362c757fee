"""The pages as text: the form, the progress, the report in place, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from markupsafe import Markup

from discrepancy import __version__
from discrepancy.model import STATUSES, Report
from discrepancy.read.formats import FORMATS as INPUTS
from discrepancy.read.handed import Pasted
from discrepancy.report import EXTRAS, FORMATS, SUFFIXES
from discrepancy.report.explain import counted, status_words
from discrepancy.report.fingerprint import named_conflicts
from discrepancy.report.html import asset, environment, parts, source_hash
from discrepancy.web.guard import LARGEST_BODY
from discrepancy.web.jobs import Job
from discrepancy.web.worker import MOST_ARTICLES

PACKAGE = "discrepancy.web"
LONGEST_NOTE = 2_000
FIELDS = 6  # articles that can be pasted; more come as files
_STYLES = (asset("style.css"), asset("page.css", PACKAGE))
_SCRIPTS = (asset("script.js"), asset("page.js", PACKAGE))
# One policy for all pages. Nothing is loaded from anywhere: styles and scripts stand in the pages.
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src {' '.join(map(source_hash, _STYLES))}",
        f"script-src {' '.join(map(source_hash, _SCRIPTS))}",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def start_page(given: Sequence[Pasted] = (), addresses: str = "", problem: str = "", *, held: int | None = None) -> str:
    """The form; ``given`` and ``addresses`` are what was filled in before, ``problem`` why it was not enough.

    held   how many articles the store holds; None without a store
    """
    fields = [_filled(one) for one in (*given, *[Pasted("")] * FIELDS)][: max(FIELDS, len(given))]
    return _page(
        "start.html.j2",
        title="Where do these articles disagree?",
        given=fields,
        addresses=addresses,
        problem=problem,
        held=None if held is None else counted(held, "article"),
        endings=", ".join(INPUTS),
        most_files=MOST_ARTICLES,
        megabytes=LARGEST_BODY // 1024 // 1024,
    )


def progress_page(job: Job) -> str:
    """How far ``job`` is, or why it gave no report."""
    return _page("progress.html.j2", title="No report" if job.over else "Comparing", job=job)


def report_page(job: Job, report: Report) -> str:
    """``report`` of ``job`` in place: the same page that a file would hold, and what can be done about it."""
    return _page(
        "compared.html.j2",
        **{**parts(report), "decide": "decide.html.j2"},
        here=f"/api/comparisons/{job.id}",
        downloads=downloads(),
        warnings=job.warnings,
        changes=job.changes,
        reviews=f"/comparisons/{job.id}/reviews",
        statuses=[(status, status_words(status)) for status in STATUSES],
        remarks={name: conflict.review.note for conflict, name in named_conflicts(report)},
        longest_note=LONGEST_NOTE,
    )


def problem_page(title: str, problem: str) -> str:
    """One thing that went wrong."""
    return _page("problem.html.j2", title=title, problem=problem)


def downloads() -> list[tuple[str, str]]:
    """Formats that can be written here, with the name of the file."""
    suffixes = {name: suffix for suffix, name in SUFFIXES.items()}
    there = [name for name in FORMATS if name not in EXTRAS or find_spec(EXTRAS[name][0])]
    return [(name, f"report{suffixes[name]}") for name in there]


def _filled(one: Pasted) -> dict[str, str]:
    return {"text": one.text, "title": one.title or "", "outlet": one.outlet or "", "published": one.published or ""}


def _page(name: str, **shown: Any) -> str:
    style, page_style, script, page_script = (Markup(text) for text in (*_STYLES, *_SCRIPTS))  # files of this project
    assets = {"style": style, "page_style": page_style, "script": script, "page_script": page_script}
    templates = environment(PACKAGE, "discrepancy.report.html")
    return str(templates.get_template(name).render({**assets, "version": __version__, **shown}))
