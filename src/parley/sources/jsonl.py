"""Articles in JSON lines."""

import gzip
import json
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Any

from parley.record import Article
from parley.sources.decoding import UTF16, decode, whole
from parley.sources.problem import Problem, shown

LONGEST_LINE = 16 * 2**20  # bytes
KEYS = ("url", "outlet", "title", "published")


def read_lines(path: Path) -> Iterator[Article | Problem]:
    """One article a line: id and text or html, maybe url, outlet, title, published."""
    with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
        try:
            yield from _read(file, path)
        except (EOFError, gzip.BadGzipFile, zlib.error):
            yield Problem(shown(path), "the packed file is damaged or cut off", "copy it again")


def _read(file: gzip.GzipFile | BufferedReader, path: Path) -> Iterator[Article | Problem]:
    if file.peek(2)[:2] in UTF16:
        yield Problem(shown(path), "JSON lines in UTF-16 are not read", "save the file as UTF-8")
        return
    empty = True
    for number, line in _lines(file):
        empty = False
        where = f"{shown(path)}:{number}"
        if line is None:
            yield Problem(where, f"the line is longer than {LONGEST_LINE:,} bytes", "give each article its own line")
        else:
            yield _article(line, where)
    if empty:
        yield Problem(shown(path), "the file holds only blank lines", "write one JSON object a line")


def _lines(file: gzip.GzipFile | BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """(number, line) of the lines that are not blank; None for a line that is too long."""
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
        elif line.strip():
            yield number, line


def _article(line: bytes, where: str) -> Article | Problem:
    told = decode(line)
    try:
        row: Any = json.loads((told or "").removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return Problem(where, "the line is not JSON", "write one JSON object a line, in UTF-8")
    if not isinstance(row, dict):
        return Problem(where, "the line is not a JSON object", 'give each line an "id" and a "text" or "html"')
    id = str(row["id"]) if isinstance(row.get("id"), str | int) else ""
    if not id.strip():
        return Problem(where, 'the line has no "id"', 'give each line an "id" and a "text" or "html"')
    return _of_row(row, whole(id), where)


def _of_row(row: dict[str, Any], id: str, where: str) -> Article | Problem:
    known: dict[str, Any] = {k: whole(row[k]) for k in KEYS if isinstance(row.get(k), str) and row[k]}
    html, text = row.get("html"), row.get("text")
    if isinstance(html, str) and html.strip():
        from parley.sources.page import page_article

        return page_article(id, whole(html).encode("utf-8"), where, **known)
    if not isinstance(text, str) or not text.strip():
        return Problem(where, 'the line has no "text"', 'give each line an "id" and a "text" or "html"')
    return Article(id, whole(text), **known)
