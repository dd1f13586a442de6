"""A walk through the desk in a browser: nothing overflows, nothing is blocked, facts lead to their words and back."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SHOTS, Visitor
from tests.factories import span
from tests.views.web.world import COURIER, HOSTILE, WIRE

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
ARTICLE = "/articles/" + quote(WIRE.id, safe="")
SCREENS = {
    "home": "/",
    "reader": ARTICLE + "?layers=quotes.positions.figures.meetings.times.actors.copied",
    "hostile": "/articles/" + quote(HOSTILE.id, safe=""),
    "copies": "/copies",
    "pair": f"/copies/{quote(WIRE.id, safe='')}/{quote(COURIER.id, safe='')}",
    "quotes": "/quotes",
    "positions": "/positions",
    "evidence": "/positions?stance=open_to",
    "timeline": "/timeline",
    "figures": "/figures",
    "findings": "/findings",
    "actors": "/actors",
    "search": "/search?q=talks",
    "saved": "/search",
    "add": "/add",
    "check": "/check",
    "review": "/review",
    "missing": "/nowhere",
}


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_fits_is_quiet_and_accessible(visitor: Visitor, name: str, request: pytest.FixtureRequest) -> None:
    page = visitor.open(SCREENS[name])
    assert [c for c in visitor.complaints if "404" not in c] == []
    fits_and_is_accessible(page, f"{name}-{request.node.callspec.params['visitor']}")


def fits_and_is_accessible(page: Page, name: str) -> None:
    """Nothing overflows, axe finds nothing, and a picture is kept to be looked at."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png")
    page.evaluate(AXE)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("tags => axe.run({runOnly: tags})", tags)
    assert [(v["id"], n["html"][:160], n["failureSummary"]) for v in found["violations"] for n in v["nodes"]] == []


def test_a_fact_leads_to_its_words_and_back(reader: Visitor) -> None:
    page = reader.open("/quotes")
    at = span(WIRE, "Nobody will close the door on these talks,")
    page.get_by_role("link", name="Coastal Wire").first.click()
    page.wait_for_url(f"**#s{at.start}-{at.end}")
    words = page.locator(f"#s{at.start}-{at.end}")
    expect(words).to_be_in_viewport()
    expect(words).to_have_text("Nobody will close the door on these talks,")
    words.click()
    page.wait_for_url("**#f*")
    expect(page.locator(".fact:target")).to_contain_text("Nora Vance")
    page.locator(".fact:target a.n").click()
    page.wait_for_url(f"**#s{at.start}-{at.end}")
    page.locator(".fact", has_text="Nora Vance").locator("a:not(.n)").click()
    page.wait_for_url("**/quotes?utterance=*")
    assert reader.complaints == []


def test_words_and_facts_are_linked_without_script(plain_reader: Visitor) -> None:
    page = plain_reader.open(ARTICLE)
    page.locator("a.ref").nth(3).click()
    expect(page.locator(".fact:target")).to_contain_text("Nora Vance")
    page.locator(".fact:target a.n").click()
    expect(page.locator(".text span:target")).to_have_text("Nobody will close the door on these talks,")
    page.get_by_role("link", name="Figures", exact=True).last.click()
    page.wait_for_url("**layers=quotes.positions.meetings")
    assert page.locator(".m.figures").count() == 0


def test_folded_furniture_opens_where_a_link_leads_into_it(reader: Visitor) -> None:
    at = span(WIRE, "Share this page")
    page = reader.open(f"{ARTICLE}#s{at.start}-{at.end}")
    expect(page.get_by_text("Share this page")).to_be_visible()
    expect(page.get_by_text("Home | News | Weather")).to_be_hidden()


def test_keys_walk_through_facts_and_show_help(reader: Visitor) -> None:
    page = reader.open(ARTICLE)
    page.keyboard.press("n")
    expect(page.locator(".fact.here")).to_contain_text("demands")
    page.keyboard.press("n")
    page.keyboard.press("p")
    expect(page.locator("#f1 a.n")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**#s*")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("night")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=night")


def test_a_quotation_is_copied_with_its_source(reader: Visitor) -> None:
    page = reader.open("/quotes")
    page.locator(".cite summary").first.click()
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(
        "“Nobody will close the door on these talks,” (Nora Vance), Coastal Wire, 5 March 2024, https://"
    )


def test_a_draft_is_checked_and_a_decision_made(reader: Visitor) -> None:
    page = reader.open("/check")
    page.get_by_label("Draft").fill("“Nobody will close the door on these talks,” Nora Vance said.")
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".checks")).to_contain_text("Found verbatim")
    page = reader.open("/review?about=position")
    page.get_by_label("Reason").first.fill("reads as an offer")
    page.get_by_role("button", name="Accept").first.click()
    expect(page.locator(".log")).to_contain_text("reads as an offer")
    assert reader.complaints == []


def test_facets_narrow_by_the_address_alone(reader: Visitor) -> None:
    page = reader.open("/quotes")
    page.get_by_role("link", name="unresolved 1").click()
    page.wait_for_url("**/quotes?speaker=unresolved")
    assert page.locator(".utterance").count() == 1
    page.go_back()
    assert page.locator(".utterance").count() == 3


def test_the_days_of_the_positions_are_walked_by_arrow_keys(reader: Visitor) -> None:
    page = reader.open("/positions")
    page.locator("[data-track] a").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/positions?until=2024-03-08")
    expect(page.locator("[data-track] [aria-current]")).to_be_focused()
    expect(page.locator(".step.fresh")).to_contain_text("open to")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/positions?until=2024-03-05")
    assert page.get_by_text("open to").count() == 0
    assert reader.complaints == []


def test_one_key_copies_the_quotation_that_is_stood_on(reader: Visitor) -> None:
    page = reader.open("/quotes")
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("c")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    second = page.locator(".utterance").nth(1).locator("[data-copy]").first.inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == second


def test_a_draft_is_chosen_as_a_file(reader: Visitor) -> None:
    page = reader.open("/check")
    words = "“Nobody will shut the door on these talks,” Nora Vance said."
    page.set_input_files("#file", {"name": "draft.md", "mimeType": "text/markdown", "buffer": words.encode()})
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".checks del")).to_have_text("shut")
    expect(page.locator(".checks ins")).to_have_text("close")
    assert reader.complaints == []
