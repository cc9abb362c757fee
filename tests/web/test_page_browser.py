"""The page in a real browser: compare, read, decide, download, and leave the machine alone."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from browser import Browse
from web_articles import HERALD, QUAY
from web_page import at_work

NEEDED = 120_000  # milliseconds that a busy machine may take for a comparison


def paste(tab: Any) -> None:
    for number, text in enumerate((QUAY, HERALD)):
        tab.page.get_by_label("Text").nth(number).fill(text)
    tab.page.get_by_label("Outlet").nth(0).fill("The Quay")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_two_pasted_articles_are_compared(browse: Browse, site: Any, scripts: bool, tmp_path: Path) -> None:
    """Paste, press the button, read the report in the same place, decide, take the table along."""
    tab = browse(site.origin, java_script_enabled=scripts)
    paste(tab)
    tab.page.get_by_role("button", name="Compare").click()
    card = tab.page.locator("article.card")
    card.wait_for(timeout=NEEDED)
    assert "How many passengers were injured?" in card.inner_text()

    with tab.page.expect_download() as download:
        tab.page.get_by_role("link", name="csv").click()
    assert download.value.suggested_filename == "report.csv"
    download.value.save_as(tmp_path / "report.csv")
    rows = list(csv.DictReader((tmp_path / "report.csv").open(encoding="utf-8-sig", newline="")))
    assert {rows[0]["value_a"], rows[0]["value_b"]} == {"14", "31"}

    card.get_by_label("Status").select_option("pending")
    card.get_by_label("Note").fill("ask the coast guard")
    card.get_by_role("button", name="Keep").click()
    tab.page.locator(".review", has_text="pending: ask the coast guard").wait_for()
    assert tab.page.url.endswith(f"#{card.get_attribute('id')}")
    assert tab.left_the_machine() == []
    assert tab.complaints == []


def test_articles_are_compared_from_files(browse: Browse, site: Any, tmp_path: Path) -> None:
    """Chosen or dropped, the page sends what they hold."""
    for name, text in (("quay.txt", QUAY), ("herald.txt", HERALD)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    tab = browse(site.origin)
    tab.page.get_by_label("Choose files").set_input_files(tmp_path / "quay.txt")
    tab.page.evaluate(
        """(text) => {
          const brought = new DataTransfer();
          brought.items.add(new File([text], "herald.txt", { type: "text/plain" }));
          const how = { dataTransfer: brought, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent("drop", how));
        }""",
        HERALD,
    )
    tab.page.get_by_role("button", name="Compare").click()
    tab.page.locator("article.card").wait_for(timeout=NEEDED)

    assert "quay line" in tab.page.content() and "herald line" in tab.page.content()
    assert tab.complaints == []


def test_a_decision_leaves_the_filters_as_they_were(browse: Browse, site: Any) -> None:
    """Who works through a list keeps the list."""
    tab = browse(site.origin)
    paste(tab)
    tab.page.get_by_role("button", name="Compare").click()
    card = tab.page.locator("article.card")
    card.wait_for(timeout=NEEDED)
    tab.page.fill("#words", "passengers")
    card.get_by_label("Status").select_option("confirmed")
    card.get_by_role("button", name="Keep").click()
    tab.page.locator(".review", has_text="confirmed").wait_for()

    assert tab.page.input_value("#words") == "passengers"
    assert tab.page.locator("#shown").inner_text() == "1 of 1 shown"
    tab.page.fill("#words", "pending")  # the words of the form are not those of the conflict
    assert tab.page.locator("#shown").inner_text() == "0 of 1 shown"


def test_a_hostile_page_gets_nothing(browse: Browse, site: Any) -> None:
    """A page of another origin in the same browser can neither start a comparison nor read or frame an answer."""
    tab = browse("data:text/html,<p>elsewhere</p>")
    before = at_work()
    said = tab.page.evaluate(
        """async (origin) => {
          const said = [];
          for (const [path, how] of [
            ["/", {}], ["/", { mode: "no-cors" }], ["/api/openapi.json", {}],
            ["/comparisons", { method: "POST", mode: "no-cors", body: new URLSearchParams({ text: "x" }) }],
            ["/api/comparisons", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }],
          ]) {
            try {
              const answer = await fetch(origin + path, how);
              said.push(`${answer.type} ${await answer.text()}`);
            } catch (error) { said.push("refused"); }
          }
          const frame = document.createElement("iframe");
          frame.src = origin;
          const loaded = new Promise((done) => { frame.onload = frame.onerror = done; });
          document.body.append(frame);
          await loaded;
          return said;
        }""",
        site.origin,
    )

    assert said == ["refused"] * 5
    assert all("Where do these" not in frame.content() for frame in tab.page.frames[1:])
    assert at_work() == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 1200])
def test_nobody_is_kept_out(browse: Browse, site: Any, scheme: str, width: int) -> None:
    """axe finds nothing on any page, and nothing is wider than the window."""
    # axe is put into the page as a script, which the policy of the page rightly refuses
    tab = browse(site.origin, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900})
    tab.unfold()
    found = {"start": tab.barriers()}
    paste(tab)
    # the progress stays as it is while axe looks at it
    step = {"words": "Looking for claims", "done": 1, "of": 2}
    tab.page.route("**/api/**", lambda route: route.fulfill(json={"status": "running", "step": step}))
    tab.page.get_by_role("button", name="Compare").click()
    tab.page.wait_for_url("**/comparisons/*")
    found["progress"] = tab.barriers()
    tab.page.unroute_all()
    tab.page.locator("article.card").wait_for(timeout=NEEDED)
    tab.unfold()
    found["report"] = tab.barriers()
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width
    tab.page.goto(f"{site.origin}/nowhere")
    found["nothing there"] = tab.barriers()

    assert [barrier for barriers in found.values() for barrier in barriers] == []
