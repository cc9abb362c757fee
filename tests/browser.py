"""Fixtures that open pages in a real browser; ``tests/conftest.py`` loads them for all tests.

A test that asks for ``browse`` is skipped, with a line that says why, where no browser is installed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, Playwright, sync_playwright

COMMANDS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge", "brave-browser"),
)
WITHIN = frozenset({"", "localhost", "127.0.0.1", "::1"})  # no host: a file, a data address, what the page made itself


@dataclass(frozen=True, slots=True)
class Tab:
    """An open page, every address it asked for, and everything the browser complained about."""

    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def left_the_machine(self) -> list[str]:
        """The addresses asked for that are not on this machine."""
        return [address for address in self.asked if urlsplit(address).hostname not in (None, *WITHIN)]

    def barriers(self) -> list[str]:
        """What axe holds against the page as it stands, of any severity: rule and elements."""
        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {[node['html'] for node in one['nodes']]}" for one in found]

    def unfold(self) -> None:
        """Open everything on the page that can be folded."""
        self.page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


Browse = Callable[..., Tab]


def installed_browser(playwright: Playwright) -> str | None:
    """The browser to start: one on the path, or one that Playwright was told to install."""
    own = playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, COMMANDS)), own if Path(own).exists() else None)


# One browser a module, not one a run: while Playwright is started, an event loop runs in this thread, and tests that
# start one of their own (the notebooks) could not.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    with sync_playwright() as playwright:
        path = installed_browser(playwright)
        if path is None:
            pytest.skip("no Chromium, Chrome or Edge is installed: this page was not tried in a browser")
        start = partial(playwright.chromium.launch, executable_path=path)
        try:
            started = start(chromium_sandbox=True)
        except Error:  # the sandbox refuses to work for root, and in most containers
            started = start(chromium_sandbox=False)
        yield started
        started.close()


@pytest.fixture
def browse(browser: Browser) -> Iterator[Browse]:
    """A function that opens an address in a fresh profile; it takes the options of a Playwright context."""
    contexts = []

    def opened(address: str, **options: object) -> Tab:
        context = browser.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(20_000)
        tab = Tab(context.new_page())
        context.on("request", lambda request: tab.asked.append(request.url))
        context.on("console", lambda message: tab.complaints.append(f"{message.type}: {message.text}"))
        context.on("weberror", lambda problem: tab.complaints.append(str(problem.error)))
        tab.page.goto(address)
        return tab

    yield opened
    for context in contexts:
        context.close()
