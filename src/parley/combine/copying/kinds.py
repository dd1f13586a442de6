"""What a comparison amounts to: a copy of some kind, a shared source, or nothing."""

from parley.combine.copying.compare import Comparison
from parley.record import CopyKind

# All set on the labelled Helsinki pairs.
TOLD = 12  # words of the reporter's own that two articles share: fewer are phrases, names and dates of the same event
SAME_TEXT = 0.67  # part of both articles that is shared when one is the other, give or take a paragraph
CONTAINED = 0.6  # part of one article found in the other: more than statements alone ever make up
REWRITTEN_TOLD, REWRITTEN_RUN = 25, 10  # few and short shared stretches: the sentences were written anew
QUOTED = 8  # quoted words that both give


def kind_of(found: Comparison) -> CopyKind | None:
    """The kind of relation, None where two articles only tell of the same things."""
    if found.told < TOLD and max(found.shares) < CONTAINED:
        return CopyKind.SHARED_SOURCE if found.quoted >= QUOTED else None
    if min(found.shares) >= SAME_TEXT:
        return CopyKind.VERBATIM
    if max(found.shares) < CONTAINED and found.told < REWRITTEN_TOLD and found.longest < REWRITTEN_RUN:
        return CopyKind.REWORDED
    return CopyKind.PARTIAL


def score_of(found: Comparison, kind: CopyKind) -> float:
    """How sure it is that the kind is a copy (or, for a shared source, that it is none), 0..1."""
    if kind is CopyKind.SHARED_SOURCE:
        return round(1 - 0.5 * max(found.told / TOLD, max(found.shares) / CONTAINED), 3)
    return round(max(1 - 0.5 * TOLD / max(found.told, TOLD), min(1.0, max(found.shares))), 3)
