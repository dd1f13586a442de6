"""Full text over the passages of a file."""

import re
import sqlite3
from dataclasses import dataclass

from parley.record import Span

STOP = frozenset(
    "a an and are as at be by for from has have in is it its of on or that the this to was were will with".split()
)
MARK, END = "\x02", "\x03"  # control characters that FTS5 puts around each match
BLANKS = {0: " ", ord(MARK): " ", ord(END): " "}  # highlight() drops NUL; each stands for one code point
WORDS = 32  # words of a query that are used


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds the words searched for; `matches` are their spans; lower `rank` is better (BM25)."""

    span: Span
    matches: tuple[Span, ...]
    rank: float


def indexed(words: str) -> str:
    """The words as they are looked up, code point for code point."""
    return words.translate(BLANKS)


def find(db: sqlite3.Connection, query: str, limit: int) -> tuple[Hit, ...]:
    """Passages that hold all words of the query; [] where it holds no word."""
    asked = _expression(query)
    if not asked:
        return ()
    rows = db.execute(
        'SELECT article, start, "end", highlight(passage, 0, ?, ?), rank FROM passage'
        " WHERE passage MATCH ? ORDER BY rank, article, start LIMIT ?",
        (MARK, END, asked, limit),
    )
    return tuple(_hit(*row) for row in rows)


def _expression(query: str) -> str:
    """The query as an FTS5 expression in which every word is quoted, so that no input is syntax."""
    parts = [
        p.strip() for pair in re.findall(r'"([^"]*)"|(\S+)', query.replace("“", '"').replace("”", '"')) for p in pair
    ]
    words = [p for p in parts if re.search(r"\w", p)][:WORDS]
    told = [w for w in words if w.lower() not in STOP] or words
    return " ".join('"' + w.replace('"', '""') + '"' for w in told)


def _hit(article: str, start: int, end: int, marked: str, rank: float) -> Hit:
    matches, at, opened = [], start, start
    for piece in re.split(f"([{MARK}{END}])", marked):
        if piece == MARK:
            opened = at
        elif piece == END:
            matches.append(Span(article, opened, at))
        else:
            at += len(piece)
    return Hit(Span(article, start, end), tuple(matches), rank)
