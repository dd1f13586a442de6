"""Who copied whom: pairs of articles that share text, how, and in which direction."""

from collections.abc import Sequence

from parley.combine.copying.candidates import candidate_pairs
from parley.combine.copying.compare import Comparison, compare
from parley.combine.copying.couples import Couples, densest, rare_couples, thread
from parley.combine.copying.direction import Side, direction_of
from parley.combine.copying.kinds import Likeness, kind_of, score_of
from parley.combine.copying.passages import Stretch, stretches
from parley.combine.copying.reworded import retold
from parley.combine.copying.telling import Telling, tell
from parley.record import Article, Copy, CopyKind, Direction, Reading, Span

__all__ = ["find_copies"]


def find_copies(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Related pairs in order of the articles' ids; pairs that share a source but no reporting are among them."""
    sides = sorted(map(Side, articles, readings), key=lambda s: s.article.id)
    tellings = [tell(s.article, s.reading) for s in sides]
    couples = rare_couples(tellings)
    texts = list(zip(sides, tellings, couples, strict=True))
    found = (_judge(*texts[i], *texts[j]) for i, j in candidate_pairs(tellings, couples))
    return tuple(copy for copy in found if copy)


def _judge(a: Side, told_a: Telling, couples_a: Couples, b: Side, told_b: Telling, couples_b: Couples) -> Copy | None:
    found = compare(told_a, told_b)
    likeness = Likeness(found, densest(couples_a, couples_b), thread(told_a, couples_a, told_b, couples_b))
    kind = kind_of(likeness)
    if kind is None:
        return None
    direction, reasons = _direction(a, b, kind)
    return Copy(
        a=a.article.id,
        b=b.article.id,
        kind=kind,
        direction=direction,
        shares=(round(found.shares[0], 4), round(found.shares[1], 4)),
        passages=tuple(_spans(found, s) for s in stretches(found.found, retold(told_a, told_b))),
        basis=(_measure(likeness, kind), *reasons),
        score=score_of(likeness, kind),
    )


def _direction(a: Side, b: Side, kind: CopyKind) -> tuple[Direction, tuple[str, ...]]:
    if kind is CopyKind.SHARED_SOURCE:
        return Direction.UNKNOWN, ("the reporting around it differs",)
    return direction_of(a, b)


def _measure(likeness: Likeness, kind: CopyKind) -> str:
    found = likeness.found
    if kind is CopyKind.SHARED_SOURCE and found.quoted:
        return f"{found.quoted} quoted words shared, {found.told} of the reporting"
    if kind is CopyKind.REWORDED:
        return f"{likeness.thread.ordered} rare couples of words stand in the same order in both"
    if found.told + found.quoted == 0:
        return f"rare words stand together in both (weight {likeness.cluster.weight:.0f})"
    longest = f"the longest unquoted run {found.longest} words long"
    return f"{found.told} words of reporting and {found.quoted} quoted words shared, {longest}"


def _spans(found: Comparison, stretch: Stretch) -> tuple[Span, Span]:
    return found.a.span(stretch.a, stretch.a_end), found.b.span(stretch.b, stretch.b_end)
