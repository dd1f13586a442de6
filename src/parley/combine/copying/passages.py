"""The exact stretches that two articles share: equal runs and retold sentences brought together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from parley.combine.copying.reworded import Retold
from parley.text.align import Passage

# All set on PAN 2013 (training part), whose passages are wholes of 150 characters or more.
EXACT = 0.75  # part of a retold stretch that equal runs cover: then their edges are the passage's edges
KEPT, KEPT_PART = 8, 0.3  # telling words that a retold stretch keeps; part of what the best one keeps
JOIN = 30  # words between two stretches of one passage, on both sides
CONDENSED = 400  # the same on one side, where the other side has no gap: one article sums up what the other tells
SHORT = 22  # words: what is shorter is left out beside a longer one
MOST = 400  # stretches that are brought together: bounds the work on hostile input


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words [a, a_end) of one article and [b, b_end) of the other."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def size(self) -> int:
        return min(self.a_end - self.a, self.b_end - self.b)

    def gaps(self, other: "Stretch") -> tuple[int, int]:
        """How many words lie between the two: on the side where they are nearer, on the other side."""
        here = max(self.a - other.a_end, other.a - self.a_end, 0)
        there = max(self.b - other.b_end, other.b - self.b_end, 0)
        return min(here, there), max(here, there)

    def joined(self, other: "Stretch") -> "Stretch":
        return Stretch(
            min(self.a, other.a), max(self.a_end, other.a_end), min(self.b, other.b), max(self.b_end, other.b_end)
        )


def stretches(equal: Sequence[Passage], told_anew: Sequence[Retold]) -> tuple[Stretch, ...]:
    """Passages in order of the first article, the short ones left out where there are longer ones."""
    runs = _joined((Stretch(p.a, p.a_end, p.b, p.b_end) for p in equal), _next_to)
    anew = [s for s in _strong(told_anew) if not _exact(s, runs)]
    found = _joined([*runs, *anew], _next_to)
    long = [s for s in found if s.size >= SHORT] or found
    return tuple(sorted(_joined(long, _condensed)))


def _strong(told_anew: Sequence[Retold]) -> Iterator[Stretch]:
    best = max((r.kept for r in told_anew), default=0)
    for retold in told_anew:
        if retold.kept >= min(KEPT, best) and retold.kept >= KEPT_PART * best:
            yield Stretch(retold.a, retold.a_end, retold.b, retold.b_end)


def _exact(stretch: Stretch, runs: Sequence[Stretch]) -> bool:
    """Whether an equal run says the same, with truer edges."""
    return any(
        _cover(r.a, r.a_end, stretch.a, stretch.a_end) >= EXACT <= _cover(r.b, r.b_end, stretch.b, stretch.b_end)
        for r in runs
    )


def _cover(start: int, end: int, first: int, last: int) -> float:
    return (min(end, last) - max(start, first)) / max(last - first, 1)


def _next_to(gaps: tuple[int, int]) -> bool:
    return gaps[1] <= JOIN


def _condensed(gaps: tuple[int, int]) -> bool:
    return gaps[0] <= JOIN and gaps[1] <= CONDENSED


def _joined(found: Iterable[Stretch], near: Callable[[tuple[int, int]], bool]) -> list[Stretch]:
    """Stretches that lie near each other taken together, until none do."""
    kept: list[Stretch] = []
    for stretch in sorted(found)[:MOST]:
        while other := next((s for s in kept if near(stretch.gaps(s))), None):
            kept.remove(other)
            stretch = stretch.joined(other)
        kept.append(stretch)
    return kept
