"""The site of files, opened from a folder: no server, no complaint, every screen accessible, a search that finds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from parley.views.export.site import site_pages
from parley.views.withheld import share_safe
from tests.browser.test_desk import AXE
from tests.views.web.world import record

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["whole", "share-safe"])
def folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    out = tmp_path_factory.mktemp("site")
    told = record() if request.param == "whole" else share_safe(record())
    for name, content in site_pages(told, "port talks"):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return out


@pytest.fixture
def page(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda m: complaints.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, complaints
    context.close()


def test_every_page_opens_from_the_folder(folder: Path, page: tuple[Page, list[str]]) -> None:
    tab, complaints = page
    for file in [*sorted(folder.glob("*.html")), *sorted((folder / "articles").glob("w*.html"))]:
        tab.goto(file.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), file.name
        tab.evaluate(AXE)
        found = tab.evaluate(
            "() => axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], preload: false})"
        )
        assert [(file.name, v["id"], n["html"][:120]) for v in found["violations"] for n in v["nodes"]] == []
    assert complaints == []


def test_the_search_finds_without_a_server(folder: Path, page: tuple[Page, list[str]]) -> None:
    tab, complaints = page
    tab.goto((folder / "index.html").as_uri())
    tab.get_by_role("searchbox").fill("talks")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search.html?q=talks")
    expect(tab.locator(".hits li").first.locator(".hit").first).to_have_text("talks", ignore_case=True)
    tab.locator(".hits .said").first.click()
    tab.wait_for_url("**/articles/**")
    assert complaints == []
