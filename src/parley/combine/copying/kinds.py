"""What a comparison amounts to: a copy of some kind, a shared source, or nothing."""

from parley.combine.copying.compare import Comparison
from parley.combine.copying.couples import Cluster
from parley.record import CopyKind

# Set on the labelled Helsinki pairs and on BASIL, where no article copies another.
TOLD = 14  # words of the reporter's own that two articles share: fewer are phrases, names and dates of the same event
SAME_TEXT = 0.67  # part of both articles that is shared when one is the other, give or take a paragraph
CONTAINED = 0.6  # part of one article found in the other: more than statements alone ever make up
REWRITTEN_TOLD, REWRITTEN_RUN = 27, 10  # few and short shared stretches: the sentences were written anew
QUOTED = 8  # quoted words that both give
RETOLD = 160.0  # weight of rare couples in one place: articles of one event that do not copy stay below
ALIKE = 57.0  # the same from which two articles have a passage in common at all (PAN 2013, training part)


def kind_of(found: Comparison, cluster: Cluster) -> CopyKind | None:
    """The kind of relation, None where two articles only tell of the same things."""
    if found.told < TOLD and max(found.shares) < CONTAINED:
        return _weak_kind(found, cluster)
    if min(found.shares) >= SAME_TEXT:
        return CopyKind.VERBATIM
    if max(found.shares) < CONTAINED and found.told < REWRITTEN_TOLD and found.longest < REWRITTEN_RUN:
        return CopyKind.REWORDED
    return CopyKind.PARTIAL


def _weak_kind(found: Comparison, cluster: Cluster) -> CopyKind | None:
    if cluster.told >= RETOLD:
        return CopyKind.REWORDED
    if found.quoted >= QUOTED or cluster.weight >= ALIKE:
        return CopyKind.SHARED_SOURCE
    return None


def score_of(found: Comparison, cluster: Cluster, kind: CopyKind) -> float:
    """How sure it is that the pair is a copy (for a shared source: that it is none), 0..1."""
    shared = max(found.told / TOLD, max(found.shares) / CONTAINED, cluster.told / RETOLD)
    if kind is CopyKind.SHARED_SOURCE:
        return round(max(0.0, 1 - 0.5 * shared), 3)
    return round(1 - 0.5 / max(shared, 1.0), 3)
