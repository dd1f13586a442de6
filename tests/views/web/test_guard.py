"""The desk answers this machine's own pages only, and lets nothing foreign run."""

import re
from pathlib import Path

import pytest

from parley.record import DecisionKind, Target
from parley.store import open_store
from parley.views.web import make_app
from parley.views.web.guard import refusal
from tests.views.web.conftest import HOME, Client
from tests.views.web.test_screens import PAGES
from tests.views.web.world import COURIER, WIRE


@pytest.mark.parametrize("page", [*PAGES, "/index.json", "/nowhere", "/static/desk.css"])
def test_every_answer_carries_the_policy(desk: Client, page: str) -> None:
    headers = desk.get(page).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_needs_more_than_the_policy_allows(desk: Client, page: str) -> None:
    text = desk.get(page).text
    assert not re.search(
        r"<style|\sstyle=|\son[a-z]+=\"|<script(?! src=\"/static/)|https?://(?!wire\.example)[^\"]*\"", text
    )


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1", "localhost.evil.example:8321"])
def test_other_hosts_are_refused(desk: Client, host: str) -> None:
    answer = desk.get("/", host=host)
    assert answer.status_code == 400
    assert "127.0.0.1" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8321", "localhost:9000", "localhost", "[::1]:8321"])
def test_this_machine_is_answered(desk: Client, host: str) -> None:
    assert desk.get("/", host=host).status_code == 200


@pytest.mark.parametrize(
    ("headers", "refused"),
    [
        ({"origin": HOME}, False),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, False),
        ({}, False),
        ({"origin": "https://evil.example"}, True),
        ({"origin": "http://127.0.0.1:9999"}, True),
        ({"origin": "null", "sec-fetch-site": "cross-site"}, True),
    ],
)
def test_only_own_pages_may_send_forms(headers: dict[str, str], refused: bool) -> None:
    assert (refusal("POST", {"host": "127.0.0.1:8321", **headers}) is not None) is refused


def token(desk: Client) -> str:
    found = re.search(r'name="token" value="([^"]+)"', desk.get("/review").text)
    assert found
    return found[1]


def quote_id(desk: Client) -> str:
    return str(next(d["id"] for d in desk.json("/review.json")["unsure"] if d["about"] == "quote"))


def test_a_decision_is_kept_with_its_reason(own_desk: Client) -> None:
    form = {
        "token": token(own_desk),
        "target": "quote",
        "id": quote_id(own_desk),
        "act": "fix",
        "fix-speaker": "Ida Moss",
    }
    answer = own_desk.post("/review", {**form, "reason": "she says so on tape"})
    assert answer.status_code == 303
    with open_store(own_desk.file) as store:
        (decision,) = store.decisions()
    assert (decision.kind, decision.target, decision.value) == (DecisionKind.CORRECT, Target.QUOTE, "Ida Moss")
    page = own_desk.get("/review").text
    assert "she says so on tape" in page
    assert quote_id(own_desk) != form["id"]


@pytest.mark.parametrize(
    ("act", "kind", "field", "value"),
    [
        ("accept", DecisionKind.CORRECT, "score", "1.0"),
        ("fix", DecisionKind.CORRECT, "stance", "accepts"),
        ("reject", DecisionKind.REJECT, None, None),
    ],
)
def test_a_position_is_accepted_put_right_or_rejected(
    own_desk: Client, act: str, kind: DecisionKind, field: str | None, value: str | None
) -> None:
    form = {
        "token": token(own_desk),
        "target": "position",
        "id": "p3",
        "act": act,
        "fix-stance": "accepts",
        "reason": "",
    }
    own_desk.post("/review", form)
    with open_store(own_desk.file) as store:
        (decision,) = store.decisions()
    assert (decision.kind, decision.field, decision.value, decision.subjects) == (kind, field, value, ("p3",))


def test_nothing_is_written_without_the_forms_token(own_desk: Client) -> None:
    form = {"target": "position", "id": "p3", "act": "reject"}
    assert own_desk.post("/review", form).status_code == 404
    assert own_desk.post("/review", {**form, "token": "guess"}).status_code == 404
    assert own_desk.post("/rebuild", {"token": "guess"}).status_code == 403
    assert (
        own_desk.post("/review", {**form, "token": token(own_desk)}, origin="https://evil.example").status_code == 403
    )
    with open_store(own_desk.file) as store:
        assert store.decisions() == ()


def test_the_record_is_built_again_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.views.web.app.SHORT_BUILD", 120.0)
    with open_store(tmp_path / "two.parley", create=True) as store:
        store.add((WIRE, COURIER))
    own_desk = Client(make_app(tmp_path / "two.parley"), tmp_path / "two.parley")
    assert own_desk.json("/index.json")["counts"]["articles"] == 0
    answer = own_desk.post("/rebuild", {"token": token(own_desk)})
    assert answer.status_code == 303
    assert own_desk.json("/index.json")["counts"]["articles"] == 2
    assert "built again" in own_desk.get(answer.headers["location"]).text


def test_a_form_that_is_too_long_or_broken_is_refused(own_desk: Client) -> None:
    assert own_desk.post("/check", {"draft": "x" * 2_100_000}).status_code == 413
    assert own_desk.post("/check", {f"f{n}": "x" for n in range(90)}).status_code == 400
    assert own_desk.post("/review", {"token": token(own_desk), "target": "moon"}).status_code == 404


def test_a_new_build_is_seen_at_once(own_desk: Client) -> None:
    from parley.record import Record

    assert own_desk.json("/index.json")["counts"]["articles"] == 6
    with open_store(own_desk.file) as store:
        store.save(Record((), ()))
    assert own_desk.json("/index.json")["counts"]["articles"] == 0


def test_a_file_that_is_gone_says_what_to_do(own_desk: Client) -> None:
    own_desk.file.unlink()
    answer = own_desk.get("/")
    assert answer.status_code == 503
    assert "build it first" in answer.text
