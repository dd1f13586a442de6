"""Search by meaning: a vector a piece of a passage, compared with the query's, all of them, nearest first."""

import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.record import Span

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

LONGEST_PIECE = 400  # code points: two or three sentences, well under what the encoder reads of one text
SHORTEST = 20  # "Read more" means nothing by itself
SCALE = 127  # a number of a unit vector as one signed byte
BATCH = 512  # pieces encoded between two saves
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]?\s+")


@dataclass(frozen=True, slots=True)
class Near:
    """A piece of a passage and how near its meaning is to the query's (cosine, -1..1)."""

    passage: Span
    piece: Span
    likeness: float


class Meaning:
    """The vectors of all passages of one build; brute force, so exact (100,000 pieces are 150 MB)."""

    def __init__(self, pieces: Sequence[tuple[Span, Span]], vectors: Vectors) -> None:
        self.pieces = pieces
        self._vectors = vectors

    def nearest(self, asked: Vectors, limit: int) -> tuple[Near, ...]:
        """The nearest passages, each by its nearest piece."""
        if not self.pieces:
            return ()
        likeness = self._vectors @ asked
        found: dict[Span, Near] = {}
        for n in _best(likeness, 4 * limit):
            passage, piece = self.pieces[n]
            found.setdefault(passage, Near(passage, piece, float(likeness[n])))
        return tuple(found.values())[:limit]


def _best(likeness: NDArray[np.float32], limit: int) -> list[int]:
    """The places of the highest numbers, highest first; of equals the first."""
    if len(likeness) > limit:
        some = np.sort(np.argpartition(-likeness, limit - 1)[:limit])
        return [int(n) for n in some[np.argsort(-likeness[some], kind="stable")]]
    return [int(n) for n in np.argsort(-likeness, kind="stable")]


def learn(db: sqlite3.Connection, encode: Encode, step: Callable[[int, int], None] | None = None) -> None:
    """Vectors for the pieces that have none, saved batch by batch; those that no passage needs are dropped.

    A piece is known by its words: what outlets copied is encoded once, and never again by a later build.
    """
    wanted = {key_of(words): words for _, _, words in _pieces(db)}
    known = {bytes(row[0]) for row in db.execute("SELECT key FROM vector")}
    db.executemany("DELETE FROM vector WHERE key = ?", [(k,) for k in sorted(known - wanted.keys())])
    missing = [k for k in wanted if k not in known]
    for start in range(0, len(missing), BATCH):
        keys = missing[start : start + BATCH]
        made = np.rint(encode([wanted[k] for k in keys]) * SCALE).astype(np.int8)
        rows = [(key, row.tobytes()) for key, row in zip(keys, made, strict=True)]
        db.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)
        if step:
            step(start + len(keys), len(missing))


def meaning(db: sqlite3.Connection) -> Meaning | None:
    """The vectors of the passages; None where not all of them are there (a build with --fast makes none)."""
    numbers = {bytes(key): told for key, told in db.execute("SELECT key, numbers FROM vector")}
    pieces = list(_pieces(db)) if numbers else []
    rows = [numbers.get(key_of(words)) for _, _, words in pieces]
    if not rows or any(row is None for row in rows):
        return None
    vectors = np.frombuffer(b"".join(row for row in rows if row), np.int8).reshape(len(rows), -1)
    return Meaning([(passage, piece) for passage, piece, _ in pieces], vectors.astype(np.float32) / np.float32(SCALE))


def key_of(words: str) -> bytes:
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def cut(words: str) -> Iterator[tuple[int, int]]:
    """The words in pieces of whole sentences, none longer than LONGEST_PIECE where a sentence ends before."""
    start = last = 0
    for end in (*(m.end() for m in SENTENCE_END.finditer(words)), len(words)):
        if end - start > LONGEST_PIECE and last > start:
            yield start, last
            start = last
        last = end
    if start < len(words):
        yield start, len(words)


def _pieces(db: sqlite3.Connection) -> Iterator[tuple[Span, Span, str]]:
    """Passage, piece, the piece's words; in the order of the articles."""
    rows: Iterable[tuple[str, str, int, int]] = db.execute(
        'SELECT words, article, start, "end" FROM passage ORDER BY rowid'
    )
    for words, article, start, end in rows:
        for a, b in cut(words):
            if len(told := words[a:b].strip()) >= SHORTEST:
                yield Span(article, start, end), Span(article, start + a, start + b), " ".join(told.split())
