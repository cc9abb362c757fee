"""The JSON interface: the same comparisons for programs, described by ``/api/openapi.json``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from discrepancy.model import KINDS, Report
from discrepancy.model import Status as ReviewStatus
from discrepancy.read.handed import Address, Handed, Pasted
from discrepancy.report import FORMATS
from discrepancy.settings import MIN_CONFIDENCE, Settings
from discrepancy.web.decisions import Decisions
from discrepancy.web.jobs import Job, Jobs, Status, TooBusy
from discrepancy.web.pages import LONGEST_NOTE, downloads
from discrepancy.web.worker import MOST_ARTICLES

MEDIA_TYPES = {
    "table": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "markdown": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "slack": "text/plain; charset=utf-8",
    "sarif": "application/sarif+json",
    "annotations": "application/ld+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NOT_THERE = "there is no such comparison, or it was forgotten"
Short = Annotated[str, Field(max_length=2000)]


class Article(BaseModel):
    """One article: its text, or an address where it is fetched."""

    model_config = ConfigDict(extra="forbid")

    text: str | None = None
    title: Short | None = None
    outlet: Short | None = None
    published: Short | None = Field(None, description="The day as it is written anywhere, such as 2024-03-19.")
    url: Short | None = Field(None, description="Where the text was published; it is not fetched.")
    address: Short | None = Field(None, description="Where to fetch the article instead of giving its text.")

    @model_validator(mode="after")
    def _one_of_two(self) -> Article:
        if (self.text is None) == (self.address is None):
            raise ValueError("give either text or address")
        return self

    def handed(self) -> Handed:
        """The article as the reader takes it."""
        if self.address is not None:
            return Address(self.address)
        return Pasted(self.text or "", self.title, self.outlet, self.published, self.url)


class Comparison(BaseModel):
    """What to compare, and what to leave out of the report."""

    model_config = ConfigDict(extra="forbid")

    articles: list[Article] = Field(max_length=MOST_ARTICLES, description="Two or more; any number with a store.")
    min_confidence: float = Field(MIN_CONFIDENCE, ge=0, le=1)
    kinds: list[str] = Field([], max_length=len(KINDS), description=f"Of {', '.join(KINDS)}; none means all.")

    @model_validator(mode="after")
    def _known_kinds(self) -> Comparison:
        if set(self.kinds) - set(KINDS):
            raise ValueError(f"kinds are {', '.join(KINDS)}")
        return self


class Decision(BaseModel):
    """What a person decided about one conflict."""

    model_config = ConfigDict(extra="forbid")

    conflict: Short = Field(description="The fingerprint of the conflict.")
    status: ReviewStatus
    note: Annotated[str, Field(max_length=LONGEST_NOTE)] = ""


class Progress(BaseModel):
    """What is being done; ``done`` of ``of`` articles are behind it."""

    words: str
    done: int
    of: int


class State(BaseModel):
    """A comparison as it stands; ``reports`` are there once ``status`` is ``done``, by format."""

    id: str
    status: Status
    step: Progress
    why: str = Field(description="Why there is no report.")
    warnings: list[str] = Field(description="What was lost on the way to the report.")
    changes: list[str] = Field(description="What is different from the last look at the store.")
    reports: dict[str, str]


def state_of(job: Job) -> State:
    """``job`` as the interface shows it."""
    here = f"/api/comparisons/{job.id}/report"
    reports = {name: f"{here}/{name}" for name, _ in downloads()} if job.report else {}
    step = Progress(words=job.step.words, done=job.step.done, of=job.step.of)
    told = {"warnings": list(job.warnings), "changes": list(job.changes)}
    return State(id=job.id, status=job.status, step=step, why=job.why, reports=reports, **told)


def api_of(jobs: Jobs, decisions: Decisions) -> APIRouter:
    """The routes of the interface over ``jobs`` and ``decisions``."""
    api = APIRouter(prefix="/api/comparisons", tags=["comparisons"])

    @api.post("", status_code=202, summary="Compare articles", responses={429: {"description": "Too many wait"}})
    def compare(asked: Comparison, response: Response) -> State:
        if len(asked.articles) < jobs.fewest:
            raise HTTPException(422, f"{jobs.fewest} articles or more are needed")
        settings = Settings(min_confidence=asked.min_confidence, kinds=tuple(asked.kinds))
        try:
            job = jobs.start([article.handed() for article in asked.articles], settings)
        except TooBusy:
            raise busy() from None
        response.headers["location"] = f"/api/comparisons/{job.id}"
        return state_of(job)

    @api.get("/{identity}", summary="How far a comparison is")
    def state(identity: str) -> State:
        return state_of(find(jobs, identity))

    @api.get("/{identity}/report/{name}", summary="The report in one format", response_class=Response)
    def report(identity: str, name: str) -> Response:
        found, files = find_report(jobs, decisions, identity), dict(downloads())
        if name not in files:
            raise HTTPException(404, NOT_THERE)
        written = FORMATS[name](found)
        return Response(
            written.encode("utf-8", "replace") if isinstance(written, str) else written,
            media_type=MEDIA_TYPES.get(name, "application/octet-stream"),
            headers={"content-disposition": f'attachment; filename="{files[name]}"'},
        )

    @api.get("/{identity}/reviews", summary="The decisions, as a review file", response_class=Response)
    def reviews(identity: str) -> Response:
        text = decisions.text_for(find_report(jobs, decisions, identity))
        headers = {"content-disposition": 'attachment; filename="reviews.json"'}
        return Response(text.encode(), media_type=MEDIA_TYPES["json"], headers=headers)

    @api.post("/{identity}/reviews", status_code=204, summary="Decide about a conflict")
    def decide(identity: str, decision: Decision) -> None:
        keep(jobs, decisions, identity, decision)

    return api


def find(jobs: Jobs, identity: str) -> Job:
    """The comparison of that id; raises HTTPException."""
    job = jobs.get(identity)
    if job is None:
        raise HTTPException(404, NOT_THERE)
    return job


def find_report(jobs: Jobs, decisions: Decisions, identity: str) -> Report:
    """The report of the comparison of that id, with what was decided about it; raises HTTPException."""
    job = find(jobs, identity)
    if job.report is None:
        raise HTTPException(404, NOT_THERE)
    return decisions.mark(job.report)


def keep(jobs: Jobs, decisions: Decisions, identity: str, decision: Decision) -> None:
    """Keep ``decision`` about the comparison of that id; raises HTTPException."""
    report = find_report(jobs, decisions, identity)
    if not decisions.decide(report, decision.conflict, decision.status, decision.note):
        raise HTTPException(404, "the report holds no such conflict")


def busy() -> HTTPException:
    """What is said when too many comparisons wait."""
    return HTTPException(429, "too many comparisons are waiting; try again in a minute", {"retry-after": "60"})
