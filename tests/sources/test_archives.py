"""Web archives: pages with their address, whatever packing; cut and hostile ones end in a problem and keep what came before."""

import gzip
import zipfile
import zlib
from pathlib import Path

import pytest

from parley.record import Article
from parley.sources import Problem, articles

PAGE = b"<html><body><h1>Dockers vote</h1><p>The union met the port company on Monday.</p></body></html>"
TEXT = "Dockers vote\nThe union met the port company on Monday."


def read(path: Path) -> tuple[list[Article], list[Problem]]:
    found = list(articles([path]))
    return [a for a in found if isinstance(a, Article)], [p for p in found if isinstance(p, Problem)]


def record(url: str, body: bytes = PAGE, headers: str = "Content-Type: text/html", status: str = "200 OK") -> bytes:
    answer = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


def warc(folder: Path, *records: bytes, packed: bool = True, cut: int = 0) -> Path:
    content = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    path = folder / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(content[: len(content) - cut])
    return path


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_read_with_their_address(packed: bool, tmp_path: Path) -> None:
    found, problems = read(warc(tmp_path, record("http://a.example/1"), record("http://a.example/2"), packed=packed))
    assert [(a.id, a.url) for a in found] == [("http://a.example/1", "http://a.example/1")] * 1 + [
        ("http://a.example/2", "http://a.example/2")
    ]
    assert {a.text for a in found} == {TEXT}
    assert problems == []


ENCODED = {
    "gzip": (gzip.compress(PAGE), "Content-Type: text/html\r\nContent-Encoding: gzip"),
    "deflate": (zlib.compress(PAGE), "Content-Type: text/html\r\nContent-Encoding: deflate"),
    "chunked": (b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), "Content-Type: text/html\r\nTransfer-Encoding: chunked"),
    "stored plain": (PAGE, "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"),
}


@pytest.mark.parametrize("kind", ENCODED)
def test_a_body_in_any_encoding(kind: str, tmp_path: Path) -> None:
    body, headers = ENCODED[kind]
    (found,), _ = read(warc(tmp_path, record("http://a.example/", body, headers)))
    assert found.text == TEXT


def test_pictures_errors_and_redirections_are_no_articles(tmp_path: Path) -> None:
    others = (
        record("http://a.example/p.png", b"\x89PNG", "Content-Type: image/png"),
        record("http://a.example/gone", PAGE, status="404 Not Found"),
    )
    found, (problem,) = read(warc(tmp_path, *others))
    assert found == []
    assert "no page" in problem.what


def test_a_cut_archive_says_so_and_keeps_the_pages_before(tmp_path: Path) -> None:
    for packed in (True, False):
        found, (problem,) = read(
            warc(tmp_path, record("http://a.example/1"), record("http://a.example/2"), packed=packed, cut=40)
        )
        assert [a.id for a in found] == ["http://a.example/1"]
        assert "cut off" in problem.what


DAMAGES = {
    "nonsense": b"nonsense\r\n",
    "nonsense of many lines": b"nonsense\r\n" * 1000,
    "a header without length": b"WARC/1.0\r\nWARC-Type: response\r\n\r\n",
    "a length that is no number": b"WARC/1.0\r\nContent-Length: many\r\n\r\n",
    "a negative length": b"WARC/1.0\r\nContent-Length: -7\r\n\r\n",
    "a header without end": b"WARC/1.0\r\n" + b"X: y\r\n" * 20_000,
    "zeros": b"\0" * 5000 + b"\r\n",
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_damage_in_the_middle_is_passed_over_and_told(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(record("http://a.example/1") + DAMAGES[kind] + record("http://a.example/2"))
    found, (problem,) = read(path)
    assert [a.id for a in found] == ["http://a.example/1", "http://a.example/2"]
    assert "not a whole WARC" in problem.what


PACKED_DAMAGES = {
    "between": lambda a, b: a + b"nonsense" * 50 + b,
    "between, as if a member began": lambda a, b: a + b"\x1f\x8b\x08nonsense" * 50 + b,
    "within": lambda a, b: a + gzip.compress(record("http://a.example/lost"))[:60] + b"\xff" * 90 + b,
    "a member of something else": lambda a, b: a + gzip.compress(b"nonsense") + b,
}


@pytest.mark.parametrize("kind", PACKED_DAMAGES)
def test_damage_in_a_packed_archive_is_passed_over_and_told(kind: str, tmp_path: Path) -> None:
    one, two = (gzip.compress(record(f"http://a.example/{n}")) for n in (1, 2))
    (tmp_path / "a.warc.gz").write_bytes(PACKED_DAMAGES[kind](one, two))
    found, (problem,) = read(tmp_path / "a.warc.gz")
    assert [a.id for a in found] == ["http://a.example/1", "http://a.example/2"]
    assert "not a whole WARC" in problem.what


def test_zeros_between_packed_records_are_padding(tmp_path: Path) -> None:
    one, two = (gzip.compress(record(f"http://a.example/{n}")) for n in (1, 2))
    (tmp_path / "a.warc.gz").write_bytes(one + b"\0" * 512 + two)
    found, problems = read(tmp_path / "a.warc.gz")
    assert (len(found), problems) == (2, [])


def test_a_page_that_unpacks_without_end(tmp_path: Path) -> None:
    bomb = gzip.compress(b"a" * 40_000_000)
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip"
    found, (problem,) = read(
        warc(tmp_path, record("http://a.example/1", bomb, headers), record("http://a.example/2"), packed=False)
    )
    assert [a.id for a in found] == ["http://a.example/2"]
    assert "unpacks to more" in problem.what


def test_an_archive_that_unpacks_without_end(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(record("http://a.example/1") + b"\r\n" * 20_000_000))
    found, problems = read(tmp_path / "a.warc.gz")
    assert len(found) == 1
    assert "times its size" in problems[0].what


def test_a_wacz_holds_warcs(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/one.warc.gz", gzip.compress(record("http://a.example/1")))
        archive.writestr("datapackage.json", "{}")
    (found,), problems = read(tmp_path / "a.wacz")
    assert found.text == TEXT
    assert problems == []


@pytest.mark.parametrize("content", [b"PK\x03\x04 no zip", b"no zip at all"])
def test_a_damaged_wacz(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(content)
    _, (problem,) = read(tmp_path / "a.wacz")
    assert "WACZ" in problem.what
