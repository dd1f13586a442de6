"""The edges of tagged quotations, moved to the quotation marks and words that they nearly meet."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from parley.reading.quoting.found import Range
from parley.record import QuoteKind
from parley.text.marks import MARKS, Quoted

SHARE = 0.5  # of a quoted stretch's letters: a quotation that has more of them has them all (PolNeAR, held-out train)
DIRECT = 0.97  # of a quotation's letters inside marks; fewer, and it is mixed
LEADING_ON = re.compile(r"[\s,;]+(?:and|but|or|nor|while|although|because|the|an?|of)\Z")
LONGEST_TAIL = 12  # code points
SIGNS = "$€£¥#@"  # belong to the word behind them


def snapped(text: str, contents: Sequence[Range], quoted: Sequence[Quoted]) -> tuple[Range, ...]:
    """The contents with each quoted stretch in or out as a whole, joined where only marks and points part them.

    `quoted` are the article's quoted stretches in text order.
    """
    moved = sorted(_to_marks(text, content, quoted) for content in contents)
    joined: list[Range] = []
    for start, end in (_without_tail(text, *trimmed(text, content)) for content in moved):
        if start >= end:
            continue
        if joined and not letters(text, joined[-1][1], start):
            start, end = joined[-1][0], max(joined.pop()[1], end)
        joined.append((start, end))
    return tuple(joined)


def _to_marks(text: str, content: Range, quoted: Sequence[Quoted]) -> Range:
    start, end = content
    for q in overlapping(start, end, quoted):
        shared = letters(text, max(start, q.inner), min(end, q.inner_end))
        if shared and shared >= SHARE * letters(text, q.inner, q.inner_end):
            start, end = min(start, q.inner), max(end, q.inner_end)
    return start, end


def _without_tail(text: str, start: int, end: int) -> Range:
    """Without the word that only leads on: "said it would stay [and] pledged to talk"."""
    marked = text[end : end + 1] in MARKS
    tail = None if marked else LEADING_ON.search(text, max(start, end - LONGEST_TAIL), end)
    return (start, tail.start()) if tail else (start, end)


def overlapping(start: int, end: int, quoted: Sequence[Quoted]) -> list[Quoted]:
    first = bisect_left(quoted, start, key=lambda q: q.end)
    found = []
    while first < len(quoted) and quoted[first].start < end:
        found.append(quoted[first])
        first += 1
    return found


def letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def trimmed(text: str, content: Range) -> Range:
    """Without spaces and marks at its edges, with the sign before its first word: $5bn."""
    start, end = content
    while start < end and (text[start].isspace() or text[start] in MARKS or text[start] in ",;:—–-"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in MARKS):
        end -= 1
    while start and text[start - 1] in SIGNS:
        start -= 1
    return start, end


def kind_of(text: str, contents: Sequence[Range], quoted: Sequence[Quoted]) -> QuoteKind:
    """Direct: every letter stands inside marks; mixed: some; indirect: none."""
    inside = 0
    for start, end in contents:
        for q in overlapping(start, end, quoted):
            inside += letters(text, max(start, q.start), min(end, q.end))
    if not inside:
        return QuoteKind.INDIRECT
    whole = sum(letters(text, start, end) for start, end in contents)
    return QuoteKind.DIRECT if inside >= DIRECT * whole else QuoteKind.MIXED
