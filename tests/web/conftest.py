"""One served page for the tests of a file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import httpx
import pytest
from web_page import PATIENCE, Site, serving

from discrepancy.web.decisions import Decisions
from discrepancy.web.jobs import Jobs


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """One for all tests of a file: decisions of the others are not seen."""
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
