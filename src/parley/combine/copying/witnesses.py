"""What a third article says of the words that two share: an uncredited copy is told by a credited one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.combine.copying.body import merged
from parley.combine.copying.direction import NOTHING_SHOWS, Side
from parley.record import Copy, CopyKind, Direction, Span

COVERED = 0.5  # part of the shared words that stands in the third article too (Helsinki pairs)

Shared = dict[str, dict[str, tuple[Span, ...]]]  # article -> other article -> the spans of the first found in the other


def with_witnesses(copies: Sequence[Copy], sides: Mapping[str, Side]) -> tuple[Copy, ...]:
    """The copies, where unknown directions are decided by articles that hold the same words and credit an agency."""
    shared: Shared = {}
    for copy in copies:
        if copy.kind is not CopyKind.SHARED_SOURCE:
            shared.setdefault(copy.a, {})[copy.b] = tuple(a for a, _ in copy.passages)
            shared.setdefault(copy.b, {})[copy.a] = tuple(b for _, b in copy.passages)
    return tuple(_decided(copy, shared, sides) for copy in copies)


def _decided(copy: Copy, shared: Shared, sides: Mapping[str, Side]) -> Copy:
    if copy.kind is CopyKind.SHARED_SOURCE or copy.direction is not Direction.UNKNOWN:
        return copy
    for witness in sorted(shared[copy.a].keys() & shared[copy.b].keys()):
        credited = next(iter(sides[witness].source.agencies.values()), None)
        if credited and _holds(copy, witness, shared):
            reason = f"{witness} holds the same words and credits {credited}"
            kept = tuple(b for b in copy.basis if b != NOTHING_SHOWS)
            return replace(copy, direction=Direction.COMMON_SOURCE, basis=(*kept, reason))
    return copy


def _holds(copy: Copy, witness: str, shared: Shared) -> bool:
    """Whether most of what the two share stands in the witness."""
    return any(
        _covered(shared[one][other], shared[one][witness]) >= COVERED
        for one, other in ((copy.a, copy.b), (copy.b, copy.a))
    )


def _covered(spans: Sequence[Span], others: Sequence[Span]) -> float:
    """Part of the spans that lies in the others; what two passages of another article match counts once."""
    own, theirs = (merged((s.start, s.end) for s in side) for side in (spans, others))
    common = sum(max(0, min(end, e) - max(start, s)) for start, end in own for s, e in theirs)
    return common / max(sum(end - start for start, end in own), 1)
