"""The local page as it is served, on a free port of this machine, with its own worker processes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import pytest

from discrepancy.web.decisions import Decisions
from discrepancy.web.jobs import Jobs
from discrepancy.web.server import listen, server_of

PATIENCE = 120.0  # seconds; a busy machine loads the language model slowly


@dataclass(frozen=True, slots=True)
class Site:
    """A page that is being served."""

    port: int
    jobs: Jobs

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self, **headers: str) -> httpx.Client:
        """Asks as the page itself would."""
        return httpx.Client(base_url=self.origin, headers={"origin": self.origin, **headers}, timeout=PATIENCE)


@contextmanager
def serving(jobs: Jobs, decisions: Decisions) -> Iterator[Site]:
    listening = listen(0)
    server = server_of(jobs, decisions, listening.getsockname()[1])
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield Site(listening.getsockname()[1], jobs)
    finally:
        server.should_exit = True
        thread.join()
        jobs.end()
        listening.close()


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """One for all tests that do not break it."""
    with serving(Jobs(), Decisions()) as served:
        yield served


@pytest.fixture
def client(site: Site) -> Iterator[httpx.Client]:
    with site.client() as asking:
        yield asking


@pytest.fixture
def settled(client: httpx.Client) -> Callable[[str], dict[str, object]]:
    """A function that waits until a comparison is over and gives its state."""

    def wait(identity: str) -> dict[str, object]:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            state: dict[str, object] = client.get(f"/api/comparisons/{identity}").json()
            if state["status"] in ("done", "failed"):
                return state
            time.sleep(0.05)
        pytest.fail("the comparison did not end")

    return wait
