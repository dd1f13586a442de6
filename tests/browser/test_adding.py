"""A record is begun, added to, searched and put right in a browser, with scripts and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from starlette.applications import Starlette

from parley.views.web import make_app
from parley.views.web.work import Work
from tests.browser.conftest import Visitor, running, visit
from tests.browser.test_desk import fits_and_is_accessible
from tests.views.web.world import saved

pytestmark = pytest.mark.browser

ONE = "Pay talks open in Linden\n\nBy Ruth Abara\n7 March 2024\n\nThe union asked for more pay. “We will wait,” Nora Vance said.\n"
TWO = "Talks go on in Linden\n\nBy Ida Moss\n8 March 2024\n\nThe company offered three percent to the union.\n"


@pytest.fixture
def app(tmp_path: Path) -> Starlette:
    return make_app(tmp_path / "new talks.parley", new=True)


@pytest.fixture
def beginner(browser: Browser, app: Starlette) -> Iterator[Visitor]:
    """A visitor of a desk that has no record yet."""
    with running(app) as home:
        yield from visit(browser, home, "wide", "light")


@pytest.fixture
def plain_beginner(browser: Browser, app: Starlette) -> Iterator[Visitor]:
    with running(app) as home:
        yield from visit(browser, home, "wide", "light", script=False)


@pytest.fixture
def editor(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    """A visitor of a desk whose file may be written to."""
    with running(make_app(saved(tmp_path / "own.parley"))) as home:
        yield from visit(browser, home, "wide", "light")


def files(folder: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return [folder / f"{name}.txt" for name in texts]


def test_a_record_is_begun_by_choosing_files_and_then_added_to(beginner: Visitor, tmp_path: Path) -> None:
    page = beginner.open("/")
    page.get_by_label("Articles: choose files").set_input_files([*files(tmp_path, one=ONE), *files(tmp_path, empty="")])
    page.get_by_role("button", name="Read them").click()
    page.wait_for_url("**/add")
    expect(page.get_by_text("1 article was read")).to_be_visible(timeout=120_000)
    expect(page.get_by_role("row", name="empty.txt")).to_contain_text("the file is empty")
    page.get_by_role("link", name="Open the record").click()
    expect(page.locator(".articles")).to_contain_text("Pay talks open in Linden")
    page.get_by_role("link", name="Add articles").click()
    page.get_by_label("Articles: choose files").set_input_files(files(tmp_path, two=TWO))
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_text("articles +1")).to_be_visible(timeout=120_000)
    page.get_by_role("link", name="Open the record").click()
    expect(page.locator(".moves")).to_contain_text("Talks go on in Linden: an origin of its own")
    assert beginner.complaints == []


def test_files_can_be_dropped_onto_the_page(beginner: Visitor) -> None:
    page = beginner.open("/")
    dropped = page.evaluate_handle(
        """text => { const files = new DataTransfer();
        files.items.add(new File([text], "dropped.txt", {type: "text/plain"})); return files; }""",
        ONE,
    )
    page.dispatch_event("[data-drop]", "dragenter", {"dataTransfer": dropped})
    expect(page.locator("[data-drop]")).to_have_class("drop over")
    page.dispatch_event("[data-drop]", "drop", {"dataTransfer": dropped})
    page.wait_for_url("**/add")
    expect(page.get_by_text("1 article was read")).to_be_visible(timeout=120_000)
    assert beginner.complaints == []


def test_a_record_is_begun_without_script(plain_beginner: Visitor, tmp_path: Path) -> None:
    page = plain_beginner.open("/")
    expect(page.get_by_text("drop them here")).to_be_hidden()
    page.locator("#files").set_input_files(files(tmp_path, one=ONE))
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_text("1 article was read")).to_be_visible(timeout=120_000)


def test_a_build_shows_how_far_it_is_and_then_its_end(beginner: Visitor, app: Starlette) -> None:
    work = app.state.desk.workshop.work = Work(stage="reading", done=3, total=12)
    page = beginner.open("/add")
    expect(page.get_by_text("Reading articles, 3 of 12")).to_be_visible()
    work.done = 9
    expect(page.get_by_text("Reading articles, 9 of 12")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "9")
    fits_and_is_accessible(page, "building-wide-light")
    work.finished.set()
    expect(page.get_by_text("Nothing in the record changed")).to_be_visible()
    assert beginner.complaints == []


@pytest.mark.parametrize(
    ("size", "scheme"), [("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")]
)
def test_the_first_page_fits_and_is_accessible(browser: Browser, app: Starlette, size: str, scheme: str) -> None:
    with running(app) as home:
        for visitor in visit(browser, home, size, scheme):
            fits_and_is_accessible(visitor.open("/"), f"first-{size}-{scheme}")
            assert visitor.complaints == []


def test_a_search_is_saved_found_again_and_forgotten(editor: Visitor) -> None:
    page = editor.open("/search?q=night+shifts")
    page.get_by_text("Save this search").click()
    page.get_by_label("Name").fill("Nights")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved as “Nights”.")).to_be_visible()
    page = editor.open("/")
    page.get_by_role("link", name="Nights").click()
    page.wait_for_url("**/search?q=night+shifts")
    page = editor.open("/search")
    page.get_by_role("button", name="Forget: Nights").click()
    expect(page.get_by_text("Saved searches")).to_be_hidden()
    assert editor.complaints == []


def test_a_meeting_is_put_right_and_that_is_undone(editor: Visitor) -> None:
    page = editor.open("/review?about=meeting")
    page.get_by_label("Reason").first.fill("the programme says so")
    page.get_by_text("Put right").first.click()
    page.get_by_label("Date").first.fill("2024-03-12")
    page.get_by_role("button", name="Save the fix").first.click()
    expect(page.locator(".log")).to_contain_text("date = 2024-03-12")
    expect(page.get_by_text("1 decision waits for the next build")).to_be_visible()
    page.get_by_role("button", name="Undo: correct meeting").click()
    expect(page.get_by_text("waits for the next build")).to_be_hidden()
    expect(page.locator(".log .undone", has_text="the programme says so")).to_be_visible()
    assert editor.complaints == []


def test_two_actors_are_united(editor: Visitor) -> None:
    page = editor.open("/review")
    page.get_by_text("Two actors that are one").click()
    page.get_by_label("Name that stays").first.fill("Nora Vance")
    page.get_by_label("The same as").first.fill("Meridian Harbour Company")
    page.get_by_role("button", name="Unite").first.click()
    expect(page.locator(".log")).to_contain_text("Nora Vance = Meridian Harbour Company")
    fits_and_is_accessible(page, "decided-wide-light")
    assert editor.complaints == []
