"""A record begins in the browser: files are taken, built with progress, and what was wrong with them is listed."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from parley.views.web import make_app, upload
from parley.views.web.screens.add import told
from parley.views.web.upload import safe_name
from parley.views.web.work import BusyError, Work
from tests.views.web.conftest import Client

ONE = b"Pay talks open in Linden\n\nBy Ruth Abara\n7 March 2024\n\nThe union asked for more pay.\n"
TWO = b"Talks go on in Linden\n\nBy Ida Moss\n8 March 2024\n\nThe company offered three percent.\n"


@pytest.fixture
def new_desk(tmp_path: Path) -> Client:
    """A desk whose file is still to be made."""
    file = tmp_path / "new.parley"
    return Client(make_app(file, new=True), file)


def token(desk: Client) -> str:
    found = re.search(r'name="token" value="([^"]+)"', desk.get("/add").text)
    assert found
    return found[1]


def send(desk: Client, files: Sequence[tuple[str, bytes]], **form: str) -> Work:
    answer = desk.post("/add", {"token": token(desk), **form}, files)
    assert (answer.status_code, answer.headers["location"]) == (303, "/add")
    work = desk.app.state.desk.workshop.work
    assert isinstance(work, Work)
    assert work.finished.wait(120)
    return work


def test_the_first_page_takes_articles_and_then_shows_their_record(new_desk: Client) -> None:
    page = new_desk.get("/").text
    assert 'enctype="multipart/form-data"' in page
    assert 'type="file"' in page
    assert not new_desk.file.exists(), "looking makes no file"
    work = send(new_desk, [("one.txt", ONE), ("two.txt", TWO)])
    assert (work.error, work.articles, work.problems) == (None, 2, [])
    page = new_desk.get("/add").text
    assert "2 articles were read" in page
    assert "articles +2" in page
    assert new_desk.json("/index.json")["counts"]["articles"] == 2
    assert 'href="/add"' in new_desk.get("/").text


def test_what_is_wrong_with_a_file_is_listed_and_stops_no_other(new_desk: Client) -> None:
    work = send(new_desk, [("one.txt", ONE), ("tool.exe", b"MZ"), ("../../empty.txt", b"")])
    assert work.articles == 1
    assert [(p.input, p.what) for p in work.problems] == [
        ("empty.txt", "the file is empty"),
        ("tool.exe", "files of kind .exe are not read"),
    ]
    assert "2 remarks" in new_desk.get("/add").text
    assert [p["input"] for p in new_desk.json("/add.json")["problems"]] == ["empty.txt", "tool.exe"]


def test_files_without_any_article_make_no_record(new_desk: Client) -> None:
    work = send(new_desk, [("tool.exe", b"MZ")])
    assert work.error == "Nothing was added: none of the files holds an article that can be read."
    assert not new_desk.file.exists()
    assert "Nothing was added" in new_desk.get("/add").text


def test_two_files_of_one_name_are_two_articles(new_desk: Client) -> None:
    send(new_desk, [("one.txt", ONE), ("one.txt", TWO)])
    ids = [a["id"] for a in new_desk.json("/index.json")["articles"]]
    assert sorted(ids) == ["dropped/one.txt", "one.txt"]


def test_articles_are_added_to_a_record_that_has_some(new_desk: Client) -> None:
    send(new_desk, [("one.txt", ONE)])
    send(new_desk, [("two.txt", TWO)])
    assert new_desk.json("/index.json")["counts"]["articles"] == 2
    assert "Talks go on in Linden: an origin of its own" in new_desk.get("/").text


def test_an_address_that_is_not_public_is_refused_and_said_so(new_desk: Client) -> None:
    work = send(new_desk, [("one.txt", ONE)], addresses="http://127.0.0.1:9/feed\nftp://files.example/x\n  \n")
    assert work.articles == 1
    assert [p.input for p in work.problems] == ["http://127.0.0.1:9/feed"]


def test_nothing_is_taken_without_the_forms_token(new_desk: Client) -> None:
    assert new_desk.post("/add", {"token": "guess"}, [("one.txt", ONE)]).status_code == 403
    assert new_desk.post("/add", {}, [("one.txt", ONE)]).status_code == 403
    alien = new_desk.post("/add", {"token": token(new_desk)}, [("one.txt", ONE)], origin="https://evil.example")
    assert alien.status_code == 403
    assert new_desk.post("/add", {"token": token(new_desk)}).status_code == 400
    assert new_desk.app.state.desk.workshop.work is None


def test_more_than_the_desk_takes_is_refused(new_desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "LARGEST", 1000)
    answer = new_desk.post("/add", {"token": token(new_desk)}, [("one.txt", b"x" * 2000)])
    assert answer.status_code == 413
    assert "Use parley build" in answer.text
    told = new_desk.post("/add", {"token": token(new_desk)}, [("a.txt", b"x" * 2000)], content_length="10")
    assert told.status_code == 413, "a length that is told wrongly is counted"


def test_nothing_sent_is_no_build(new_desk: Client) -> None:
    answer = new_desk.post("/add", {"token": token(new_desk)}, [("", b"")])
    assert answer.status_code == 303
    assert new_desk.app.state.desk.workshop.work is None


def test_one_build_at_a_time(new_desk: Client) -> None:
    under_way = Work(stage="reading", done=12, total=40)
    new_desk.app.state.desk.workshop.work = under_way
    page = new_desk.get("/add").text
    assert "Reading articles, 12 of 40" in page
    assert '<progress value="12" max="40"' in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    assert "A build is under way" in new_desk.get("/").text
    with pytest.raises(BusyError):
        new_desk.app.state.desk.workshop.start()


@pytest.mark.parametrize(
    ("work", "line"),
    [
        (Work(), "Opening the files"),
        (Work(articles=1), "Opening the files, 1 article so far"),
        (Work(stage="meaning", done=512, total=900), "Making passages findable by meaning, 512 of 900"),
        (Work(stage="saving"), "Putting them together"),
    ],
)
def test_a_build_tells_how_far_it_is(work: Work, line: str) -> None:
    assert told(work) == line


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("talks.txt", "talks.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ann\\talks.html", "talks.html"),
        (".hidden.txt", "hidden.txt"),
        ("line\nbreak\x1b.txt", "linebreak.txt"),
        ("..", "article"),
        ("a" * 400 + ".txt", "a" * 180 + ".txt"),
        ("нет" * 90 + ".txt", ("нет" * 30) + ".txt"),
        ("page.warc.gz", "page.warc.gz"),
    ],
)
def test_a_name_cannot_leave_its_folder(name: str, kept: str) -> None:
    assert safe_name(name) == kept
