"""Manners and limits: robots.txt, one request a second, what changed only, every hop checked, sizes and times bounded."""

import gzip
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from parley import __version__
from parley.sources.fetching import Validators, Web
from parley.sources.fetching.addresses import address_of
from parley.sources.fetching.exchange import exchange
from parley.sources.fetching.refusal import FetchError
from tests.sites import HTML, Hours, Site

PAGE = b"<html><body><p>The union met the port company on Monday.</p></body></html>"


def test_a_page_is_fetched_by_name_and_version(site: Site, web: Web) -> None:
    site.answers["/1"] = (200, HTML, PAGE)
    fetched = web.get(site.url("/1"))
    assert (fetched.body, fetched.kind) == (PAGE, "text/html; charset=utf-8")
    assert [path for _, path, _ in site.asked] == ["/robots.txt", "/1"]
    assert all(h["user-agent"].startswith(f"Parley/{__version__} ") for _, _, h in site.asked)
    assert all("cookie" not in h and "referer" not in h for _, _, h in site.asked)


def test_robots_are_obeyed_and_asked_once(site: Site, web: Web) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /inner/\n")
    site.answers["/1"] = (200, HTML, PAGE)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        web.get(site.url("/inner/1"))
    web.get(site.url("/1"))
    assert [path for _, path, _ in site.asked] == ["/robots.txt", "/1"]


def test_a_site_whose_robots_cannot_be_read_is_left_alone(site: Site, web: Web) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    site.answers["/1"] = (200, HTML, PAGE)
    with pytest.raises(FetchError):
        web.get(site.url("/1"))
    assert site.paths == []


def test_one_request_a_second_a_host(site: Site, web: Web, hours: Hours) -> None:
    site.answers |= dict.fromkeys(("/1", "/2"), (200, HTML, PAGE))
    web.get(site.url("/1"))
    web.get(site.url("/2"))
    web.get(site.url("/1", host="b.example"))
    assert hours.slept == [1.0, 1.0, 1.0]  # robots.txt, /1 | /2 || robots.txt, /1


def test_a_longer_pause_where_the_site_asks_for_it(site: Site, web: Web, hours: Hours) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7\n")
    site.answers |= dict.fromkeys(("/1", "/2"), (200, HTML, PAGE))
    web.get(site.url("/1"))
    web.get(site.url("/2"))
    assert hours.slept == [1.0, 7.0]


def test_only_what_changed_is_sent(site: Site, web: Web) -> None:
    def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if (
            headers.get("if-none-match") == '"v1"'
            and headers.get("if-modified-since") == "Tue, 05 Mar 2024 09:30:00 GMT"
        ):
            return 304, {}, b""
        return 200, {"ETag": '"v1"', "Last-Modified": "Tue, 05 Mar 2024 09:30:00 GMT"}, PAGE

    site.answers["/feed"] = answer
    first = web.news(site.url("/feed"), None)
    assert first is not None
    assert first.validators == Validators('"v1"', "Tue, 05 Mar 2024 09:30:00 GMT")
    assert web.news(site.url("/feed"), first.validators) is None


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirections_are_followed(status: int, site: Site, web: Web) -> None:
    site.answers["/old"] = (status, {"Location": "/new"}, b"")
    site.answers["/new"] = (200, HTML, PAGE)
    assert web.get(site.url("/old")).address.url == site.url("/new")


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1/x", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest", "//10.0.0.1/", "file:///etc/passwd", "ftp://b.example/"],
)  # fmt: skip
def test_a_redirection_to_a_private_place_is_refused(target: str, site: Site, web: Web) -> None:
    site.answers["/old"] = (302, {"Location": target}, b"")
    with pytest.raises(FetchError, match=r"private address|not an address"):
        web.get(site.url("/old"))
    assert site.paths == ["/old"]


def test_a_robots_file_elsewhere_is_no_way_around_it(site: Site, web: Web) -> None:
    site.answers["/robots.txt"] = (301, {"Location": "http://192.168.0.1/robots.txt"}, b"")
    with pytest.raises(FetchError, match="private address"):
        web.get(site.url("/1"))


def test_robots_of_the_place_a_redirection_leads_to(site: Site, web: Web) -> None:
    site.answers["/old"] = (302, {"Location": site.url("/inner", host="b.example")}, b"")
    site.answers["/robots.txt"] = lambda h: (
        (200, {}, b"User-agent: *\nDisallow: /inner") if h["host"].startswith("b.") else (404, {}, b"")
    )
    with pytest.raises(FetchError, match=r"robots\.txt"):
        web.get(site.url("/old"))
    assert site.paths == ["/old"]


def test_redirections_without_end(site: Site, web: Web) -> None:
    site.answers["/a"] = (302, {"Location": "/b"}, b"")
    site.answers["/b"] = (302, {"Location": "/a"}, b"")
    with pytest.raises(FetchError, match="without end"):
        web.get(site.url("/a"))
    assert len(site.paths) == 6


