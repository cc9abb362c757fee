"""The server of the local page: this machine only, until it is interrupted."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from discrepancy.errors import DiscrepancyError
from discrepancy.web.app import guarded_app
from discrepancy.web.decisions import Decisions
from discrepancy.web.jobs import Jobs

ADDRESS = "127.0.0.1"
MOST_CONNECTIONS = 64


def listen(port: int) -> socket.socket:
    """A socket on ``port`` of this machine, 0 for any that is free; raises DiscrepancyError."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((ADDRESS, port))
        listening.listen()
    except OSError as error:
        listening.close()
        why = (error.strerror or "it cannot be used").lower()
        raise DiscrepancyError(f"port {port}: {why}; choose another with --port") from None
    return listening


def server_of(jobs: Jobs, decisions: Decisions, port: int) -> uvicorn.Server:
    """A server of the page over ``jobs`` and ``decisions``, without a line of log for a request."""
    return uvicorn.Server(
        uvicorn.Config(
            guarded_app(jobs, decisions, port=port),
            access_log=False,  # an address holds the key to a comparison
            log_level="error",
            lifespan="off",
            ws="none",
            http="h11",
            server_header=False,
            proxy_headers=False,
            limit_concurrency=MOST_CONNECTIONS,
            timeout_graceful_shutdown=2,
        )
    )


def serve(listening: socket.socket, jobs: Jobs, decisions: Decisions, *, ready: Callable[[str], None]) -> None:
    """Serve the page on ``listening`` until interrupted; ``ready`` is told its address first."""
    port = listening.getsockname()[1]
    try:
        jobs.warm_up()
        ready(f"http://{ADDRESS}:{port}/")
        server_of(jobs, decisions, port).run(sockets=[listening])
    finally:
        jobs.end()
        listening.close()
