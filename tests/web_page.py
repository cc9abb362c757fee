"""The local page as it is served, on a free port of this machine, with its own worker processes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children

import httpx

from discrepancy.web.decisions import Decisions
from discrepancy.web.jobs import Jobs
from discrepancy.web.server import listen, server_of

PATIENCE = 120.0  # seconds; a busy machine loads the language model slowly


@dataclass(frozen=True, slots=True)
class Site:
    """A page that is being served."""

    port: int

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self, **headers: str) -> httpx.Client:
        """Asks as the page itself would."""
        return httpx.Client(base_url=self.origin, headers={"origin": self.origin, **headers}, timeout=PATIENCE)


def at_work() -> set[int]:
    """The numbers of all processes that compare for this one."""
    return {child.pid or 0 for child in active_children() if child.name == "discrepancy-worker"}


@contextmanager
def serving(jobs: Jobs, decisions: Decisions) -> Iterator[Site]:
    listening = listen(0)
    server = server_of(jobs, decisions, listening.getsockname()[1])
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield Site(listening.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join()
        jobs.end()
        listening.close()
