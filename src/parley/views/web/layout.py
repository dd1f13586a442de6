"""An article's text laid out in rows, whole and in its order, each row with the facts told in it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from parley.record import Block, BlockKind, Reading, Span
from parley.views.web.address import anchor
from parley.views.web.facts import Fact, facts_of, layered
from parley.views.web.index import Index
from parley.views.web.marks import Mark, marked


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text, of one or more blocks, and the facts told in it."""

    kind: BlockKind
    anchor: str
    html: Markup
    facts: tuple[Fact, ...]


@lru_cache(maxsize=64)
def laid_out(index: Index, article: str, layers: tuple[str, ...]) -> tuple[tuple[Row, ...], ...]:
    """Rows in text order, neighbouring furniture together."""
    reading, text = index.readings[article], index.articles[article].text
    facts = facts_of(index, reading, layers)
    lines = list(in_lines(covered(reading.blocks, article, text), text))
    ends = [line[-1].span.end for line in lines]
    marks = _by_line(_marks(index, reading, layers, facts), lines, ends)
    told: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        told[bisect_right(ends, fact.spans[0].start)].append(fact)
    groups: list[list[Row]] = []
    for n, line in enumerate(lines):
        row = _row(line, text, marks[n], tuple(told[n]))
        together = groups and row.kind is BlockKind.FURNITURE and groups[-1][-1].kind is BlockKind.FURNITURE
        groups[-1].append(row) if together else groups.append([row])
    return tuple(map(tuple, groups))


def covered(blocks: Iterable[Block], article: str, text: str) -> Iterator[Block]:
    """The blocks, and what lies between them as body: nothing of the text is left out."""
    at = 0
    for block in sorted(blocks, key=lambda b: b.span):
        if block.span.start > at and text[at : block.span.start].strip():
            yield Block(BlockKind.BODY, Span(article, at, block.span.start))
        if block.span.end > at:
            yield replace(block, span=replace(block.span, start=max(at, block.span.start)))
            at = block.span.end
    if text[at:].strip():
        yield Block(BlockKind.BODY, Span(article, at, len(text)))


def in_lines(blocks: Iterable[Block], text: str) -> Iterator[tuple[Block, ...]]:
    """Blocks that stand on one line together: "LINDEN (Wire)", " — ", "The union said" are one row."""
    line: list[Block] = []
    for block in blocks:
        if line and "\n" in text[line[-1].span.end - 1 : block.span.start + 1]:
            yield tuple(line)
            line = []
        line.append(block)
    if line:
        yield tuple(line)


def _row(line: Sequence[Block], text: str, marks: Sequence[Mark], facts: tuple[Fact, ...]) -> Row:
    first, last = line[0].span, line[-1].span
    if len(line) == 1:
        return Row(line[0].kind, anchor(first), marked(text, first.start, first.end, marks), facts)
    starts = [first.start, *(b.span.end for b in line[:-1])]
    parts = [
        Markup('<span class="part {}" id="{}">{}</span>').format(
            b.kind.value, anchor(b.span), marked(text, start, b.span.end, marks)
        )
        for b, start in zip(line, starts, strict=True)
    ]
    longest = max(line, key=lambda b: b.span.end - b.span.start)
    return Row(longest.kind, f"l{first.start}-{last.end}", Markup("").join(parts), facts)


def _by_line(marks: Iterable[Mark], lines: Sequence[Sequence[Block]], ends: Sequence[int]) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        n = bisect_right(ends, mark.start)
        while n < len(lines) and lines[n][0].span.start < mark.end:
            found[n].append(mark)
            n += 1
    return found


def _marks(index: Index, reading: Reading, layers: Sequence[str], facts: Sequence[Fact]) -> list[Mark]:
    """One mark a span: whatever rests on it becomes one element, so that every anchor is unique.

    A span that is also a whole block has its anchor there."""
    kinds: dict[Span, set[str]] = {s: set() for s in index.evidence_of.get(reading.article, ())}
    notes: dict[Span, list[int]] = defaultdict(list)
    whole = {b.span for b in reading.blocks}
    for fact in facts:
        notes[fact.spans[-1]].append(fact.number)
    for layer, span in layered(index, reading):
        kinds.setdefault(span, set())
        if layer in layers:
            kinds[span].add(layer)
    return [
        Mark(s.start, s.end, tuple(sorted(kinds[s])), None if s in whole else anchor(s), tuple(notes[s]))
        for s in sorted(kinds)
        if s.start < s.end
    ]
