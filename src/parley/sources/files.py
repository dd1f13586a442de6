"""Articles in files: plain text, saved pages, JSON lines. Sizes are bounded, bytes are decoded or refused."""

from collections.abc import Iterator
from pathlib import Path

from parley.record import Article
from parley.sources.jsonl import read_lines
from parley.sources.page import page_article
from parley.sources.problem import Problem

LARGEST_TEXT = 4 * 2**20  # bytes of one article; a longer file is not one
LARGEST_LINES = 2 * 2**30  # bytes of a .jsonl file, which is read line by line
PAGES = (".html", ".htm")
KNOWN = (".txt", ".jsonl", *PAGES)


def read_file(path: Path) -> Iterator[Article | Problem]:
    """The article of a .txt or .html file, or those of a .jsonl file."""
    try:
        size = path.stat().st_size
        largest = LARGEST_LINES if path.suffix.lower() == ".jsonl" else LARGEST_TEXT
        if path.suffix.lower() not in KNOWN:
            yield Problem(str(path), f"files of kind {path.suffix or '(none)'} are not read", f"use {' '.join(KNOWN)}")
        elif size == 0:
            yield Problem(str(path), "the file is empty", "save the article's text into it")
        elif size > largest:
            yield Problem(str(path), f"the file is too large ({size:,} bytes)", "split it into one file an article")
        elif path.suffix.lower() == ".jsonl":
            yield from read_lines(path)
        else:
            yield _one(path)
    except FileNotFoundError:
        yield Problem(str(path), "no such file or folder", "check the path")
    except OSError as error:
        yield Problem(str(path), f"cannot be read ({error.strerror})", "check its permissions")


def _one(path: Path) -> Article | Problem:
    content = path.read_bytes()
    if path.suffix.lower() in PAGES:
        return page_article(path.name, content, str(path))
    text = decode(content)
    if text is None:
        return Problem(str(path), "is not text in UTF-8 or Windows-1252", "save it as UTF-8 text")
    if not text.strip():
        return Problem(str(path), "the file holds only blanks", "save the article's text into it")
    return Article(path.name, text)


def decode(content: bytes) -> str | None:
    """UTF-8, else Windows-1252 where that gives no control character; None for what is not text."""
    if b"\0" in content:
        return None
    for encoding in ("utf-8", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(c < " " and c not in "\t\n\r\f" for c in text)
        return text if controls <= len(text) // 1000 else None
    return None
