"""Only public hosts are fetched from, whatever a link, a redirection or a name server says."""

import socket
from typing import Any

import pytest

from parley.sources.fetching.addresses import address_of, is_public, public_hosts
from parley.sources.fetching.refusal import FetchError

NUMBERS = [
    ("93.184.215.14", True),
    ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
    ("127.0.0.1", False),
    ("10.1.2.3", False),
    ("172.16.0.1", False),
    ("192.168.1.10", False),
    ("169.254.169.254", False),  # where clouds tell their keys
    ("100.64.0.1", False),
    ("0.0.0.0", False),
    ("224.0.0.1", False),
    ("255.255.255.255", False),
    ("::1", False),
    ("::", False),
    ("fe80::1%eth0", False),
    ("fd00::1", False),
    ("::ffff:127.0.0.1", False),
    ("64:ff9b::7f00:1", False),  # 127.0.0.1 behind a translator
    ("2002:7f00:1::", False),
    ("not an address", False),
]


@pytest.mark.parametrize(("told", "public"), NUMBERS)
def test_public_addresses(told: str, public: bool) -> None:
    assert is_public(told) is public


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0x7f000001/", "http://2130706433/", "http://127.1/",
        "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/latest/meta-data/", "https://192.168.0.1/",
    ],
)  # fmt: skip
def test_private_hosts_are_refused(url: str) -> None:
    with pytest.raises(FetchError, match="private address"):
        public_hosts(address_of(url))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "//a.example/", "http://", "http:///x", "http://a..example/", "http://a.example:x/",
        "http://lena:secret@a.example/", "http://" + "a" * 5000, "",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web(url: str) -> None:
    with pytest.raises(FetchError):
        address_of(url)


def test_a_mail_server_is_not_asked() -> None:
    with pytest.raises(FetchError, match="port 25"):
        public_hosts(address_of("http://a.example:25/"))


WHOLE = [
    ("http://A.example", "http://a.example/"),
    ("https://a.example:443/x?y=1#part", "https://a.example/x?y=1"),
    ("http://a.example:8080/x", "http://a.example:8080/x"),
    ("http://hafen-zürich.example/täglich neu", "http://xn--hafen-zrich-zhb.example/t%C3%A4glich%20neu"),
    ("http://a.example/x%20y\r\nHost: b.example", "http://a.example/x%20yHost:%20b.example"),
]


@pytest.mark.parametrize(("given", "whole"), WHOLE)
def test_addresses_are_made_whole(given: str, whole: str) -> None:
    assert address_of(given).url == whole


def test_one_private_answer_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.215.14", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", told)
    with pytest.raises(FetchError, match="private address"):
        public_hosts(address_of("http://a.example/"))
