"""Phrases that point back: "the demands", "this proposal", "its offer" mean what an earlier stance was about."""

from collections.abc import Sequence

from parley.combine.positioning.thesaurus import ANAPHORS, GENERIC
from parley.record import Stance, StanceKind

PUT = frozenset({StanceKind.DEMANDS, StanceKind.OFFERS})
OWN = frozenset("its their his her our".split())
PLURALS = frozenset("demands proposals offers terms conditions requests calls".split())
FARTHEST = 900  # code points back: about four sentences of news
CONNECTING = frozenset(
    """the a an its their his her these those this that such both all our some key other of to as on less more than half part
    most not even very step back down""".split()
)


def points_back(issue: str) -> bool:
    """Whether a phrase names nothing itself: "the demands", "it", "these proposals"."""
    words = [w.strip(".,“”\"'").lower() for w in issue.split()]
    rest = [w for w in words if w not in CONNECTING | ANAPHORS]
    return (not rest and bool(ANAPHORS & set(words))) or (bool(rest) and all(w in GENERIC for w in rest))


def antecedents(earlier: Sequence[Stance], stance: Stance) -> list[Stance]:
    """The nearest demand or offer before the stance, of another party ("its demands": of the party itself).

    "The demands" are all that the nearest sentence with one tells.
    """
    words = set(stance.issue.lower().split())
    own = bool(OWN & words) and stance.stance is StanceKind.REFUSES
    near = [o for o in earlier if stance.span.start - o.span.start <= FARTHEST]
    fitting = [o for o in near if o.stance in PUT and (o.party == stance.party) == own and not points_back(o.issue)]
    wanted = [o for o in fitting if o.stance is StanceKind.OFFERS] if "offer" in words else fitting
    last = (wanted or fitting)[-1:]
    if not last or not PLURALS & {w.strip(".,") for w in words}:
        return last
    return [o for o in fitting if o.span == last[0].span and o.party == last[0].party]
