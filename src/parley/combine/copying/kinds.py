"""What a comparison amounts to: a copy of some kind, a shared source, or nothing."""

from dataclasses import dataclass

from parley.combine.copying.compare import Comparison
from parley.combine.copying.couples import Cluster, Thread
from parley.record import CopyKind

# Set on the labelled Helsinki pairs and on BASIL, where hardly an article copies another.
TOLD = 14  # words of the reporter's own that two articles share: fewer are phrases, names and dates of the same event
TOLD_RUN = 11  # words of the longest run among them: shorter ones alone are stock phrases
SAME_TEXT = 0.67  # part of both articles that is shared when one is the other, give or take a paragraph
CONTAINED = 0.6  # part of one article found in the other: more than statements alone ever make up
SPOKEN = 0.8  # part of the shared words that a speaker said: then a contained article is made of a statement
QUOTED = 8  # quoted words that both give
COUPLES, DENSE, IN_ORDER = 14, 0.15, 0.095  # shared couples of a retold article: number, and for each of its own words
ALIKE = 57.0  # weight of rare couples in one place that two articles have in common (PAN 2013, training part)


@dataclass(frozen=True, slots=True)
class Likeness:
    """All that was found of two articles."""

    found: Comparison
    cluster: Cluster
    thread: Thread

    @property
    def retold(self) -> bool:
        """Whether one tells what the other tells in the same order, in other words."""
        thread = self.thread
        return thread.couples >= COUPLES and thread.density >= DENSE and thread.order >= IN_ORDER

    @property
    def copied(self) -> bool:
        """Whether one holds whole sentences of the other's reporter."""
        return self.found.told >= TOLD and self.found.longest >= TOLD_RUN


def kind_of(likeness: Likeness) -> CopyKind | None:
    """The kind of relation, None where two articles only tell of the same things."""
    found = likeness.found
    if likeness.copied or (max(found.shares) >= CONTAINED and not _spoken(found)):
        return CopyKind.VERBATIM if min(found.shares) >= SAME_TEXT else CopyKind.PARTIAL
    if likeness.retold:
        return CopyKind.REWORDED
    if found.quoted >= QUOTED or likeness.cluster.weight >= ALIKE:
        return CopyKind.SHARED_SOURCE
    return None


def _spoken(found: Comparison) -> bool:
    return found.quoted >= SPOKEN * (found.told + found.quoted)


def score_of(likeness: Likeness, kind: CopyKind) -> float:
    """How sure it is that the pair is a copy (for a shared source: that it is none), 0..1."""
    found, thread = likeness.found, likeness.thread
    shared = max(found.told / TOLD, max(found.shares) / CONTAINED, thread.order / IN_ORDER)
    if kind is CopyKind.SHARED_SOURCE:
        return round(max(0.0, 1 - 0.5 * shared), 3)
    return round(1 - 0.5 / max(shared, 1.0), 3)
