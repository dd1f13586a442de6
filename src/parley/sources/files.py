"""Articles in files of every kind that is read. Sizes are bounded, bytes are decoded or refused."""

import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from parley.record import Article
from parley.sources.decoding import decode, sign_of
from parley.sources.limits import LARGEST_ARTICLE, LARGEST_MANY, TooMuchError, inflate
from parley.sources.problem import Problem, shown

if TYPE_CHECKING:
    from parley.sources.fetching import Web

TEXTS = (".txt", ".text", ".txt.gz")
PAGES = (".html", ".htm", ".xhtml", ".html.gz")
LINES = (".jsonl", ".ndjson", ".jsonl.gz")
FEEDS = (".rss", ".atom", ".xml", ".opml", ".rdf")
ARCHIVES = (".warc", ".warc.gz", ".wacz")
DOCUMENTS = (".eml", ".docx", ".pdf")
KNOWN = (*TEXTS, *PAGES, *LINES, *FEEDS, *ARCHIVES, *DOCUMENTS)
TOLD = ".txt .html .jsonl .warc .warc.gz .wacz .rss .atom .xml .opml .eml .docx .pdf"


def read_file(path: Path, web: "Web | None" = None) -> Iterator[Article | Problem]:
    """The articles of one file; whatever is wrong with it is told as a Problem. A list's feeds are fetched with `web`."""
    try:
        problem = _refused(path)
        if problem:
            yield problem
        else:
            yield from _articles(path, web)
    except FileNotFoundError:
        yield Problem(shown(path), "no such file or folder", "check the path")
    except OSError as error:
        yield Problem(shown(path), f"cannot be read ({error.strerror})", "check the path and its permissions")


def _kind(path: Path) -> str:
    """The file's ending in small letters; of a packed file, the last two."""
    endings = [s.lower() for s in path.suffixes[-2:]]
    return "".join(endings) if endings[-1:] == [".gz"] else "".join(endings[-1:])


def _refused(path: Path) -> Problem | None:
    """What is wrong with the file before its content is looked at."""
    at, kind = path.stat(), _kind(path)
    if not stat.S_ISREG(at.st_mode):
        return Problem(shown(path), "is not a regular file", "save its content into a file")
    if kind == ".parley":
        return Problem(shown(path), "is a record, not an article", "name it once, before the inputs")
    if kind not in KNOWN:
        return Problem(shown(path), f"files of kind {shown(kind) or '(none)'} are not read", f"use one of {TOLD}")
    if at.st_size == 0:
        return Problem(shown(path), "the file is empty", "save the article into it")
    if at.st_size > (LARGEST_MANY if kind in (*LINES, *ARCHIVES) else LARGEST_ARTICLE):
        return Problem(shown(path), f"the file is too large ({at.st_size:,} bytes)", "split it into smaller files")
    return None


def _articles(path: Path, web: "Web | None") -> Iterator[Article | Problem]:
    """Each kind's reader is loaded when its first file comes."""
    kind = _kind(path)
    if kind in LINES:
        from parley.sources.jsonl import read_lines

        yield from read_lines(path)
    elif kind in FEEDS:
        from parley.sources.feeds import read_feed

        yield from read_feed(path, web)
    elif kind in ARCHIVES:
        from parley.sources import archives

        yield from archives.read_wacz(path) if kind == ".wacz" else archives.read_warc(path)
    elif kind in DOCUMENTS:
        yield _document(path, kind)
    else:
        yield from _packed_or_plain(path, kind)


def _document(path: Path, kind: str) -> Article | Problem:
    from parley.sources import documents, mail

    read = {".eml": mail.read_mail, ".docx": documents.read_docx, ".pdf": documents.read_pdf}[kind]
    return read(path, id_of(path))


def _packed_or_plain(path: Path, kind: str) -> Iterator[Article | Problem]:
    content = path.read_bytes()
    if kind.endswith(".gz"):
        try:
            content = inflate(content)
        except (TooMuchError, zlib.error) as error:
            yield Problem(shown(path), f"cannot be unpacked ({error})", "unpack it by hand")
            return
    if kind in PAGES:
        from parley.sources.page import page_article

        yield page_article(id_of(path), content, shown(path))
    else:
        yield from _text(path, content)


def _text(path: Path, content: bytes) -> Iterator[Article | Problem]:
    """One article, or those of a news database's export."""
    from parley.sources.exports import exported

    text = decode(content)
    if text is None:
        told = sign_of(content)
        what = f"is {told}, not text" if told else "is not text in UTF-8, UTF-16 or Windows-1252"
        yield Problem(shown(path), what, "save it as UTF-8 text")
    elif not text.strip("\ufeff \t\r\n\f\v\u200b\xa0"):
        yield Problem(shown(path), "the file holds only blanks", "save the article's text into it")
    else:
        yield from exported(id_of(path), text) or [Article(id_of(path), text)]


def id_of(path: Path) -> str:
    """A file's article has the file's name as its id; bytes of the name that are not UTF-8 appear as escapes."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")
