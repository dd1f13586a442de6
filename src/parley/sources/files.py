"""Articles in files: plain text, saved pages, JSON lines. Sizes are bounded, bytes are decoded or refused."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from parley.record import Article
from parley.sources.decoding import decode, sign_of
from parley.sources.problem import Problem, shown

LARGEST_ARTICLE = 16 * 2**20  # bytes of one article or page; a longer file is not one
LARGEST_MANY = 4 * 2**30  # bytes of a file of many articles, which is read piece by piece
TEXTS = (".txt", ".text")
PAGES = (".html", ".htm", ".xhtml")
LINES = (".jsonl", ".ndjson")
KNOWN = (*TEXTS, *PAGES, *LINES)


def read_file(path: Path) -> Iterator[Article | Problem]:
    """The articles of one file; whatever is wrong with it is told as a Problem."""
    try:
        problem = _refused(path)
        if problem:
            yield problem
        else:
            yield from _articles(path)
    except FileNotFoundError:
        yield Problem(shown(path), "no such file or folder", "check the path")
    except OSError as error:
        yield Problem(shown(path), f"cannot be read ({error.strerror})", "check the path and its permissions")


def _refused(path: Path) -> Problem | None:
    """What is wrong with the file before its content is looked at."""
    at, suffix = path.stat(), path.suffix.lower()
    if not stat.S_ISREG(at.st_mode):
        return Problem(shown(path), "is not a regular file", "save its content into a file")
    if suffix == ".parley":
        return Problem(shown(path), "is a record, not an article", "name it once, before the inputs")
    if suffix not in KNOWN:
        told = f"files of kind {shown(suffix) or '(none)'} are not read"
        return Problem(shown(path), told, f"use one of {' '.join(KNOWN)}")
    if at.st_size == 0:
        return Problem(shown(path), "the file is empty", "save the article into it")
    if at.st_size > (LARGEST_MANY if suffix in LINES else LARGEST_ARTICLE):
        return Problem(
            shown(path), f"the file is too large ({at.st_size:,} bytes)", "split it into one file an article"
        )
    return None


def _articles(path: Path) -> Iterator[Article | Problem]:
    suffix = path.suffix.lower()
    if suffix in LINES:
        from parley.sources.jsonl import read_lines

        yield from read_lines(path)
    elif suffix in PAGES:
        from parley.sources.page import page_article

        yield page_article(id_of(path), path.read_bytes(), shown(path))
    else:
        yield _text(path)


def _text(path: Path) -> Article | Problem:
    content = path.read_bytes()
    text = decode(content)
    if text is None:
        told = sign_of(content)
        what = f"is {told}, not text" if told else "is not text in UTF-8, UTF-16 or Windows-1252"
        return Problem(shown(path), what, "save it as UTF-8 text")
    if not text.strip("\ufeff \t\r\n\f\v\u200b\xa0"):
        return Problem(shown(path), "the file holds only blanks", "save the article's text into it")
    return Article(id_of(path), text)


def id_of(path: Path) -> str:
    """A file's article has the file's name as its id; bytes of the name that are not UTF-8 appear as escapes."""
    return os.fsencode(path.name).decode("utf-8", "backslashreplace")