def test_the_checked_address_is_the_one_that_is_connected_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server may say something else the second time; the name is not looked up again."""
    site.answers["/1"] = (200, HTML, PAGE)
    looked_up: list[str] = []
    real = socket.getaddrinfo

    def told(host: str, *rest: Any, **more: Any) -> Any:
        looked_up.append(host)
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", told)
    assert exchange(address_of(site.url("/1")), ["127.0.0.1"], {}).body == PAGE
    assert looked_up == ["127.0.0.1"]
    assert site.asked[0][0] == f"a.example:{site.port}"


def test_a_busy_host_is_left_alone_for_a_while(site: Site, web: Web, hours: Hours) -> None:
    site.answers["/1"] = (429, {"Retry-After": "1200"}, b"")
    for _ in range(3):
        with pytest.raises(FetchError, match="busy") as told:
            web.get(site.url("/1"))
        assert told.value.later
    assert site.paths == ["/1"]
    hours.now += 1201
    with pytest.raises(FetchError, match="busy"):
        web.get(site.url("/1"))
    assert site.paths == ["/1", "/1"]


@pytest.mark.parametrize(("status", "told"), [(404, "not there"), (403, "to programs"), (418, "418"), (304, "304")])
def test_other_answers(status: int, told: str, site: Site, web: Web) -> None:
    site.answers["/1"] = (status, {}, b"")
    with pytest.raises(FetchError, match=told) as found:
        web.get(site.url("/1"))
    assert not found.value.later


def test_packed_answers_are_unpacked(site: Site, web: Web) -> None:
    site.answers["/1"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE))
    assert web.get(site.url("/1")).body == PAGE


BAD_BODIES = {
    "gzip bomb": ({"Content-Encoding": "gzip"}, gzip.compress(b"a" * 60_000_000), "unpacks"),
    "cut off gzip": ({"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-20], "unpacked"),
    "no gzip": ({"Content-Encoding": "gzip"}, PAGE, "unpacked"),
    "other packing": ({"Content-Encoding": "br"}, PAGE, "packed in a way"),
    "large": ({}, b"a" * (16 * 2**20 + 1), "larger than"),
    "cut off": ({"Content-Length": "100000"}, PAGE, "cut off"),
}


@pytest.mark.parametrize("kind", BAD_BODIES)
def test_answers_that_are_refused(kind: str, site: Site, web: Web) -> None:
    headers, body, told = BAD_BODIES[kind]
    site.answers["/1"] = (200, {**HTML, **headers, "Connection": "close"}, body)
    with pytest.raises(FetchError, match=told):
        web.get(site.url("/1"))


@contextmanager
def host(*pieces: bytes) -> Iterator[int]:
    """The port of a host that takes a connection, says the pieces with pauses, and never ends."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def speak() -> None:
            connection, _ = server.accept()
            with connection:
                for piece in pieces:
                    try:
                        connection.sendall(piece)
                    except OSError:
                        return
                    if over.wait(0.02):
                        return
                over.wait(20)

        thread = threading.Thread(target=speak)
        thread.start()
        yield server.getsockname()[1]
        over.set()
        thread.join()


SLOW = {
    "silent": [],
    "trickles its head": [b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 90],
    "trickles a line": [b"HTTP/1.1 200 OK\r\nX: ", *[b"y"] * 500],
    "trickles its page": [b"HTTP/1.1 200 OK\r\n\r\n", *[b"<p>more</p>"] * 500],
    "stops in a chunk": [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"40\r\nTalks"],
}


@pytest.mark.parametrize("kind", SLOW)
def test_a_host_that_never_comes_to_an_end(kind: str) -> None:
    with host(*SLOW[kind]) as port, pytest.raises(FetchError, match="did not answer within") as told:
        exchange(address_of(f"http://a.example:{port}/"), ["127.0.0.1"], {}, seconds=0.4)
    assert told.value.later


NO_HTTP = {
    "greeting": b"220 mail.a.example ESMTP\r\n",
    "endless head": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
    "long line": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
}


@pytest.mark.parametrize("kind", NO_HTTP)
def test_a_host_that_speaks_something_else(kind: str) -> None:
    with host(NO_HTTP[kind]) as port, pytest.raises(FetchError, match=r"HTTP|did not answer|cut off"):
        exchange(address_of(f"http://a.example:{port}/"), ["127.0.0.1"], {}, seconds=1)


def test_nobody_there(web: Web) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be reached"):
        web.get(f"http://a.example:{port}/")


def test_a_name_nobody_has(web: Web) -> None:
    with pytest.raises(FetchError, match="was not found"):
        web.get("http://port-company.invalid/")
