"""The HTML report in a real browser: what a fact-checker clicks, types, hears and prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from browser import Browse, Tab
from golden.sample import sample_report
from large import large_report

from discrepancy.model import Report
from discrepancy.pipeline import compare
from discrepancy.read import read_documents
from discrepancy.report.html import to_html
from discrepancy.report.json_report import to_json

EVENT = Path(__file__).parents[2] / "data" / "deir-ez-zor-2016"
FOCUSED = "document.activeElement.id"
CLIPBOARD = "navigator.clipboard.readText()"

Opened = Callable[..., Tab]


@pytest.fixture(scope="module")
def event() -> Report:
    """The report of a sample event with four conflicts of three kinds and two severities."""
    return compare(read_documents(sorted(map(str, EVENT.glob("*.txt")))).documents)


@pytest.fixture
def opened(event: Report, browse: Browse, tmp_path: Path) -> Opened:
    """A function that opens the page of the sample event."""
    path = tmp_path / "report.html"
    path.write_text(to_html(event), encoding="utf-8")
    return lambda **options: browse(path.as_uri(), **options)


def cards(tab: Tab) -> list[str]:
    """The questions of the conflicts on show."""
    return tab.page.locator(".card:visible h3").all_inner_texts()


def counts(tab: Tab) -> dict[str, str]:
    """The number behind each filter."""
    return {c.get_attribute("data-count") or "": c.inner_text() for c in tab.page.locator("#filters .count").all()}


def test_the_page_asks_for_nothing_and_the_browser_has_nothing_to_complain_about(opened: Opened) -> None:
    """Nothing is loaded but the file, and neither script nor style runs into the policy of the page."""
    tab = opened()
    tab.unfold()
    tab.page.keyboard.press("j")
    tab.page.wait_for_load_state("networkidle")

    assert tab.asked == [tab.page.url]
    assert tab.complaints == []


def test_a_forbidden_request_is_noticed(browse: Browse, tmp_path: Path) -> None:
    """The check above can fail: a page that asks for an image is caught by the policy, and without it by the count."""
    image = '<img src="http://192.0.2.1/x.png">'
    page = tmp_path / "report.html"
    page.write_text(to_html(sample_report()).replace("</main>", f"{image}</main>"), encoding="utf-8")
    bare = tmp_path / "bare.html"
    bare.write_text(image, encoding="utf-8")

    assert any("Content Security Policy" in complaint for complaint in browse(page.as_uri()).complaints)
    assert browse(bare.as_uri(), offline=True).left_the_machine() == ["http://192.0.2.1/x.png"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_no_barrier(opened: Opened, scheme: str, width: int) -> None:
    """With everything unfolded, in both colour schemes, on a desk and on a telephone."""
    tab = opened(color_scheme=scheme, viewport={"width": width, "height": 800})
    tab.unfold()

    assert tab.barriers() == []


def test_a_page_without_conflicts_is_whole_too(browse: Browse, tmp_path: Path) -> None:
    """No filters, no cards, no complaint: the keys do nothing, and the data can be saved."""
    path = tmp_path / "report.html"
    path.write_text(to_html(replace(sample_report(), conflicts=())), encoding="utf-8")
    tab = browse(path.as_uri())
    tab.unfold()
    for key in "jk/?":
        tab.page.keyboard.press(key)

    assert tab.page.inner_text("h1").startswith("No conflicts among")
    assert tab.page.locator("#save").is_visible()
    assert tab.barriers() == []
    assert tab.complaints == []


def test_axe_finds_no_barrier_in_the_box_of_keys(opened: Opened) -> None:
    """The box over the page is part of the page."""
    tab = opened()
    tab.page.keyboard.press("?")

    assert tab.page.locator("#help").is_visible()
    assert tab.barriers() == []


def test_kinds_can_be_left_out(opened: Opened) -> None:
    """A box without its tick hides the conflicts of that kind, and the line says how many are left."""
    tab = opened()
    everything = cards(tab)
    tab.page.uncheck("input[name=kind][value=number]")

    assert len(everything) == 4
    assert cards(tab) == everything[:2]
    assert tab.page.inner_text("#shown") == "2 of 4 shown"
    tab.page.check("input[name=kind][value=number]")
    assert cards(tab) == everything


def test_severities_can_be_left_out(opened: Opened) -> None:
    """Only the milder conflict stays when the grave ones go."""
    tab = opened()
    tab.page.uncheck("input[name=severity][value=high]")

    assert tab.page.inner_text("#shown") == "1 of 4 shown"
    assert "strikes" in cards(tab)[0]


def test_the_numbers_behind_the_filters_follow_what_is_chosen(opened: Opened) -> None:
    """Each tells how many conflicts its box would show with the other filters as they are."""
    tab = opened()
    before = counts(tab)
    tab.page.uncheck("input[name=severity][value=high]")
    after = counts(tab)

    assert before["kind:number"] == "(2)"
    assert before["severity:high"] == "(3)"
    assert after["kind:number"] == "(1)"
    assert after["kind:cause"] == "(0)"
    assert after["severity:high"] == "(3)"


def test_the_least_confidence_can_be_set(opened: Opened) -> None:
    """It starts at the threshold of the run with everything on show; at the right end nothing is left."""
    tab = opened()
    assert (tab.page.inner_text("#least-shown"), tab.page.inner_text("#shown")) == ("0.50", "4 of 4 shown")
    tab.page.locator("#least").focus()
    tab.page.keyboard.press("End")

    assert tab.page.inner_text("#least-shown") == "1.00"
    assert tab.page.inner_text("#shown") == "0 of 4 shown"
    tab.page.keyboard.press("Home")
    assert len(cards(tab)) == 4


@pytest.mark.parametrize(("width", "told"), [(900, True), (1600, False)])
def test_a_matrix_that_is_cut_says_so_and_takes_the_room_there_is(opened: Opened, width: int, told: bool) -> None:
    """A wide window shows all speakers, beyond the column of the text; a narrow one says that there are more."""
    tab = opened(viewport={"width": width, "height": 900})
    table = tab.page.locator("#sideways + .wide")

    assert table.evaluate("table => table.scrollWidth > table.clientWidth") is told
    tab.page.wait_for_function(f"document.getElementById('sideways').hidden === {str(not told).lower()}")
    assert tab.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_words_are_found_wherever_they_stand(opened: Opened) -> None:
    """In a question, a quote or the name of a speaker, whatever their case."""
    tab = opened()
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("KONASHENKOV")

    assert [question for question in cards(tab) if "strikes" in question]
    assert tab.page.inner_text("#shown") in {"1 of 4 shown", "2 of 4 shown"}
    tab.page.fill("#words", "no article says this")
    assert cards(tab) == []


def test_the_keys_walk_through_what_is_shown(opened: Opened) -> None:
    """``j`` goes on, ``k`` goes back, neither leaves the list, and hidden conflicts are passed over."""
    tab = opened()
    ids = [card.get_attribute("id") for card in tab.page.locator(".card").all()]
    walked = []
    for key in "kjkjjjj":
        tab.page.keyboard.press(key)
        walked.append(tab.page.evaluate(FOCUSED))
    tab.page.uncheck(f"input[name=kind][value={tab.page.locator('.card').nth(1).get_attribute('data-kind')}]")
    tab.page.locator(".card").first.focus()
    tab.page.keyboard.press("j")

    assert walked == [ids[3], ids[3], ids[2], ids[3], ids[3], ids[3], ids[3]]
    assert tab.page.evaluate(FOCUSED) == ids[2]


def test_the_search_is_a_key_away_and_keeps_its_letters(opened: Opened) -> None:
    """``/`` goes to the search, where ``j``, ``k`` and ``?`` are letters; Escape leaves it."""
    tab = opened()
    tab.page.keyboard.press("/")
    assert tab.page.evaluate(FOCUSED) == "words"
    tab.page.keyboard.type("jk?")

    assert tab.page.input_value("#words") == "jk?"
    assert not tab.page.locator("#help").is_visible()
    tab.page.keyboard.press("Escape")
    assert tab.page.evaluate(FOCUSED) != "words"


def test_the_keys_are_told_and_the_box_closes(opened: Opened) -> None:
    """``?`` opens the box with the keys, Escape or its button closes it."""
    tab = opened()
    for close in (lambda: tab.page.keyboard.press("Escape"), lambda: tab.page.click("#help button")):
        tab.page.keyboard.press("?")
        assert "next conflict" in tab.page.inner_text("#help")
        close()
        assert not tab.page.locator("#help").is_visible()


def test_a_line_can_be_copied(opened: Opened) -> None:
    """The button puts question, answers and speakers on the clipboard, and says so."""
    tab = opened(permissions=["clipboard-read", "clipboard-write"])
    button = tab.page.locator(".copy").nth(2)
    button.click()
    tab.page.wait_for_function("document.querySelectorAll('.copy')[2].textContent.startsWith('Copied')")

    assert tab.page.evaluate(CLIPBOARD) == tab.page.locator(".lines li a").nth(2).inner_text()
    assert "soldiers" in tab.page.evaluate(CLIPBOARD)


def test_the_lines_of_what_is_shown_can_be_copied(opened: Opened) -> None:
    """One button copies a line for each conflict that the filters leave."""
    tab = opened(permissions=["clipboard-read", "clipboard-write"])
    tab.page.uncheck("input[name=kind][value=number]")
    tab.page.click("#copy-shown")
    tab.page.wait_for_function("document.getElementById('copy-shown').textContent === 'Copied'")

    assert tab.page.evaluate(CLIPBOARD).split("\n") == tab.page.locator(".lines li a").all_inner_texts()[:2]


def test_the_data_of_the_page_can_be_saved(opened: Opened, event: Report) -> None:
    """The button gives the JSON report as a file, without asking anybody."""
    tab = opened()
    with tab.page.expect_download() as download:
        tab.page.click("#save")

    assert json.loads(download.value.path().read_text(encoding="utf-8")) == json.loads(to_json(event))
    assert tab.left_the_machine() == []


def test_a_page_of_thousands_is_searched_and_saved_whole(browse: Browse, tmp_path: Path) -> None:
    """The last conflict is found like the first, and packed data come out of the page as JSON."""
    report = large_report(2000)
    path = tmp_path / "report.html"
    path.write_text(to_html(report), encoding="utf-8")
    tab = browse(path.as_uri())
    tab.page.fill("#words", "on day 1999?")
    with tab.page.expect_download() as download:
        tab.page.click("#save")

    assert tab.page.inner_text("#shown") == "1 of 2000 shown"
    assert json.loads(download.value.path().read_text(encoding="utf-8")) == json.loads(to_json(report))
    assert tab.complaints == []


def test_a_link_into_a_folded_text_unfolds_it(opened: Opened) -> None:
    """ "In the text" lands on the quote, in the article that was folded."""
    tab = opened()
    link = tab.page.locator(".card figcaption a").first
    anchor = (link.get_attribute("href") or "")[1:]
    link.click()
    tab.page.wait_for_function("(id) => document.getElementById(id).closest('details').open", arg=anchor)

    assert tab.page.evaluate("(id) => Math.abs(document.getElementById(id).getBoundingClientRect().top)", anchor) < 800


def test_a_cell_of_the_matrix_leads_to_its_conflict(opened: Opened) -> None:
    """The question of a row is a link to the card."""
    tab = opened()
    tab.page.locator(".matrix tbody th a").nth(1).click()

    assert tab.page.locator(".card").nth(1).evaluate("(card) => card.matches(':target')")


def test_the_words_of_a_cell_lead_to_the_article(opened: Opened) -> None:
    """A click lands on the marked sentence in the full text, which unfolds."""
    tab = opened()
    words = tab.page.locator(".matrix .words").first
    words.click()
    anchor = (words.get_attribute("href") or "")[1:]
    tab.page.wait_for_function("(id) => document.getElementById(id).closest('details').open", arg=anchor)
    after = tab.page.evaluate("(id) => document.getElementById(id).closest('.text').textContent", anchor)

    assert words.inner_text().strip("“”") in " ".join(after.split())
    assert tab.page.locator(f".text:has(#{anchor}) mark").count() > 0


def test_the_page_works_without_scripts(opened: Opened) -> None:
    """Everything can be read and unfolded; what would do nothing is not shown."""
    tab = opened(java_script_enabled=False)
    page = tab.page
    page.locator("details.source summary").first.click()

    assert len(cards(tab)) == 4
    assert page.locator("details.source .text").first.is_visible()
    assert not page.locator("#filters").is_visible()
    assert page.locator(".copy:visible").count() == 0
    assert tab.complaints == []


def test_paper_shows_everything(opened: Opened) -> None:
    """Printed, all is unfolded, and what can only be clicked is gone; afterwards the page is as it was."""
    tab = opened()
    page = tab.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator("details:not([open])").count() == 0
    assert len(cards(tab)) == 4
    assert page.locator("details.source .text:visible").count() == 4
    assert page.locator("button:visible, input:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_paper_says_that_conflicts_were_left_out(opened: Opened) -> None:
    """What the filters hide is not printed; the paper says how many of how many it shows."""
    tab = opened()
    tab.page.uncheck("input[name=kind][value=number]")
    tab.page.emulate_media(media="print")

    assert len(cards(tab)) == 2
    assert tab.page.locator("#shown").is_visible()
    assert tab.page.inner_text("#shown") == "2 of 4 shown"


def test_paper_without_scripts_shows_everything_too(opened: Opened) -> None:
    """What is folded on the screen is on paper even where no script can unfold it."""
    tab = opened(java_script_enabled=False)
    tab.page.emulate_media(media="print")
    texts = tab.page.locator("details.source .text").all()

    assert len(texts) == 4
    assert all((text.bounding_box() or {"height": 0})["height"] > 100 for text in texts)
