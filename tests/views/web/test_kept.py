"""A page is made once as long as the file stays as it is, and a browser that has it is told so."""

from parley.record import Decision, DecisionKind, Target
from parley.store import Saved, open_store
from parley.views.web.kept import MOST_BYTES, Pages
from tests.views.web.conftest import Client


def test_a_browser_that_has_the_page_is_told_so(desk: Client) -> None:
    first = desk.get("/quotes")
    tag = first.headers["etag"]
    again = desk.get("/quotes", if_none_match=f'"other", {tag}')
    assert (again.status_code, again.content) == (304, b"")
    assert desk.get("/quotes").content == first.content
    assert desk.get("/quotes?flag=drift").headers["etag"] != tag
    assert desk.get("/quotes.json").headers["content-type"] == "application/json"


def test_a_decision_and_a_saved_search_are_seen_at_once(own_desk: Client) -> None:
    before = own_desk.get("/review").text
    with open_store(own_desk.file) as store:
        store.decide(Decision(DecisionKind.REJECT, Target.POSITION, ("p3",), "she was joking", "Ann", "2024-03-09"))
    assert "she was joking" not in before
    assert "she was joking" in own_desk.get("/review").text
    assert "Night shifts" not in own_desk.get("/search").text
    with open_store(own_desk.file) as store:
        store.save_search(Saved("Night shifts", "q=night+shifts", "2024-03-09"))
    assert "Night shifts" in own_desk.get("/search").text


def test_pages_of_another_state_of_the_file_are_dropped() -> None:
    pages = Pages()
    kept = pages.keep((1,), "/", b"old", "text/html")
    assert pages.get((1,), "/") == kept
    assert pages.get((2,), "/") is None
    pages.keep((2,), "/", b"new", "text/html")
    assert pages.get((1,), "/") is None


def test_the_least_used_pages_make_room() -> None:
    pages, body = Pages(), b"x" * (2 * 2**20)
    fits = MOST_BYTES // len(body)
    for n in range(fits):
        pages.keep((1,), str(n), body, "text/html")
    assert pages.get((1,), "0")
    pages.keep((1,), "more", body, "text/html")
    assert pages.get((1,), "0"), "it was used since"
    assert pages.get((1,), "1") is None
    pages.keep((1,), "huge", b"x" * (5 * 2**20), "text/html")
    assert pages.get((1,), "huge") is None
