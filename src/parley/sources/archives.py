"""Web archives: the pages of a WARC file, packed or not, and of the WARC files in a WACZ."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from parley.record import Article
from parley.sources.decoding import decode
from parley.sources.limits import LARGEST_ARTICLE, LARGEST_UNPACKED, MOST_ARTICLES, TooMuchError, check, inflate
from parley.sources.packed import DamagedError, Packed
from parley.sources.page import charset_of, page_article
from parley.sources.problem import Problem, shown

LONGEST_HEADER = 64 * 1024  # bytes of a record's header, of an answer's header, of one line of them
PIECE = 2**20
TELLING = ("response", "resource", "conversion")
VERSION = b"WARC/"  # how every record begins
BEGINNING = re.compile(rb"WARC/\d\.\d\s*$")
MOST_DAMAGES = 1000  # of one archive
CUT = "the archive is cut off: its last record is not whole"
BOMB = "it may be built to fill the memory; look where it comes from"
COPY_AGAIN = "copy or download it again; the pages before the cut were read"


@dataclass(frozen=True, slots=True)
class Capture:
    """One record: its headers (names in small letters) and its content."""

    headers: dict[str, str]
    content: bytes


class _CutOffError(Exception):
    """The archive ends inside a record."""


class _Stream:
    """Bytes of the archive, unpacked, counted against what came in."""

    def __init__(self, raw: IO[bytes]) -> None:
        self.raw, self.read, self.damages = raw, 0, 0
        self.file: IO[bytes] = BufferedReader(Packed(raw, VERSION)) if _is_gzip(raw) else raw

    def line(self) -> bytes:
        return self._counted(self.file.readline(LONGEST_HEADER))

    def take(self, size: int) -> bytes:
        content = self._counted(self.file.read(size))
        if len(content) < size:
            raise _CutOffError
        return content

    def skip(self, size: int) -> None:
        while size > 0:
            size -= len(self.take(min(size, PIECE)))

    def _counted(self, content: bytes) -> bytes:
        self.read += len(content)
        check(self.read, self.raw.tell(), LARGEST_UNPACKED)
        return content


def read_warc(path: Path) -> Iterator[Article | Problem]:
    with path.open("rb") as file:
        yield from _articles(file, shown(path))


def read_wacz(path: Path) -> Iterator[Article | Problem]:
    """The articles of every WARC file in the archive."""
    try:
        with ZipFile(path) as archive:
            names = [n for n in archive.namelist()[:10_000] if n.endswith((".warc", ".warc.gz"))]
            if not names:
                yield Problem(shown(path), "holds no WARC file", "make it with a crawler that writes WACZ")
            for name in names:
                entry = archive.getinfo(name)
                check(entry.file_size, entry.compress_size, LARGEST_UNPACKED)
                with archive.open(entry) as file:
                    yield from _articles(file, f"{shown(path)}/{shown(name)}")
    except TooMuchError as error:
        yield Problem(shown(path), f"the archive {error}", BOMB)
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        yield Problem(shown(path), f"is not a whole WACZ archive ({error})", "copy or download it again")


def _articles(file: IO[bytes], where: str) -> Iterator[Article | Problem]:
    found, stream = 0, _Stream(file)
    try:
        for capture in _records(stream):
            for item in _page(capture, where):
                found += 1
                yield item
            if found >= MOST_ARTICLES:
                yield Problem(where, f"holds more than {MOST_ARTICLES:,} pages", "split it")
                return
    except (_CutOffError, EOFError):
        yield Problem(where, CUT, COPY_AGAIN)
    except TooMuchError as error:
        yield Problem(where, f"the archive {error}", BOMB)
    else:
        if not found:
            yield Problem(where, "holds no page", "archive pages of articles")
    if stream.damages:
        told = f"is not a whole WARC archive: {stream.damages} damaged parts were passed over"
        yield Problem(where, told, "copy or download it again; the other pages were read")


def _records(stream: _Stream) -> Iterator[Capture]:
    """The records that hold a page; what is damaged is passed over up to the next record, and counted."""
    lost = False
    while stream.damages <= MOST_DAMAGES:
        try:
            line = stream.line()
            if not line:
                return
            begun = BEGINNING.search(line)
            before = line[: begun.start()] if begun else line
            if before.strip() and not lost:
                stream.damages += 1
            lost = not begun and (lost or bool(before.strip()))
            if begun and (capture := _record(stream)):
                yield capture
        except (DamagedError, ValueError):
            lost = True
            stream.damages += 1


def _record(stream: _Stream) -> Capture | None:
    """The record behind its first line, where it may hold a page. Raises ValueError where its header is none."""
    headers = _headers(stream)
    size = int(headers.get("content-length", "x"))
    if size < 0:
        raise ValueError("a record of negative length")
    if headers.get("warc-type") in TELLING and size <= LARGEST_ARTICLE + LONGEST_HEADER:
        return Capture(headers, stream.take(size))
    stream.skip(size)
    return None


def _headers(stream: _Stream) -> dict[str, str]:
    found: dict[str, str] = {}
    read = 0
    while (line := stream.line()).strip():
        read += len(line)
        if read > LONGEST_HEADER:
            raise ValueError("a record's header is too long")
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found[name.strip().lower()] = value.strip()
    if not line:
        raise _CutOffError
    return found


def _page(capture: Capture, where: str) -> Iterator[Article | Problem]:
    """The article of a record that holds a page; nothing for pictures, scripts, redirections and errors."""
    url = capture.headers.get("warc-target-uri", "").strip("<>")
    headers, body = capture.headers, capture.content
    if headers.get("content-type", "").startswith("application/http"):
        head, _, body = body.partition(b"\r\n\r\n")
        status, *lines = head[:LONGEST_HEADER].decode("latin-1").split("\r\n")
        headers = {n.strip().lower(): v.strip() for n, _, v in (line.partition(":") for line in lines)}
        if status.split()[1:2] != ["200"]:
            return
    kind = headers.get("content-type", "").lower()
    if not url or not kind.startswith(("text/html", "application/xhtml", "text/plain")):
        return
    try:
        body = _plain(body, headers)
    except (TooMuchError, ValueError, zlib.error, EOFError) as error:
        yield Problem(f"{where}: {shown(url)}", f"the page cannot be unpacked ({error})", "archive it again")
        return
    yield _article(url, body, kind, where)


def _article(url: str, body: bytes, kind: str, where: str) -> Article | Problem:
    if "html" in kind:
        return page_article(url, body, f"{where}: {shown(url)}", charset=charset_of(kind), url=url)
    text = decode(body)
    if text is None or not text.strip():
        return Problem(f"{where}: {shown(url)}", "holds no text", "archive the article's page")
    return Article(url, text, url=url)


def _plain(body: bytes, headers: dict[str, str]) -> bytes:
    """The body without transfer and content encoding."""
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    encoding = headers.get("content-encoding", "").lower().strip()
    if encoding in ("gzip", "x-gzip", "deflate"):
        # crawlers often store the body unpacked and keep the header
        return inflate(body) if not body.lstrip().startswith(b"<") else body
    if encoding not in ("", "identity") and not body.lstrip().startswith(b"<"):
        raise ValueError(f"encoding {encoding} is not read")
    return body


def _unchunked(body: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + 80)
        size_told = body[at:end].split(b";")[0].strip() if end >= 0 else b""
        if not size_told or len(size_told) > 8 or not all(c in b"0123456789abcdefABCDEF" for c in size_told):
            return body if not pieces else b"".join(pieces)  # stored without its chunks
        size = int(size_told, 16)
        if size == 0:
            break
        pieces.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(pieces)


def _is_gzip(file: IO[bytes]) -> bool:
    start = file.read(2)
    file.seek(0)
    return start == b"\x1f\x8b"
