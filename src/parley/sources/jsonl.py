"""Articles in JSON lines."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parley.record import Article
from parley.sources.page import page_article
from parley.sources.problem import Problem

LONGEST_LINE = 16 * 2**20  # bytes


def read_lines(path: Path) -> Iterator[Article | Problem]:
    """One article a line: id and text or html, maybe url, outlet, title, published."""
    with path.open("rb") as lines:
        number = 0
        while line := lines.readline(LONGEST_LINE):
            number += 1
            if line.strip():
                yield _article(line, f"{path}:{number}")


def _article(line: bytes, where: str) -> Article | Problem:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError):
        return Problem(where, "the line is not JSON", "write one JSON object a line, in UTF-8")
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
        return Problem(where, 'the line has no "id"', 'give each line an "id" and a "text" or "html"')
    known = {k: row[k] for k in ("url", "outlet", "title", "published") if isinstance(row.get(k), str) and row[k]}
    if isinstance(row.get("html"), str):
        return page_article(row["id"], row["html"].encode("utf-8", "replace"), where, **known)
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        return Problem(where, 'the line has no "text"', 'give each line an "id" and a "text" or "html"')
    return Article(row["id"], row["text"], **known)
