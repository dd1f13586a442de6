"""Phrases that point back: "the demands", "this proposal", "its offer" mean what an earlier stance was about."""

from collections.abc import Sequence

from parley.combine.positioning.thesaurus import ANAPHORS, GENERIC
from parley.record import Stance, StanceKind

PUT = frozenset({StanceKind.DEMANDS, StanceKind.OFFERS})
FARTHEST = 900  # code points back: about four sentences of news
CONNECTING = frozenset(
    "the a an its their his her these those this that such both all our some key of to as on".split()
)


def points_back(issue: str) -> bool:
    """Whether a phrase names nothing itself: "the demands", "it", "these proposals"."""
    words = [w.strip(".,“”\"'").lower() for w in issue.split()]
    rest = [w for w in words if w not in CONNECTING]
    return (not rest and bool(ANAPHORS & set(words))) or (bool(rest) and all(w in GENERIC for w in rest))


def antecedent(earlier: Sequence[Stance], stance: Stance) -> Stance | None:
    """The nearest demand or offer of another party before the stance."""
    for other in reversed(earlier):
        if stance.span.start - other.span.start > FARTHEST:
            return None
        if other.stance in PUT and other.party != stance.party and not points_back(other.issue):
            return other
    return None
