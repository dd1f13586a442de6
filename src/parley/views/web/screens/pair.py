"""Two related articles side by side: shared passages in rows of their own, with what each outlet changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.record import Copy, Span
from parley.views import contract
from parley.views.difference import Piece, sides
from parley.views.web.index import Index
from parley.views.web.screen import Asked, MissingError, Shown
from parley.views.web.telling import tight

UNKNOWN = "The record relates no such two articles. “Copies” lists every related pair."


@dataclass(frozen=True, slots=True)
class Line:
    """What stands side by side: a shared passage, or what lies between two (`shared` False)."""

    shared: bool
    a: Span
    b: Span
    words: tuple[tuple[Piece, ...], tuple[Piece, ...]]


def pair(asked: Asked) -> Shown:
    copy = _found(asked.index, asked.path["pair"])
    lines = [] if asked.index.withheld else list(_lines(asked.index, copy))
    moved = len(copy.passages) - len(in_step(copy.passages))
    title = f"{asked.index.outlet(copy.a)} and {asked.index.outlet(copy.b)}"
    values = {"copy": copy, "lines": lines, "moved": moved}
    return Shown("pair.html", title, lambda: contract.copy_json(copy), values)


def _found(index: Index, asked: str) -> Copy:
    """The pair `a/b`, also where ids hold slashes, in either order."""
    cuts = [n for n, letter in enumerate(asked) if letter == "/"]
    named = {frozenset((asked[:n], asked[n + 1 :])) for n in cuts}
    found = next((c for c in index.copies_of.get(asked[: cuts[0]] if cuts else "", ()) if {c.a, c.b} in named), None)
    found = found or next((c for c in index.record.copies if frozenset((c.a, c.b)) in named), None)
    if found is None:
        raise MissingError(UNKNOWN)
    return found


def _lines(index: Index, copy: Copy) -> Iterator[Line]:
    """The texts in step: passages that stand in the same order on both sides are shared rows."""
    at_a = at_b = 0
    for a, b in in_step(copy.passages):
        yield from _between(index, copy, (at_a, a.start), (at_b, b.start))
        yield Line(True, a, b, sides(tight(_raw(index, a)), tight(_raw(index, b))))
        at_a, at_b = a.end, b.end
    ends = len(index.articles[copy.a].text), len(index.articles[copy.b].text)
    yield from _between(index, copy, (at_a, ends[0]), (at_b, ends[1]))


def _between(index: Index, copy: Copy, a: tuple[int, int], b: tuple[int, int]) -> Iterator[Line]:
    left, right = Span(copy.a, *a), Span(copy.b, *b)
    if _raw(index, left).strip() or _raw(index, right).strip():
        yield Line(False, left, right, ((), ()))


def _raw(index: Index, span: Span) -> str:
    return index.articles[span.article].words(span)


def in_step(passages: Sequence[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """Passages that follow each other in both texts, the longest taken first."""
    kept: list[tuple[Span, Span]] = []
    for a, b in sorted(passages, key=lambda p: (p[0].start - p[0].end, p[0].start)):
        if all((a.end <= c.start and b.end <= d.start) or (c.end <= a.start and d.end <= b.start) for c, d in kept):
            kept.append((a, b))
    return sorted(kept)
