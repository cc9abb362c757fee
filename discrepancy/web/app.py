"""The application: pages for people, the interface for programs, and what both say when something is wrong."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import FastAPI, Form, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException as AnyHTTPException

from discrepancy import __version__
from discrepancy.errors import DiscrepancyError
from discrepancy.web.api import Decision, api_of, busy, find, keep
from discrepancy.web.decisions import Decisions
from discrepancy.web.forms import Filled, read_form
from discrepancy.web.guard import Guard
from discrepancy.web.jobs import Jobs, TooBusy
from discrepancy.web.pages import POLICY, problem_page, progress_page, report_page, start_page
from discrepancy.web.worker import MOST_ARTICLES

# What the framework says by itself may repeat the request; these words do not.
_WORDS = {
    404: "there is nothing here",
    405: "this cannot be done here",
    422: "the request is not understood",
}


def guarded_app(jobs: Jobs, decisions: Decisions, *, port: int) -> Guard:
    """The whole page over ``jobs`` and ``decisions``, for a server that listens on ``port`` of this machine."""
    return Guard(app_of(jobs, decisions), port=port, policy=POLICY)


def app_of(jobs: Jobs, decisions: Decisions) -> FastAPI:
    """The application without its guard."""
    app = FastAPI(
        title="discrepancy",
        version=__version__,
        summary="Find where news articles about one event disagree, with the quoted words on every side.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # the pages that describe an interface load their scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        # newer versions send traces, with the words of errors, to where variables of the shell say
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.include_router(api_of(jobs, decisions))
    _add_pages(app, jobs, decisions)
    app.add_exception_handler(AnyHTTPException, _say)
    app.add_exception_handler(DiscrepancyError, _say)
    app.add_exception_handler(RequestValidationError, _say_what_is_wrong)
    return app


def _add_pages(app: FastAPI, jobs: Jobs, decisions: Decisions) -> None:
    @app.get("/", include_in_schema=False)
    def start() -> Response:
        return HTMLResponse(start_page(held=jobs.held()))

    @app.post("/comparisons", include_in_schema=False)
    async def compare(request: Request) -> Response:
        filled = await read_form(request)
        problem = _problem(filled, jobs.fewest)
        if problem:
            return HTMLResponse(start_page(filled.pasted, filled.addresses, problem, held=jobs.held()), 422)
        try:
            job = jobs.start(filled.articles)
        except TooBusy:
            refusal = busy()
            why = f"{_sentence(refusal.detail)}."
            page = start_page(filled.pasted, filled.addresses, why, held=jobs.held())
            return HTMLResponse(page, refusal.status_code, refusal.headers)
        return RedirectResponse(f"/comparisons/{job.id}", 303)

    @app.get("/comparisons/{identity}", include_in_schema=False)
    def comparison(identity: str) -> Response:
        job = find(jobs, identity)
        marked = decisions.mark(job.report) if job.report else None
        return HTMLResponse(report_page(job, marked) if marked else progress_page(job))

    @app.post("/comparisons/{identity}/reviews", include_in_schema=False)
    def decide(identity: str, decision: Annotated[Decision, Form()]) -> Response:
        keep(jobs, decisions, identity, decision)
        return RedirectResponse(f"/comparisons/{identity}#{decision.conflict}", 303)


def _problem(filled: Filled, fewest: int) -> str:
    """Why this form cannot be compared; nothing when it can."""
    number = len(filled.articles)
    if number < fewest:
        return f"Two articles or more are needed; {'one was' if number else 'none were'} given."
    return (
        f"At most {MOST_ARTICLES} articles can be compared here; {number} were given." if number > MOST_ARTICLES else ""
    )


async def _say(request: Request, error: Exception) -> Response:
    """One line in words of our own, as a page or as JSON."""
    status, headers = 500, None
    words = "something unexpected went wrong"
    if isinstance(error, AnyHTTPException):
        ours = isinstance(error, HTTPException) or error.status_code not in _WORDS
        status, headers = error.status_code, error.headers
        words = error.detail if ours else _WORDS[status]
    elif isinstance(error, DiscrepancyError):
        words = str(error)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": words}, status, headers)
    return HTMLResponse(problem_page("That did not work", f"{_sentence(words)}."), status, headers)


async def _say_what_is_wrong(request: Request, error: Exception) -> Response:
    """The places of a body that are not understood, without what stands there."""
    found: list[dict[str, Any]] = list(error.errors()) if isinstance(error, RequestValidationError) else []
    places = sorted({".".join(map(str, one["loc"])) for one in found if one["type"] != "extra_forbidden"})
    words = f"the request is not understood; see {', '.join(places[:10])}" if places else _WORDS[422]
    return await _say(request, HTTPException(422, words))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
