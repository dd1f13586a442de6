"""Who copied whom: pairs of articles that share text, how, and in which direction."""

from collections.abc import Sequence

from parley.combine.copying.candidates import candidate_pairs
from parley.combine.copying.compare import Comparison, compare
from parley.combine.copying.direction import Side, direction_of
from parley.combine.copying.kinds import kind_of, score_of
from parley.combine.copying.telling import Telling, tell
from parley.record import Article, Copy, CopyKind, Direction, Reading, Span
from parley.text.align import Passage

__all__ = ["find_copies"]


def find_copies(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Related pairs in order of the articles' ids; pairs that share a source but no reporting are among them."""
    sides = sorted(map(Side, articles, readings), key=lambda s: s.article.id)
    tellings = [tell(s.article, s.reading) for s in sides]
    found = (_judge(sides[i], sides[j], tellings[i], tellings[j]) for i, j in candidate_pairs(tellings))
    return tuple(copy for copy in found if copy)


def _judge(a: Side, b: Side, told_a: Telling, told_b: Telling) -> Copy | None:
    found = compare(told_a, told_b)
    kind = kind_of(found)
    if kind is None:
        return None
    direction, reasons = _direction(a, b, kind)
    return Copy(
        a=a.article.id,
        b=b.article.id,
        kind=kind,
        direction=direction,
        shares=(round(found.shares[0], 4), round(found.shares[1], 4)),
        passages=tuple(_spans(found, p) for p in found.found),
        basis=(_measure(found, kind), *reasons),
        score=score_of(found, kind),
    )


def _direction(a: Side, b: Side, kind: CopyKind) -> tuple[Direction, tuple[str, ...]]:
    if kind is CopyKind.SHARED_SOURCE:
        return Direction.UNKNOWN, ("the same words of a speaker; the reporting differs",)
    return direction_of(a, b)


def _measure(found: Comparison, kind: CopyKind) -> str:
    longest = f"the longest run {found.longest} words long"
    if kind is CopyKind.SHARED_SOURCE:
        return f"{found.quoted} quoted words shared"
    return f"{found.told} words of reporting and {found.quoted} quoted words shared, {longest}"


def _spans(found: Comparison, passage: Passage) -> tuple[Span, Span]:
    return found.a.span(passage.a, passage.a_end), found.b.span(passage.b, passage.b_end)
