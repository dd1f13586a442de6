"""Annotated quotations as the tagger learns them: pieces, each with a tag and the pieces that it points to."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from parley.learn.pieces import Piece, Window, runs

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
PARTS = ("source", "cue", "content")
NOTHING = -1  # pointer to a source that the text does not name
Spans = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Target:
    """What a piece is, and the offsets of the first pieces of its cue and its source (None: not asked)."""

    tag: int = 0
    cue: int | None = None
    source: int | None = None


@dataclass
class Lesson:
    """One annotated text."""

    id: str
    text: str
    runs: list[list[Piece]]
    targets: dict[int, Target] = field(default_factory=dict)

    def target(self, window: Window, at: int) -> Target:
        start, end = window.offsets[at]
        return self.targets.get(start, NONE) if end > start else NONE


NONE = Target()


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Non-blank lines."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def documents(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def lesson(doc: dict) -> Lesson:
    found = list(runs(doc["text"], paragraphs(doc["text"])))
    made = Lesson(doc["doc_id"], doc["text"], found)
    pieces = [p for run in found for p in run]
    for quote in doc["quotes"]:
        mark(made, pieces, quote)
    return made


def mark(made: Lesson, pieces: list[Piece], quote: dict) -> None:
    """Labels the pieces of one quotation; where annotations overlap, the earlier one keeps its pieces."""
    contents = joined(made.text, quote["spans"])
    cues = joined(made.text, quote.get("cue_spans") or [])[:1]
    sources = joined(made.text, quote.get("speaker_spans") or [])[:1]
    if not cues:
        return
    cue, source = (first(pieces, span) for span in (cues[0], sources[0] if sources else (0, 0)))
    pointed = NOTHING if source is None else source
    for part, spans in zip(PARTS, (sources, cues, contents), strict=True):
        for start, end in spans:
            label(
                made,
                pieces,
                (start, end),
                part,
                (cue if part == "content" else None, pointed if part != "source" else None),
            )


def label(
    made: Lesson, pieces: list[Piece], span: tuple[int, int], part: str, points: tuple[int | None, int | None]
) -> None:
    begun = False
    for piece in within(pieces, span):
        if piece.start not in made.targets:
            tag = TAGS.index(("I-" if begun else "B-") + part)
            made.targets[piece.start] = Target(tag, *points)
            begun = True


def first(pieces: list[Piece], span: tuple[int, int]) -> int | None:
    return next((p.start for p in within(pieces, span)), None)


def within(pieces: list[Piece], span: tuple[int, int]) -> Iterator[Piece]:
    """The pieces that overlap a span."""
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if pieces[middle].end <= span[0] else (low, middle)
    while low < len(pieces) and pieces[low].start < span[1]:
        yield pieces[low]
        low += 1


def joined(text: str, spans: Spans) -> list[tuple[int, int]]:
    """Spans cut to their letters and digits, neighbours joined where none of these stand between them."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((s, e) for s, e in spans):
        inside = [i for i in range(start, end) if text[i].isalnum()]
        if not inside:
            continue
        span = (inside[0], inside[-1] + 1)
        if found and span[0] >= found[-1][0] and not any(c.isalnum() for c in text[found[-1][1] : span[0]]):
            span = (found.pop()[0], span[1])
        found.append(span)
    return found
